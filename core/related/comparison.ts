import type { Postings } from './postings.ts'

/** Bounds are worked out in another order than what they bound: a little more than that can differ. */
const MARGIN = 1 + 1e-9

/** How long the rows of articles are, by slot. */
export interface Rows {
  /** The squares of their lengths, and what of those is from common features. */
  readonly squares: Float64Array
  readonly commonSquares: Float64Array
  /** 1 by the length; and the length that common features alone would make. */
  readonly inverses: Float64Array
  readonly commonRoots: Float64Array
}

/**
 * One article compared with all others, in two steps: by features that few articles have, for all of them at once;
 * then by those that many have, only for articles that are asked of. What the second step adds at most is known
 * beforehand (by Cauchy and Schwarz: the product of what the two have of common features), so that the likest are
 * found without comparing all, and are the same, to the last bit, as if all had been compared.
 */
export class Comparison {
  readonly #postings: Postings
  readonly #rows: Rows
  /** By row. */
  readonly #scores: Float64Array
  readonly #factor: number
  readonly #square: number
  /** What a product with this article is multiplied by to be evidence, but for the other's length. */
  readonly #scale: number
  /** The most that a length of 1 by common features adds, likewise. */
  readonly #commonScale: number
  /** Its common features. */
  readonly #columns: number[] = []
  readonly #weights: number[] = []

  /** `scores`: all 0. `factor`: what a likeness of 1 counts as evidence. */
  constructor(slot: number, postings: Postings, rows: Rows, scores: Float64Array, factor: number) {
    this.#postings = postings
    this.#rows = rows
    this.#scores = scores
    this.#factor = factor
    this.#square = rows.squares[slot]!
    this.#scale = factor * rows.inverses[slot]!
    this.#commonScale = this.#scale * rows.commonRoots[slot]! * MARGIN
  }

  /** Counts a feature of the article, at once unless it is a common one. */
  count(feature: number, weight: number): void {
    const column = this.#postings.columnOf(feature)
    if (column === undefined) return this.#postings.addTo(this.#scores, feature, weight)
    this.#columns.push(column)
    this.#weights.push(weight)
  }

  /** Makes `evidence`, by slot, what it is at least: what is `beside` the likeness, and what has been counted of that. */
  least(beside: Float64Array, evidence: Float64Array, slots: number): void {
    const [postings, scores, scale, { inverses }] = [
      this.#postings,
      this.#scores,
      this.#scale / MARGIN,
      this.#rows,
    ]
    for (let slot = 0; slot < slots; slot++) {
      const row = postings.rowOf(slot)
      evidence[slot] = beside[slot]! + (row < 0 ? 0 : scores[row]! * inverses[slot]! * scale)
    }
  }

  /** Slots of which the evidence may come up to `floor`, when it is at least what `evidence` says. */
  mayReach(floor: number, evidence: Float64Array, slots: number): number[] {
    const found: number[] = []
    for (let slot = 0; slot < slots; slot++) if (this.most(slot, evidence[slot]!) >= floor) found.push(slot)
    return found
  }

  /** The most that the evidence can be, when it is at least `least`. */
  most(slot: number, least: number): number {
    const { inverses, commonRoots } = this.#rows
    return (least * MARGIN + commonRoots[slot]! * inverses[slot]! * this.#commonScale) * MARGIN
  }

  /** The evidence of likeness with the article in a slot: all is counted. */
  of(slot: number): number {
    const row = this.#postings.rowOf(slot)
    if (row < 0) return 0
    // Whole numbers: the order in which they are added is all one.
    const score = this.#scores[row]! + this.#postings.product(row, this.#columns, this.#weights)
    return score === 0 ? 0 : (this.#factor * score) / Math.sqrt(this.#square * this.#rows.squares[slot]!)
  }
}
