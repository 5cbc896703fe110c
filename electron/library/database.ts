import Database from 'better-sqlite3'
import { closeSync, openSync, readSync, statSync } from 'node:fs'
import { Failure } from '../../core/errors.ts'
import { sqliteFailure } from './connection.ts'
import { systemCode, withFiles } from './files.ts'
import { migrate, schemaVersion } from './migrate.ts'
import { MIGRATIONS } from './migrations/index.ts'
import { networkDiskOf } from './sync-facts.ts'

/** `LngH` in ASCII: what `file` and SQLite tools read in the header. */
export const APPLICATION_ID = 0x4c6e6748
const HEADER_LENGTH = 100
const MAGIC = 'SQLite format 3\0'

/** The schema that this Longhand writes. */
export const SCHEMA_VERSION = MIGRATIONS.length

/** Makes a new library file, with the schema of today and nothing in it. */
export function createDatabase(file: string): Database.Database {
  const db = connect(file, 'create')
  try {
    db.pragma(`application_id = ${APPLICATION_ID}`)
    migrate(db, MIGRATIONS)
    // So that the file alone, without its log, can be told for a library.
    db.pragma('wal_checkpoint(TRUNCATE)')
    return noted(file, db)
  } catch (error) {
    db.close()
    throw sqliteFailure(file, error)
  }
}

/**
 * Opens a library file and brings its schema up to date. `isOpen`: this process has it open, in this or another thread.
 * @throws Failure `library.notOne`, `library.newer`, `library.damaged` or `file.refused`; the file is untouched
 */
export function openDatabase(file: string, readonly = false, isOpen = isOpenHere(file)): Database.Database {
  if (!isOpen) checkHeader(file)
  let db: Database.Database | null = null
  try {
    db = connect(file, readonly ? 'read' : 'write')
    checkSchema(file, db)
    if (schemaVersion(db) < SCHEMA_VERSION) {
      if (readonly) {
        db.close()
        openDatabase(file).close()
        return openDatabase(file, true)
      }
      migrate(db, MIGRATIONS)
    }
    return noted(file, db)
  } catch (error) {
    db?.close()
    throw sqliteFailure(file, error)
  }
}

/** What this thread has opened, by the mark of its file; also what it has closed since. */
const openHere = new Map<string, readonly Database.Database[]>()

function noted(file: string, db: Database.Database): Database.Database {
  const mark = markOf(file)
  const open = (openHere.get(mark) ?? []).filter((other) => other.open)
  openHere.set(mark, [...open, db])
  return db
}

/**
 * Whether this thread has a file open. On POSIX closing any handle of a file lets go every lock that the process has
 * on it: SQLite's must stay, so such a file is not looked into beside it.
 */
function isOpenHere(file: string): boolean {
  return (openHere.get(markOf(file)) ?? []).some((db) => db.open)
}

function markOf(file: string): string {
  const { dev, ino } = withFiles(file, () => statSync(file, { bigint: true }))
  return `${dev}:${ino}`
}

/**
 * Opens a library file for looking only: nothing is brought up to date, nothing is written to the file or its log.
 * @throws as {@link openDatabase}
 */
export function inspectDatabase(file: string): Database.Database {
  checkHeader(file)
  let db: Database.Database | null = null
  try {
    db = connect(file, 'read')
    checkSchema(file, db)
    return db
  } catch (error) {
    db?.close()
    throw sqliteFailure(file, error)
  }
}

function connect(file: string, how: 'create' | 'read' | 'write'): Database.Database {
  const readonly = how === 'read'
  // Two windows or a worker may write at once: the second waits for the first.
  const db = new Database(file, { readonly, fileMustExist: how !== 'create', timeout: 5000 })
  try {
    // A library may come from a stranger: its schema may call no function that could do harm.
    db.pragma('trusted_schema = OFF')
    db.pragma('foreign_keys = ON')
    db.pragma('cell_size_check = ON')
    db.pragma('cache_size = -32000')
    if (!readonly) {
      const { journal, synchronous } = disciplineOn(file)
      db.pragma(`journal_mode = ${journal}`)
      db.pragma(`synchronous = ${synchronous}`)
    }
    return db
  } catch (error) {
    db.close()
    throw error
  }
}

