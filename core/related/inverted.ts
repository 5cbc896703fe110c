/** One article's features, numbered, with what each weighs once the whole has length 1. */
export interface Row {
  readonly features: Int32Array
  readonly weights: Float32Array
}

/**
 * Inverted lists: for each feature the slots that have it, in flat arrays. The cosine of one row with all
 * others then costs the length of its features' lists, and touches nothing else.
 */
export class Inverted {
  readonly #starts: Int32Array
  readonly #ends: Int32Array
  readonly #slots: Int32Array
  readonly #weights: Float32Array

  /** `rows` by slot; `sizes` has room for each feature's list, which may stay shorter. */
  constructor(sizes: Int32Array, rows: readonly (Row | null)[]) {
    this.#starts = new Int32Array(sizes.length + 1)
    for (let f = 0; f < sizes.length; f++) this.#starts[f + 1] = (this.#starts[f] ?? 0) + (sizes[f] ?? 0)
    const total = this.#starts[sizes.length] ?? 0
    this.#slots = new Int32Array(total)
    this.#weights = new Float32Array(total)
    const next = this.#starts.slice()
    this.#ends = next
    for (const [slot, row] of rows.entries()) {
      for (let i = 0; row && i < row.features.length; i++) {
        const feature = row.features[i] ?? 0
        const at = next[feature] ?? 0
        this.#slots[at] = slot
        this.#weights[at] = row.weights[i] ?? 0
        next[feature] = at + 1
      }
    }
  }

  /** Adds to `scores`, by slot, `factor` times the cosine of each article's row with this one. */
  addCosines({ features, weights }: Row, scores: Float64Array, factor: number): void {
    for (let i = 0; i < features.length; i++) {
      const feature = features[i] ?? 0
      const weight = (weights[i] ?? 0) * factor
      const end = this.#ends[feature] ?? 0
      for (let at = this.#starts[feature] ?? 0; at < end; at++) {
        const slot = this.#slots[at] ?? 0
        scores[slot] = (scores[slot] ?? 0) + weight * (this.#weights[at] ?? 0)
      }
    }
  }
}
