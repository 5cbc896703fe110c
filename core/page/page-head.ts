import type { Category } from '../article.ts'
import { feedLinks } from './feed-links.ts'
import { ICON_PATH, TOUCH_ICON_PATH, manifestFrom } from './icon.ts'
import { metaElements } from './meta.ts'
import type { PageHead } from './model.ts'
import type { PageStyle } from './picture-colours.ts'
import { rootOf } from './paths.ts'
import { sharePicture } from './share-picture.ts'
import type { SiteMap } from './site-map.ts'
import { addressOf, siteLanguage } from './site-model.ts'
import { breadcrumbList, jsonLd } from './structured-data.ts'
import { line } from './text.ts'

/** What a page that is no article's says of itself. */
export interface HeadFacts {
  readonly path: string
  /** What leads to the site's root, when that is not the way from `path`. */
  readonly root?: string
  /** Without the site's name. */
  readonly title: string
  readonly description: string
  readonly section?: string | null
  /** The way to the page below the front page, with the page itself, as paths from the root. */
  readonly trail: readonly { readonly name: string; readonly path: string }[]
  /** A category whose own feeds the page names too. */
  readonly category?: Category
  /** Whether search engines are to leave it alone; it has no address of its own then. */
  readonly isHidden?: boolean
  /** Whether a script of the site's own runs on it. */
  readonly runsScript?: boolean
  readonly style?: PageStyle | null
}

/** The head of a page that is no article's. */
export function pageHead(map: SiteMap, facts: HeadFacts): PageHead {
  const { path, description, isHidden = false, runsScript = false, style = null } = facts
  const root = facts.root ?? rootOf(path)
  const name = line(map.site.name)
  // The site's name closes every title but the one that already says it.
  const title = facts.title === name ? name : `${facts.title} | ${name}`
  const canonical = map.base === null || isHidden ? null : addressOf(map, path, root)
  const home = { name, url: addressOf(map, 'index.html', root) }
  const trail = facts.trail.map((step) => ({ name: step.name, url: addressOf(map, step.path, root) }))
  return {
    path,
    root,
    language: siteLanguage(map),
    siteLanguage: null,
    title,
    section: facts.section ?? null,
    styleHash: style?.hash ?? null,
    meta: metaElements({
      description,
      canonical,
      feeds: feedLinks(map, root, facts.category),
      icon: root + ICON_PATH,
      touchIcon: path === 'index.html' ? root + TOUCH_ICON_PATH : null,
      manifest: manifestFrom(map, root),
      isHidden,
      runsScript,
      style,
      openGraph: [
        ['og:type', 'website'],
        ['og:site_name', name],
        ['og:title', title],
        ['og:description', description],
        ['og:url', canonical],
        ['og:locale', siteLanguage(map).replace('-', '_')],
        // What nobody is to find nobody shares.
        ...(isHidden ? [] : sharePicture(map, facts.category?.cover ?? null, facts.category?.name ?? '')),
      ],
      jsonLd: jsonLd([breadcrumbList([home, ...trail])]),
    }),
  }
}
