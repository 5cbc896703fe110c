import type { PageStyle } from './picture-colours.ts'
import { policyElements } from './policy.ts'
import { escapeMarkup } from './text.ts'

/** What a page tells machines: search engines, feed readers, whoever shows a link to it. */
export interface Meta {
  /** Empty means: none. */
  readonly description: string
  /** Absolute; null without a base URL. */
  readonly canonical: string | null
  readonly feeds: readonly FeedLink[]
  /** The page in every language that it is in, its own among them. */
  readonly alternates?: readonly Alternate[]
  /** Address of the site's icon. */
  readonly icon: string
  /** Address of it for a home screen, on the page that is put there. */
  readonly touchIcon?: string | null
  /** Address of its manifest; null where there is none. */
  readonly manifest: string | null
  /** Whether search engines are to leave the page alone. */
  readonly isHidden?: boolean
  /** Whether a script of the site's own runs on it. */
  readonly runsScript?: boolean
  /** Rules of the page's own. */
  readonly style: PageStyle | null
  /** Open Graph (https://ogp.me) and X's additions to it; pairs without content are left out. */
  readonly openGraph: readonly (readonly [property: string, content: string | number | null | undefined])[]
  /** JSON-LD, safe to stand in a script element. */
  readonly jsonLd: string
}

/** A page as one of several that say the same. */
export interface Alternate {
  /** BCP 47, or `x-default` for readers of all other languages. */
  readonly language: string
  readonly href: string
}

/** A feed as a page names it. */
export interface FeedLink {
  readonly title: string
  /** Media type. */
  readonly type: string
  readonly href: string
}

/** The elements of a page's head that carry it, every text escaped: `page.meta` in a theme's templates. */
export function metaElements(meta: Meta): string {
  return [
    ...policyElements({
      runsScript: meta.runsScript,
      hasManifest: meta.manifest !== null,
      styleHash: meta.style?.hash,
    }),
    ...(meta.description ? [`<meta name="description" content="${escapeMarkup(meta.description)}">`] : []),
    '<meta name="generator" content="Longhand">',
    ...(meta.isHidden ? ['<meta name="robots" content="noindex">'] : []),
    ...(meta.canonical ? [`<link rel="canonical" href="${escapeMarkup(meta.canonical)}">`] : []),
    ...(meta.alternates ?? []).map(
      ({ language, href }) =>
        `<link rel="alternate" hreflang="${escapeMarkup(language)}" href="${escapeMarkup(href)}">`,
    ),
    ...meta.openGraph.flatMap(([property, content]) =>
      content === null || content === undefined || content === ''
        ? []
        : [
            `<meta ${property.startsWith('twitter:') ? 'name' : 'property'}="${property}" content="${escapeMarkup(String(content))}">`,
          ],
    ),
    ...meta.feeds.map(
      ({ title, type, href }) =>
        `<link rel="alternate" type="${type}" title="${escapeMarkup(title)}" href="${escapeMarkup(href)}">`,
    ),
    `<link rel="icon" type="image/svg+xml" href="${escapeMarkup(meta.icon)}">`,
    ...(meta.touchIcon ? [`<link rel="apple-touch-icon" href="${escapeMarkup(meta.touchIcon)}">`] : []),
    ...(meta.manifest ? [`<link rel="manifest" href="${escapeMarkup(meta.manifest)}">`] : []),
    ...(meta.style ? [`<style>${meta.style.css}</style>`] : []),
    `<script type="application/ld+json">${meta.jsonLd}</script>`,
  ].join('\n')
}
