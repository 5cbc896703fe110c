import type { Category } from '../article.ts'
import type { FeedLink } from './meta.ts'
import { line } from './text.ts'
import type { SiteMap } from './site-map.ts'

/** What a feed can be written in. */
export type FeedFormat = 'atom' | 'json'

export const FEED_FORMATS: readonly FeedFormat[] = ['atom', 'json']

const FILES: Readonly<Record<FeedFormat, { readonly file: string; readonly type: string }>> = {
  atom: { file: 'feed.xml', type: 'application/atom+xml' },
  json: { file: 'feed.json', type: 'application/feed+json' },
}

/** Where the feed of the site, or of one category, lies. */
export function feedPath(map: SiteMap, category: Category | null, format: FeedFormat): string {
  const { file } = FILES[format]
  return category === null ? file : `${map.words.folders.category}/${category.slug}/${file}`
}

/** What a feed is called. */
export function feedTitle(map: SiteMap, category: Category | null): string {
  const name = line(map.site.name)
  return category === null ? name : `${name}: ${line(category.name)}`
}

/** The feeds that a page names: the site's, and those of the category that it is about. */
export function feedLinks(map: SiteMap, root: string, category?: Category): readonly FeedLink[] {
  return [null, ...(category ? [category] : [])].flatMap((subject) =>
    FEED_FORMATS.map((format) => ({
      title: feedTitle(map, subject),
      type: FILES[format].type,
      href: root + feedPath(map, subject, format),
    })),
  )
}
