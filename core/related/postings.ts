import { CommonTable } from './common-table.ts'
import type { FeatureRows } from './feature-rows.ts'
import { type SnapshotSink, type SnapshotSource, requireThat, requireWithin } from './snapshot.ts'

/** A row and what a feature is worth in it, as one number. */
const WORTH_BITS = 8
const WORTH = (1 << WORTH_BITS) - 1
/** Rows that fit beside a worth: more articles of one language than a library holds. */
const MOST_ROWS = 1 << (32 - WORTH_BITS)
/** How much of the library may change before the lists are made anew, which takes as long as many edits … */
const MOST_CHANGED = 1 / 8
/** … and how many articles at least. */
const LEAST_CHANGED = 64

/** One article's features, numbered, with what each is worth in it: as many of the one as of the other. */
export interface Features {
  readonly features: Int32Array
  readonly worths: Uint8Array
}

/**
 * For each feature the articles that have it, in flat arrays; of common features, what they are worth in every article.
 * What changes after they were made gets a row of its own, beside them, so that an edit costs no more than what it
 * touches.
 */
export class Postings {
  readonly #starts: Int32Array
  readonly #packed: Int32Array
  readonly #common: CommonTable
  readonly #later = new Map<number, number[]>()
  /** The row of each slot, and the slot of each row; -1 where there is none any more. */
  readonly #rowOf: number[] = []
  readonly #slotOf: number[] = []
  readonly #mostRows: number
  #isChanged = false

  /** Of the articles in `rows`; the rows of those that are there are their slots, until they change. */
  private constructor(starts: Int32Array, packed: Int32Array, common: CommonTable, rows: FeatureRows) {
    this.#starts = starts
    this.#packed = packed
    this.#common = common
    this.#mostRows = mostRows(rows.slots)
    for (let slot = 0; slot < rows.slots; slot++) {
      this.#rowOf.push(rows.has(slot) ? slot : -1)
      this.#slotOf.push(rows.has(slot) ? slot : -1)
    }
  }

  /** Of these articles and of features below `size`. `isCommon` names those that many have. */
  static of(rows: FeatureRows, size: number, isCommon: (feature: number) => boolean): Postings {
    const common: number[] = []
    for (let feature = 0; feature < size; feature++) if (isCommon(feature)) common.push(feature)
    const uses = usesIn(rows, size)
    const table = new CommonTable(common, mostRows(rows.slots))
    const starts = startsOf(uses, size, common)
    const packed = new Int32Array(starts[size]!)
    const next = starts.slice()
    for (let slot = 0; slot < rows.slots; slot++) {
      const article = rows.get(slot)
      if (!article) continue
      for (let at = 0; at < article.features.length; at++) {
        const [feature, worth] = [article.features[at]!, article.worths[at]!]
        const column = table.columnOf(feature)
        if (column !== undefined) table.set(slot, column, worth)
        else packed[next[feature]!++] = (slot << WORTH_BITS) | worth
      }
    }
    return new Postings(starts, packed, table, rows)
  }

  /** What was saved, of these articles; `uses`: how many have each of `size` features. @throws BadSnapshot */
  static load(from: SnapshotSource, rows: FeatureRows, uses: Int32Array, size: number): Postings {
    const table = CommonTable.load(from, rows.slots, mostRows(rows.slots), size)
    const starts = startsOf(uses, size, table.features)
    requireThat(starts[size]! >= 0)
    const packed = from.ints(starts[size]!)
    requireWithin(packed, packed.length, 0, rows.slots * (WORTH + 1) - 1)
    return new Postings(starts, packed, table, rows)
  }

