import { longDate, wallDate } from './dates.ts'
import { articlePath } from './paths.ts'
import type { SiteMap } from './site-map.ts'
import { foreignLanguage, siteLanguage } from './site-model.ts'
import type { ArticleHead } from './source.ts'
import { line } from './text.ts'

/** Names of files in the search page's folder. Its script knows them too. */
export const SEARCH_FILES = { script: 'search.js', start: 'index/start.js' } as const

/** Of what a part of the index may hold before it is divided, in characters. */
const PART_LENGTH = 40_000
/** Articles in one file of results. */
const BLOCK = 64
/** Articles that one word leads to at most, the best: what stands in nearly all of them tells nothing. */
const MOST = 2_000
/** Of one title or summary. */
const MOST_WORDS = 200

/** How much a word counts by where it stands; together at most 15, a digit of base 16. */
const WEIGHT = { title: 8, label: 4, summary: 2 } as const
const MOST_WEIGHT = 15

/** Letters that Unicode does not take apart. */
const LETTERS: Readonly<Record<string, string>> = {
  ß: 'ss',
  æ: 'ae',
  œ: 'oe',
  ø: 'o',
  đ: 'd',
  ð: 'd',
  þ: 'th',
  ł: 'l',
  ı: 'i',
}

/** A file of the search index: a script that hands its data to the search page's own. */
export interface SearchFile {
  /** Within the search page's folder. */
  readonly path: string
  readonly text: string
}

/** The words of a text as the index has them: lower case, without accents; a lone Latin letter is none. */
export function searchWords(text: string): readonly string[] {
  return (folded(text).match(WORD) ?? []).filter((word) => !/^[a-z]$/.test(word)).slice(0, MOST_WORDS)
}

const WORD = /[\p{L}\p{N}]+/gu
const ASCII = /^[\u0000-\u007f]*$/

function folded(text: string): string {
  const lower = text.toLowerCase()
  if (ASCII.test(lower)) return lower
  return lower
    .normalize('NFKD')
    .replace(/\p{M}+/gu, '')
    .replace(/[ßæœøđðþłı]/g, (letter) => LETTERS[letter] ?? letter)
}

/** All that the index is made of beside the site's settings, for its key. */
export function searchFacts(map: SiteMap): string {
  const categories = map.categories.map(({ id, name, parentId }) => [id, name, parentId])
  const authors = new Set(everything(map).flatMap(({ authorIds }) => authorIds))
  const names = [...authors].sort((a, b) => a - b).map((id) => [id, map.author(id)?.name])
  const articles = everything(map).map((article) => [
    article.id,
    article.slug,
    article.title,
    article.summary,
    article.publishedAt,
    article.language,
    article.categoryId,
    article.tags,
    article.authorIds,
    article.footerPlace !== null,
  ])
  return JSON.stringify([categories, names, articles])
}

/**
 * The index of a site, for search without a server: words in parts by how they begin, what is shown of articles in
 * blocks by their number, and one file that tells which parts there are. All are small, and a change of one article
 * changes few of them.
 */
export function searchIndex(map: SiteMap): readonly SearchFile[] {
  const parts = partsOf([...wordsOf(map)].sort(([a], [b]) => (a < b ? -1 : 1)))
  const blocks = Map.groupBy(byId(map), ({ id }) => Math.floor(id / BLOCK))
  const start = {
    articles: map.articles.length + map.asides.length,
    block: BLOCK,
    parts: parts.map(({ prefix }) => prefix),
  }
  return [
    { path: SEARCH_FILES.start, text: call('start', start) },
    ...parts.map(({ prefix, words }) => ({
      path: `index/${partName(prefix)}.js`,
      text: call('words', prefix, words),
    })),
    ...[...blocks].map(([number, articles]) => ({
      path: `index/articles-${number}.js`,
      text: call(
        'articles',
        number,
        articles.map((article) => shown(map, article)),
      ),
    })),
  ]
}

