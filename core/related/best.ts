import { type Ranked, byRank } from './order.ts'
import type { ReasonSubject } from './reasons.ts'
import { type Fresh, freshFactor } from './rules.ts'
import { type Signals, leastFor, nearness, toScore } from './signals.ts'

export interface RankOptions {
  /** At most so many suggestions. */
  readonly limit: number
  /** Newer articles count more than older ones by this; absent or null: they do not. */
  readonly fresh?: Fresh | null
  /** Others are passed over. */
  readonly isWanted?: (id: number) => boolean
}

/** What the ranking knows of an article beside its words. */
export interface Entry extends ReasonSubject {
  readonly day: number | null
}

interface Candidate extends Ranked {
  readonly slot: number
  /** Whether it is a suggestion whatever is usual in the library. */
  readonly isCertain: boolean
}

/** The best of what is offered, in order. Few are asked for, so each is put in its place in a short list. */
export class Best {
  readonly #mine: Entry
  readonly #limit: number
  readonly #fresh: Fresh | null
  readonly #isWanted: (id: number) => boolean
  readonly #signals: Signals
  /** What evidence counts more at the most. */
  readonly #more: number
  readonly #list: Candidate[] = []
  #least: number

  constructor(mine: Entry, { limit, fresh = null, isWanted = () => true }: RankOptions, signals: Signals) {
    this.#mine = mine
    this.#limit = limit
    this.#fresh = fresh
    this.#isWanted = isWanted
    this.#signals = signals
    this.#more = (1 + signals.nearness) * (1 + (fresh?.worth ?? 0)) - 1
    this.#least = signals.least
  }

  /** With less evidence than this nothing comes among the best, however near in time it is. */
  get least(): number {
    return this.#least
  }

  get isFull(): boolean {
    return this.#list.length === this.#limit
  }

  /** Whether it stays the same whatever is usual in the library. */
  get isCertain(): boolean {
    return this.#list.every(({ isCertain }) => isCertain)
  }

  get list(): readonly Ranked[] {
    return this.#list
  }

  get slots(): readonly number[] {
    return this.#list.map(({ slot }) => slot)
  }

  /** What evidence counts for an article: more the nearer in time it is, and by the wish for newer ones. */
  counts({ day }: Entry, evidence: number): number {
    return evidence * nearness(this.#mine.day, day, this.#signals.nearness) * freshFactor(day, this.#fresh)
  }

  /** Whether what counts for so much can come among the best. */
  mayEnter(counted: number): boolean {
    return !this.isFull || toScore(counted) >= this.#list.at(-1)!.score
  }

  /** The slots of the wanted articles with the most evidence, as many as are asked for. */
  highest(entries: readonly (Entry | null)[], evidence: Float64Array): number[] {
    const slots: number[] = []
    let least = this.#signals.least
    for (let slot = 0; slot < entries.length; slot++) {
      const found = evidence[slot]!
      if (found < least || !entries[slot] || !this.#isWanted(entries[slot]!.id)) continue
      let place = slots.length
      while (place > 0 && evidence[slots[place - 1]!]! < found) place--
      slots.splice(place, 0, slot)
      if (slots.length > this.#limit) slots.pop()
      if (slots.length === this.#limit) least = evidence[slots.at(-1)!]!
    }
    return slots
  }

  /** Takes an article in if it is one of the best so far; less evidence than is `usual` only where one links to the other. */
  offer(other: Entry | null | undefined, slot: number, evidence: number, usual = 0): void {
    if (!other || evidence < this.#least || !this.#isWanted(other.id)) return
    const isLinked = this.#mine.links.has(other.id) || other.links.has(this.#mine.id)
    if (evidence < usual && !isLinked) return
    const score = toScore(this.counts(other, evidence))
    const isCertain = isLinked || evidence >= this.#signals.enough
    this.#insert({ id: other.id, score, date: other.date, slot, isCertain })
    if (this.#list.length > this.#limit) this.#list.pop()
    if (this.isFull) this.#least = Math.max(this.#least, leastFor(this.#list.at(-1)!.score, this.#more))
  }

  #insert(candidate: Candidate): void {
    let place = this.#list.length
    while (place > 0 && byRank(candidate, this.#list[place - 1] ?? candidate) < 0) place--
    this.#list.splice(place, 0, candidate)
  }
}
