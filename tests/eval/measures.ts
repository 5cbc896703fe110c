import type { Corpus } from './corpus.ts'

/** A ranking: for an article of the corpus, the ids of others, best first. */
export type Ranking = (id: number) => readonly number[]

/** Means over articles, each from 0 to 1. */
export interface Measures {
  readonly ndcg: number
  readonly recall: number
  readonly hit: number
  readonly mrr: number
}

const CUT = 5
const NONE: Measures = { ndcg: 0, recall: 0, hit: 0, mrr: 0 }

/** Measures a ranking over the articles that editors linked, or those of them that `among` lets by. */
export function measure(
  corpus: Corpus,
  ranking: Ranking,
  among: (id: number) => boolean = () => true,
): Measures {
  const each = [...corpus.linked]
    .filter(([id]) => among(id))
    .map(([id, linked]) => measureOne(ranking(id), linked))
  return mean(each)
}

export function mean(each: readonly Measures[]): Measures {
  const sum = each.reduce(
    (a, b) => ({
      ndcg: a.ndcg + b.ndcg,
      recall: a.recall + b.recall,
      hit: a.hit + b.hit,
      mrr: a.mrr + b.mrr,
    }),
    NONE,
  )
  const count = each.length || 1
  return { ndcg: sum.ndcg / count, recall: sum.recall / count, hit: sum.hit / count, mrr: sum.mrr / count }
}

/** Binary gains; the ideal has min(5, number linked) of them at the top. */
function measureOne(ranked: readonly number[], linked: ReadonlySet<number>): Measures {
  const top = ranked.slice(0, CUT)
  const gain = top.reduce((sum, id, place) => sum + (linked.has(id) ? discount(place) : 0), 0)
  const ideal = Array.from({ length: Math.min(CUT, linked.size) }, (_, place) => discount(place))
  const found = top.filter((id) => linked.has(id)).length
  const first = ranked.findIndex((id) => linked.has(id))
  return {
    ndcg: gain / ideal.reduce((a, b) => a + b, 0),
    recall: found / linked.size,
    hit: found > 0 ? 1 : 0,
    mrr: first < 0 ? 0 : 1 / (first + 1),
  }
}

function discount(place: number): number {
  return 1 / Math.log2(place + 2)
}
