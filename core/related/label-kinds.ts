import { DenseNumbers, LabelLists } from './label-lists.ts'
import { tagKey } from './metas.ts'
import type { Signals } from './signals.ts'
import { type SnapshotSink, type SnapshotSource, isCount, requireThat } from './snapshot.ts'
import type { RelatedMeta } from './source.ts'
import { hashText } from './vector.ts'

/** What articles have beside their words: tags, category, links, and titles, as the words of these are numbered. */
export class LabelKinds {
  readonly #signals: Signals
  readonly #hashOf: (word: number) => number
  readonly #tags = new LabelLists<string>(hashText)
  readonly #categories = new LabelLists<string>(hashText)
  readonly #links = new LabelLists<number>((id) => hashText(String(id)))
  readonly #titles = new LabelLists<number>((word) => this.#hashOf(word), new DenseNumbers())
  readonly #all = [this.#tags, this.#categories, this.#links, this.#titles]

  /** `hashOf` gives what stands for a numbered word in every library. */
  constructor(signals: Signals, hashOf: (word: number) => number) {
    this.#signals = signals
    this.#hashOf = hashOf
  }

  /** Gives the article `id` what it has; `title`: the words of that, each once. */
  set(slot: number, id: number, { tags, categoryPath, links }: RelatedMeta, title: readonly number[]): void {
    this.#tags.set(slot, [...new Set(tags.map(tagKey))])
    this.#categories.set(slot, withAncestors(categoryPath))
    // An article belongs to its own links, so that it is like those that link to it.
    this.#links.set(slot, [...new Set([id, ...links])])
    this.#titles.set(slot, title)
  }

  clear(slot: number): void {
    for (const lists of this.#all) lists.clear(slot)
  }

  /** Adds to `evidence`, by slot, what is the same from both sides: all but the titles. Of most articles nothing. */
  addLikeness(slot: number, evidence: Float64Array): void {
    this.#tags.addLikeness(slot, evidence, this.#signals.tags)
    this.#categories.addLikeness(slot, evidence, this.#signals.category)
    this.#links.addLikeness(slot, evidence, this.#signals.links)
  }

  /** Adds to `evidence`, by slot, how much of each title an article with these words speaks of. */
  addTitles(words: Iterable<number>, evidence: Float64Array): void {
    this.#titles.addContained(words, evidence, this.#signals.title)
  }

  /** By slot, the most that the title of the article in `slot` adds there; `eachWith` hands over who has a word. */
  mostOfTitle(
    slot: number,
    slots: number,
    eachWith: (word: number, visit: (at: number) => void) => void,
  ): Float64Array {
    const most = new Float64Array(slots)
    for (const word of this.#titles.labels(slot)) {
      const told = this.#titles.rarity(word)
      eachWith(word, (at) => (most[at]! += told))
    }
    const square = this.#titles.square(slot)
    for (let at = 0; at < slots; at++) most[at] = this.#signals.title * (most[at]! / square) ** 3
    return most
  }

  /** Has others be compared with the article in a slot, which has these words, one by one: see {@link besideOf}. */
  weigh(slot: number, words: Iterable<number>): void {
    for (const lists of [this.#tags, this.#categories, this.#links]) lists.weigh(slot)
    this.#titles.weighAll(words)
  }

  /** What {@link addLikeness} and {@link addTitles} add for another, to the last bit: one after another, as they do. */
  besideOf(slot: number, other: number): number {
    const { tags, category, links, title } = this.#signals
    let evidence = this.#tags.likenessWith(slot, other, tags)
    evidence += this.#categories.likenessWith(slot, other, category)
    evidence += this.#links.likenessWith(slot, other, links)
    return evidence + this.#titles.containedIn(other, title)
  }

  /** See {@link FeatureLists.mixTold}. */
  mixTold(slot: number, numbers: Int32Array): void {
    for (const lists of this.#all) lists.mixTold(slot, numbers)
  }

  /** Ids of what the article in a slot links to, its own among them. */
  linksOf(slot: number): readonly number[] {
    return this.#links.labels(slot)
  }

  /** Hands over the slots that link to an article, its own among them. */
  eachLinkTo(id: number, visit: (slot: number) => void): void {
    this.#links.eachWith(id, visit)
  }

  titleOf(slot: number): readonly number[] {
    return this.#titles.labels(slot)
  }

  /** See {@link LabelLists.rarity}. */
  rarityInTitles(word: number): number {
    return this.#titles.rarity(word)
  }

  /** The same of a tag, as `tagKey` has it. */
  rarityOfTag(tag: string): number {
    return this.#tags.rarity(tag)
  }

  save(to: SnapshotSink): void {
    for (const lists of this.#all) lists.save(to)
  }

  /**
   * Reads what was saved of so many slots, of which `isHere` says where articles are, with words below `words`, into what is
   * empty. @throws BadSnapshot
   */
  load(from: SnapshotSource, slots: number, words: number, isHere: (slot: number) => boolean): void {
    this.#tags.load(from, slots, isText)
    this.#categories.load(from, slots, isText)
    this.#links.load(from, slots, isCount)
    this.#titles.load(from, slots, (label): label is number => isCount(label) && label < words)
    for (let slot = 0; slot < slots; slot++) {
      const is = isHere(slot)
      requireThat(this.#all.every((lists) => lists.has(slot) === is))
    }
  }
}

const isText = (value: unknown): value is string => typeof value === 'string'

/** A category and those above it, each as its path. */
function withAncestors(path: readonly string[]): string[] {
  return path.map((_, depth) => path.slice(0, depth + 1).join('/'))
}
