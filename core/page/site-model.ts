import { primaryLanguage } from '../locale/direction.ts'
import type { SiteModel, TextLink } from './model.ts'
import { archivePath, articlePath, listPath, searchPath } from './paths.ts'
import { picture } from './picture.ts'
import type { SiteMap } from './site-map.ts'
import { line } from './text.ts'
import { orderOf, treeOf } from './tree.ts'

const FALLBACK_LANGUAGE = 'en'

/** A language tag that is safe to write into a page: BCP 47 in its canonical form, or the fallback. */
export function languageTag(tag: string | null, fallback: string = FALLBACK_LANGUAGE): string {
  if (tag === null || tag === '') return fallback
  let canonical = canonicalTags.get(tag)
  if (canonical === undefined) {
    canonical = canonicalTag(tag)
    canonicalTags.set(tag, canonical)
  }
  return canonical ?? fallback
}

// A library has a handful of languages, and asking Intl costs more than all else on a page.
const canonicalTags = new Map<string, string | null>()

function canonicalTag(tag: string): string | null {
  try {
    return Intl.getCanonicalLocales(tag.trim())[0] ?? null
  } catch {
    return null
  }
}

/** The site's own language, canonical. */
export function siteLanguage(map: SiteMap): string {
  return languageTag(map.site.language)
}

/** The language of an article when a reader would notice that it is not the site's; else null. */
export function foreignLanguage(map: SiteMap, language: string | null): string | null {
  const own = siteLanguage(map)
  const tag = languageTag(language, own)
  return primaryLanguage(tag) === primaryLanguage(own) ? null : tag
}

/** What all pages of the site share; `options` as the theme has them. */
export function siteModel(map: SiteMap, options: SiteModel['options'] = {}): SiteModel {
  const words = Object.entries(map.words).filter(
    (entry): entry is [string, string] => typeof entry[1] === 'string',
  )
  const tree = treeOf(map)
  return {
    name: line(map.site.name),
    description: line(map.site.description),
    language: siteLanguage(map),
    navigation: map.below(null).map((category) => ({
      name: line(category.name),
      slug: category.slug,
      path: listPath(map.words.folders.category, category.slug, 1),
    })),
    footer: map.asides.map(({ title, slug, language }) => ({
      name: line(title),
      path: articlePath(slug),
      language: foreignLanguage(map, language),
    })),
    paths: { archive: archivePath(map.words.folders, null, 1), search: searchPath(map.words.folders) },
    tree,
    order: orderOf(tree),
    words: Object.fromEntries(words),
    options,
  }
}

/** The address of a file of the site: absolute when the site has a base URL, else relative to the page. */
export function addressOf(map: SiteMap, path: string, root: string): string {
  const tail = path.split('/').map(encodeURIComponent).join('/')
  if (map.base === null) return root + tail
  return map.base + (tail === 'index.html' ? '' : tail)
}

/** The address of a cover, absolute when the site has a base URL; null when there is none to show. */
export function coverAddress({ base }: Pick<SiteMap, 'base'>, cover: string | null): string | null {
  const shown = picture(cover, '', '')
  if (shown === null) return null
  return /^(https?:)?\/\//i.test(shown.src) || base === null ? shown.src : base + shown.src
}

/** A link whose name is in the site's language. */
export function siteLink(name: string, href: string): TextLink {
  return { name: line(name), href, language: null }
}
