import type { OrderSuggestions } from '../../core/bridge.ts'
import { type Neighbour, suggestCategory, suggestTags } from '../../core/tags/suggest.ts'
import { readBody } from './body-text.ts'
import type { Library } from './library.ts'
import type { RelatedService } from './related-service.ts'

/** So many related articles are asked what they have. */
const ASKED = 10
/** What a writer says is related is, whatever it has in common with the article. */
const PINNED = 0.5

const NOTHING: OrderSuggestions = { tags: [], category: null }

/**
 * What an article could be given from what the library has; nothing for one that is empty or in the trash.
 * @throws Failure `notFound`
 */
export function suggestOrder(library: Library, related: RelatedService, articleId: number): OrderSuggestions {
  const article = library.articles.get(articleId)
  const { title, summary, tags, categoryId } = article
  const { text } = readBody(article.body)
  if (article.trashedAt !== null || `${title}${summary}${text}`.trim() === '') return NOTHING
  const neighbours = neighboursOf(library, related, articleId)
  const isAsked = categoryId === null && !library.categories.isDeclined(articleId)
  return {
    tags: suggestTags({ title, summary, text, tags }, neighbours, library.tags.list()),
    category: isAsked ? suggestCategory(neighbours, library.categories.list()) : null,
  }
}

function neighboursOf(library: Library, related: RelatedService, articleId: number): readonly Neighbour[] {
  const items = related.list(articleId, ASKED).items.slice(0, ASKED)
  const heads = new Map(library.related.heads(items.map(({ id }) => id)).map((head) => [head.id, head]))
  return items.flatMap(({ id, score, pinned }) => {
    const head = heads.get(id)
    if (!head) return []
    return [{ score: pinned ? Math.max(score, PINNED) : score, tags: head.tags, categoryId: head.categoryId }]
  })
}
