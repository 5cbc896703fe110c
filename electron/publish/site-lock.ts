import Database from 'better-sqlite3'
import { lstatSync, rmSync } from 'node:fs'
import { Failure } from '../../core/errors.ts'
import { onFile } from './file-failure.ts'
import { ownPath, requireOwnFolder } from './site-folder.ts'

/** Between two looks another process may take the file away, but not again and again. */
const TRIES = 20

/**
 * Claims a site's folder for one export; gives what releases it. Throws `export.occupied` where something else stands in
 * place of Longhand's own folder, and `busy` while another export has it, in this
 * process or another. The claim is a lock of the operating system's, which ends with the process or thread that has
 * it, however that ends: no claim is ever left over, and no two can be made at the same moment.
 */
export function lockFolder(folder: string): () => void {
  requireOwnFolder(folder)
  const file = ownPath(folder, 'lock')
  for (let tried = 0; tried < TRIES; tried++) {
    const held = hold(file)
    if (held) return () => release(file, held)
  }
  throw new Failure('busy', { task: 'export' })
}

// SQLite knows how each system locks a file. Nothing is ever written: the file stays empty.
function hold(file: string): Database.Database | null {
  dropUnlessOurs(file)
  const db = opened(file)
  try {
    const mark = markOf(file)
    // No file of SQLite's own beside it, which a kill would leave there.
    db.pragma('journal_mode = MEMORY')
    db.exec('BEGIN EXCLUSIVE')
    // Whoever had it may have removed the file after it was opened here: then this is a lock on nothing.
    if (mark !== null && mark === markOf(file)) return db
  } catch (thrown) {
    db.close()
    const code = sqliteCode(thrown)
    if (code === 'SQLITE_BUSY') throw new Failure('busy', { task: 'export' })
    throw refusal(file, thrown)
  }
  db.close()
  return null
}

/**
 * A lock of ours is a file without a word in it. A stranger's may be a link to elsewhere, or a database with a journal
 * that SQLite would play back; that of an earlier Longhand holds the number of a process that is gone by now.
 */
function dropUnlessOurs(file: string): void {
  onFile(file, () => {
    const stat = lstatSync(file, { throwIfNoEntry: false })
    if (stat && !(stat.isFile() && stat.size === 0)) rmSync(file, { force: true })
  })
}

function release(file: string, held: Database.Database): void {
  // An earlier Longhand that was killed may have left one.
  rmSync(`${file}-journal`, { force: true })
  // Removed while it is held, so that nobody else's can be; Windows wants it closed first, and refuses what is in use.
  if (process.platform !== 'win32') rmSync(file, { force: true })
  held.close()
  if (process.platform === 'win32') removeUnlessUsed(file)
}

function removeUnlessUsed(file: string): void {
  try {
    rmSync(file, { force: true })
  } catch (thrown) {
    const code = thrown instanceof Error && 'code' in thrown ? thrown.code : null
    if (code !== 'EBUSY' && code !== 'EPERM' && code !== 'EACCES') throw thrown
  }
}

function opened(file: string): Database.Database {
  try {
    return new Database(file, { timeout: 0 })
  } catch (thrown) {
    throw refusal(file, thrown)
  }
}

/** What tells a file from another one that later takes its name; null when there is none. */
function markOf(file: string): string | null {
  const stat = onFile(file, () => lstatSync(file, { throwIfNoEntry: false, bigint: true }))
  return stat ? `${stat.dev} ${stat.ino}` : null
}

/** The system's word behind SQLite's, which a writer would not know. */
const REASONS: readonly (readonly [RegExp, string])[] = [
  [/^SQLITE_(CANTOPEN|READONLY|PERM)/, 'EACCES'],
  [/^SQLITE_FULL/, 'ENOSPC'],
  [/^SQLITE_/, 'EIO'],
]

function refusal(file: string, thrown: unknown): unknown {
  const code = sqliteCode(thrown)
  const reason = REASONS.find(([pattern]) => code !== null && pattern.test(code))?.[1]
  return reason === undefined
    ? thrown
    : new Failure('file.refused', { path: file, reason }, { cause: thrown })
}

function sqliteCode(thrown: unknown): string | null {
  return thrown instanceof Database.SqliteError ? thrown.code : null
}
