import type { Library } from '../library/library.ts'
import type { SiteContent } from './read-site.ts'

/** The ids of the articles that each page shows as related, best first: only such as are on the site. */
export function relatedLists(library: Library, content: SiteContent): ReadonlyMap<number, readonly number[]> {
  const out = new Set(content.articles.map(({ id }) => id))
  return new Map(
    content.articles.map(({ id }) => [
      id,
      library.related
        .pins(id)
        .filter((other) => out.has(other))
        .slice(0, content.site.relatedCount),
    ]),
  )
}
