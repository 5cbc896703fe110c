import { LabelKinds } from './label-kinds.ts'
import { profileOf } from './language.ts'
import { Metas } from './metas.ts'
import type { Ranked } from './order.ts'
import { namedOfTitle, reasonsFor } from './reasons.ts'
import { Best, type RankOptions } from './best.ts'
import type { Hold } from './hold.ts'
import type { Comparison } from './comparison.ts'
import { type Fresh, freshFactor } from './rules.ts'
import { type Signals, nearness, toScore, usualEvidence } from './signals.ts'
import { type SnapshotSink, type SnapshotSource, requireThat } from './snapshot.ts'
import type { Reason, RelatedMeta } from './source.ts'
import { TermLists } from './term-lists.ts'
import type { TermVector } from './vector.ts'

/** Evidence that is added up in another order differs by less. */
const MARGIN = 1 + 1e-9
/** When more of all than this may be among the best, it is no less work to compare all. */
const MOST_COMPARED = 1 / 4

/** The most related articles, and whether they are so whatever is usual in the library. */
export interface Order {
  readonly list: readonly Ranked[]
  readonly isCertain: boolean
  /** Null where it is not certain, or shorter than was asked for. */
  readonly hold: Hold | null
}

export const NO_ORDER: Order = { list: [], isCertain: true, hold: null }

/** What stands for what an article's features tell. */
export interface Mark {
  /** For its tags, category, links and title, a whole number of 53 bits. */
  readonly labels: number
  /** The same for its words. */
  readonly words: number
  /** The square of the length of its words' row. */
  readonly square: number
}

export const NO_MARK: Mark = { labels: 0, words: 0, square: 0 }

/** The words of an article as it writes them, one a line in the order of its vector. */
export type FormsOf = (id: number) => string

/** The articles of one language, compared with each other alone. */
export class Partition {
  readonly #language: string
  readonly #signals: Signals
  readonly #slots = new Map<number, number>()
  readonly #metas = new Metas()
  readonly #free: number[] = []
  readonly #terms = new TermLists()
  readonly #labels: LabelKinds
  readonly #sign = new Int32Array(2)
  readonly #rooms = { evidence: new Float64Array(0), beside: new Float64Array(0) }

  readonly #formsOf: FormsOf

  constructor(language: string, signals: Signals, formsOf: FormsOf) {
    this.#language = language
    this.#signals = signals
    this.#labels = new LabelKinds(signals, (word) => this.#terms.hashOf(word))
    this.#formsOf = formsOf
  }

  /** How many articles there are. */
  get size(): number {
    return this.#slots.size
  }

  /** Their ids. */
  get ids(): Iterable<number> {
    return this.#slots.keys()
  }

  /** Puts an article in, or in the place of what it was. */
  add(id: number, vector: TermVector, meta: RelatedMeta): void {
    const slot = this.#slots.get(id) ?? this.#free.pop() ?? this.#metas.slots
    this.#metas.set(slot, id, meta)
    this.#slots.set(id, slot)
    this.#terms.set(slot, vector)
    const words = this.#terms.words(slot)
    const title = Array.from(vector.titled, (place) => words[place]!)
    this.#labels.set(slot, id, meta, title)
  }

  remove(id: number): void {
    const slot = this.#slots.get(id)
    if (slot === undefined) return
    this.#slots.delete(id)
    this.#metas.clear(slot)
    this.#terms.clear(slot)
    this.#labels.clear(slot)
    this.#free.push(slot)
  }

  /** The most related, best first. */
  order(id: number, options: RankOptions): Order {
    const slot = this.#slots.get(id)
    return slot === undefined || options.limit < 1 ? NO_ORDER : this.#best(slot, options)
  }

  save(to: SnapshotSink): void {
    this.#metas.save(to)
    this.#terms.save(to, this.#metas.slots)
    this.#labels.save(to)
  }

