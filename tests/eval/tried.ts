/** What was tried beside what the ranking has, each on top of it: see what it would add, and at what cost. */
import type { RelatedSource } from '../../core/related/index.ts'
import { byRank } from '../../core/related/order.ts'
import type { Corpus } from './corpus.ts'
import type { Ranking } from './measures.ts'
import { DEPTH, indexOf, vectorOf } from './variants.ts'

/** By article, what speaks for each other one. */
type Matrix = readonly Float64Array[]

/** Evidence that gives half a score, as in the ranking: a score tells the evidence that it came from. */
const HALF_SCORE = 0.25
const NEIGHBOURS = 10
const AXES = 80
const TURNS = 12

/** Rankings of a corpus that need more than two articles to say how alike they are. */
export function tried(corpus: Corpus): readonly (readonly [string, Ranking])[] {
  const evidence = evidenceOf(corpus)
  return [
    ['neighbours of neighbours', by(corpus, smoothed(evidence))],
    ['against hubs, that are near to everything', by(corpus, withoutHubs(evidence))],
    [`latent meaning, ${AXES} axes`, by(corpus, latent(evidence))],
    ['what others link to, when they are known', withLinks(corpus)],
  ]
}

function evidenceOf(corpus: Corpus): Matrix {
  const index = indexOf(corpus)
  const count = corpus.articles.length
  return corpus.articles.map(({ id }) => {
    const row = new Float64Array(count)
    for (const { id: other, score } of index.order(id, { limit: count })) {
      row[other] = (score * HALF_SCORE) / (1 - score)
    }
    return row
  })
}

/** An article's neighbours say, as much as they are alike, what it is like. */
function smoothed(evidence: Matrix): Matrix {
  return evidence.map((row) => {
    const near = highest(row)
    const sum = near.reduce((all, at) => all + row[at]!, 0) || 1
    const next = row.slice()
    for (const at of near)
      for (const [other, worth] of evidence[at]!.entries()) next[other]! += (0.3 * row[at]! * worth) / sum
    return next
  })
}

/** Less for an article the more alike it is to those that it is most alike to (Zelnik-Manor and Perona 2004). */
function withoutHubs(evidence: Matrix): Matrix {
  const usual = evidence.map(
    (row) => highest(row).reduce((sum, at) => sum + row[at]!, 0) / NEIGHBOURS + 0.001,
  )
  return evidence.map((row) => row.map((worth, at) => worth / usual[at]! ** 0.3))
}

/** The matrix in its strongest directions alone, by orthogonal iteration, mixed with itself. */
function latent(evidence: Matrix): Matrix {
  const count = evidence.length
  const symmetric = evidence.map((row, i) =>
    row.map((worth, j) => (i === j ? 1 : (worth + evidence[j]![i]!) / 2)),
  )
  let axes: readonly Float64Array[] = Array.from({ length: Math.min(AXES, count) }, (_, k) =>
    Float64Array.from({ length: count }, (__, i) => Math.sin((k + 1) * (i + 1))),
  )
  for (let turn = 0; turn < TURNS; turn++) axes = orthonormal(axes.map((axis) => times(symmetric, axis)))
  const strength = axes.map((axis) => dot(axis, times(symmetric, axis)))
  const places = evidence.map((_, i) =>
    Float64Array.from(axes, (axis, k) => axis[i]! * Math.max(0, strength[k]!)),
  )
  const lengths = places.map((place) => Math.sqrt(dot(place, place)) || 1)
  return evidence.map((row, i) =>
    row.map((worth, j) => 0.85 * worth + (0.075 * dot(places[i]!, places[j]!)) / (lengths[i]! * lengths[j]!)),
  )
}

/** As in the app, where the links of all articles are known, but for those of the one in hand: they are the truth. */
function withLinks(corpus: Corpus): Ranking {
  const index = indexOf(corpus)
  const add = (article: RelatedSource, links: readonly number[]) =>
    index.add(article.id, vectorOf(article), { ...article, links })
  const linksOf = ({ id }: RelatedSource) => [...(corpus.linked.get(id) ?? [])]
  for (const article of corpus.articles) add(article, linksOf(article))
  return (id) => {
    const article = corpus.articles[id]!
    add(article, [])
    const list = index.order(id, { limit: DEPTH }).map((one) => one.id)
    add(article, linksOf(article))
    return list
  }
}

function by({ articles }: Corpus, evidence: Matrix): Ranking {
  return (id) =>
    [...evidence[id]!.entries()]
      .filter(([other, score]) => other !== id && score > 0)
      .map(([other, score]) => ({ id: other, score, date: articles[other]?.date ?? null }))
      .sort(byRank)
      .slice(0, DEPTH)
      .map((other) => other.id)
}

function highest(row: Float64Array): readonly number[] {
  return [...row.keys()].sort((a, b) => row[b]! - row[a]! || a - b).slice(0, NEIGHBOURS)
}

function times(matrix: Matrix, vector: Float64Array): Float64Array {
  return Float64Array.from(matrix, (row) => dot(row, vector))
}

function dot(a: Float64Array, b: Float64Array): number {
  let sum = 0
  for (let at = 0; at < a.length; at++) sum += a[at]! * b[at]!
  return sum
}

/** Gram and Schmidt, in the order given. */
function orthonormal(vectors: readonly Float64Array[]): Float64Array[] {
  const done: Float64Array[] = []
  for (const vector of vectors) {
    for (const before of done) {
      const along = dot(vector, before)
      for (let at = 0; at < vector.length; at++) vector[at]! -= along * before[at]!
    }
    const length = Math.sqrt(dot(vector, vector)) || 1
    done.push(vector.map((value) => value / length))
  }
  return done
}
