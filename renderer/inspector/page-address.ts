import type { Site } from '../../core/article.ts'
import { pageWords } from '../../core/locale/page.ts'
import { listPath } from '../../core/page/paths.ts'

/** Where the page will be: `example.org/blog/<slug>.html`, or the file alone while the site has no address. */
export function pageAddress(baseUrl: string, slug: string): string {
  return addressIn(baseUrl, `${slug}.html`)
}

/** Where the page of a category, tag or author will be; see {@link pageAddress}. */
export function listAddress(
  site: Pick<Site, 'baseUrl' | 'language'>,
  kind: 'category' | 'tag' | 'author',
  slug: string,
): string {
  return addressIn(site.baseUrl, listPath(pageWords(site.language).folders[kind], slug, 1))
}

function addressIn(baseUrl: string, path: string): string {
  const site = baseUrl.replace(/^https?:\/\//u, '').replace(/\/+$/u, '')
  return site === '' ? path : `${site}/${path}`
}