  /** Reads what was saved, of a partition of this language, into one that is empty. @throws BadSnapshot */
  load(from: SnapshotSource): void {
    this.#metas.load(from)
    const { slots } = this.#metas
    this.#terms.load(from, slots)
    this.#labels.load(from, slots, this.#terms.size, (slot) => this.#metas.has(slot))
    for (let slot = 0; slot < slots; slot++) {
      const isHere = this.#metas.has(slot)
      requireThat(this.#terms.has(slot) === isHere)
      if (isHere) this.#slots.set(this.#metas.id(slot), slot)
      else this.#free.push(slot)
    }
    // No article twice.
    requireThat(this.#slots.size + this.#free.length === slots)
  }

  /** See {@link RelatedIndex.mark}. */
  mark(id: number): Mark {
    const slot = this.#slots.get(id)
    if (slot === undefined) return NO_MARK
    return {
      labels: this.#told(slot, this.#labels),
      words: this.#told(slot, this.#terms),
      square: this.#terms.lists.square(slot),
    }
  }

  /** See {@link RelatedIndex.rebase}. */
  rebase(): void {
    this.#terms.lists.rebase()
  }

  /** See {@link RelatedIndex.told}. */
  told(): readonly number[] | null {
    return this.#terms.lists.told()
  }

  /** See {@link RelatedIndex.drift}. */
  drift(told: ReadonlyMap<number, number>): ((id: number) => number) | null {
    const drift = this.#terms.lists.drift(told)
    return drift && ((id) => (drift[this.#slots.get(id) ?? -1] ?? 0) * this.#signals.terms)
  }

  /** See {@link RelatedIndex.rescored}. */
  rescored(id: number, others: readonly number[], options: RankOptions, next: number): Order {
    const slot = this.#slots.get(id)
    const slots = others.map((other) => this.#slots.get(other))
    if (slot === undefined) return NO_ORDER
    this.#terms.lists.weigh(slot)
    this.#labels.weigh(slot, this.#terms.words(slot))
    const best = new Best(
      { slot, metas: this.#metas, isLinked: this.#linkedWith(slot) },
      options,
      this.#signals,
    )
    for (const at of slots) {
      if (at === undefined) return NO_ORDER
      const likeness = this.#terms.lists.likenessWith(slot, at, this.#signals.terms)
      best.offer(at, this.#labels.besideOf(slot, at) + likeness)
    }
    return best.isCertain ? ordered(best, options.limit, next) : NO_ORDER
  }

  /** A number of 53 bits that stands for what some features tell of an article. */
  #told(slot: number, of: Pick<TermLists, 'mixTold'>): number {
    const numbers = this.#sign.fill(1)
    of.mixTold(slot, numbers)
    return (numbers[0]! >>> 0) + (numbers[1]! & 0x1f_ffff) * 2 ** 32
  }

  /** See {@link RelatedIndex.eachReached}. */
  eachReached(
    id: number,
    fresh: Fresh | null,
    floorOf: (other: number) => number | null,
    visit: (other: number) => void,
  ): void {
    const slot = this.#slots.get(id)
    if (slot === undefined) return
    const metas = this.#metas
    const mine = metas.day(slot)
    const comparison = this.#terms.compare(slot, this.#signals.terms)
    const beside = this.#besideTermsOfBoth(slot)
    const evidence = this.#empty('evidence')
    if (comparison) comparison.least(beside, evidence, metas.slots)
    else evidence.set(beside.subarray(0, metas.slots))
    const ofTitle = this.#labels.mostOfTitle(slot, metas.slots, (word, also) =>
      this.#terms.lists.eachWith(word, also),
    )
    for (let at = 0; at < metas.slots; at++) {
      if (at === slot || !metas.has(at)) continue
      const near = nearness(mine, metas.day(at), this.#signals.nearness) * freshFactor(mine, fresh)
      const floor = floorOf(metas.id(at))
      if (floor === null) continue
      const reaches = (found: number) => {
        // All other evidence is the same from both sides; how much of its title the other speaks of is not.
        const most = (found + ofTitle[at]!) * MARGIN
        return most >= this.#signals.least && toScore(most * near) >= floor
      }
      // All that it has in common is only worked out where the bound of that reaches so far.
      if (!reaches(comparison?.most(at, evidence[at]!) ?? evidence[at]!)) continue
      if (reaches(beside[at]! + (comparison?.of(at) ?? 0))) visit(metas.id(at))
    }
  }

  /** For one article a question that can be asked of any other here: why it is suggested beside it. */
  reasons(id: number): (other: number) => readonly Reason[] {
    const slot = this.#slots.get(id)
    if (slot === undefined) return () => []
    const mine = this.#metas.subject(slot)
    const formsOf = (article: number) => this.#formsOf(article).split('\n')
    const forms = formsOf(id)
    const wordsSharedWith = this.#terms.sharedWords(slot, forms, profileOf(this.#language).stem)
    const written = new Map(Array.from(this.#terms.words(slot), (word, at) => [word, forms[at] ?? '']))
    const rarity = (tag: string) => this.#labels.rarityOfTag(tag)
    const rarityInTitles = (word: number) => this.#labels.rarityInTitles(word)
    return (other) => {
      const at = this.#slots.get(other)
      if (at === undefined) return []
      const named = namedOfTitle(this.#labels.titleOf(at), written, rarityInTitles)
      return reasonsFor(
        mine,
        this.#metas.subject(at),
        { named, shared: wordsSharedWith(at, () => formsOf(other)) },
        rarity,
      )
    }
  }

  #best(slot: number, options: RankOptions): Order {
    const comparison = this.#terms.compare(slot, this.#signals.terms)
    const beside = this.#besideTerms(slot)
    const asked = { slot, metas: this.#metas, isLinked: this.#linkedWith(slot) }
    const newBest = () => new Best(asked, options, this.#signals)
    const few = comparison && this.#bestOfFew(slot, comparison, beside, newBest)
    if (few) return ordered(few, options.limit)
    const evidence = this.#evidence(slot, comparison, beside)
    const best = this.#bestOfAll(evidence, newBest())
    if (best.isCertain) return ordered(best, options.limit)
    const { list } = this.#bestOfAll(evidence, newBest(), this.#usual(evidence))
    return { list, isCertain: false, hold: null }
  }

  #evidence(slot: number, comparison: Comparison | null, beside: Float64Array): Float64Array {
    const evidence = this.#empty('evidence')
    for (let at = 0; at < this.#metas.slots; at++) evidence[at] = beside[at]! + (comparison?.of(at) ?? 0)
    evidence[slot] = 0
    return evidence
  }

  /**
   * The best, from only those of which the bounds do not say that they cannot be among them; null where that is no less
   * work than to compare all, and where it depends on what is usual.
   */
  #bestOfFew(slot: number, comparison: Comparison, beside: Float64Array, newBest: () => Best): Best | null {
    const evidence = this.#empty('evidence')
    const { slots } = this.#metas
    comparison.least(beside, evidence, slots)
    evidence[slot] = -Infinity
    const best = newBest()
    const of = (at: number) => beside[at]! + comparison.of(at)
    const first = best.highest(evidence)
    for (const at of first) best.offer(at, of(at))
    if (!best.isFull) return null
    const others: { readonly at: number; readonly most: number }[] = []
    for (const at of comparison.mayReach(best.least, evidence, slots)) {
      if (!this.#metas.has(at) || first.includes(at)) continue
      const most = best.counts(at, comparison.most(at, evidence[at]!))
      if (best.mayEnter(most)) others.push({ at, most })
    }
    if (others.length > slots * MOST_COMPARED) return null
    for (const { at, most } of others.sort((a, b) => b.most - a.most)) {
      if (!best.mayEnter(most)) break
      best.offer(at, of(at))
    }
    return best.isCertain ? best : null
  }

  #bestOfAll(evidence: Float64Array, best: Best, usual = 0): Best {
    for (let at = 0; at < this.#metas.slots; at++) {
      if (evidence[at]! >= best.least) best.offer(at, evidence[at]!, usual)
    }
    return best
  }

  /** Whether one of the article in a slot and that in another links to the other: seldom asked, so found at the first question. */
  #linkedWith(slot: number): (other: number) => boolean {
    let linked: Set<number> | null = null
    return (other) => {
      if (linked === null) {
        const found = (linked = new Set<number>())
        for (const id of this.#labels.linksOf(slot)) found.add(this.#slots.get(id) ?? slot)
        this.#labels.eachLinkTo(this.#metas.id(slot), (at) => found.add(at))
      }
      return linked.has(other)
    }
  }

  #usual(evidence: Float64Array): number {
    return usualEvidence(evidence.subarray(0, this.#metas.slots), this.#slots.size - 1, this.#signals.enough)
  }

  /** By slot, what tags, category, links and titles say: of most articles nothing. */
  #besideTerms(slot: number): Float64Array {
    const evidence = this.#besideTermsOfBoth(slot)
    this.#labels.addTitles(this.#terms.words(slot), evidence)
    return evidence
  }

  /** Of it what is the same from both sides. */
  #besideTermsOfBoth(slot: number): Float64Array {
    const evidence = this.#empty('beside')
    this.#labels.addLikeness(slot, evidence)
    return evidence
  }

  #empty(room: 'evidence' | 'beside'): Float64Array {
    if (this.#rooms[room].length >= this.#metas.slots) return this.#rooms[room].fill(0)
    return (this.#rooms[room] = new Float64Array(this.#metas.slots * 2))
  }
}

/** `next`: no other counts for more, where that is known better than by what was offered. */
function ordered(best: Best, limit: number, next?: number): Order {
  const { list } = best
  return { list, isCertain: true, hold: list.length < limit ? null : best.hold(next) }
}
