import { type LanguageProfile, primaryLanguage, profileOf } from '../../core/related/language.ts'
import { byRank } from '../../core/related/order.ts'
import type { RelatedSource } from '../../core/related/index.ts'
import { sentences } from '../../core/related/tokens.ts'
import type { Corpus } from './corpus.ts'
import type { Ranking } from './measures.ts'

type Weights = ReadonlyMap<string, number>
type Score = (one: number, other: number) => number

/** How others rank, from what they say they do; each has our words and our order of ties. */
export function baselines(corpus: Corpus): readonly (readonly [name: string, ranking: Ranking])[] {
  const { articles } = corpus
  const count = articles.length
  const tags = articles.map((article) => new Set(article.tags))
  const titles = articles.map((article) => countWords(article, [[article.title, 1]]))
  const whole = articles.map((article) =>
    countWords(article, [
      [article.title, 3],
      [bodyOf(article), 1],
    ]),
  )
  const tagRarity = rarities(tags, count)
  const bm25 = bm25Scores(
    articles.map((article) =>
      countWords(article, [
        [article.title, 1],
        [bodyOf(article), 1],
      ]),
    ),
  )
  const cosine = cosines(whole.map((words) => tfIdf(words, rarities(whole, count))))
  const tagCosine = cosines(tags.map((own) => new Map([...own].map((tag) => [tag, tagRarity.get(tag) ?? 0]))))
  const titleRarity = rarities(titles, count)
  const shareTagAndWord: Score = (one, other) =>
    shares(tags[one], tags[other]) > 0 && shares(titles[one], titles[other]) > 0 ? 1 : 0
  const hugo: Score = (one, other) =>
    100 * shares(tags[one], tags[other]) + (year(articles[one]) === year(articles[other]) ? 10 : 0)
  const yarpp: Score = (one, other) =>
    bm25(one, other, 20) +
    sumOfShared(titles[one], titles[other], titleRarity) +
    sumOfShared(tags[one], tags[other], tagRarity)
  const scores: readonly (readonly [string, Score])[] = [
    ['newest first', () => 1],
    ['shares a tag and a title word (Publii)', shareTagAndWord],
    ['tags, weighted by rarity (Pelican)', tagCosine],
    ["Hugo's default on tags and date", hugo],
    ['body words, title words, tags (as YARPP)', yarpp],
    ['BM25, 20 best terms', (one, other) => bm25(one, other, 20)],
    ['TF-IDF cosine, title three times', cosine],
    ['the same + 0.15 tag similarity', (one, other) => cosine(one, other) + 0.15 * tagCosine(one, other)],
  ]
  return scores.map(([name, score]) => [name, rankBy(corpus, score)])
}

function rankBy({ articles }: Corpus, score: Score): Ranking {
  return (id) =>
    articles
      .filter((other) => other.id !== id)
      .map((other) => ({ id: other.id, date: other.date, score: score(id, other.id) }))
      .filter((other) => other.score > 0)
      .sort(byRank)
      .map((other) => other.id)
}

/** Hugo makes a keyword of a date by its year. */
function year(article: RelatedSource | undefined): string | undefined {
  return article?.date?.slice(0, 4)
}

function bodyOf(article: RelatedSource): string {
  return [...article.headings, article.text].join('\n')
}

function countWords(article: RelatedSource, fields: readonly (readonly [string, number])[]): Weights {
  const profile: LanguageProfile = profileOf(primaryLanguage(article.language))
  const counts = new Map<string, number>()
  for (const [text, worth] of fields) {
    for (const { stem } of sentences(text, profile).flat()) counts.set(stem, (counts.get(stem) ?? 0) + worth)
  }
  return counts
}

function uses(each: readonly { keys(): Iterable<string> }[]): Map<string, number> {
  const counts = new Map<string, number>()
  for (const one of each) for (const key of one.keys()) counts.set(key, (counts.get(key) ?? 0) + 1)
  return counts
}

function rarities(each: readonly { keys(): Iterable<string> }[], count: number): Weights {
  return new Map([...uses(each)].map(([key, used]) => [key, Math.log(count / used)]))
}

function tfIdf(words: Weights, rarity: Weights): Weights {
  return new Map([...words].map(([word, count]) => [word, (1 + Math.log(count)) * (rarity.get(word) ?? 0)]))
}

function cosines(vectors: readonly Weights[]): Score {
  const lengths = vectors.map((vector) => Math.hypot(...vector.values()) || 1)
  return (one, other) => {
    const [a, b] = [vectors[one], vectors[other]]
    let sum = 0
    for (const [key, weight] of a ?? []) sum += weight * (b?.get(key) ?? 0)
    return sum / ((lengths[one] ?? 1) * (lengths[other] ?? 1))
  }
}

/** Okapi BM25 with its usual k1 = 1.2 and b = 0.75; the query is an article's `terms` best words by TF-IDF. */
function bm25Scores(bodies: readonly Weights[]): (one: number, other: number, terms: number) => number {
  const used = uses(bodies)
  const rarity = rarities(bodies, bodies.length)
  const lengths = bodies.map((words) => [...words.values()].reduce((a, b) => a + b, 0))
  const average = lengths.reduce((a, b) => a + b, 0) / bodies.length
  const idf = (word: string) => {
    const count = used.get(word) ?? 0
    return Math.log(1 + (bodies.length - count + 0.5) / (count + 0.5))
  }
  const queries = bodies.map((words) =>
    [...words]
      .map(([word, count]): [string, number] => [word, count * (rarity.get(word) ?? 0)])
      .sort(([a, x], [b, y]) => y - x || (a < b ? -1 : 1))
      .map(([word]) => word),
  )
  return (one, other, terms) => {
    let sum = 0
    for (const word of (queries[one] ?? []).slice(0, terms)) {
      const count = bodies[other]?.get(word)
      if (count === undefined) continue
      const long = 1.2 * (1 - 0.75 + (0.75 * (lengths[other] ?? 0)) / average)
      sum += (idf(word) * count * 2.2) / (count + long)
    }
    return sum
  }
}

type Keys = { has(key: string): boolean; keys(): Iterable<string> }

function shares(a: Keys | undefined, b: Keys | undefined): number {
  return [...(a?.keys() ?? [])].filter((key) => b?.has(key)).length
}

function sumOfShared(a: Keys | undefined, b: Keys | undefined, weights: Weights): number {
  return [...(a?.keys() ?? [])].reduce((sum, key) => sum + (b?.has(key) ? (weights.get(key) ?? 0) : 0), 0)
}
