/** Taking single articles out of a backup into the open library. */
import { type ArticlePatch, BLANK_ARTICLE } from '../../core/article.ts'
import type { TakenBack } from '../../core/bridge.ts'
import { failureData } from '../../core/errors.ts'
import type { BackedUpArticle } from '../library/backup-look.ts'
import type { Library } from '../library/library.ts'

/**
 * Puts articles of a backup in a library: one that is gone as an article of its own, one that is there as a revision by
 * the given name, so that nothing of now is written over. One that lies in the trash is taken out of it.
 */
export function takeBack(library: Library, found: readonly BackedUpArticle[], name: string): TakenBack {
  return library.transaction(() => ({
    articles: found.map((one) => {
      const { id, title, trashedAt } = one.article
      const state = stateIn(library, one)
      const present = trashOf(library, id)
      if (present === 'gone') {
        const { slug, ...rest } = state
        // An address that another article has by now is made anew.
        const isFree = library.articles.bySlug(slug) === null
        const made = library.articles.create(isFree ? state : rest, one.article.updatedAt)
        return { id: made.id, title, as: 'article' as const }
      }
      library.revisions.keep(id, state, name)
      if (present === 'trash' && trashedAt === null) library.articles.restore([id])
      return { id, title, as: 'revision' as const }
    }),
  }))
}

function trashOf(library: Library, id: number): 'here' | 'trash' | 'gone' {
  try {
    return library.articles.get(id).trashedAt === null ? 'here' : 'trash'
  } catch (error) {
    if (failureData(error).code === 'notFound') return 'gone'
    throw error
  }
}

/** The article's fields, as far as the library still has what they refer to; authors are made again by their name. */
function stateIn(library: Library, { article, authors }: BackedUpArticle): Required<ArticlePatch> {
  const fields = Object.keys(BLANK_ARTICLE) as (keyof ArticlePatch)[]
  const state = Object.fromEntries(fields.map((field) => [field, article[field]])) as Required<ArticlePatch>
  const { categoryId, cover } = state
  const hasCategory = library.categories.list().some(({ id }) => id === categoryId)
  const known = new Map(library.authors.list().map((author) => [author.name, author.id]))
  return {
    ...state,
    categoryId: hasCategory ? categoryId : null,
    cover: cover !== null && library.media.has(cover) ? cover : null,
    authorIds: authors.map((author) => known.get(author) ?? library.authors.create({ name: author }).id),
  }
}
