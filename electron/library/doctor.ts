import type { Database } from 'better-sqlite3'
import { existsSync, statSync } from 'node:fs'
import { join, resolve } from 'node:path'
import type { Diagnosis, Finding, FindingCode, LibraryState } from '../../core/diagnosis.ts'
import { type FailureData, failureData } from '../../core/errors.ts'
import { languageIdentity } from '../../core/translations.ts'
import { readBody } from './body-text.ts'
import { sqliteFailure } from './connection.ts'
import { inspectDatabase, SCHEMA_VERSION } from './database.ts'
import { fileFailure } from './files.ts'
import { schemaVersion } from './migrate.ts'
import { openPages } from './raw/pages.ts'
import { clean, INDEX_VERSION } from './search-index.ts'

export interface DiagnoseOptions {
  /** Also compares every index with its table: takes longer. */
  readonly full?: boolean
  /** Also reads every text and compares it with what the search index kept of it: half a millisecond each. */
  readonly texts?: boolean
}

const EXAMPLES = 5
/** Which of the findings mean that words may be lost, or will be by the next save. */
const DAMAGE: readonly FindingCode[] = ['structure', 'references', 'log', 'unfinished']

/** Examines a library without writing to it, whether or not others have it open. Never throws. */
export function diagnose(folder: string, options: DiagnoseOptions = {}): Diagnosis {
  const start = performance.now()
  const path = resolve(folder)
  const findings: Finding[] = []
  let articles: number | null = null
  let failure: FailureData | null = null
  try {
    const file = join(path, 'library.db')
    if (existsSync(file)) {
      // Before SQLite looks: it may pass over a damaged log without a word.
      add(findings, 'log', logProblems(file))
      const db = inspectDatabase(file)
      try {
        articles = check(db, path, options, findings)
      } catch (error) {
        throw sqliteFailure(file, error)
      } finally {
        db.close()
      }
    } else failure = { code: 'library.missing', detail: { folder: path } }
  } catch (error) {
    failure = failureData(fileFailure(path, error))
  }
  const state = stateOf(failure, findings)
  return { folder: path, state, failure, findings, articles, milliseconds: performance.now() - start }
}

function stateOf(failure: FailureData | null, findings: readonly Finding[]): LibraryState {
  switch (failure?.code) {
    case undefined:
      return findings.some(({ code }) => DAMAGE.includes(code)) ? 'damaged' : 'sound'
    case 'library.missing':
      return 'missing'
    case 'library.notOne':
      return 'notOne'
    case 'library.newer':
      return 'newer'
    case 'file.refused':
      return 'refused'
    default:
      return 'damaged'
  }
}

function check(db: Database, folder: string, options: DiagnoseOptions, findings: Finding[]): number {
  // One view: what others save meanwhile must not look like damage.
  db.exec('BEGIN')
  const version = schemaVersion(db)
  if (version < SCHEMA_VERSION) add(findings, 'schema', [`${version} of ${SCHEMA_VERSION}`])
  const messages = db.pragma(options.full === true ? 'integrity_check(100)' : 'quick_check(100)') as Record<
    string,
    string
  >[]
  const problems = messages.flatMap((row) => Object.values(row)).filter((message) => message !== 'ok')
  const isIndex = (message: string) => /inverted index|fts5/i.test(message)
  add(
    findings,
    'structure',
    problems.filter((message) => !isIndex(message)),
  )
  add(findings, 'index', problems.filter(isIndex))
  const dangling = db.pragma('foreign_key_check') as { table: string; rowid: number; parent: string }[]
  add(
    findings,
    'references',
    dangling.map(({ table, rowid, parent }) => `${table} ${rowid} → ${parent}`),
  )
  const media = db.prepare<[], { path: string; bytes: number }>('SELECT path, bytes FROM media').all()
  const isLost = ({ path, bytes }: { path: string; bytes: number }) =>
    statSync(join(folder, path), { throwIfNoEntry: false })?.size !== bytes
  add(
    findings,
    'media',
    media.filter(isLost).map(({ path }) => path),
  )
  add(findings, 'translations', twiceInOneLanguage(db))
  if (options.texts === true) add(findings, 'text', changedTexts(db))
  const articles = db.prepare('SELECT count(*) FROM article').pluck().get() as number
  db.exec('COMMIT')
  return articles
}

function add(findings: Finding[], code: FindingCode, problems: readonly string[]): void {
  if (problems.length === 0) return
  findings.push({ code, count: problems.length, examples: problems.slice(0, EXAMPLES) })
}

/** Titles of the articles whose language another translation of the same has too: pages lead to the older one only. */
function twiceInOneLanguage(db: Database): string[] {
  if (schemaVersion(db) < 12) return []
  const rows = db
    .prepare<[], { title: string; key: string; language: string }>(
      `SELECT title, translation_key AS key, coalesce(language, (SELECT language FROM site), '') AS language
       FROM article WHERE translation_key IS NOT NULL AND trashed_at IS NULL ORDER BY id`,
    )
    .all()
  const seen = new Set<string>()
  return rows.flatMap(({ title, key, language }) => {
    const one = JSON.stringify([key, languageIdentity(language)])
    const isSecond = seen.has(one)
    seen.add(one)
    return isSecond ? [title] : []
  })
}

/**
 * Titles of the articles whose text disagrees with what the search index kept of it. SQLite has no checksums of its
 * own: a byte that turned over inside a text is found in no other way.
 */
function changedTexts(db: Database): string[] {
  // Texts that were made by other rules than today's differ by themselves; the index is made anew at opening.
  if (schemaVersion(db) < 2) return []
  if (db.prepare("SELECT value FROM note WHERE key = 'search'").pluck().get() !== INDEX_VERSION) return []
  // What was just saved is not in the index yet.
  const indexed = schemaVersion(db) < 5 ? '' : 'WHERE id NOT IN (SELECT article_id FROM search_pending)'
  const rows = db
    .prepare<[], { title: string; body: string; known: string | null }>(
      `SELECT article.title, article_body.body, search.body AS known
       FROM article JOIN article_body ON article_id = id LEFT JOIN search ON search.rowid = id ${indexed}
       ORDER BY id`,
    )
    .iterate()
  const changed: string[] = []
  for (const { title, body, known } of rows) {
    if (clean(readBody(body).text) !== known) changed.push(title)
  }
  return changed
}

/**
 * Whether the log holds saves that SQLite would pass over, and the next save would write over. One commit after a
 * wrong checksum is what a power cut may leave of a save that nobody was told of.
 */
function logProblems(file: string): string[] {
  const lost = () => {
    const pages = openPages(file)
    try {
      return pages.log?.lostCommits ?? 0
    } finally {
      pages.close()
    }
  }
  // Whoever has the library open may have begun the log anew while it was read: then the second look finds nothing.
  const count = lost() > 1 ? lost() : 0
  return count > 1 ? [`${count} saves after a damaged place`] : []
}
