import type { TermVector } from './vector.ts'

/** Texts are nearly the same when they share this part of all the shingles of both (Jaccard), or more. */
export const NEARLY_SAME = 0.5
/** Texts with fewer shingles than this say too little to be taken for copies. */
const FEWEST = 8
/** The lowest so many shingles of a text stand for it: of texts that share half of theirs, about 21 are the same. */
const SKETCH = 32
/** So many must be the same before two texts are compared whole. */
const ALIKE = 6
/** One that many texts share is compared with so many that came before it: copies of one text still form a chain. */
const WINDOW = 16

/** What is compared of one text. */
export interface Shingled {
  readonly id: number
  /** See {@link shinglesOf}. */
  readonly shingles: Uint32Array
}

export interface NearlySame {
  readonly ids: readonly number[]
  /** The least that two neighbours in it share, from {@link NEARLY_SAME} to 1. */
  readonly likeness: number
}

/** Two telling words in a row, each pair once, as hashes in ascending order. */
export function shinglesOf({ words, pairs }: Pick<TermVector, 'words' | 'pairs'>): Uint32Array {
  const hashes = new Set<number>()
  for (let at = 0; at + 1 < pairs.length; at += 2) {
    const [first, second] = [words[pairs[at]!] ?? 0, words[pairs[at + 1]!] ?? 0]
    // Words are hashes that are spread well already; the order of the two must count.
    hashes.add((Math.imul(first, 0x9e3779b1) ^ second) >>> 0)
  }
  return Uint32Array.from(hashes).sort()
}

/**
 * Groups of texts that are nearly the same, the most alike first, then by the lowest id. Texts are found by the lowest
 * shingles that they share (a bottom-k sketch: Broder 1997) and then compared whole, so the time it takes grows with
 * the number of texts and not with its square. `isKeptApart` leaves out pairs that the writer knows to differ.
 */
export function nearlySame(
  texts: readonly Shingled[],
  isKeptApart: (a: number, b: number) => boolean = () => false,
): NearlySame[] {
  const groups = new Groups()
  const seen = new Map<number, number[]>()
  for (const [at, text] of texts.entries()) {
    if (text.shingles.length < FEWEST) continue
    for (const [other, count] of candidates(seen, at, text.shingles)) {
      const before = texts[other]!
      if (count < ALIKE && count < Math.min(text.shingles.length, SKETCH) / 2) continue
      if (isKeptApart(before.id, text.id)) continue
      const likeness = jaccard(before.shingles, text.shingles)
      if (likeness >= NEARLY_SAME) groups.join(before.id, text.id, likeness)
    }
  }
  return groups
    .all()
    .map(({ ids, weight }) => ({ ids, likeness: weight }))
    .sort((a, b) => b.likeness - a.likeness || a.ids[0]! - b.ids[0]!)
}

/** Which texts before this one share how much of its sketch; notes its own. */
function candidates(seen: Map<number, number[]>, at: number, shingles: Uint32Array): Map<number, number> {
  const shared = new Map<number, number>()
  for (const hash of shingles.subarray(0, SKETCH)) {
    const others = seen.get(hash)
    if (!others) {
      seen.set(hash, [at])
      continue
    }
    for (const other of others) shared.set(other, (shared.get(other) ?? 0) + 1)
    others.push(at)
    if (others.length > WINDOW) others.shift()
  }
  return shared
}

/** The part of all that either has which both have, from 0 to 1. */
function jaccard(a: Uint32Array, b: Uint32Array): number {
  let [i, j, both] = [0, 0, 0]
  while (i < a.length && j < b.length) {
    const [x, y] = [a[i]!, b[j]!]
    if (x === y) both++
    if (x <= y) i++
    if (y <= x) j++
  }
  return both / (a.length + b.length - both)
}

/** What was joined, and what that was joined to, as groups. */
export class Groups {
  readonly #of = new Map<number, number>()
  readonly #least = new Map<number, number>()

  /** Two belong together; a group keeps the least weight that it was joined by. */
  join(a: number, b: number, weight = 1): void {
    const [x, y] = [this.#root(a), this.#root(b)]
    const [low, high] = [Math.min(x, y), Math.max(x, y)]
    this.#of.set(high, low)
    this.#least.set(low, Math.min(weight, this.#least.get(x) ?? 1, this.#least.get(y) ?? 1))
  }

  /** By the lowest id of each; ids ascending. */
  all(): { readonly ids: number[]; readonly weight: number }[] {
    const members = new Map<number, number[]>()
    for (const id of [...this.#of.keys()].sort((a, b) => a - b)) {
      const root = this.#root(id)
      const known = members.get(root)
      if (known) known.push(id)
      else members.set(root, [id])
    }
    return [...members].map(([root, ids]) => ({ ids, weight: this.#least.get(root) ?? 1 }))
  }

  #root(id: number): number {
    let root = id
    for (let above = this.#of.get(root); above !== undefined && above !== root; above = this.#of.get(root)) {
      root = above
    }
    this.#of.set(id, root)
    return root
  }
}