const everything = (map: SiteMap): ArticleHead[] => [...map.articles, ...map.asides]

const byId = (map: SiteMap): readonly ArticleHead[] => everything(map).sort((a, b) => a.id - b.id)

/** A word and what it leads to: `id * 16 + weight` each, ascending, as differences. */
type Entry = readonly [word: string, articles: readonly number[]]

function wordsOf(map: SiteMap): ReadonlyMap<string, readonly number[]> {
  const found = new Map<string, number[]>()
  for (const article of byId(map)) {
    for (const [word, weight] of weightsOf(map, article)) {
      const entries = found.get(word)
      const entry = article.id * 16 + weight
      if (entries) entries.push(entry)
      else found.set(word, [entry])
    }
  }
  return found
}

function weightsOf(map: SiteMap, article: ArticleHead): ReadonlyMap<string, number> {
  const weights = new Map<string, number>()
  const add = (text: string, weight: number): void => {
    for (const word of new Set(searchWords(text))) {
      weights.set(word, Math.min(MOST_WEIGHT, (weights.get(word) ?? 0) + weight))
    }
  }
  const category = map.category(article.categoryId)
  const labels = [
    ...article.tags,
    ...(category ? map.path(category).map(({ name }) => name) : []),
    ...article.authorIds.flatMap((id) => map.author(id)?.name ?? []),
  ]
  add(article.title, WEIGHT.title)
  add(labels.join(' '), WEIGHT.label)
  add(article.summary, WEIGHT.summary)
  return weights
}

interface Part {
  readonly prefix: string
  readonly words: readonly Entry[]
}

/** Divides words, which come in order, by one more letter until each part is small; a single word always is. */
function partsOf(words: readonly (readonly [string, readonly number[]])[]): readonly Part[] {
  return divided(
    words.map(([word, articles]) => [word, differences(best(articles))] as const),
    '',
  )
}

function divided(words: readonly Entry[], prefix: string): readonly Part[] {
  const length = words.reduce((sum, [word, articles]) => sum + word.length + 6 + articles.length * 5, 0)
  if (length <= PART_LENGTH || words.length <= 1) return words.length === 0 ? [] : [{ prefix, words }]
  const byLetter = Map.groupBy(words, ([word]) => {
    const next = word.codePointAt(prefix.length)
    return next === undefined ? '' : String.fromCodePoint(next)
  })
  // What is exactly the prefix stays in a part of that name: it is one word.
  return [...byLetter].flatMap(([letter, own]) =>
    letter === '' ? [{ prefix, words: own }] : divided(own, prefix + letter),
  )
}

function best(articles: readonly number[]): readonly number[] {
  if (articles.length <= MOST) return articles
  // The heaviest, and of those that weigh the same the youngest.
  return articles
    .toSorted((a, b) => (b % 16) - (a % 16) || b - a)
    .slice(0, MOST)
    .sort((a, b) => a - b)
}

function differences(numbers: readonly number[]): readonly number[] {
  return numbers.map((number, index) => number - (numbers[index - 1] ?? 0))
}

/** Safe in every file system: the letters' code points. The script makes the same names. */
function partName(prefix: string): string {
  return ['words', ...Array.from(prefix, (letter) => letter.codePointAt(0)?.toString(16))].join('-')
}

function shown(map: SiteMap, article: ArticleHead): readonly unknown[] {
  const iso = article.footerPlace === null ? wallDate(article.publishedAt) : null
  return [
    article.id,
    line(article.title),
    articlePath(article.slug),
    line(article.summary),
    iso ?? '',
    iso === null ? '' : longDate(iso, siteLanguage(map)),
    foreignLanguage(map, article.language) ?? '',
  ]
}

function call(name: string, ...values: readonly unknown[]): string {
  const json = values.map((value) => JSON.stringify(value))
  return `longhandSearch.${name}(${json.join(',')})\n`
}
