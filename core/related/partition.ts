import { byCodeUnits, byRank } from './order.ts'
import { Postings } from './postings.ts'
import type { Reason, RelatedMeta, Suggestion } from './source.ts'
import { type TermVector, hashTerm } from './vector.ts'

/** What each kind of evidence adds to a score when it is complete. */
const SHARE = { tags: 0.15, category: 0.1, link: 0.1 } as const
/** A score under this is chance. */
const LOWEST = 0.02
/** A reason names no more words than this. */
const MOST_WORDS = 5

interface Entry {
  readonly id: number
  readonly vector: TermVector
  readonly meta: RelatedMeta
  readonly tags: ReadonlyMap<string, string>
}

/** The articles of one language. */
export class Partition {
  readonly #slots = new Map<number, number>()
  readonly #entries: (Entry | null)[] = []
  readonly #free: number[] = []
  readonly #terms = new Postings()
  readonly #tags = new Postings()

  add(id: number, vector: TermVector, meta: RelatedMeta): void {
    const slot = this.#free.pop() ?? this.#entries.length
    const tags = new Map(meta.tags.map((tag) => [tag.normalize('NFC').toLowerCase(), tag]))
    const hashes = Uint32Array.from(new Set([...tags.keys()].map(hashTerm))).sort()
    this.#entries[slot] = { id, vector, meta, tags }
    this.#slots.set(id, slot)
    this.#terms.set(slot, vector)
    this.#tags.set(slot, { hashes, weights: new Uint8Array(hashes.length).fill(1) })
  }

  remove(id: number): void {
    const slot = this.#slots.get(id)
    if (slot === undefined) return
    this.#entries[slot] = null
    this.#slots.delete(id)
    this.#terms.clear(slot)
    this.#tags.clear(slot)
    this.#free.push(slot)
  }

  rank(id: number, limit: number): readonly Suggestion[] {
    const slot = this.#slots.get(id)
    const entry = slot === undefined ? null : this.#entries[slot]
    if (slot === undefined || !entry) return []
    const scores = new Float64Array(this.#entries.length)
    this.#terms.addCosines(slot, scores)
    this.#tags.addCosines(slot, scores, SHARE.tags)
    const found: { id: number; score: number; date: string | null; slot: number }[] = []
    for (const [at, other] of this.#entries.entries()) {
      if (!other || at === slot) continue
      const sum =
        (scores[at] ?? 0) +
        SHARE.category * sharedPath(entry.meta.categoryPath, other.meta.categoryPath) +
        SHARE.link * (linked(entry, other) ? 1 : 0)
      const score = Math.round(Math.min(1, sum) * 10_000) / 10_000
      if (score >= LOWEST) found.push({ id: other.id, score, date: other.meta.date, slot: at })
    }
    return found
      .sort(byRank)
      .slice(0, limit)
      .map((one) => ({ id: one.id, score: one.score, reasons: this.#reasons(entry, slot, one.slot) }))
  }

  #reasons(entry: Entry, slot: number, at: number): readonly Reason[] {
    const other = this.#entries[at]
    if (!other) return []
    const reasons: Reason[] = []
    const [mine, theirs] = [entry.meta.categoryPath, other.meta.categoryPath]
    const depth = commonDepth(mine, theirs)
    if (depth > 0) {
      const same = depth === mine.length && depth === theirs.length
      reasons.push({ kind: 'category', path: mine.slice(0, depth), same })
    }
    const direction = linked(entry, other)
    if (direction) reasons.push({ kind: 'link', direction })
    const tags = [...entry.tags].filter(([key]) => other.tags.has(key)).map(([, tag]) => tag)
    if (tags.length > 0) reasons.push({ kind: 'tags', tags: tags.sort(byCodeUnits) })
    const terms = this.#words(entry, slot, at)
    if (terms.length > 0) reasons.push({ kind: 'terms', terms })
    return reasons
  }

  #words(entry: Entry, slot: number, at: number): readonly string[] {
    const words: string[] = []
    const parts = this.#terms.shared(slot, at).toSorted((a, b) => b.part - a.part || a.at - b.at)
    for (const { at: place } of parts) {
      const word = entry.vector.words[place] ?? ''
      if (word.includes(' ') || words.length >= MOST_WORDS) continue
      words.push(word)
    }
    return words
  }
}

function linked(a: Entry, b: Entry): 'to' | 'from' | 'both' | null {
  const [to, from] = [a.meta.links.includes(b.id), b.meta.links.includes(a.id)]
  return to ? (from ? 'both' : 'to') : from ? 'from' : null
}

function commonDepth(a: readonly string[], b: readonly string[]): number {
  let depth = 0
  while (depth < a.length && depth < b.length && a[depth] === b[depth]) depth++
  return depth
}

/** 1 for the same category, less the further up the tree the two paths part. */
function sharedPath(a: readonly string[], b: readonly string[]): number {
  const longest = Math.max(a.length, b.length)
  return longest === 0 ? 0 : commonDepth(a, b) / longest
}
