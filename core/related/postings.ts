/** A row and what a feature is worth in it, as one number. */
const WORTH_BITS = 8
const WORTH = (1 << WORTH_BITS) - 1
/** Rows that fit beside a worth: more articles of one language than a library holds. */
const MOST_ROWS = 1 << (32 - WORTH_BITS)

/** One article's features, numbered, with what each is worth in it: as many of the one as of the other. */
export interface Features {
  readonly features: Int32Array
  readonly worths: Uint8Array
}

/**
 * For each feature the articles that have it, in flat arrays. What changes after they were made gets a row of its own
 * in lists beside them, so that an edit costs no more than what it touches.
 */
export class Postings {
  readonly #starts: Int32Array
  readonly #packed: Uint32Array
  readonly #later = new Map<number, number[]>()
  /** The row of each slot, and the slot of each row; -1 where there is none any more. */
  readonly #rowOf: number[] = []
  readonly #slotOf: number[] = []
  #changes = 0

  /** `uses`: how many of `articles`, by slot, have each feature. */
  constructor(uses: Int32Array, size: number, articles: readonly (Features | null)[]) {
    if (articles.length > MOST_ROWS / 2)
      throw new RangeError(`${articles.length} articles are too many to relate`)
    const starts = (this.#starts = new Int32Array(size + 1))
    for (let f = 0; f < size; f++) starts[f + 1] = starts[f]! + uses[f]!
    const packed = (this.#packed = new Uint32Array(starts[size]!))
    const next = starts.slice()
    for (const [slot, article] of articles.entries()) {
      this.#rowOf.push(article ? slot : -1)
      this.#slotOf.push(article ? slot : -1)
      if (!article) continue
      const { features, worths } = article
      for (let at = 0; at < features.length; at++) {
        packed[next[features[at]!]!++] = (slot << WORTH_BITS) | worths[at]!
      }
    }
  }

  /** How many rows were put in since the lists were made. */
  get changes(): number {
    return this.#changes
  }

  /** How long an array of scores must be. */
  get rows(): number {
    return this.#slotOf.length
  }

  rowOf(slot: number): number {
    return this.#rowOf[slot] ?? -1
  }

  /** Gives a slot the features of an article, or null for none, in the place of what it had. */
  set(slot: number, before: Features | null, after: Features | null): void {
    const old = this.rowOf(slot)
    if (before && old >= 0) {
      this.#slotOf[old] = -1
      // What lies in the flat arrays stays there, without a slot; the rest makes room.
      for (const feature of before.features) this.#drop(feature, old)
    }
    this.#rowOf[slot] = -1
    if (!after) return
    const row = this.#slotOf.length
    this.#rowOf[slot] = row
    this.#slotOf.push(slot)
    this.#changes++
    for (let at = 0; at < after.features.length; at++) {
      const feature = after.features[at]!
      const list = this.#later.get(feature)
      const one = (row << WORTH_BITS) | after.worths[at]!
      if (list) list.push(one)
      else this.#later.set(feature, [one])
    }
  }

  #drop(feature: number, row: number): void {
    const list = this.#later.get(feature)
    const at = list ? list.findIndex((one) => one >>> WORTH_BITS === row) : -1
    if (at >= 0) list?.splice(at, 1)
  }

  /** Adds to `scores`, by row, `weight` times what the feature is worth there. */
  addTo(scores: Float64Array, feature: number, weight: number): void {
    const packed = this.#packed
    const end = this.#starts[feature + 1] ?? 0
    for (let at = this.#starts[feature] ?? 0; at < end; at++) {
      const one = packed[at]!
      scores[one >>> WORTH_BITS]! += weight * (one & WORTH)
    }
    const later = this.#later.get(feature)
    if (!later) return
    for (const one of later) scores[one >>> WORTH_BITS]! += weight * (one & WORTH)
  }

  /** Every slot that has the feature, with what it is worth there. */
  each(feature: number, visit: (slot: number, worth: number) => void): void {
    const end = this.#starts[feature + 1] ?? 0
    for (let at = this.#starts[feature] ?? 0; at < end; at++) this.#visit(this.#packed[at]!, visit)
    for (const one of this.#later.get(feature) ?? []) this.#visit(one, visit)
  }

  #visit(one: number, visit: (slot: number, worth: number) => void): void {
    const slot = this.#slotOf[one >>> WORTH_BITS]!
    if (slot >= 0) visit(slot, one & WORTH)
  }
}
