import Database from 'better-sqlite3'
import { createHash } from 'node:crypto'
import { closeSync, createReadStream, fdatasyncSync, openSync } from 'node:fs'
import { Failure } from '../../core/errors.ts'
import { sqliteFailure } from './connection.ts'
import { inspectDatabase } from './database.ts'
import { fileFailure } from './files.ts'
import { schemaVersion } from './migrate.ts'
import { type OnStep, unwatched } from './steps.ts'

/** What a copy of a library's file holds. */
export interface Contents {
  /** The schema's version. */
  readonly schema: number
  /** The site's name. */
  readonly name: string
  /** Rows of each table that a writer would miss. */
  readonly counts: Readonly<Record<string, number>>
  readonly media: readonly { readonly path: string; readonly bytes: number; readonly sha256: string }[]
}

const COUNTED = ['article', 'article_body', 'category', 'tag', 'author', 'media', 'revision']

/** How many pages are copied between two looks at what else there is to do: 4 MB. */
const PAGES = 1000

/**
 * Copies a library's file while it is in use, by SQLite's online backup from one unchanging view of it, and
 * verifies the copy. `target` is one plain file, without a log beside it.
 * @throws Failure `library.damaged`, `file.refused`
 */
export async function copyDatabase(
  file: string,
  target: string,
  onStep: OnStep = unwatched,
): Promise<Contents> {
  let source: Database.Database | null = null
  try {
    source = new Database(file, { readonly: true, fileMustExist: true, timeout: 5000 })
    // One view for the copy and its counts: what is saved meanwhile neither waits nor starts the copy anew.
    source.exec('BEGIN')
    const before = contentsOf(source)
    await source.backup(target, {
      progress: ({ totalPages, remainingPages }) => {
        onStep('copying', totalPages - remainingPages, totalPages)
        flush(target)
        return PAGES
      },
    })
    source.exec('COMMIT')
    makePlain(target)
    onStep('checking', 0, 0)
    const copied = verifyCopy(file, target)
    if (JSON.stringify(copied) !== JSON.stringify(before)) {
      throw new Failure('library.damaged', { file: target, problem: 'the copy differs from the library' })
    }
    return copied
  } catch (error) {
    throw sqliteFailure(file, fileFailure(target, error))
  } finally {
    source?.close()
  }
}

/** Has the disk write what it was given: saves that wait for the disk meanwhile then wait for a step, not for all. */
function flush(file: string): void {
  const handle = openSync(file, 'r+')
  try {
    fdatasyncSync(handle)
  } finally {
    closeSync(handle)
  }
}

/** What is wrong with the copy is wrong with the library. */
function verifyCopy(file: string, target: string): Contents {
  try {
    return verifyDatabase(target)
  } catch (error) {
    if (!(error instanceof Failure) || !('problem' in error.detail)) throw error
    throw new Failure('library.damaged', { file, problem: error.detail.problem }, { cause: error })
  }
}

/** A copy is in WAL mode as its source: reading it would put two more files beside it. */
function makePlain(file: string): void {
  const db = new Database(file, { fileMustExist: true })
  try {
    db.pragma('journal_mode = DELETE')
  } finally {
    db.close()
  }
}

/**
 * Reads every page of a library's file that nobody writes to, and tells what it holds.
 * @throws Failure `library.notOne`, `library.newer`, `library.damaged`, `file.refused`
 */
export function verifyDatabase(file: string): Contents {
  let db: Database.Database | null = null
  try {
    db = inspectDatabase(file)
    const [problem] = db.pragma('integrity_check(1)') as { integrity_check: string }[]
    if (problem?.integrity_check !== 'ok') {
      throw new Failure('library.damaged', { file, problem: problem?.integrity_check ?? 'unknown' })
    }
    if ((db.pragma('foreign_key_check') as unknown[]).length > 0) {
      throw new Failure('library.damaged', { file, problem: 'references to rows that are not there' })
    }
    return contentsOf(db)
  } catch (error) {
    throw sqliteFailure(file, error)
  } finally {
    db?.close()
  }
}

function contentsOf(db: Database.Database): Contents {
  const counts = Object.fromEntries(
    COUNTED.map((table) => [table, db.prepare(`SELECT count(*) FROM ${table}`).pluck().get() as number]),
  )
  return {
    schema: schemaVersion(db),
    name: (db.prepare('SELECT name FROM site').pluck().get() as string | undefined) ?? '',
    counts,
    media: db
      .prepare<[], { path: string; bytes: number; sha256: string }>(
        'SELECT path, bytes, sha256 FROM media ORDER BY id',
      )
      .all(),
  }
}

/** SHA-256 of a file in hex, read in pieces. */
export async function hashFile(file: string): Promise<string> {
  const hash = createHash('sha256')
  try {
    for await (const piece of createReadStream(file)) hash.update(piece as Buffer)
  } catch (error) {
    throw fileFailure(file, error)
  }
  return hash.digest('hex')
}
