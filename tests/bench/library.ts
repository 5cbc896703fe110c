/** Save and search in libraries of any size, each beside the plainest thing that could do it. */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type Database from 'better-sqlite3'
import { type Library, openLibrary } from '../../electron/library/library.ts'
import { copyLibrary } from './make-library.ts'
import { ms, percentile, printTable, ratio, timed } from './measure.ts'
import { SAVE_HEAD, bareTable, benchLongSaves, benchSave } from './save.ts'

const SEARCHES = 100
/** What stands in for searching in a large library takes long, each time as long. */
const PLAIN_SEARCHES = 5

/** Prints save and search times in libraries of `counts` articles of 800 words. */
export async function benchLibrary(root: string, counts: readonly number[]): Promise<void> {
  for (const count of counts) {
    const folder = mkdtempSync(join(tmpdir(), 'longhand-bench-'))
    try {
      copyLibrary(root, count, join(folder, 'library'))
      const library = openLibrary(join(folder, 'library'))
      const bare = bareTable(join(folder, 'bare.db'), library)
      const rows = [
        SAVE_HEAD,
        ...(await benchSave(library, bare)),
        await benchSearch(library, bare),
        ...(await benchLongSaves(library, bare)),
      ]
      bare.close()
      library.close()
      printTable(`${count} articles of 800 words, fsync as this disk has it`, rows)
    } finally {
      rmSync(folder, { recursive: true, force: true })
    }
  }
}

async function benchSearch(library: Library, bare: Database.Database): Promise<string[]> {
  const like = bare.prepare('SELECT id FROM article WHERE body LIKE ? LIMIT 50')
  const total = library.articles.counts().all
  const ours: number[] = []
  const theirs: number[] = []
  for (let turn = 0; turn < SEARCHES; turn += 1) {
    const words = library.articles.get(((turn * 7_919) % total) + 1).title.split(' ')
    const word = (words[turn % words.length] ?? 'ba').toLowerCase()
    ours.push(await timed(() => library.articles.list({ query: word }, null, 0, 50)))
    if (turn < PLAIN_SEARCHES) theirs.push(await timed(() => like.all(`%${word}%`)))
  }
  const [median, other] = [percentile(ours, 0.5), percentile(theirs, 0.5)]
  return [
    'search, best 50 with snippets',
    ms(median),
    ms(percentile(ours, 0.95)),
    'LIKE, any 50',
    ms(other),
    ms(percentile(theirs, 0.95)),
    ratio(median, other),
  ]
}
