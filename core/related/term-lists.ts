import type { Comparison } from './comparison.ts'
import { FeatureLists } from './feature-lists.ts'
import { FeatureTable, grown } from './feature-table.ts'
import type { Features } from './postings.ts'
import { type Forms, type SharedWord, sharedWords } from './shared-words.ts'
import { type SnapshotSink, type SnapshotSource, requireThat, requireWithin, spareFor } from './snapshot.ts'
import type { TermVector } from './vector.ts'
import { COMMON, logOf, worthOf } from './weights.ts'

/** A word that few articles use is never common, however small the library. */
const TINY = 4

/** A word that one in so many articles has is common: it is compared by last. */
const FEW = 12

const NO_WORDS = new Int32Array(0)

/** An article's words, then the parts of its words, then its pairs of words. */
export interface TermEntry extends Features {
  readonly words: number
  /** Where its pairs begin. */
  readonly pairsFrom: number
}

/** The words of all articles of one language: TF-IDF with cosine, over words, parts of compounds and pairs. */
export class TermLists {
  readonly #table = new FeatureTable()
  /** For each feature, articles that have it as a word. */
  #usesAsWord = new Int32Array(1024)
  /** By slot, how many words an article has, and where its pairs begin. */
  #words = new Int32Array(64)
  #pairsFrom = new Int32Array(64)
  readonly #lists = new FeatureLists({
    beyond: 1,
    rarity: (feature, logCount) => this.#rarity(feature, logCount),
    likeness: (rarity) => rarity * rarity,
    base: 0,
    // A pair is had by few.
    isCommon: (feature, uses, count) => uses * FEW > count && this.#table.secondOf(feature) < 0,
    nameOf: (feature) => (this.#table.secondOf(feature) < 0 ? this.#table.firstOf(feature) : 0),
    eachDependent: (slot, feature, visit) => this.#pairsWith(slot, feature, visit),
  })

  /** Gives an article its words; nothing is worked out anew when they are what they were. */
  set(slot: number, vector: TermVector): void {
    const before = this.#entry(slot)
    const entry = this.#entryOf(vector)
    if (before && isSame(before, entry)) return
    this.#put(slot, before, entry)
  }

  clear(slot: number): void {
    const before = this.#entry(slot)
    if (before) this.#put(slot, before, null)
  }

  /** Compares an article with all others by the cosine of their words; see {@link FeatureLists.compare}. */
  compare(slot: number, factor: number): Comparison | null {
    return this.#lists.compare(slot, factor)
  }

  /** The words of the article in `slot`, numbered, in the order of its vector; a number is a word's for good. */
  words(slot: number): Int32Array {
    const entry = this.#lists.entry(slot)
    return entry ? entry.features.subarray(0, this.#words[slot]) : NO_WORDS
  }

  /** The hash of a numbered word, as a vector has it. */
  hashOf(word: number): number {
    return this.#table.firstOf(word) >>> 0
  }

  /** See {@link FeatureLists.mixTold}. */
  mixTold(slot: number, numbers: Int32Array): void {
    this.#lists.mixTold(slot, numbers)
  }

  /** How many words and pairs have been numbered. */
  get size(): number {
    return this.#table.size
  }

  /** Of so many slots. */
  save(to: SnapshotSink, slots: number): void {
    this.#table.save(to)
    to.numbers(this.#usesAsWord.subarray(0, this.#table.size))
    for (const part of [this.#words, this.#pairsFrom]) to.numbers(part.subarray(0, slots))
    this.#lists.save(to)
  }

  /** Reads what was saved in the place of what was here. @throws BadSnapshot */
  load(from: SnapshotSource, slots: number): void {
    this.#table.load(from)
    const size = this.#table.size
    this.#usesAsWord = from.ints(size, spareFor(size))
    requireWithin(this.#usesAsWord, size, 0, slots)
    this.#words = from.ints(slots, spareFor(slots))
    this.#pairsFrom = from.ints(slots, spareFor(slots))
    this.#lists.load(from, slots, size)
    for (let slot = 0; slot < slots; slot++) {
      const [words, pairsFrom] = [this.#words[slot]!, this.#pairsFrom[slot]!]
      requireThat(words >= 0 && words <= pairsFrom && pairsFrom <= this.#lists.length(slot))
    }
  }

  /** The words by themselves, which whoever relates by them looks closer at. */
  get lists(): Pick<
    FeatureLists,
    'rebase' | 'told' | 'drift' | 'square' | 'weigh' | 'likenessWith' | 'eachWith'
  > {
    return this.#lists
  }

  /** Whether there is something in a slot. */
  has(slot: number): boolean {
    return this.#lists.has(slot)
  }

  /**
   * For the article in `slot`, a question that can be asked of any other: which of its words stand there
   * too, most telling first. `forms` are its words as written, in the order of its vector; so are those of the other.
   */
  sharedWords(
    slot: number,
    forms: Forms,
    stem: (word: string) => string,
  ): (other: number, theirForms: () => Forms) => readonly SharedWord[] {
    const mine = this.#entry(slot)
    if (!mine || forms.length < mine.words) return () => []
    const words = sharedWords(mine, forms, { rarity: this.#lists.rarity, table: this.#table, stem })
    return (other, theirForms) => {
      const entry = this.#entry(other)
      return entry ? words(entry, theirForms) : []
    }
  }

  #put(slot: number, before: TermEntry | null, entry: TermEntry | null): void {
    while (this.#usesAsWord.length < this.#table.size) this.#usesAsWord = grown(this.#usesAsWord)
    for (let at = 0; before && at < before.words; at++) this.#usesAsWord[before.features[at]!]! -= 1
    for (let at = 0; entry && at < entry.words; at++) this.#usesAsWord[entry.features[at]!]! += 1
    this.#lists.put(slot, entry, this.#table.size)
    while (slot >= this.#words.length) {
      this.#words = grown(this.#words)
      this.#pairsFrom = grown(this.#pairsFrom)
    }
    this.#words[slot] = entry?.words ?? 0
    this.#pairsFrom[slot] = entry?.pairsFrom ?? 0
  }

  #entry(slot: number): TermEntry | null {
    const features = this.#lists.entry(slot)
    return features && { ...features, words: this.#words[slot]!, pairsFrom: this.#pairsFrom[slot]! }
  }

  #entryOf(vector: TermVector): TermEntry {
    const { words, parts, pairs } = vector
    const pairsFrom = words.length + parts.length
    const features = new Int32Array(pairsFrom + pairs.length / 2)
    let at = 0
    for (let i = 0; i < words.length; i++) features[at++] = this.#table.ofWord(words[i]!)
    for (let i = 0; i < parts.length; i++) features[at++] = this.#table.ofWord(parts[i]!)
    for (let i = 0; i < pairs.length; i += 2) {
      features[at++] = this.#table.ofPair(features[pairs[i]!] ?? 0, features[pairs[i + 1]!] ?? 0)
    }
    return { features, worths: worthsOf(vector), words: words.length, pairsFrom }
  }

  #pairsWith(slot: number, word: number, visit: (pair: number) => void): void {
    const { features } = this.#lists.entry(slot) ?? { features: NO_WORDS }
    for (let at = this.#pairsFrom[slot]!; at < features.length; at++) {
      const pair = features[at]!
      if (this.#table.firstOf(pair) === word || this.#table.secondOf(pair) === word) visit(pair)
    }
  }

  /**
   * What having a feature tells. Of a word: ln of all articles by those that have it. A part counts only
   * if it is a word of some article. Of a pair: ln of the articles that have the rarer of its words
   * by those that have the pair, which is what it tells beyond that word.
   */
  #rarity(feature: number, logCount: number): number {
    const [lists, table] = [this.#lists, this.#table]
    const used = lists.uses(feature)
    const second = table.secondOf(feature)
    if (second >= 0) {
      if (used < 2) return 0
      const rarer = Math.min(lists.uses(table.firstOf(feature)), lists.uses(second))
      return Math.max(0, logOf(rarer) - logOf(used))
    }
    if (this.#usesAsWord[feature]! === 0) return 0
    const rarity = logCount - logOf(used)
    return rarity >= COMMON || used <= TINY ? Math.max(0, rarity) : 0
  }
}

function isSame(a: TermEntry, b: TermEntry): boolean {
  if (a.words !== b.words || a.pairsFrom !== b.pairsFrom) return false
  return isSameList(a.features, b.features) && isSameList(a.worths, b.worths)
}

function isSameList(a: Int32Array | Uint8Array, b: Int32Array | Uint8Array): boolean {
  return a.length === b.length && a.every((value, at) => value === b[at])
}

/** What each word, part and pair of an article counts for, as often as it stands there. */
function worthsOf({ wordCounts, partCounts, pairCounts }: TermVector): Uint8Array {
  const worths = new Uint8Array(wordCounts.length + partCounts.length + pairCounts.length)
  let at = 0
  for (const counts of [wordCounts, partCounts, pairCounts]) {
    for (let i = 0; i < counts.length; i++) worths[at++] = worthOf(counts[i]!)
  }
  return worths
}
