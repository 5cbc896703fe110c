import type { OldSlug } from '../slug.ts'
import { articlePath, listPath, rootOf } from './paths.ts'
import { policyElements } from './policy.ts'
import type { SiteMap } from './site-map.ts'
import { addressOf, siteLanguage } from './site-model.ts'
import { escapeMarkup, line } from './text.ts'

/** A page at an address that something had before. */
export interface Redirect {
  readonly path: string
  readonly html: string
}

/** A page for every former address of what is on the site; never in the place of a page that is there. */
export function redirects(map: SiteMap, old: readonly OldSlug[]): readonly Redirect[] {
  if (old.length === 0) return []
  const living = new Set(map.pages().map((ref) => map.pathOf(ref)))
  return old.flatMap((one) => {
    const path = pathFor(map, one, one.slug)
    const target = ownerOf(map, one)
    if (target === null || living.has(path)) return []
    const to = pathFor(map, one, target.slug)
    return living.has(to) ? { path, html: redirectHtml(map, path, to, target.name) } : []
  })
}

function pathFor(map: SiteMap, { kind }: OldSlug, slug: string): string {
  return kind === 'article' ? articlePath(slug) : listPath(map.words.folders[kind], slug, 1)
}

function ownerOf(map: SiteMap, { kind, ownerId }: OldSlug): { slug: string; name: string } | null {
  if (kind === 'article') {
    const article = map.article(ownerId)
    return article ? { slug: article.slug, name: article.title } : null
  }
  return map[kind](ownerId) ?? null
}

/** Works without a script and without a theme: the browser follows it, and a link stands there for who it does not. */
function redirectHtml(map: SiteMap, path: string, to: string, name: string): string {
  const href = escapeMarkup(rootOf(path) + to.split('/').map(encodeURIComponent).join('/'))
  const title = escapeMarkup(line(name))
  const canonical = map.base === null ? href : escapeMarkup(addressOf(map, to, ''))
  return [
    '<!doctype html>',
    `<html lang="${escapeMarkup(siteLanguage(map))}">`,
    '<head>',
    '<meta charset="utf-8">',
    ...policyElements(),
    '<meta name="viewport" content="width=device-width, initial-scale=1">',
    `<title>${title}</title>`,
    '<meta name="color-scheme" content="light dark">',
    '<meta name="robots" content="noindex">',
    `<meta http-equiv="refresh" content="0; url=${href}">`,
    `<link rel="canonical" href="${canonical}">`,
    '</head>',
    '<body>',
    '<main>',
    `<h1>${title}</h1>`,
    `<p>${escapeMarkup(map.words.moved)} <a href="${href}">${title}</a>.</p>`,
    '</main>',
    '</body>',
    '</html>',
    '',
  ].join('\n')
}
