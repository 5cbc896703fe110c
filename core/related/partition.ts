import { LabelLists } from './label-lists.ts'
import { type Ranked, byRank } from './order.ts'
import { type ReasonSubject, reasonsFor } from './reasons.ts'
import { type Fresh, freshFactor } from './rules.ts'
import { type Signals, dayOf, leastFor, usualEvidence, nearness, toScore } from './signals.ts'
import type { Reason, RelatedMeta, Scored } from './source.ts'
import { TermLists } from './term-lists.ts'
import type { TermVector } from './vector.ts'

interface Entry extends ReasonSubject {
  readonly day: number | null
}

/** The words of an article as it writes them, one a line in the order of its vector. */
export type FormsOf = (id: number) => string

/** The articles of one language, compared with each other alone. */
export class Partition {
  readonly #signals: Signals
  readonly #slots = new Map<number, number>()
  readonly #entries: (Entry | null)[] = []
  readonly #free: number[] = []
  readonly #terms = new TermLists()
  readonly #tags = new LabelLists()
  readonly #categories = new LabelLists()
  readonly #links = new LabelLists()

  readonly #formsOf: FormsOf

  constructor(signals: Signals, formsOf: FormsOf) {
    this.#signals = signals
    this.#formsOf = formsOf
  }

  /** Puts an article in, or in the place of what it was. */
  add(id: number, vector: TermVector, meta: RelatedMeta): void {
    const slot = this.#slots.get(id) ?? this.#free.pop() ?? this.#entries.length
    const tags = new Map(meta.tags.map((tag) => [tagKey(tag), tag]))
    this.#entries[slot] = { id, ...meta, tags, links: new Set(meta.links), day: dayOf(meta.date) }
    this.#slots.set(id, slot)
    this.#terms.set(slot, vector)
    this.#tags.set(slot, [...tags.keys()])
    this.#categories.set(slot, withAncestors(meta.categoryPath))
    // An article belongs to its own links, so that it is like those that link to it.
    this.#links.set(slot, [...new Set([id, ...meta.links])].map(String))
  }

  remove(id: number): void {
    const slot = this.#slots.get(id)
    if (slot === undefined) return
    this.#slots.delete(id)
    this.#entries[slot] = null
    for (const lists of [this.#terms, this.#tags, this.#categories, this.#links]) lists.clear(slot)
    this.#free.push(slot)
  }

  /** The most related, best first. */
  order(id: number, limit: number, fresh: Fresh | null = null): readonly Scored[] {
    const slot = this.#slots.get(id)
    const entry = slot === undefined ? null : this.#entries[slot]
    if (slot === undefined || !entry) return []
    return this.#best(slot, entry, limit, fresh).map((one) => ({ id: one.id, score: one.score }))
  }

  /** For one article a question that can be asked of any other here: why it is suggested beside it. */
  reasons(id: number): (other: number) => readonly Reason[] {
    const slot = this.#slots.get(id)
    const entry = slot === undefined ? null : this.#entries[slot]
    if (slot === undefined || !entry) return () => []
    const wordsSharedWith = this.#terms.sharedWords(slot, this.#formsOf(id).split('\n'))
    const rarity = (tag: string) => this.#tags.rarity(tag)
    return (other) => {
      const at = this.#slots.get(other)
      const there = at === undefined ? null : this.#entries[at]
      return at === undefined || !there ? [] : reasonsFor(entry, there, wordsSharedWith(at), rarity)
    }
  }

  /** The best candidates in order. Few are asked for, so each is put in its place in a short list. */
  #best(slot: number, entry: Entry, limit: number, fresh: Fresh | null): readonly Ranked[] {
    const evidence = this.#evidence(slot)
    const usual = usualEvidence(evidence, this.#slots.size - 1, this.#signals.enough)
    const best: Ranked[] = []
    // What evidence counts more at the most.
    const most = (1 + this.#signals.nearness) * (1 + (fresh?.worth ?? 0)) - 1
    let least = limit > 0 ? this.#signals.least : Infinity
    for (let at = 0; at < evidence.length; at++) {
      const found = evidence[at]!
      if (found < least) continue
      const other = this.#entries[at]
      if (!other || (found < usual && !isLinked(entry, other))) continue
      const near = nearness(entry.day, other.day, this.#signals.nearness)
      const score = toScore(found * near * freshFactor(other.day, fresh))
      insert(best, { id: other.id, score, date: other.date })
      if (best.length > limit) best.pop()
      // Less than the last of them has can no longer come among them, however near in time it is.
      if (best.length === limit) least = Math.max(least, leastFor(best[limit - 1]!.score, most))
    }
    return best
  }

  #evidence(slot: number): Float64Array {
    const evidence = new Float64Array(this.#entries.length)
    this.#terms.addCosines(slot, evidence, this.#signals.terms)
    this.#tags.addLikeness(slot, evidence, this.#signals.tags)
    this.#categories.addLikeness(slot, evidence, this.#signals.category)
    this.#links.addLikeness(slot, evidence, this.#signals.links)
    evidence[slot] = 0
    return evidence
  }
}

/** A writer's own link is never chance. */
function isLinked(a: Entry, b: Entry): boolean {
  return a.links.has(b.id) || b.links.has(a.id)
}

function insert(best: Ranked[], candidate: Ranked): void {
  let place = best.length
  while (place > 0 && byRank(candidate, best[place - 1] ?? candidate) < 0) place--
  best.splice(place, 0, candidate)
}

/** Tags are the same whatever their case. */
function tagKey(tag: string): string {
  return tag.normalize('NFC').toLowerCase()
}

/** A category and those above it, each as its path. */
function withAncestors(path: readonly string[]): string[] {
  return path.map((_, depth) => path.slice(0, depth + 1).join('/'))
}
