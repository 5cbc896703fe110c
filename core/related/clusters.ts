import { Groups } from './nearly-same.ts'

/** An article belongs with another when each is among the first so many of the other's list. */
export const MUTUAL = 5
/** A larger cluster is a subject of the whole library rather than a category that is missing. */
export const MOST_IN_CLUSTER = 60

/**
 * Groups of three or more that belong together, the largest first, then by the lowest id: threes of which each belongs
 * with both others, joined where two threes have two articles in common (clique percolation with k = 3: Palla 2005).
 * Chains of articles that are each a little like the next do not become one group that way. An article is in one group.
 * `ranked` has the first {@link MUTUAL} of each article's list.
 */
export function clusters(ranked: ReadonlyMap<number, readonly number[]>): number[][] {
  const ids = [...ranked.keys()].sort((a, b) => a - b)
  const mutual = new Map(
    ids.map((id) => [id, new Set((ranked.get(id) ?? []).filter((other) => ranked.get(other)?.includes(id)))]),
  )
  const edges: (readonly [number, number])[] = []
  const edgeOf = new Map<string, number>()
  const edge = (a: number, b: number) => {
    const key = `${a} ${b}`
    const known = edgeOf.get(key) ?? edges.push([a, b]) - 1
    edgeOf.set(key, known)
    return known
  }
  const threes = new Groups()
  for (const [a, near] of mutual) {
    for (const b of near) {
      if (b < a) continue
      for (const c of mutual.get(b) ?? []) {
        if (c < b || !near.has(c)) continue
        threes.join(edge(a, b), edge(b, c))
        threes.join(edge(a, b), edge(a, c))
      }
    }
  }
  const taken = new Set<number>()
  return threes
    .all()
    .map((group) => [...new Set(group.ids.flatMap((at) => edges[at] ?? []))].sort((a, b) => a - b))
    .filter((group) => group.length <= MOST_IN_CLUSTER)
    .sort((a, b) => b.length - a.length || a[0]! - b[0]!)
    .map((group) => group.filter((id) => !taken.has(id) && taken.add(id)))
    .filter((group) => group.length >= 3)
}
