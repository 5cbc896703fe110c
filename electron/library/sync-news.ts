import { randomUUID } from 'node:crypto'
import type { Changed } from '../../core/bridge.ts'
import { parseObject } from './json.ts'

/** How often each part of a library was changed, by whomever. Kept in the library, so that all see it. */
type Counts = Readonly<Partial<Record<Changed, number>>>

/** What news needs of a connection. */
interface Store {
  get<Row>(sql: string, ...values: string[]): Row | undefined
  run(sql: string, ...values: string[]): unknown
  /** Differs whenever another connection has written; never by what this one writes. */
  dataVersion(): unknown
}

/** Every part, at run time: what stands in a file may name others. */
const PARTS = Object.keys({
  articles: true,
  categories: true,
  tags: true,
  authors: true,
  related: true,
  media: true,
  site: true,
  searches: true,
} satisfies Partial<Record<Changed, true>>) as readonly Changed[]

/**
 * Tells what others change in a library that this connection has open, and nothing of what it changes itself. Each
 * commit that changes something counts it in one small row; looking costs nothing as long as nobody else has written,
 * and one row otherwise, however large the library is.
 */
export class News {
  readonly #store: Store
  /** What was counted up to now by this connection, or seen of others; null until it is first looked at. */
  #known: Counts | null = null
  /** Changed by others, found while writing and not yet told. */
  #untold = new Set<Changed>()
  #dataVersion: unknown

  constructor(store: Store) {
    this.#store = store
  }

  /** Counts what the open transaction changes; what it gives is to be called when that is on disk. */
  count(parts: ReadonlySet<Changed>): () => void {
    const before = this.#read()
    const after: Partial<Record<Changed, number>> = { ...before }
    for (const part of parts) after[part] = (before[part] ?? 0) + 1
    this.#store.run("INSERT OR REPLACE INTO note VALUES ('changes', ?)", JSON.stringify(after))
    // Counts come back with a backup; what was never twice the same tells one state from every other.
    this.#store.run("INSERT OR REPLACE INTO note VALUES ('state', ?)", randomUUID())
    return () => {
      for (const part of this.#foreign(before)) this.#untold.add(part)
      this.#known = after
    }
  }

  /** The parts that others have changed since it was asked last; the first time nothing. */
  fromOthers(): readonly Changed[] {
    const dataVersion = this.#store.dataVersion()
    if (dataVersion !== this.#dataVersion) {
      this.#dataVersion = dataVersion
      const now = this.#read()
      for (const part of this.#foreign(now)) this.#untold.add(part)
      this.#known = now
    }
    const told = [...this.#untold]
    this.#untold.clear()
    return told
  }

  #foreign(now: Counts): readonly Changed[] {
    const known = this.#known
    return known === null ? [] : PARTS.filter((part) => now[part] !== known[part])
  }

  #read(): Counts {
    const row = this.#store.get<{ value: string }>("SELECT value FROM note WHERE key = 'changes'")
    const stored = parseObject(row?.value ?? '{}')
    const counts: Partial<Record<Changed, number>> = {}
    for (const part of PARTS) {
      const count = stored[part]
      if (typeof count === 'number') counts[part] = count
    }
    return counts
  }
}
