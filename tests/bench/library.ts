/** Save, search and related in a library of many articles, each beside the plainest thing that could do it. */
import Database from 'better-sqlite3'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createLibrary, type Library } from '../../electron/library/library.ts'
import { type RelatedService, relatedService } from '../../electron/library/related-service.ts'
import { type BenchArticle, generateArticles } from './generate.ts'
import { ms, percentile, printTable, ratio, timed } from './measure.ts'

const SAVES = 200
const SEARCHES = 100

/** Prints save, search and related times in a library of `count` articles of 800 words. */
export async function benchLibrary(count: number): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'longhand-bench-'))
  try {
    const library = createLibrary(join(folder, 'library'), { name: 'Bench', language: 'en-GB' })
    const bare = bareTable(join(folder, 'bare.db'))
    const articles = [...generateArticles(count, 800)]
    fill(library, bare, articles)
    const rows = [
      [`${count} articles of 800 words`, 'median', '95 %', 'beside', 'median', 'ratio'],
      await benchSave(library, bare, articles),
      await benchSearch(library, bare, articles),
      ...(await benchRelated(library)),
    ]
    printTable('Library', rows)
    library.close()
    bare.close()
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

/** SQLite with one table and the same durability, and nothing else. */
function bareTable(file: string): Database.Database {
  const bare = new Database(file)
  bare.pragma('journal_mode = WAL')
  bare.pragma('synchronous = FULL')
  bare.exec('CREATE TABLE article (id INTEGER PRIMARY KEY, title TEXT, body TEXT) STRICT')
  return bare
}

function fill(library: Library, bare: Database.Database, articles: readonly BenchArticle[]): void {
  const insert = bare.prepare('INSERT INTO article (title, body) VALUES (?, ?)')
  library.transaction(() => {
    for (const { title, slug, summary, body, date, tags } of articles) {
      library.articles.create({ title, slug, summary, body, tags, publishedAt: date, status: 'published' })
    }
  })
  bare.transaction(() => {
    for (const { title, body } of articles) insert.run(title, body)
  })()
}

async function benchSave(
  library: Library,
  bare: Database.Database,
  articles: readonly BenchArticle[],
): Promise<string[]> {
  const update = bare.prepare('UPDATE article SET body = ? WHERE id = ?')
  const ours: number[] = []
  const theirs: number[] = []
  for (let turn = 0; turn < SAVES; turn += 1) {
    const index = (turn * 7_919) % articles.length
    const id = index + 1
    const body = `${articles[index]?.body ?? ''}\nKey ${turn}.\n`
    const { version } = library.articles.get(id)
    ours.push(await timed(() => library.articles.save(id, version, { body })))
    theirs.push(await timed(() => update.run(body, id)))
  }
  return compared('save with search index', ours, 'bare SQLite update', theirs)
}

async function benchSearch(
  library: Library,
  bare: Database.Database,
  articles: readonly BenchArticle[],
): Promise<string[]> {
  const like = bare.prepare('SELECT id FROM article WHERE body LIKE ? LIMIT 50')
  const ours: number[] = []
  const theirs: number[] = []
  for (let turn = 0; turn < SEARCHES; turn += 1) {
    const words = (articles[(turn * 7_919) % articles.length]?.title ?? '').split(' ')
    const word = (words[turn % words.length] ?? 'ba').toLowerCase()
    ours.push(await timed(() => library.articles.list({ query: word }, null, 0, 50)))
    theirs.push(await timed(() => like.all(`%${word}%`)))
  }
  return compared('search, best 50 with snippets', ours, 'LIKE, any 50', theirs)
}

async function benchRelated(library: Library): Promise<string[][]> {
  let service: RelatedService | null = null
  const build = await timed(() => {
    service = relatedService(library)
    service.list(1, 10)
  })
  const ready = service as RelatedService | null
  if (!ready) throw new Error('the related service did not start')
  const lists: number[] = []
  const total = library.articles.counts().all
  for (let turn = 0; turn < SEARCHES; turn += 1) {
    lists.push(await timed(() => ready.list(((turn * 7_919) % total) + 1, 10)))
  }
  return [
    ['related: index the whole library', ms(build), '', `${ms(build / total)} an article`, '', ''],
    ['related: one list', ms(percentile(lists, 0.5)), ms(percentile(lists, 0.95)), '', '', ''],
  ]
}

function compared(
  name: string,
  ours: readonly number[],
  beside: string,
  theirs: readonly number[],
): string[] {
  const median = percentile(ours, 0.5)
  const other = percentile(theirs, 0.5)
  return [name, ms(median), ms(percentile(ours, 0.95)), beside, ms(other), ratio(median, other)]
}
