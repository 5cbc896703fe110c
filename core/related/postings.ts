import { HashTable } from './hash-table.ts'

/** What one article brings to an inverted list: which features it has, and how much of each. */
export interface Features {
  /** 32-bit hashes, ascending, each once. */
  readonly hashes: Uint32Array
  readonly weights: ArrayLike<number>
}

interface Row {
  readonly terms: Int32Array
  readonly weights: ArrayLike<number>
}

interface Compiled {
  /** Where the list of each term begins in `slots` and `weights`. */
  readonly starts: Int32Array
  readonly slots: Int32Array
  readonly weights: Float32Array
  /** Rarity of each term: ln of all articles by those that have it. */
  readonly rarity: Float64Array
  /** Length of each article's weighted vector. */
  readonly lengths: Float64Array
}

/**
 * Inverted lists over numbered slots: the cosine of one article to all others in time that grows with the
 * length of its terms' lists, not with the library. Lists are made at the first question after a change.
 */
export class Postings {
  readonly #table = new HashTable()
  readonly #rows: (Row | null)[] = []
  #inUse: number[] = []
  #count = 0
  #compiled: Compiled | null = null

  set(slot: number, features: Features): void {
    this.clear(slot)
    const terms = new Int32Array(features.hashes.length)
    for (let i = 0; i < terms.length; i++) {
      const term = this.#table.number(features.hashes[i] ?? 0)
      terms[i] = term
      this.#inUse[term] = (this.#inUse[term] ?? 0) + 1
    }
    this.#rows[slot] = { terms, weights: features.weights }
    this.#count++
    this.#compiled = null
  }

  clear(slot: number): void {
    const row = this.#rows[slot]
    if (!row) return
    for (const term of row.terms) this.#inUse[term] = (this.#inUse[term] ?? 1) - 1
    this.#rows[slot] = null
    this.#count--
    this.#compiled = null
  }

  /** Adds to `scores`, by slot, the cosine of each article with the one in `slot` (that one included). */
  addCosines(slot: number, scores: Float64Array, factor = 1): void {
    const { starts, slots, weights, rarity, lengths } = this.#compile()
    const row = this.#rows[slot]
    const own = lengths[slot] ?? 0
    if (!row || own === 0) return
    for (let i = 0; i < row.terms.length; i++) {
      const term = row.terms[i] ?? 0
      const value = rarity[term] ?? 0
      const weight = ((row.weights[i] ?? 0) * value * value * factor) / own
      const end = starts[term + 1] ?? 0
      for (let at = starts[term] ?? 0; at < end; at++) {
        const other = slots[at] ?? 0
        scores[other] = (scores[other] ?? 0) + (weight * (weights[at] ?? 0)) / (lengths[other] ?? 1)
      }
    }
  }

  /** What each feature that two articles share adds to their cosine, as places in the first one's features. */
  shared(slot: number, other: number): readonly { readonly at: number; readonly part: number }[] {
    const { rarity, lengths } = this.#compile()
    const [a, b] = [this.#rows[slot], this.#rows[other]]
    if (!a || !b) return []
    const theirs = new Map(Array.from(b.terms, (term, at) => [term, b.weights[at] ?? 0]))
    const both = (lengths[slot] ?? 0) * (lengths[other] ?? 0) || 1
    const parts: { at: number; part: number }[] = []
    for (let at = 0; at < a.terms.length; at++) {
      const term = a.terms[at] ?? 0
      const weight = theirs.get(term)
      if (weight === undefined) continue
      parts.push({ at, part: ((a.weights[at] ?? 0) * weight * (rarity[term] ?? 0) ** 2) / both })
    }
    return parts
  }

  #compile(): Compiled {
    if (this.#compiled) return this.#compiled
    const terms = this.#table.size
    const rarity = new Float64Array(terms)
    const starts = new Int32Array(terms + 1)
    for (let term = 0; term < terms; term++) {
      const inUse = this.#inUse[term] ?? 0
      rarity[term] = inUse > 0 ? Math.log(this.#count / inUse) : 0
      // A term of one article relates it to nothing: no list.
      starts[term + 1] = (starts[term] ?? 0) + (inUse > 1 ? inUse : 0)
    }
    const total = starts[terms] ?? 0
    const slots = new Int32Array(total)
    const weights = new Float32Array(total)
    const lengths = new Float64Array(this.#rows.length)
    const next = starts.slice()
    for (const [slot, row] of this.#rows.entries()) {
      if (!row) continue
      let squares = 0
      for (let i = 0; i < row.terms.length; i++) {
        const term = row.terms[i] ?? 0
        if ((this.#inUse[term] ?? 0) < 2) continue
        const weight = row.weights[i] ?? 0
        squares += (weight * (rarity[term] ?? 0)) ** 2
        const at = next[term] ?? 0
        slots[at] = slot
        weights[at] = weight
        next[term] = at + 1
      }
      lengths[slot] = Math.sqrt(squares)
    }
    return (this.#compiled = { starts, slots, weights, rarity, lengths })
  }
}
