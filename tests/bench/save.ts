/** Saving, with all that a save does, beside SQLite writing the same bytes into the same number of rows. */
import Database from 'better-sqlite3'
import { readWords } from '../../electron/library/body-text.ts'
import type { Library } from '../../electron/library/library.ts'
import { bodyOf, randomFrom } from './generate.ts'
import { ms, percentile, ratio, timed } from './measure.ts'

/** Articles that are written in, and saves of each: a writer stays with one for many saves. */
const ARTICLES = 100
const SAVES = 10
const LENGTHS = [20_000, 100_000]
/** Rows that are made for the long articles. */
const LONG_SAVES = 40

export const SAVE_HEAD = ['', 'median', '95 %', 'beside', 'median', '95 %', 'ratio']

interface Times {
  readonly ours: number[]
  readonly theirs: number[]
}

/** A table of the same articles with the same durability and cache, and nothing else. */
export function bareTable(file: string, library: Library): Database.Database {
  const bare = new Database(file)
  bare.pragma('journal_mode = WAL')
  bare.pragma('synchronous = FULL')
  bare.pragma('cache_size = -32000')
  bare.exec('CREATE TABLE article (id INTEGER PRIMARY KEY, title TEXT, body TEXT) STRICT')
  bare.prepare('ATTACH ? AS library').run(library.file)
  bare.exec(`INSERT INTO main.article SELECT id, title, body FROM library.article JOIN library.article_body ON id = article_id;
    DETACH library`)
  bare.pragma('wal_checkpoint(TRUNCATE)')
  return bare
}

/**
 * Rows of a table: what a save takes while an article is written in, and the first time: of one that a writer has opened,
 * which is read ahead as the application does, and of one that nobody has.
 */
export async function benchSave(library: Library, bare: Database.Database): Promise<string[][]> {
  const total = library.articles.counts().all
  const [first, cold, writing, index] = [newTimes(), newTimes(), newTimes(), [] as number[]]
  for (let turn = 0; turn < ARTICLES; turn += 1) {
    const id = ((turn * 7_919) % total) + 1
    const isOpened = turn % 2 === 0
    if (isOpened) readWords(library.articles.get(id).body)
    for (let save = 0; save < SAVES; save += 1) {
      const body = `${library.articles.get(id).body}\nKey ${save}.\n`
      await saveBoth(library, bare, id, body, save > 0 ? writing : isOpened ? first : cold)
    }
    index.push(await timed(() => library.articles.indexPending()))
  }
  return [
    compared('save while writing', writing),
    compared('first save: keeps a revision', first),
    compared('the same of one that was not opened', cold),
    ['search index, after a pause in writing', ms(percentile(index, 0.5)), ms(percentile(index, 0.95))],
  ]
}

/** The same of long articles, which stay in the library. */
export async function benchLongSaves(library: Library, bare: Database.Database): Promise<string[][]> {
  const rows: string[][] = []
  for (const words of LENGTHS) rows.push(await benchLong(library, bare, words))
  return rows
}

async function benchLong(library: Library, bare: Database.Database, words: number): Promise<string[]> {
  const text = bodyOf(randomFrom(words), 3, words)
  const { id } = library.articles.create({ title: `${words} words`, body: text })
  bare.prepare('INSERT INTO article VALUES (?, ?, ?)').run(id, `${words} words`, text)
  const times = newTimes()
  for (let save = 0; save < LONG_SAVES; save += 1) {
    const body = `${text.slice(0, 2_000)} Key ${save}. ${text.slice(2_000)}`
    await saveBoth(library, bare, id, body, save === 0 ? newTimes() : times)
  }
  return compared(`save while writing, ${words} words`, times)
}

function newTimes(): Times {
  return { ours: [], theirs: [] }
}

async function saveBoth(
  library: Library,
  bare: Database.Database,
  id: number,
  body: string,
  times: Times,
): Promise<void> {
  const update = bare.prepare('UPDATE article SET body = ? WHERE id = ?')
  const { version } = library.articles.get(id)
  times.ours.push(await timed(() => library.articles.save(id, version, { body })))
  times.theirs.push(await timed(() => update.run(body, id)))
}

function compared(name: string, { ours, theirs }: Times): string[] {
  const [median, other] = [percentile(ours, 0.5), percentile(theirs, 0.5)]
  return [
    name,
    ms(median),
    ms(percentile(ours, 0.95)),
    'bare SQLite update',
    ms(other),
    ms(percentile(theirs, 0.95)),
    ratio(median, other),
  ]
}
