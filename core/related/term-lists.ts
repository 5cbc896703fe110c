import { HashTable } from './hash-table.ts'
import { Inverted, type Row } from './inverted.ts'
import { COUNT_UNIT, type TermVector, hashPair } from './vector.ts'

/** A word is worth ln(1 + count / SATURATION): the tenth mention adds less than the second. */
const SATURATION = 2
/** A word that more than this part of the library uses tells nothing; a tiny library is spared. */
const COMMON = 0.5
const TINY = 4

const countWorth = Float64Array.from({ length: 0x10000 }, (_, count) =>
  Math.log(1 + count / COUNT_UNIT / SATURATION),
)

interface Entry {
  readonly vector: TermVector
  /** Numbers of its words, then its parts, then its pairs. */
  readonly features: Int32Array
  readonly counts: Uint16Array
}

interface Compiled {
  readonly rarity: Float64Array
  readonly inverted: Inverted
}

/** A word of one article that stands in another too, and how much it adds to their likeness. */
export interface SharedWord {
  readonly form: string
  readonly worth: number
}

/**
 * The words of all articles of one language: TF-IDF with cosine, over words, parts of compounds and pairs.
 * Rarity is known here alone, so it is worked out anew at the first question after a change.
 */
export class TermLists {
  readonly #table = new HashTable()
  readonly #entries: (Entry | null)[] = []
  /** For each feature: articles that have it at all, and articles that have it as a word. */
  readonly #uses: number[] = []
  readonly #usesAsWord: number[] = []
  #count = 0
  #compiled: Compiled | null = null

  set(slot: number, vector: TermVector): void {
    this.clear(slot)
    const features = Int32Array.from(featureHashes(vector), (hash) => this.#table.number(hash))
    const counts = Uint16Array.from([...vector.wordCounts, ...vector.partCounts, ...vector.pairCounts])
    this.#entries[slot] = { vector, features, counts }
    this.#use({ vector, features, counts }, 1)
  }

  clear(slot: number): void {
    const entry = this.#entries[slot]
    if (!entry) return
    this.#entries[slot] = null
    this.#use(entry, -1)
  }

  /** Adds to `scores`, by slot, `factor` times the cosine of each article with the one in `slot`. */
  addCosines(slot: number, scores: Float64Array, factor: number): void {
    const { inverted, rarity } = this.#compile()
    const entry = this.#entries[slot]
    if (entry) inverted.addCosines(rowOf(entry, rarity), scores, factor)
  }

  /**
   * The words of the article in `slot` that stand in the other one too, most telling first. A pair that both
   * have speaks for its two words.
   */
  sharedWords(slot: number, other: number): readonly SharedWord[] {
    const { rarity } = this.#compile()
    const [mine, theirs] = [this.#entries[slot], this.#entries[other]]
    if (!mine || !theirs) return []
    const row = rowOf(theirs, rarity)
    const weights = new Map(Array.from(row.features, (feature, at) => [feature, row.weights[at] ?? 0]))
    const { words, parts, pairs, forms } = mine.vector
    const worth = new Float64Array(words.length)
    for (const [at, feature] of mine.features.entries()) {
      const added =
        (countWorth[mine.counts[at] ?? 0] ?? 0) * (rarity[feature] ?? 0) * (weights.get(feature) ?? 0)
      if (at < words.length) worth[at] = (worth[at] ?? 0) + added
      const pair = at - words.length - parts.length
      if (pair < 0) continue
      for (const place of [pairs[pair * 2] ?? 0, pairs[pair * 2 + 1] ?? 0]) {
        // A common word is named for a pair's sake only where it is a word of both and tells something.
        if ((worth[place] ?? 0) > 0) worth[place] = (worth[place] ?? 0) + added / 2
      }
    }
    return forms
      .map((form, place) => ({ form, worth: worth[place] ?? 0, place }))
      .filter((word) => word.worth > 0)
      .sort((a, b) => b.worth - a.worth || a.place - b.place)
  }

  #use({ vector, features }: Entry, step: 1 | -1): void {
    for (const [at, feature] of features.entries()) {
      this.#uses[feature] = (this.#uses[feature] ?? 0) + step
      this.#usesAsWord[feature] = (this.#usesAsWord[feature] ?? 0) + (at < vector.words.length ? step : 0)
    }
    this.#count += step
    this.#compiled = null
  }

  #compile(): Compiled {
    if (this.#compiled) return this.#compiled
    const rarity = this.#rarities()
    const sizes = Int32Array.from(rarity, (value, feature) => (value > 0 ? (this.#uses[feature] ?? 0) : 0))
    const inverted = new Inverted(sizes, (use) => {
      for (const [slot, entry] of this.#entries.entries()) if (entry) use(slot, rowOf(entry, rarity))
    })
    return (this.#compiled = { rarity, inverted })
  }

  /**
   * What having each feature tells. Of a word: ln of all articles by those that have it. A part counts only
   * if it is a word of two articles. Of a pair: ln of the articles that have the rarer of its words
   * by those that have the pair, which is what it tells beyond that word.
   */
  #rarities(): Float64Array {
    const rarity = new Float64Array(this.#table.size)
    const most = Math.max(TINY, this.#count * COMMON)
    for (let feature = 0; feature < rarity.length; feature++) {
      const uses = this.#uses[feature] ?? 0
      if ((this.#usesAsWord[feature] ?? 0) < 2 || uses > most) continue
      rarity[feature] = Math.log((this.#count + 1) / uses)
    }
    for (const entry of this.#entries) if (entry) this.#ratePairs(entry, rarity)
    return rarity
  }

  #ratePairs({ vector, features }: Entry, rarity: Float64Array): void {
    const before = vector.words.length + vector.parts.length
    for (let pair = 0; pair < vector.pairCounts.length; pair++) {
      const feature = features[before + pair] ?? 0
      const uses = this.#uses[feature] ?? 0
      if (uses < 2 || (rarity[feature] ?? 0) > 0) continue
      const first = this.#uses[features[vector.pairs[pair * 2] ?? 0] ?? 0] ?? 0
      const second = this.#uses[features[vector.pairs[pair * 2 + 1] ?? 0] ?? 0] ?? 0
      rarity[feature] = Math.max(0, Math.log(Math.min(first, second) / uses))
    }
  }
}

function featureHashes({ words, parts, pairs }: TermVector): number[] {
  const hashes = [...words, ...parts]
  for (let at = 0; at < pairs.length; at += 2) {
    hashes.push(hashPair(words[pairs[at] ?? 0] ?? 0, words[pairs[at + 1] ?? 0] ?? 0))
  }
  return hashes
}

/** An entry's telling features, weighted and brought to length 1. */
function rowOf({ features, counts }: Entry, rarity: Float64Array): Row {
  const kept = new Int32Array(features.length)
  const weights = new Float32Array(features.length)
  let [size, squares] = [0, 0]
  for (let at = 0; at < features.length; at++) {
    const feature = features[at] ?? 0
    const value = rarity[feature] ?? 0
    if (value === 0) continue
    const weight = (countWorth[counts[at] ?? 0] ?? 0) * value
    kept[size] = feature
    weights[size] = weight
    squares += weight * weight
    size++
  }
  const length = Math.sqrt(squares) || 1
  for (let at = 0; at < size; at++) weights[at] = (weights[at] ?? 0) / length
  return { features: kept.subarray(0, size), weights: weights.subarray(0, size) }
}
