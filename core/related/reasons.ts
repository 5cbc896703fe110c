import { byCodeUnits } from './order.ts'
import type { Reason } from './source.ts'
import type { SharedWord } from './shared-words.ts'
import { TO_ONE } from './weights.ts'

/** What the reasons are read from, of each of two articles. */
export interface ReasonSubject {
  readonly id: number
  readonly categoryPath: readonly string[]
  /** The tag as written, by the tag as compared. */
  readonly tags: ReadonlyMap<string, string>
  readonly links: ReadonlySet<number>
  readonly date: string | null
}

/** A reason names no more words than a writer takes in at a glance. */
const MOST_WORDS = 5
/** Nor a word that a shared tag or a title has named, nor one that tells less than this part of what the most telling one does. */
const LEAST_WORTH = 0.15

/** So much of a title is named at least, as the ranking counts it: less of it alone is no suggestion, see `SIGNALS`. */
const MOST_OF_TITLE = 0.75

/** A word of a title that tells less than this part of what the most telling one does is not named: the house's own name. */
const LEAST_OF_TITLE = 0.4

/** Words of an article in hand, as it writes them. */
export interface ReasonWords {
  /** Of the other's title: see {@link namedOfTitle}. */
  readonly named: readonly string[]
  /** That stand in the other too, most telling first. */
  readonly shared: readonly SharedWord[]
}

/** Why `other` is suggested with `article`: what they really share, in a fixed order of kinds. */
export function reasonsFor(
  article: ReasonSubject,
  other: ReasonSubject,
  { named, shared }: ReasonWords,
  rarity: (tag: string) => number,
): readonly Reason[] {
  const tags = sharedTags(article, other, rarity)
  const left = unsaid(named, tags)
  // Of a title that the tags have said, what is left tells little.
  const words = left.length * 2 < named.length ? [] : left
  return [
    ...linkReason(article, other),
    ...categoryReason(article.categoryPath, other.categoryPath),
    ...(tags.length > 0 ? [{ kind: 'tags', tags } as const] : []),
    ...(words.length > 0 ? [{ kind: 'title', words } as const] : []),
    ...termsReason(shared, [...tags, ...named]),
  ]
}

/**
 * The words of another's title that stand in an article, as that writes them, the most telling first; none when they
 * are not most of that title. Words are numbered. `written`: the article's, as it writes them; `rarity`: what a word tells among all titles.
 */
export function namedOfTitle(
  title: readonly number[],
  written: ReadonlyMap<number, string>,
  rarity: (word: number) => number,
): readonly string[] {
  const told = title.map((word) => ({ form: written.get(word), worth: rarity(word) }))
  const sum = (of: typeof told) => of.reduce((all, { worth }) => all + worth, 0)
  const named = told.filter(({ form, worth }) => form !== undefined && worth > 0)
  if (sum(named) < MOST_OF_TITLE * (TO_ONE + sum(told))) return []
  const sorted = named
    .map(({ form = '', worth }) => ({ form, worth }))
    .sort((a, b) => b.worth - a.worth || byCodeUnits(a.form, b.form))
  const least = (sorted[0]?.worth ?? 0) * LEAST_OF_TITLE
  return sorted
    .filter(({ worth }) => worth >= least)
    .slice(0, MOST_WORDS)
    .map(({ form }) => form)
}

function linkReason(article: ReasonSubject, other: ReasonSubject): Reason[] {
  const to = article.links.has(other.id)
  const from = other.links.has(article.id)
  if (to || from) return [{ kind: 'link', direction: to ? (from ? 'both' : 'to') : 'from' }]
  const both = [...article.links].filter((id) => other.links.has(id)).sort((a, b) => a - b)
  return both.length > 0 ? [{ kind: 'sharedLinks', ids: both }] : []
}

function categoryReason(mine: readonly string[], theirs: readonly string[]): Reason[] {
  let depth = 0
  while (depth < mine.length && mine[depth] === theirs[depth]) depth++
  if (depth === 0) return []
  return [
    {
      kind: 'category',
      path: mine.slice(0, depth),
      same: depth === mine.length && depth === theirs.length,
    },
  ]
}

function sharedTags(
  article: ReasonSubject,
  other: ReasonSubject,
  rarity: (tag: string) => number,
): readonly string[] {
  return [...article.tags]
    .filter(([key]) => other.tags.has(key))
    .sort(([a], [b]) => rarity(b) - rarity(a) || byCodeUnits(a, b))
    .map(([, tag]) => tag)
}

function termsReason(words: readonly SharedWord[], said: readonly string[]): Reason[] {
  const least = (words[0]?.worth ?? 0) * LEAST_WORTH
  const telling = words.filter(({ worth }) => worth >= least).map((word) => word.form)
  const terms = unsaid(telling, said).slice(0, MOST_WORDS)
  return terms.length > 0 ? [{ kind: 'terms', terms }] : []
}

/** Those words that do not stand in what has been said. */
function unsaid(words: readonly string[], said: readonly string[]): readonly string[] {
  const named = new Set(said.flatMap((name) => name.toLowerCase().split(/[^\p{L}\p{N}]+/u)))
  return words.filter((word) => !named.has(word.toLowerCase()))
}
