import { archivePage } from './archive.ts'
import { articlePage } from './article-page.ts'
import { listPage } from './list-page.ts'
import type { PageModel } from './model.ts'
import { notFoundPage } from './not-found-page.ts'
import { searchPage } from './search-page.ts'
import type { PageRef, SiteMap } from './site-map.ts'

/** What the theme is given for a page; null when there is no such page. `named`: pictures that the text of an article names. */
export function pageModel(map: SiteMap, ref: PageRef, named: readonly string[] = []): PageModel | null {
  switch (ref.kind) {
    case 'article': {
      const article = map.article(ref.id)
      return article ? articlePage(map, article, map.related(article.id), named) : null
    }
    case 'archive':
      return archivePage(map, ref)
    case 'search':
      return searchPage(map)
    case 'notFound':
      return notFoundPage(map)
    default:
      return listPage(map, ref)
  }
}
