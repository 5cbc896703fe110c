/** What stands on disk, as text: the same text for the same state. */
import Database from 'better-sqlite3'
import { createHash } from 'node:crypto'
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { diagnose } from '../../../electron/library/doctor.ts'
import { openLibrary } from '../../../electron/library/library.ts'

/** What a writer would miss; without the moments at which it was done. */
const QUERIES = [
  `SELECT id, title, slug, summary, status, category_id, cover, trashed_at IS NULL AS here, version FROM article`,
  'SELECT * FROM article_body',
  'SELECT article_id, name FROM article_tag JOIN tag ON id = tag_id',
  'SELECT id, parent_id, name, slug FROM category',
  'SELECT path, bytes, sha256 FROM media',
  'SELECT article_id, kind, name, words FROM revision',
  'SELECT * FROM old_slug',
]

/**
 * Opens a library as the next start does; throws unless it is sound and its pictures are all there, whole. Without
 * `pictures` they are left alone: the libraries of older versions name some that never were.
 */
export function openNow(folder: string, { pictures = true } = {}): string {
  openLibrary(folder).close()
  const { state, findings } = diagnose(folder, { full: true, texts: true })
  const found = findings.filter(({ code }) => pictures || code !== 'media')
  if (state !== 'sound' || found.length > 0) throw new Error(`${state}: ${JSON.stringify(findings)}`)
  const db = new Database(join(folder, 'library.db'), { readonly: true })
  try {
    const media = db.prepare<[], { path: string; sha256: string }>('SELECT path, sha256 FROM media').all()
    for (const { path, sha256 } of pictures ? media : []) {
      if (hash(readFileSync(join(folder, path))) !== sha256) throw new Error(`${path} is not what it was`)
    }
    return dump(db)
  } finally {
    db.close()
  }
}

/** What a library's file holds that nobody has open. */
export function contentsOf(file: string): string {
  const db = new Database(file, { readonly: true })
  try {
    return dump(db)
  } finally {
    db.close()
  }
}

/** Every file below a folder, with its bytes. */
export function treeOf(folder: string, counts: (path: string) => boolean): string {
  if (!existsSync(folder)) return 'nothing'
  const paths = readdirSync(folder, { recursive: true }).map(String).filter(counts).toSorted()
  const files = paths.filter((path) => statSync(join(folder, path)).isFile())
  if (files.length === 0) return 'nothing'
  return files.map((path) => `${path} ${hash(readFileSync(join(folder, path)))}`).join('\n')
}

function dump(db: Database.Database): string {
  const rows = QUERIES.flatMap((query) => db.prepare(query).all())
  return `${rows.length} rows ${hash(JSON.stringify(rows))}`
}

function hash(bytes: Uint8Array | string): string {
  return createHash('sha256').update(bytes).digest('hex')
}
