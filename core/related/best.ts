import { type Counted, type Hold, holdOf } from './hold.ts'
import type { Metas } from './metas.ts'
import { byRank } from './order.ts'
import { type Fresh, freshFactor } from './rules.ts'
import { type Signals, leastFor, mostFor, mostMore, nearness, toScore } from './signals.ts'

export interface RankOptions {
  /** At most so many suggestions. */
  readonly limit: number
  /** So many after them are found too, for what the list hangs on. */
  readonly beyond?: number
  /** Newer articles count more than older ones by this; absent or null: they do not. */
  readonly fresh?: Fresh | null
  /** Others are passed over. */
  readonly isWanted?: (id: number) => boolean
}

/** The article whose list is made, and where it stands. */
export interface Asked {
  readonly slot: number
  readonly metas: Metas
  /** Whether one of it and the article in another slot links to the other. */
  isLinked(slot: number): boolean
}

interface Candidate extends Counted {
  /** Whether it is a suggestion whatever is usual in the library. */
  readonly isCertain: boolean
}

/** The best of what is offered, in order. Few are asked for, so each is put in its place in a short list. */
export class Best {
  readonly #asked: Asked
  readonly #metas: Metas
  readonly #day: number | null
  readonly #limit: number
  /** With those beyond. */
  readonly #room: number
  readonly #fresh: Fresh | null
  readonly #isWanted: (id: number) => boolean
  readonly #signals: Signals
  /** What evidence counts more at the most. */
  readonly #more: number
  readonly #list: Candidate[] = []
  #least: number

  constructor(asked: Asked, options: RankOptions, signals: Signals) {
    const { limit, beyond = 0, fresh = null, isWanted = () => true } = options
    this.#asked = asked
    this.#metas = asked.metas
    this.#day = asked.metas.day(asked.slot)
    this.#limit = limit
    this.#room = limit + beyond
    this.#fresh = fresh
    this.#isWanted = isWanted
    this.#signals = signals
    this.#more = mostMore(signals, fresh?.worth ?? 0) - 1
    this.#least = signals.least
  }

  /** With less evidence than this nothing comes among the best, however near in time it is. */
  get least(): number {
    return this.#least
  }

  get isFull(): boolean {
    return this.#list.length === this.#room
  }

  /** Whether it stays the same whatever is usual in the library. */
  get isCertain(): boolean {
    return this.list.every(({ isCertain }) => isCertain)
  }

  get list(): readonly Candidate[] {
    return this.#list.slice(0, this.#limit)
  }

  /** What the list hangs on: no other counts for more than `next`, or than what was offered when that was all. */
  hold(next?: number): Hold {
    const least = this.isFull ? mostFor(this.#list.at(-1)!.score) : this.#signals.least * (1 + this.#more)
    return holdOf(this.#list, this.#limit, next ?? least)
  }

  /** What evidence counts for an article: more the nearer in time it is, and by the wish for newer ones. */
  counts(slot: number, evidence: number): number {
    const day = this.#metas.day(slot)
    return evidence * nearness(this.#day, day, this.#signals.nearness) * freshFactor(day, this.#fresh)
  }

  /** Whether what counts for so much can come among the best. */
  mayEnter(counted: number): boolean {
    return !this.isFull || toScore(counted) >= this.#list.at(-1)!.score
  }

  /** The slots of the wanted articles with the most evidence, as many as are asked for. */
  highest(evidence: Float64Array): number[] {
    const slots: number[] = []
    let least = this.#signals.least
    for (let slot = 0; slot < this.#metas.slots; slot++) {
      const found = evidence[slot]!
      if (found < least || !this.#metas.has(slot) || !this.#isWanted(this.#metas.id(slot))) continue
      let place = slots.length
      while (place > 0 && evidence[slots[place - 1]!]! < found) place--
      slots.splice(place, 0, slot)
      if (slots.length > this.#room) slots.pop()
      if (slots.length === this.#room) least = evidence[slots.at(-1)!]!
    }
    return slots
  }

  /** Takes an article in if it is one of the best so far; less evidence than is `usual` only where one links to the other. */
  offer(slot: number, evidence: number, usual = 0): void {
    const metas = this.#metas
    if (evidence < this.#least || !metas.has(slot) || !this.#isWanted(metas.id(slot))) return
    if (evidence < usual && !this.#asked.isLinked(slot)) return
    this.#insert(this.#candidate(slot, evidence))
    if (this.#list.length > this.#room) this.#list.pop()
    if (this.isFull) this.#least = Math.max(this.#least, leastFor(this.#list.at(-1)!.score, this.#more))
  }

  #candidate(slot: number, evidence: number): Candidate {
    const counted = this.counts(slot, evidence)
    const more = evidence - this.#signals.enough
    const isLinked = more < 0 && this.#asked.isLinked(slot)
    return {
      id: this.#metas.id(slot),
      score: toScore(counted),
      date: this.#metas.date(slot),
      counted,
      // What is linked stays certain however little it counts for.
      room: isLinked ? 1 : Math.max(0, more),
      isCertain: more >= 0 || isLinked,
    }
  }

  #insert(candidate: Candidate): void {
    let place = this.#list.length
    while (place > 0 && byRank(candidate, this.#list[place - 1] ?? candidate) < 0) place--
    this.#list.splice(place, 0, candidate)
  }
}
