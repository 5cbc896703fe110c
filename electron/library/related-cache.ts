import { readFileSync, writeFileSync } from 'node:fs'
import { MOST_RELATED } from '../../core/related/index.ts'
import { keep, readKept } from './related-folder.ts'

/** The list of an article, and what must be the same for it to be the same. */
export interface KeptList {
  readonly id: number
  /** Ids of what its page shows, best first. */
  readonly shown: readonly number[]
  /** Stands for all by which it is related to others. */
  readonly sign: string
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
  /** By ascending id. */
  readonly lists: readonly KeptList[]
}

const FILE = 'lists.json'
const FORMAT = 2
/** A file that says more than this of each article was not written by us. */
const MOST_BYTES = 256 * 1024 * 1024

/**
 * What is kept in the library in `folder`; null when there is nothing, or it is not as it should be. It may come from a
 * stranger: it holds numbers of articles and what they score, and whoever uses it looks whether such articles are there.
 */
export function readLists(folder: string): KeptLists | null {
  return readKept(folder, FILE, MOST_BYTES, (file) => fromText(readFileSync(file, 'utf8')))
}

/** Keeps lists in the place of those that were; where the folder refuses it, they are made again another time. */
export function keepLists(folder: string, lists: KeptLists): void {
  keep(folder, FILE, (file) => writeFileSync(file, toText(lists)))
}

// A row is an array: names of what it holds would be most of the file.
function toText({ key, frame, lists }: KeptLists): string {
  const rows = lists.map(({ id, shown, sign, said, least }) => [id, sign, said, least, ...shown])
  return JSON.stringify({ format: FORMAT, key, frame, rows })
}

function fromText(text: string): KeptLists | null {
  const parsed = parse(text)
  if (typeof parsed !== 'object' || parsed === null) return null
  const { format, key, frame, rows } = parsed as Readonly<Record<string, unknown>>
  if (format !== FORMAT || typeof key !== 'string' || typeof frame !== 'string') return null
  if (!Array.isArray(rows)) return null
  const lists: KeptList[] = []
  let before = 0
  for (const row of rows as readonly unknown[]) {
    const list = fromRow(row)
    if (!list || list.id <= before) return null
    before = list.id
    lists.push(list)
  }
  const ids = new Set(lists.map(({ id }) => id))
  return lists.every(({ shown }) => shown.every((id) => ids.has(id))) ? { key, frame, lists } : null
}

function fromRow(row: unknown): KeptList | null {
  if (!Array.isArray(row) || row.length > MOST_RELATED + 4) return null
  const [id, sign, said, least, ...shown] = row as readonly unknown[]
  if (!isId(id) || typeof sign !== 'string' || typeof said !== 'string') return null
  if (least !== null && typeof least !== 'number') return null
  const isList = shown.every((other) => isId(other) && other !== id) && new Set(shown).size === shown.length
  return isList ? { id, sign, said, least, shown: shown as readonly number[] } : null
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
