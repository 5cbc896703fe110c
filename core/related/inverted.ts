/** One article's features, numbered, with what each weighs. */
export interface Row {
  readonly features: Int32Array
  readonly weights: Float32Array | Float64Array
}

/**
 * Inverted lists: for each feature the slots that have it, in flat arrays. The products of one row with all
 * others then cost the length of its features' lists, and touch nothing else.
 */
export class Inverted {
  readonly #starts: Int32Array
  readonly #slots: Int32Array
  readonly #weights: Float32Array

  /** `sizes`: how long each feature's list is; `rows` by slot, with as many of each feature. */
  constructor(sizes: Int32Array, rows: Iterable<readonly [slot: number, row: Row]>) {
    const starts = new Int32Array(sizes.length + 1)
    for (let f = 0; f < sizes.length; f++) starts[f + 1] = (starts[f] ?? 0) + (sizes[f] ?? 0)
    const total = starts[sizes.length] ?? 0
    const slots = (this.#slots = new Int32Array(total))
    const worths = (this.#weights = new Float32Array(total))
    const next = starts.slice()
    for (const [slot, { features, weights }] of rows) {
      for (let i = 0; i < features.length; i++) {
        const feature = features[i] ?? 0
        const at = next[feature] ?? 0
        slots[at] = slot
        worths[at] = weights[i] ?? 0
        next[feature] = at + 1
      }
    }
    this.#starts = starts
  }

  /** Whether any row has the feature; features numbered later than the lists are made are in none. */
  has(feature: number): boolean {
    return (this.#starts[feature + 1] ?? 0) > (this.#starts[feature] ?? 0)
  }

  /** Adds to `scores`, by slot, `weight` times what the feature weighs in each row that has it. */
  add(feature: number, weight: number, scores: Float64Array): void {
    const [slots, weights] = [this.#slots, this.#weights]
    const end = this.#starts[feature + 1] ?? 0
    for (let at = this.#starts[feature] ?? 0; at < end; at++) {
      scores[slots[at]!]! += weight * weights[at]!
    }
  }
}