  /** Only what was made anew and not changed since. */
  save(to: SnapshotSink): void {
    this.#common.save(to, this.rows)
    to.numbers(this.#packed)
  }

  /** Whether anything was changed since they were made. */
  get isChanged(): boolean {
    return this.#isChanged
  }

  /** Whether there is no room for another change: they must be made anew. */
  get isFull(): boolean {
    return this.rows >= this.#mostRows
  }

  /** How long an array of scores must be. */
  get rows(): number {
    return this.#slotOf.length
  }

  rowOf(slot: number): number {
    return this.#rowOf[slot] ?? -1
  }

  /** Where a feature stands in the table of common ones; undefined for one that few articles have. */
  columnOf(feature: number): number | undefined {
    return this.#common.columnOf(feature)
  }

  /** What a row is worth by these columns of the table. */
  product(row: number, columns: readonly number[], weights: readonly number[]): number {
    return this.#common.product(row, columns, weights)
  }

  /** Gives a slot the features of an article, or null for none, in the place of what it had. Not when it is full. */
  set(slot: number, before: Features | null, after: Features | null): void {
    this.#isChanged = true
    const old = this.rowOf(slot)
    if (before && old >= 0) {
      this.#slotOf[old] = -1
      this.#common.clear(old)
      // What lies in the flat arrays stays there, without a slot; the rest makes room.
      for (const feature of before.features) this.#drop(feature, old)
    }
    this.#rowOf[slot] = -1
    if (!after) return
    const row = this.#slotOf.length
    this.#rowOf[slot] = row
    this.#slotOf.push(slot)
    for (let at = 0; at < after.features.length; at++) {
      const [feature, worth] = [after.features[at]!, after.worths[at]!]
      const column = this.columnOf(feature)
      if (column !== undefined) this.#common.set(row, column, worth)
      else this.#addLater(feature, (row << WORTH_BITS) | worth)
    }
  }

  /** Adds to `scores`, by row, `weight` times what the feature, which is not a common one, is worth there. */
  addTo(scores: Float64Array, feature: number, weight: number): void {
    const packed = this.#packed
    const end = this.#starts[feature + 1] ?? 0
    for (let at = this.#starts[feature] ?? 0; at < end; at++) {
      const one = packed[at]!
      scores[one >>> WORTH_BITS]! += weight * (one & WORTH)
    }
    const later = this.#later.size > 0 ? this.#later.get(feature) : undefined
    if (!later) return
    for (const one of later) scores[one >>> WORTH_BITS]! += weight * (one & WORTH)
  }

  /** Takes out of `scores` those of all that have the feature, which is not a common one, and hands them over. */
  take(scores: Float64Array, feature: number, visit: (slot: number, score: number) => void): void {
    const end = this.#starts[feature + 1] ?? 0
    for (let at = this.#starts[feature] ?? 0; at < end; at++) this.#takeOne(scores, this.#packed[at]!, visit)
    for (const one of this.#later.get(feature) ?? []) this.#takeOne(scores, one, visit)
  }

  /** Takes all out of `scores`, and hands over what is not 0. */
  takeAll(scores: Float64Array, visit: (slot: number, score: number) => void): void {
    for (let row = 0; row < this.#slotOf.length; row++) {
      const score = scores[row]!
      if (score === 0) continue
      scores[row] = 0
      const slot = this.#slotOf[row]!
      if (slot >= 0) visit(slot, score)
    }
  }

  /** Every slot that has the feature, with what it is worth there. */
  each(feature: number, visit: (slot: number, worth: number) => void): void {
    const column = this.columnOf(feature)
    if (column !== undefined) return this.#eachInTable(column, visit)
    const end = this.#starts[feature + 1] ?? 0
    for (let at = this.#starts[feature] ?? 0; at < end; at++) this.#visit(this.#packed[at]!, visit)
    for (const one of this.#later.get(feature) ?? []) this.#visit(one, visit)
  }

  #addLater(feature: number, one: number): void {
    const list = this.#later.get(feature)
    if (list) list.push(one)
    else this.#later.set(feature, [one])
  }

  #drop(feature: number, row: number): void {
    const list = this.#later.get(feature)
    const at = list ? list.findIndex((one) => one >>> WORTH_BITS === row) : -1
    if (at >= 0) list?.splice(at, 1)
  }

  #takeOne(scores: Float64Array, one: number, visit: (slot: number, score: number) => void): void {
    const row = one >>> WORTH_BITS
    const score = scores[row]!
    if (score === 0) return
    scores[row] = 0
    const slot = this.#slotOf[row]!
    if (slot >= 0) visit(slot, score)
  }

  #visit(one: number, visit: (slot: number, worth: number) => void): void {
    const slot = this.#slotOf[one >>> WORTH_BITS]!
    if (slot >= 0) visit(slot, one & WORTH)
  }

  #eachInTable(column: number, visit: (slot: number, worth: number) => void): void {
    for (let row = 0; row < this.#slotOf.length; row++) {
      const slot = this.#slotOf[row]!
      const worth = slot < 0 ? 0 : this.#common.worth(row, column)
      if (worth > 0) visit(slot, worth)
    }
  }
}

function mostRows(slots: number): number {
  if (slots > MOST_ROWS / 2) throw new RangeError(`${slots} articles are too many to relate`)
  return slots + Math.max(LEAST_CHANGED, Math.ceil(slots * MOST_CHANGED))
}

/** Where the articles of each feature begin that is not a common one; these are in ascending order. */
function startsOf(uses: Int32Array, size: number, common: Iterable<number>): Int32Array {
  const starts = new Int32Array(size + 1)
  const ahead = common[Symbol.iterator]()
  let next = ahead.next()
  for (let feature = 0; feature < size; feature++) {
    const isCommon = !next.done && next.value === feature
    if (isCommon) next = ahead.next()
    starts[feature + 1] = starts[feature]! + (isCommon ? 0 : uses[feature]!)
  }
  return starts
}

function usesIn(rows: FeatureRows, size: number): Int32Array {
  const uses = new Int32Array(size)
  for (let slot = 0; slot < rows.slots; slot++) {
    const { features } = rows.get(slot) ?? { features: [] }
    for (let at = 0; at < features.length; at++) uses[features[at]!]!++
  }
  return uses
}
