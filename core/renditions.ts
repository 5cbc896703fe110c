/**
 * Which leaner copies of a picture a site has, and where. Told by the picture's name alone, for the HTML of a body is a
 * function of its Markdown: whoever writes a page need not look at a picture, and whoever makes a site makes these files.
 */

export type RenditionFormat = 'avif' | 'webp' | 'jpg'

/** A leaner copy of a picture. */
export interface Rendition {
  /** From the site's root: `media/480/trail-1600x1200-jpg.avif`. */
  readonly path: string
  /** The picture it is made of: `media/trail-1600x1200.jpg`. */
  readonly original: string
  readonly format: RenditionFormat
  /** In pixels; the height follows. */
  readonly width: number
}

/** A picture as others show a link to a page with it: Open Graph's usual size, in pixels. */
export const SHARE_CARD = { width: 1200, height: 630 } as const

/** What a `<picture>` says: its sources, best first, and the `srcset` of its image. */
export interface Sources {
  readonly sources: readonly { readonly type: string; readonly srcset: string }[]
  /** Null when there is but the picture itself in a format that every browser knows. */
  readonly srcset: string | null
}

/** A picture of the library under the name that the library gave it: a slug, its size, and what it is. */
const ORIGINAL = /^media\/([a-z\d]+(?:-[a-z\d]+)*-([1-9]\d{0,4})x([1-9]\d{0,4}))\.(jpg|png|webp|avif)$/
const NAMED = /media\/[a-z\d]+(?:-[a-z\d]+)*\.(?:jpg|png|webp|avif|svg)(?![\w-])/g
const MADE = /^media\/(\d+|card)\/([a-z\d-]+)-(jpg|png|webp|avif)\.(avif|webp|jpg)$/

/** Formats of the copies, leanest first, by what the picture is. A GIF, which may move, has none. */
const FORMATS: Readonly<Record<string, readonly RenditionFormat[]>> = {
  jpg: ['avif', 'webp', 'jpg'],
  png: ['avif', 'webp'],
  webp: ['avif', 'webp'],
  avif: ['avif'],
}
const TYPES: Readonly<Record<RenditionFormat, string>> = {
  avif: 'image/avif',
  webp: 'image/webp',
  jpg: 'image/jpeg',
}

/**
 * Widths of copies in pixels: a card or a phone; a column of text, or those at twice their points; a phone at thrice; a
 * wide cover. Each is half as wide again as the one before, so that no screen gets much more than it shows.
 */
const WIDTHS = [480, 720, 1080, 1600] as const
const WIDEST = 1600
/** A copy this near the next wider one, as a part of it, spares nobody anything. */
const NEAR = 0.85
/** No wider than this, a picture is light as it is. */
const TINY = 320
/** WebP's longest side (https://developers.google.com/speed/webp/faq). */
const LONGEST_SIDE = 16_383
/** More pixels than any camera's, and what can be read within a minute. */
const MOST_PIXELS = 150_000_000
/** Wide enough for a column of text at twice its points. */
const DECENT = 1080

/** Whether a path from the site's root is that of a picture under the name that the library gave it. */
export function isOfLibrary(path: string): boolean {
  return ORIGINAL.test(path)
}

/** Whether a path is that of a drawing of the library: lines on nothing, mostly, and made for paper. */
export function isDrawing(path: string): boolean {
  return /^media\/[a-z\d-]+-[1-9]\d{0,4}x[1-9]\d{0,4}\.svg$/.test(path)
}

/** The library's pictures that a text such as an article's Markdown names, as paths from the site's root. */
export function picturesNamedIn(text: string): readonly string[] {
  if (!text.includes('media/')) return []
  return [...new Set(Array.from(text.matchAll(NAMED), ([path]) => path))].filter(
    (path) => isOfLibrary(path) || isDrawing(path),
  )
}

/** The leaner copies of the picture at a path from the site's root; none of what is no picture of the library's making. */
export function renditionsOf(path: string): readonly Rendition[] {
  const [, stem = '', width = '', height = '', ending = ''] = ORIGINAL.exec(path) ?? []
  return widthsOf(Number(width), Number(height)).flatMap((at) =>
    (FORMATS[ending] ?? [])
      // At its own width in its own format it is there already.
      .filter((format) => format !== ending || at < Number(width))
      .map((format) => ({
        path: `media/${at}/${stem}-${ending}.${format}`,
        original: path,
        format,
        width: at,
      })),
  )
}

/** Where the share card made of a picture lies; null when the picture is too small for one, or none of the library's. */
export function shareCardOf(path: string): string | null {
  const [, stem = '', width, height, ending = ''] = ORIGINAL.exec(path) ?? []
  const isFit = Number(width) >= SHARE_CARD.width && Number(height) >= SHARE_CARD.height
  return isFit && renditionsOf(path).length > 0 ? `media/card/${stem}-${ending}.jpg` : null
}

/** The picture that a path's copy or share card is made of, and which one it is; null when no picture has such a copy. */
export function madeFrom(
  path: string,
): { readonly original: string; readonly width: number | 'card'; readonly format: RenditionFormat } | null {
  const [, folder = '', stem = '', ending = '', format] = MADE.exec(path) ?? []
  const original = `media/${stem}.${ending}`
  if (folder === 'card' && shareCardOf(original) === path) return { original, width: 'card', format: 'jpg' }
  return renditionsOf(original).find((one) => one.path === path && one.format === format) ?? null
}

/**
 * The one copy for where no `<picture>` is understood, such as a feed or a mail: in the format of the picture, or the
 * one most widely read, and not too wide. Null where the picture itself serves best.
 */
export function plainCopyOf(path: string): Rendition | null {
  const made = renditionsOf(path).filter(({ width }) => width <= DECENT)
  const format = FORMATS[ORIGINAL.exec(path)?.[4] ?? '']?.at(-1)
  return made.findLast((one) => one.format === format) ?? null
}

/**
 * What a `<picture>` around the picture at `path` says on a page from which `root` leads to the site's root, with no
 * copies wider than `widest` pixels; null when there are none.
 */
export function sourcesOf(path: string, root = '', widest: number = WIDEST): Sources | null {
  const made = renditionsOf(path).filter(({ width }) => width <= widest)
  const [, , width, , ending = ''] = ORIGINAL.exec(path) ?? []
  if (made.length === 0) return null
  const srcsetOf = (format: RenditionFormat): string =>
    made
      .filter((one) => one.format === format)
      .map((one) => `${root}${one.path} ${one.width}w`)
      .join(', ')
  const formats = FORMATS[ending] ?? []
  const own = formats.find((format) => format === ending)
  const copies = own ? srcsetOf(own) : ''
  return {
    sources: formats
      .filter((format) => format !== own)
      .map((format) => ({ type: TYPES[format], srcset: srcsetOf(format) })),
    // What is wider than the widest copy is nothing for a screen.
    srcset: copies && Number(width) <= widest ? `${copies}, ${root}${path} ${width}w` : copies || null,
  }
}

function widthsOf(width: number, height: number): readonly number[] {
  const isUsual = width > TINY && Math.max(width, height) <= LONGEST_SIDE && width * height <= MOST_PIXELS
  if (!isUsual) return []
  const widest = Math.min(width, WIDEST)
  return [...WIDTHS.filter((one) => one < widest * NEAR), widest]
}
