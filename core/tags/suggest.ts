/** What an article could be given from what the library has: tags, and a category. */
import { byCodeUnits } from '../related/order.ts'
import { mentions } from './mentions.ts'

/** An article that is related to the one in hand. */
export interface Neighbour {
  /** Above 0, to 1; comparable within one list. */
  readonly score: number
  readonly tags: readonly string[]
  readonly categoryId: number | null
}

/** What is read of the article in hand. */
export interface Suggested {
  readonly title: string
  readonly summary: string
  /** Plain text of the body. */
  readonly text: string
  readonly tags: readonly string[]
}

export interface TagSuggestion {
  readonly name: string
  /** Whether its name stands in the title, summary or text. */
  readonly inText: boolean
  /** How many of the related articles have it. */
  readonly related: number
}

export interface CategorySuggestion {
  readonly id: number
  /** So many of `of` related articles are in it, or below it. */
  readonly related: number
  readonly of: number
}

/** So many tags are suggested at most. */
const MOST_TAGS = 6
/** What a name is worth in the title or summary, in the text more than once, and in the text once. */
const WORTH = { head: 1, often: 0.6, once: 0.3 } as const
/** What a tag must be worth. */
const LEAST = 0.3
/** Without a word in the text, so many related articles must have the tag. */
const LEAST_RELATED = 2

/**
 * Tags of the library that suit an article and that it does not have, best first, at most {@link MOST_TAGS}. A tag is
 * worth the share of relatedness that the related articles with it have among all of them, and what its name is worth
 * where it stands ({@link WORTH}). Equals are in the order of how many articles have them, then of their names.
 */
export function suggestTags(
  article: Suggested,
  related: readonly Neighbour[],
  known: readonly { readonly name: string; readonly articles: number }[],
): readonly TagSuggestion[] {
  const own = new Set(article.tags)
  const names = known.map(({ name }) => name).filter((name) => !own.has(name))
  const head = mentions(`${article.title}\n${article.summary}`, names)
  const body = mentions(article.text, names)
  const all = related.reduce((sum, { score }) => sum + score, 0)
  const votes = new Map<string, { worth: number; count: number }>()
  for (const { score, tags } of related) {
    for (const tag of new Set(tags)) {
      const { worth, count } = votes.get(tag) ?? { worth: 0, count: 0 }
      votes.set(tag, { worth: worth + score / all, count: count + 1 })
    }
  }
  const worthOf = (name: string): number => {
    const times = body.get(name) ?? 0
    const said = head.has(name) ? WORTH.head : times > 1 ? WORTH.often : times === 1 ? WORTH.once : 0
    const vote = votes.get(name)
    if (said === 0 && (vote?.count ?? 0) < LEAST_RELATED) return 0
    return said + (vote?.worth ?? 0)
  }
  return known
    .filter(({ name }) => !own.has(name))
    .map(({ name, articles }) => ({ name, articles, worth: worthOf(name) }))
    .filter(({ worth }) => worth >= LEAST)
    .toSorted((a, b) => b.worth - a.worth || b.articles - a.articles || byCodeUnits(a.name, b.name))
    .slice(0, MOST_TAGS)
    .map(({ name }) => ({
      name,
      inText: head.has(name) || body.has(name),
      related: votes.get(name)?.count ?? 0,
    }))
}

/** So many of the most related articles are asked for their category. */
const ASKED = 5
/** Fewer say nothing. */
const LEAST_AGREED = 2

/**
 * The deepest category that more than half of the most related articles are in or below, among at most {@link ASKED};
 * null when there is none, or fewer than {@link LEAST_AGREED} say so. Of two as deep, the one that more say, then the
 * lower id.
 */
export function suggestCategory(
  related: readonly Neighbour[],
  categories: readonly { readonly id: number; readonly parentId: number | null }[],
): CategorySuggestion | null {
  const asked = related.slice(0, ASKED)
  const parents = new Map(categories.map(({ id, parentId }) => [id, parentId]))
  const votes = new Map<number, { count: number; depth: number }>()
  for (const { categoryId } of asked) {
    const path = pathOf(categoryId, parents)
    for (const [at, id] of path.entries()) {
      votes.set(id, { count: (votes.get(id)?.count ?? 0) + 1, depth: path.length - at })
    }
  }
  const agreed = [...votes].filter(([, { count }]) => count >= LEAST_AGREED && count * 2 > asked.length)
  const [best] = agreed.toSorted(([a, x], [b, y]) => y.depth - x.depth || y.count - x.count || a - b)
  return best ? { id: best[0], related: best[1].count, of: asked.length } : null
}

/** A category and what it is below, itself first; a circle in a damaged library ends where it began. */
function pathOf(id: number | null, parents: ReadonlyMap<number, number | null>): readonly number[] {
  const path: number[] = []
  for (let at = id; at !== null && parents.has(at) && !path.includes(at); at = parents.get(at) ?? null)
    path.push(at)
  return path
}