/**
 * How SQLite keeps a library whole on the disk that it lies on. The write-ahead log needs memory that all who have the
 * file open share: on another computer's disk they cannot (sqlite.org/wal.html), so a journal is kept there, which
 * needs no more than the disk's locks, and its folder is pressed to the disk too. Elsewhere the log is faster, and
 * nobody waits for a reader; SQLite's default with it may lose the last commits at a power cut.
 */
function disciplineOn(file: string): { readonly journal: string; readonly synchronous: string } {
  return networkDiskOf(file) === null
    ? { journal: 'WAL', synchronous: 'FULL' }
    : { journal: 'DELETE', synchronous: 'EXTRA' }
}

/**
 * Tells by its first bytes whether a file is a library, before SQLite may write beside it. A library whose
 * first bytes are damaged still carries Longhand's mark in the header, and the other way round.
 * @throws Failure `library.notOne`, `library.damaged`, `file.refused`
 */
export function checkHeader(file: string): void {
  const header = readHeader(file)
  const isSqlite = header.subarray(0, 16).toString('latin1') === MAGIC
  const isOurs = header.length === HEADER_LENGTH && header.readUInt32BE(68) === APPLICATION_ID
  if (isSqlite && isOurs) return
  if (isOurs) throw new Failure('library.damaged', { file, problem: 'the header is damaged' })
  throw new Failure('library.notOne', { file })
}

function readHeader(file: string): Buffer {
  return withFiles(file, () => {
    const handle = openSync(file, 'r')
    try {
      const header = Buffer.alloc(HEADER_LENGTH)
      return header.subarray(0, readSync(handle, header, 0, HEADER_LENGTH, 0))
    } catch (error) {
      if (systemCode(error) === 'EISDIR') throw new Failure('library.notOne', { file }, { cause: error })
      throw error
    } finally {
      closeSync(handle)
    }
  })
}

/** Refuses what no Longhand has put there: a newer schema, missing tables, and anything that runs by itself. */
function checkSchema(file: string, db: Database.Database): void {
  const version = schemaVersion(db)
  if (version > SCHEMA_VERSION) throw new Failure('library.newer', { file, version, known: SCHEMA_VERSION })
  const refuse = (problem: string) => {
    throw new Failure('library.damaged', { file, problem })
  }
  if (version < 1) refuse('the schema has no version')
  const found = schemaNames(db)
  for (const { type, name } of found) {
    if (type === 'trigger' || type === 'view') refuse(`a ${type} that is not Longhand’s: ${name}`)
  }
  const parts = expectedParts(version)
  const names = new Set(found.map(({ name }) => name))
  for (const name of parts.tables) {
    if (!names.has(name)) refuse(`the table ${name} is missing`)
  }
  const columns = new Set(columnNames(db))
  for (const name of parts.columns) {
    if (!columns.has(name)) refuse(`the column ${name} is missing`)
  }
}

function schemaNames(db: Database.Database): readonly { type: string; name: string }[] {
  return db.prepare<[], { type: string; name: string }>('SELECT type, name FROM sqlite_schema').all()
}

/** As `table.column`; those of the search index, which SQLite can make anew, are left out. */
function columnNames(db: Database.Database): readonly string[] {
  return db
    .prepare<[], string>(
      `SELECT s.name || '.' || c.name FROM sqlite_schema s, pragma_table_info(s.name) c
       WHERE s.type = 'table' AND s.sql LIKE 'CREATE TABLE%'`,
    )
    .pluck()
    .all()
}

interface SchemaParts {
  readonly tables: readonly string[]
  readonly columns: readonly string[]
}

/** The parts of a schema, found by making it in memory: a list kept by hand would go stale. */
function expectedParts(version: number): SchemaParts {
  const known = expected.get(version)
  if (known) return known
  const db = new Database(':memory:')
  try {
    migrate(db, MIGRATIONS.slice(0, version))
    const tables = schemaNames(db)
      .filter(({ type }) => type === 'table')
      .map(({ name }) => name)
    const parts = { tables, columns: columnNames(db) }
    expected.set(version, parts)
    return parts
  } finally {
    db.close()
  }
}

const expected = new Map<number, SchemaParts>()
