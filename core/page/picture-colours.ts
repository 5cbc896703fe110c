/** The colour that a picture's place shows until the picture is there. */
import { isDrawing, isOfLibrary } from '../renditions.ts'
import { type Colour, inkOn } from './colour.ts'
import type { ListRef, SiteMap } from './site-map.ts'
import { PAGE_LENGTH } from './site-map.ts'
import type { ArticleHead } from './source.ts'

/** What is known of the library's pictures by whoever can look at them. */
export interface PictureColours {
  /** The colour of the picture at a path from the site's root; null when it is not known, or lets through what is behind. */
  of(path: string): Colour | null
  /** SHA-256 of a text in UTF-8, in base64. */
  digest(text: string): string
}

/** Rules that stand in a page itself, and what lets a browser know that they are the page's own. */
export interface PageStyle {
  readonly css: string
  /** As a policy names it: `sha256-…` (CSP 3, § 2.3.1). */
  readonly hash: string
}

type Pictures = readonly (string | null | undefined)[]

/** The pictures on an article's page, from its cover to those that its Markdown `named`. */
export function picturesOfArticle(
  map: SiteMap,
  article: ArticleHead,
  related: readonly ArticleHead[],
  named: readonly string[],
): Pictures {
  return [
    article.cover,
    ...article.authorIds.map((id) => map.author(id)?.picture),
    ...named,
    ...related.map(({ cover }) => cover),
  ]
}

/** The pictures on a page of a list. */
export function picturesOfList(map: SiteMap, ref: ListRef): Pictures {
  const start = (ref.page - 1) * PAGE_LENGTH
  return [
    ...(ref.kind === 'category' ? [map.category(ref.id)?.cover] : []),
    ...(ref.kind === 'author' ? [map.author(ref.id)?.picture] : []),
    ...map
      .articlesOf(ref)
      .slice(start, start + PAGE_LENGTH)
      .map(({ cover }) => cover),
  ]
}

/**
 * Gives the place of each picture the colour of the picture, and the text that stands for one that does not come the
 * ink that can be read on it; null where no colour is known. A rule of a theme's does not outweigh it. A drawing, whose
 * lines may be black on nothing, lies on paper where the page is dark.
 */
export function colourStyle({ colours }: SiteMap, pictures: Pictures): PageStyle | null {
  if (colours === null) return null
  const paths = new Set(pictures.flatMap((path) => path?.replace(/^\/+/, '') ?? []))
  const css = [...paths]
    .flatMap((path) => {
      if (isDrawing(path)) return `@media(prefers-color-scheme:dark){${ruleFor(path, PAPER)}}`
      const colour = isOfLibrary(path) ? colours.of(path) : null
      return colour === null ? [] : ruleFor(path, colour)
    })
    .join('\n')
  return css === '' ? null : { css, hash: `sha256-${colours.digest(css)}` }
}

const PAPER: Colour = '#ffffff'

const ruleFor = (path: string, colour: Colour): string =>
  `html img[src$="${path}"]{background-color:${colour};color:${inkOn(colour)}}`
