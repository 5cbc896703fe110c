import { HashTable } from './hash-table.ts'
import { Inverted, type Row } from './inverted.ts'
import { COUNT_UNIT, type TermVector, hashPair } from './vector.ts'

/** A word is worth ln(1 + count / SATURATION): the tenth mention adds less than the second. */
const SATURATION = 3
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
  readonly rows: readonly (Row | null)[]
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

  /** Gives an article its words; nothing is worked out anew when they are what they were. */
  set(slot: number, vector: TermVector): void {
    const before = this.#entries[slot]
    if (before && isSame(before.vector, vector)) return
    this.clear(slot)
    const entry = { vector, features: this.#featuresOf(vector), counts: countsOf(vector) }
    this.#entries[slot] = entry
    this.#use(entry, 1)
  }

  clear(slot: number): void {
    const entry = this.#entries[slot]
    if (!entry) return
    this.#entries[slot] = null
    this.#use(entry, -1)
  }

  /** Adds to `scores`, by slot, `factor` times the cosine of each article with the one in `slot`. */
  addCosines(slot: number, scores: Float64Array, factor: number): void {
    const { rows, inverted } = this.#compile()
    const row = rows[slot]
    if (row) inverted.addCosines(row, scores, factor)
  }

  /**
   * For the article in `slot`, a question that can be asked of any other: which of its words stand there
   * too, most telling first. A pair that both have speaks for its two words.
   */
  sharedWords(slot: number): (other: number) => readonly SharedWord[] {
    const { rows, rarity } = this.#compile()
    const mine = this.#entries[slot]
    if (!mine) return () => []
    const positions = new Map<number, number>()
    for (let at = 0; at < mine.features.length; at++) {
      const feature = mine.features[at] ?? 0
      if ((rarity[feature] ?? 0) > 0) positions.set(feature, at)
    }
    const forms = mine.vector.forms.split('\n')
    return (other) => {
      const row = rows[other]
      return row ? wordsByWorth(worthOfWords(mine, row, positions, rarity), forms) : []
    }
  }

  #featuresOf({ words, parts, pairs }: TermVector): Int32Array {
    const features = new Int32Array(words.length + parts.length + pairs.length / 2)
    let at = 0
    for (let i = 0; i < words.length; i++) features[at++] = this.#table.number(words[i] ?? 0)
    for (let i = 0; i < parts.length; i++) features[at++] = this.#table.number(parts[i] ?? 0)
    for (let i = 0; i < pairs.length; i += 2) {
      const [first, second] = [words[pairs[i] ?? 0] ?? 0, words[pairs[i + 1] ?? 0] ?? 0]
      features[at++] = this.#table.number(hashPair(first, second))
    }
    return features
  }

  #use({ vector, features }: Entry, step: 1 | -1): void {
    while (this.#uses.length < this.#table.size) {
      this.#uses.push(0)
      this.#usesAsWord.push(0)
    }
    for (let at = 0; at < features.length; at++) {
      const feature = features[at] ?? 0
      this.#uses[feature] = (this.#uses[feature] ?? 0) + step
      if (at < vector.words.length) this.#usesAsWord[feature] = (this.#usesAsWord[feature] ?? 0) + step
    }
    this.#count += step
    this.#compiled = null
  }

  #compile(): Compiled {
    if (this.#compiled) return this.#compiled
    const rarity = this.#rarities()
    const sizes = Int32Array.from(rarity, (value, feature) => (value > 0 ? (this.#uses[feature] ?? 0) : 0))
    const rows = this.#entries.map((entry) => entry && rowOf(entry, rarity))
    return (this.#compiled = { rarity, rows, inverted: new Inverted(sizes, rows) })
  }

  /**
   * What having each feature tells. Of a word: ln of all articles by those that have it. A part counts only
   * if it is a word of some article. Of a pair: ln of the articles that have the rarer of its words
   * by those that have the pair, which is what it tells beyond that word.
   */
  #rarities(): Float64Array {
    const rarity = new Float64Array(this.#table.size)
    const most = Math.max(TINY, this.#count * COMMON)
    for (let feature = 0; feature < rarity.length; feature++) {
      const uses = this.#uses[feature] ?? 0
      if ((this.#usesAsWord[feature] ?? 0) === 0 || uses > most) continue
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

function isSame(a: TermVector, b: TermVector): boolean {
  const lists = ['words', 'wordCounts', 'parts', 'partCounts', 'pairs', 'pairCounts'] as const
  return a.forms === b.forms && lists.every((list) => isSameList(a[list], b[list]))
}

function isSameList(a: Uint16Array | Uint32Array, b: Uint16Array | Uint32Array): boolean {
  return a.length === b.length && a.every((value, at) => value === b[at])
}

function countsOf({ wordCounts, partCounts, pairCounts }: TermVector): Uint16Array {
  const counts = new Uint16Array(wordCounts.length + partCounts.length + pairCounts.length)
  counts.set(wordCounts)
  counts.set(partCounts, wordCounts.length)
  counts.set(pairCounts, wordCounts.length + partCounts.length)
  return counts
}

/** What each word of an article adds to its likeness with one that has `row`, up to a common factor. */
function worthOfWords(
  { vector, counts }: Entry,
  row: Row,
  positions: ReadonlyMap<number, number>,
  rarity: Float64Array,
): Float64Array {
  const { words, parts, pairs } = vector
  const worth = new Float64Array(words.length)
  // Words come before pairs in a row, so a word's own worth is known when a pair speaks for it.
  for (let i = 0; i < row.features.length; i++) {
    const feature = row.features[i] ?? 0
    const at = positions.get(feature)
    if (at === undefined) continue
    const added = (row.weights[i] ?? 0) * (countWorth[counts[at] ?? 0] ?? 0) * (rarity[feature] ?? 0)
    const pair = at - words.length - parts.length
    if (at < words.length) worth[at] = added
    if (pair < 0) continue
    for (const place of [pairs[pair * 2] ?? 0, pairs[pair * 2 + 1] ?? 0]) {
      // Not for a word that tells nothing of itself: it would be named for its neighbour's sake.
      if ((worth[place] ?? 0) > 0) worth[place] = (worth[place] ?? 0) + added / 2
    }
  }
  return worth
}

function wordsByWorth(worth: Float64Array, forms: readonly string[]): readonly SharedWord[] {
  const places: number[] = []
  for (const [place, value] of worth.entries()) if (value > 0) places.push(place)
  return places
    .sort((a, b) => (worth[b] ?? 0) - (worth[a] ?? 0) || a - b)
    .map((place) => ({ form: forms[place] ?? '', worth: worth[place] ?? 0 }))
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
  return { features: kept.slice(0, size), weights: weights.slice(0, size) }
}
