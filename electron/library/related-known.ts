import {
  BadSnapshot,
  isCount,
  readJson,
  type SnapshotSink,
  type SnapshotSource,
} from '../../core/related/index.ts'

/** What an index was last told of an article. */
export interface Known {
  /** The article's, and when it was written to: versions are counted anew from a backup that was put back. */
  readonly version: number
  readonly savedAt: number
  /** Stands for its language, tags, category, date and links. */
  readonly key: number
  /** Slugs of the articles that its body links to. */
  readonly links: readonly string[]
}

/** Shared: most articles have none. */
const NO_LINKS: readonly string[] = []

export function saveKnown(known: ReadonlyMap<number, Known>, to: SnapshotSink): void {
  const all = [...known.values()]
  to.text(JSON.stringify(known.size))
  to.numbers(Float64Array.from(known.keys()))
  to.numbers(Float64Array.from(all, ({ version }) => version))
  to.numbers(Float64Array.from(all, ({ savedAt }) => savedAt))
  to.numbers(Float64Array.from(all, ({ key }) => key))
  to.text(JSON.stringify(all.flatMap(({ links }, at) => (links.length > 0 ? [[at, links]] : []))))
}

/** What was saved. @throws BadSnapshot */
export function loadKnown(from: SnapshotSource): Map<number, Known> {
  const size = readJson(from)
  if (!isCount(size)) throw new BadSnapshot('no number of articles')
  const ids = from.doubles(size)
  const [versions, savedAt, keys] = [from.doubles(size), from.doubles(size), from.doubles(size)]
  const links = linksOf(readJson(from))
  const known = new Map<number, Known>()
  for (let at = 0; at < size; at++) {
    known.set(ids[at]!, {
      version: versions[at]!,
      savedAt: savedAt[at]!,
      key: keys[at]!,
      links: links.get(at) ?? NO_LINKS,
    })
  }
  if (known.size !== size) throw new BadSnapshot('an article twice')
  return known
}

function linksOf(rows: unknown): ReadonlyMap<number, readonly string[]> {
  const isRow = (row: unknown): row is [number, string[]] =>
    Array.isArray(row) &&
    row.length === 2 &&
    isCount(row[0]) &&
    Array.isArray(row[1]) &&
    row[1].every((slug) => typeof slug === 'string')
  if (!Array.isArray(rows) || !rows.every(isRow)) throw new BadSnapshot('no links')
  return new Map(rows)
}
