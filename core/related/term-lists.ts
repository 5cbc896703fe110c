import { FeatureTable, grown } from './feature-table.ts'
import { Inverted, type Row } from './inverted.ts'
import { type SharedWord, sharedWords } from './shared-words.ts'
import { COUNT_UNIT, type TermVector } from './vector.ts'

/** A word is worth ln(1 + count / SATURATION): the tenth mention adds less than the second. */
const SATURATION = 3
/** A word that more than this part of the library uses tells nothing; a tiny library is spared. */
const COMMON = 0.5
const TINY = 4
/** So many changes may follow before the long lists are made anew, which takes several times longer than one. */
const MOST_CHANGES = 64

const countWorth = Float64Array.from({ length: 0x10000 }, (_, count) =>
  Math.log(1 + count / COUNT_UNIT / SATURATION),
)

interface Entry {
  readonly vector: TermVector
  /** Numbers of its words, then its parts, then its pairs. */
  readonly features: Int32Array
  readonly worths: Float32Array
}

/** What follows from all articles together. */
interface Compiled {
  /** By feature: what having it tells; 0 where that is nothing. */
  readonly rarity: Float64Array
  /** By slot: 1 by the length of its weighted row. */
  readonly shares: Float64Array
  readonly lists: Inverted
  /** What the lists lack since something changed, by feature. */
  readonly added: ReadonlyMap<number, Added>
}

interface Added {
  readonly rows: number[]
  readonly worths: number[]
}

/**
 * The words of all articles of one language: TF-IDF with cosine, over words, parts of compounds and pairs. Rarity
 * is known here alone and worked out anew at the first question after a change; the long lists, which hold none of
 * it, then stay as they are. What is answered depends, to the last bit, on what is in it and not on how it came there.
 */
export class TermLists {
  readonly #table = new FeatureTable()
  readonly #entries: (Entry | null)[] = []
  /** For each feature: articles that have it at all, and articles that have it as a word. */
  #uses = new Int32Array(1024)
  #usesAsWord = new Int32Array(1024)
  #count = 0
  #compiled: Compiled | null = null
  #lists: Inverted | null = null
  /** By slot, its row in the lists: one that has changed gets another, so that what it was counts for nothing. */
  #rowOf: number[] = []
  #rows = 0
  readonly #changed = new Set<number>()
  #changes = 0
  #scores = new Float64Array(0)

