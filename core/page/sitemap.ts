import { wallDate } from './dates.ts'
import type { SiteMap } from './site-map.ts'
import { addressOf } from './site-model.ts'
import { escapeMarkup } from './text.ts'

/** The sitemap (sitemaps.org 0.9) of a site with a base URL; null without one, since it must be absolute. */
export function sitemap(map: SiteMap): string | null {
  if (map.base === null) return null
  const shown = map.pages().filter(({ kind }) => kind !== 'search' && kind !== 'notFound')
  const urls = shown.map((ref) => {
    const address = escapeMarkup(addressOf(map, map.pathOf(ref), ''))
    const article = ref.kind === 'article' ? map.article(ref.id) : undefined
    const changed = article ? latest(wallDate(article.publishedAt), wallDate(article.updatedAt)) : null
    return `  <url><loc>${address}</loc>${changed ? `<lastmod>${changed}</lastmod>` : ''}</url>`
  })
  return [
    '<?xml version="1.0" encoding="utf-8"?>',
    '<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">',
    ...urls,
    '</urlset>',
    '',
  ].join('\n')
}

/** A robots.txt that welcomes everyone and names the sitemap; null without a base URL. */
export function robots(map: SiteMap): string | null {
  if (map.base === null) return null
  return `User-agent: *\nAllow: /\n\nSitemap: ${addressOf(map, 'sitemap.xml', '')}\n`
}

const latest = (a: string | null, b: string | null): string | null => ((a ?? '') > (b ?? '') ? a : b)
