import { wallDate } from './dates.ts'
import type { SiteMap } from './site-map.ts'
import { addressOf } from './site-model.ts'
import type { ArticleHead } from './source.ts'
import { escapeMarkup } from './text.ts'
import { alternatesOf } from './translations.ts'

/** Addresses that one sitemap may hold (sitemaps.org 0.9). */
const MOST_ADDRESSES = 50_000

const HEAD = '<?xml version="1.0" encoding="utf-8"?>'
/** Only where a page is in several languages. */
const LINKS = 'xmlns:xhtml="http://www.w3.org/1999/xhtml"'
const SCHEMA = 'xmlns="http://www.sitemaps.org/schemas/sitemap/0.9"'

/**
 * The sitemap (sitemaps.org 0.9) of a site with a base URL, as text by path: one file, or several that an index in its
 * place leads to. None without a base URL, since its addresses must be absolute. `most` is what one file may hold.
 */
export function sitemaps(map: SiteMap, most = MOST_ADDRESSES): ReadonlyMap<string, string> {
  if (map.base === null) return new Map()
  const urls = addresses(map)
  if (urls.length <= most) return new Map([['sitemap.xml', document('urlset', urls)]])
  const parts = Array.from({ length: Math.ceil(urls.length / most) }, (_, index) => ({
    path: `sitemap-${index + 1}.xml`,
    text: document('urlset', urls.slice(index * most, (index + 1) * most)),
  }))
  const entries = parts.map(
    ({ path }) => `  <sitemap><loc>${escapeMarkup(addressOf(map, path, ''))}</loc></sitemap>`,
  )
  return new Map([
    ['sitemap.xml', document('sitemapindex', entries)],
    ...parts.map(({ path, text }) => [path, text] as const),
  ])
}

/** A robots.txt that welcomes everyone and names the sitemap; null without a base URL. */
export function robots(map: SiteMap): string | null {
  if (map.base === null) return null
  return `User-agent: *\nAllow: /\n\nSitemap: ${addressOf(map, 'sitemap.xml', '')}\n`
}

// Pages that search engines are told to leave alone are not offered to them.
function addresses(map: SiteMap): readonly string[] {
  const shown = map.pages().filter(({ kind }) => kind !== 'search' && kind !== 'notFound')
  return shown.map((ref) => {
    const address = escapeMarkup(addressOf(map, map.pathOf(ref), ''))
    const article = ref.kind === 'article' ? map.article(ref.id) : undefined
    const changed = article ? latest(wallDate(article.publishedAt), wallDate(article.updatedAt)) : null
    const said = `<loc>${address}</loc>${changed ? `<lastmod>${changed}</lastmod>` : ''}`
    return `  <url>${said}${article ? alternates(map, article) : ''}</url>`
  })
}

function alternates(map: SiteMap, article: ArticleHead): string {
  return alternatesOf(map, article, '')
    .map(
      ({ language, href }) =>
        `<xhtml:link rel="alternate" hreflang="${escapeMarkup(language)}" href="${escapeMarkup(href)}"/>`,
    )
    .join('')
}

function document(root: string, lines: readonly string[]): string {
  const links = lines.some((one) => one.includes('<xhtml:')) ? ` ${LINKS}` : ''
  return [HEAD, `<${root} ${SCHEMA}${links}>`, ...lines, `</${root}>`, ''].join('\n')
}

const latest = (a: string | null, b: string | null): string | null => ((a ?? '') > (b ?? '') ? a : b)