  /** Gives an article its words; nothing is worked out anew when they are what they were. */
  set(slot: number, vector: TermVector): void {
    const before = this.#entries[slot]
    if (before && isSame(before.vector, vector)) return
    this.clear(slot)
    const entry = { vector, features: this.#featuresOf(vector), worths: worthsOf(vector) }
    this.#entries[slot] = entry
    this.#rowOf[slot] = this.#rows++
    this.#changed.add(slot)
    this.#use(entry, 1)
  }

  clear(slot: number): void {
    const entry = this.#entries[slot]
    if (!entry) return
    this.#entries[slot] = null
    this.#changed.delete(slot)
    this.#use(entry, -1)
  }

  /** Adds to `evidence`, by slot, `factor` times the cosine of each article with the one in `slot`. */
  addCosines(slot: number, evidence: Float64Array, factor: number): void {
    const { rarity, shares, lists, added } = this.#compile()
    const entry = this.#entries[slot]
    if (!entry) return
    const { features, worths } = entry
    const scores = this.#emptyScores()
    for (let at = 0; at < features.length; at++) {
      const feature = features[at]!
      const value = rarity[feature]!
      if (value === 0) continue
      const weight = worths[at]! * value * value
      lists.add(feature, weight, scores)
      const more = added.size > 0 ? added.get(feature) : undefined
      if (more) for (const [place, row] of more.rows.entries()) scores[row]! += weight * more.worths[place]!
    }
    const share = factor * shares[slot]!
    for (let other = 0; other < shares.length; other++) {
      evidence[other]! += share * shares[other]! * scores[this.#rowOf[other]!]!
    }
  }

  /**
   * For the article in `slot`, a question that can be asked of any other: which of its words stand there
   * too, most telling first.
   */
  sharedWords(slot: number): (other: number) => readonly SharedWord[] {
    const { rarity } = this.#compile()
    const mine = this.#entries[slot]
    if (!mine) return () => []
    const words = sharedWords(mine, rarity)
    return (other) => {
      const entry = this.#entries[other]
      return entry ? words(entry) : []
    }
  }

  #featuresOf({ words, parts, pairs }: TermVector): Int32Array {
    const features = new Int32Array(words.length + parts.length + pairs.length / 2)
    let at = 0
    for (let i = 0; i < words.length; i++) features[at++] = this.#table.ofWord(words[i]!)
    for (let i = 0; i < parts.length; i++) features[at++] = this.#table.ofWord(parts[i]!)
    for (let i = 0; i < pairs.length; i += 2) {
      features[at++] = this.#table.ofPair(features[pairs[i]!] ?? 0, features[pairs[i + 1]!] ?? 0)
    }
    return features
  }

  #use({ vector, features }: Entry, step: 1 | -1): void {
    while (this.#uses.length < this.#table.size) {
      this.#uses = grown(this.#uses)
      this.#usesAsWord = grown(this.#usesAsWord)
    }
    const [uses, usesAsWord] = [this.#uses, this.#usesAsWord]
    for (let at = 0; at < features.length; at++) uses[features[at]!]! += step
    for (let at = 0; at < vector.words.length; at++) usesAsWord[features[at]!]! += step
    this.#count += step
    this.#changes++
    this.#compiled = null
  }

  #compile(): Compiled {
    if (this.#compiled) return this.#compiled
    const rarity = this.#rarities()
    if (!this.#lists || this.#changes > MOST_CHANGES) this.#lists = this.#makeLists(rarity)
    const added = this.#added(rarity, this.#lists)
    const shares = Float64Array.from(this.#entries, (entry) => (entry ? shareOf(entry, rarity) : 0))
    return (this.#compiled = { rarity, shares, lists: this.#lists, added })
  }

  #makeLists(rarity: Float64Array): Inverted {
    const sizes = Int32Array.from(rarity, (value, feature) => (value > 0 ? this.#uses[feature]! : 0))
    this.#rowOf = this.#entries.map((_, slot) => slot)
    this.#rows = this.#entries.length
    this.#changed.clear()
    this.#changes = 0
    return new Inverted(sizes, tellingRows(this.#entries, rarity))
  }

  /** All of what changed since the lists were made, and of the others those features that told nothing then. */
  #added(rarity: Float64Array, lists: Inverted): ReadonlyMap<number, Added> {
    const added = new Map<number, Added>()
    const isNew = rarity.map((value, feature) => (value > 0 && !lists.has(feature) ? 1 : 0))
    const anyNew = isNew.includes(1)
    for (const [slot, entry] of this.#entries.entries()) {
      const isChanged = this.#changed.has(slot)
      if (!entry || !(isChanged || anyNew)) continue
      for (let at = 0; at < entry.features.length; at++) {
        const feature = entry.features[at]!
        if (isChanged ? rarity[feature] === 0 : isNew[feature] === 0) continue
        let list = added.get(feature)
        if (!list) added.set(feature, (list = { rows: [], worths: [] }))
        list.rows.push(this.#rowOf[slot]!)
        list.worths.push(entry.worths[at]!)
      }
    }
    return added
  }

  /**
   * What having each feature tells. Of a word: ln of all articles by those that have it. A part counts only
   * if it is a word of some article. Of a pair: ln of the articles that have the rarer of its words
   * by those that have the pair, which is what it tells beyond that word.
   */
  #rarities(): Float64Array {
    const [uses, usesAsWord, table] = [this.#uses, this.#usesAsWord, this.#table]
    const rarity = new Float64Array(table.size)
    const most = Math.max(TINY, this.#count * COMMON)
    for (let feature = 0; feature < rarity.length; feature++) {
      const used = uses[feature]!
      const second = table.secondOf(feature)
      if (second >= 0) {
        if (used < 2) continue
        const rarer = Math.min(uses[table.firstOf(feature)]!, uses[second]!)
        rarity[feature] = Math.max(0, Math.log(rarer / used))
      } else if (usesAsWord[feature]! > 0 && used <= most) {
        rarity[feature] = Math.log((this.#count + 1) / used)
      }
    }
    return rarity
  }

  #emptyScores(): Float64Array {
    if (this.#scores.length < this.#rows) return (this.#scores = new Float64Array(this.#rows))
    return this.#scores.fill(0)
  }
}

function isSame(a: TermVector, b: TermVector): boolean {
  const lists = ['words', 'wordCounts', 'parts', 'partCounts', 'pairs', 'pairCounts'] as const
  return a.forms === b.forms && lists.every((list) => isSameList(a[list], b[list]))
}

function isSameList(a: Uint16Array | Uint32Array, b: Uint16Array | Uint32Array): boolean {
  return a.length === b.length && a.every((value, at) => value === b[at])
}

/** What each word, part and pair of an article counts for, as often as it stands there. */
function worthsOf({ wordCounts, partCounts, pairCounts }: TermVector): Float32Array {
  const worths = new Float32Array(wordCounts.length + partCounts.length + pairCounts.length)
  let at = 0
  for (const counts of [wordCounts, partCounts, pairCounts]) {
    for (let i = 0; i < counts.length; i++) worths[at++] = countWorth[counts[i]!]!
  }
  return worths
}

/** 1 by the length of an article's weighted row; 0 for one in which nothing tells anything. */
function shareOf({ features, worths }: Entry, rarity: Float64Array): number {
  let squares = 0
  for (let at = 0; at < features.length; at++) {
    const weight = worths[at]! * rarity[features[at]!]!
    squares += weight * weight
  }
  return squares > 0 ? 1 / Math.sqrt(squares) : 0
}

function* tellingRows(
  entries: readonly (Entry | null)[],
  rarity: Float64Array,
): Generator<readonly [slot: number, row: Row]> {
  for (const [slot, entry] of entries.entries()) {
    if (!entry) continue
    const { features, worths } = entry
    const kept = new Int32Array(features.length)
    const weights = new Float32Array(features.length)
    let size = 0
    for (let at = 0; at < features.length; at++) {
      const feature = features[at]!
      if (rarity[feature] === 0) continue
      kept[size] = feature
      weights[size++] = worths[at]!
    }
    yield [slot, { features: kept.subarray(0, size), weights: weights.subarray(0, size) }]
  }
}
