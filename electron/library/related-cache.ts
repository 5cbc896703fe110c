import { readFileSync, writeFileSync } from 'node:fs'
import { type Hold, MOST_RELATED, type Told, isCount } from '../../core/related/index.ts'
import { keep, readKept } from './kept-folder.ts'

/** The list of an article, and what must be the same for it to be the same. */
export interface KeptList extends Hold {
  readonly id: number
  /** Ids of what its page shows, best first. */
  readonly shown: readonly number[]
  /** Stands for all by which it is related to others, but for what its words tell. */
  readonly sign: string
  /** See `Mark`. */
  readonly words: number
  readonly square: number
  /** Stands for what the writer said of its list alone. */
  readonly said: string
  /** What scores less does not come into the list; null where that hangs on all that is in the library. */
  readonly least: number | null
}

/** Related lists as they were made last. */
export interface KeptLists {
  /** As long as this is the same, so are the lists. */
  readonly key: string
  /** As long as this is the same, lists differ by what is noted of each alone. */
  readonly frame: string
  /** The kept index that words were compared with; empty when there was none. */
  readonly base: string
  /** The words that told something else than in that. */
  readonly told: Told
  /** By ascending id. */
  readonly lists: readonly KeptList[]
}

const FILE = 'lists.json'
/** Steps of one in which bounds are written. */
const FINE = 1e7
/** What such a number can be off by is less. */
const ROUND = 1e-4
const FORMAT = 3
/** A file that says more than this of each article was not written by us. */
const MOST_BYTES = 256 * 1024 * 1024

/**
 * What is kept in the library in `folder`; null when there is nothing, or it is not as it should be. It may come from a
 * stranger: it holds numbers of articles and what they score, and whoever uses it looks whether such articles are there.
 */
export function readLists(folder: string): KeptLists | null {
  return readKept(folder, 'related', FILE, MOST_BYTES, (file) => fromText(readFileSync(file, 'utf8')))
}

/** Keeps lists in the place of those that were; where the folder refuses it, they are made again another time. */
export function keepLists(folder: string, lists: KeptLists): void {
  keep(folder, 'related', FILE, (file) => writeFileSync(file, toText(lists)))
}

// A row is an array: names of what it holds would be most of the file.
function toText({ lists, ...rest }: KeptLists): string {
  const rows = lists.map((list) => {
    const { id, sign, words, square, said, shown, reserve } = list
    // Each a little to the safe side, and as short as that lets it be.
    const least = list.least && Math.floor(list.least * FINE + ROUND) / FINE
    const [slack, next] = [Math.floor(list.slack * FINE) / FINE, Math.ceil(list.next * FINE) / FINE]
    return [id, sign, words, square, said, least, slack, next, shown.length, ...shown, ...reserve]
  })
  return JSON.stringify({ format: FORMAT, ...rest, rows })
}

function fromText(text: string): KeptLists | null {
  const parsed = parse(text)
  if (typeof parsed !== 'object' || parsed === null) return null
  const { format, key, frame, base, told, rows } = parsed as Readonly<Record<string, unknown>>
  if (format !== FORMAT || typeof key !== 'string' || typeof frame !== 'string') return null
  if (typeof base !== 'string' || !isTold(told) || !Array.isArray(rows)) return null
  const lists: KeptList[] = []
  let before = 0
  for (const row of rows as readonly unknown[]) {
    const list = fromRow(row)
    if (!list || list.id <= before) return null
    before = list.id
    lists.push(list)
  }
  const ids = new Set(lists.map(({ id }) => id))
  const areHere = lists.every(({ shown }) => shown.every((id) => ids.has(id)))
  return areHere ? { key, frame, base, told, lists } : null
}

const isTold = (value: unknown): value is Told =>
  typeof value === 'object' &&
  value !== null &&
  Object.values(value).every((told) => Array.isArray(told) && told.every(isCount))

function fromRow(row: unknown): KeptList | null {
  if (!Array.isArray(row) || row.length > 2 * MOST_RELATED + 9) return null
  const [id, sign, words, square, said, least, slack, next, count, ...ids] = row as readonly unknown[]
  if (!isId(id) || typeof sign !== 'string' || typeof said !== 'string') return null
  if (least !== null && typeof least !== 'number') return null
  if (![words, square, slack, next].every((one) => typeof one === 'number' && one >= 0)) return null
  if (!isCount(count) || count > ids.length || count > MOST_RELATED) return null
  if (!ids.every((other) => isId(other) && other !== id) || new Set(ids).size !== ids.length) return null
  const all = ids as readonly number[]
  const numbers = { words, square, slack, next } as Pick<KeptList, 'words' | 'square' | 'slack' | 'next'>
  return { id, sign, said, least, ...numbers, shown: all.slice(0, count), reserve: all.slice(count) }
}

const isId = (value: unknown): value is number => Number.isSafeInteger(value) && (value as number) > 0

function parse(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch (thrown) {
    if (thrown instanceof SyntaxError) return null
    throw thrown
  }
}
