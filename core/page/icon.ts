import { type Colour, colourFrom, inkOn } from './colour.ts'
import type { SiteMap } from './site-map.ts'
import { siteLanguage } from './site-model.ts'
import { escapeMarkup, initial, line } from './text.ts'

/** Where the site's icon lies. */
export const ICON_PATH = 'icon.svg'
/** The icon as an iPhone's home screen has it. */
export const TOUCH_ICON_PATH = 'apple-touch-icon.png'
/** The icon for those who look for it by this name and no other, such as readers of feeds. */
export const FAVICON_PATH = 'favicon.ico'

/** An icon made of pixels. */
export interface PixelIcon {
  readonly path: string
  /** Of its sides, in pixels. */
  readonly side: number
  /** `full`: to its edges, for a home screen cuts it to a shape of its own. */
  readonly shape: 'tile' | 'full'
}

/** In the sizes that are asked for today; what needs another scales the next larger. */
export const PIXEL_ICONS: readonly PixelIcon[] = [
  { path: FAVICON_PATH, side: 32, shape: 'tile' },
  { path: TOUCH_ICON_PATH, side: 180, shape: 'full' },
  { path: 'icon-192.png', side: 192, shape: 'tile' },
  { path: 'icon-512.png', side: 512, shape: 'tile' },
  { path: 'icon-maskable-512.png', side: 512, shape: 'full' },
]

/** A letter as a shape: path data with y downwards, and the box that it fills, in units of its own. */
export interface Outline {
  readonly path: string
  readonly left: number
  readonly top: number
  readonly width: number
  readonly height: number
  /** Of a capital without anything on it. */
  readonly capital: number
}
/** Where the site describes itself to a phone's home screen. */
export const MANIFEST_PATH = 'site.webmanifest'

/** What a site's icons are made of. */
export interface IconFacts {
  /** The initial of its name; empty when it has none. */
  readonly letter: string
  readonly accent: Colour
  /** What a logo stands on. */
  readonly paper: Colour
}

export function iconFacts(map: SiteMap): IconFacts {
  return { letter: initial(map.site.name), accent: accentOf(map), paper: map.look.paper }
}

/**
 * The site's icon: its initial on its accent colour, in whatever of the two inks can be read on it. A letter without an
 * outline is drawn in a face of the reader's own.
 */
export function siteIcon({ letter, accent }: IconFacts, outline: Outline | null): string {
  const ink = inkOn(accent)
  const sign = escapeMarkup(letter || '•')
  return drawing(
    'viewBox="0 0 64 64"',
    ground(TILE, accent),
    outline
      ? shapeOf(outline, 30, ink)
      : `<text x="32" y="46" font-family="Georgia, 'Times New Roman', serif" font-size="40" font-weight="bold" text-anchor="middle" fill="${ink}">${sign}</text>`,
  )
}

/** The same to be made pixels of, with no face but the outline: without one a dot stands for the letter. */
export function pixelIcon(facts: IconFacts, outline: Outline | null, { side, shape }: Shape): string {
  return drawing(sized(side), letterShapes(facts, outline, shape))
}

/** What {@link pixelIcon} draws, for a drawing 64 units wide and high. */
export function letterShapes(
  { accent }: Pick<IconFacts, 'accent'>,
  outline: Outline | null,
  shape: Shape['shape'],
): string {
  const [corner, capital] = shape === 'tile' ? [TILE, 30] : [0, 26]
  const ink = inkOn(accent)
  const sign = outline
    ? shapeOf(outline, capital, ink)
    : `<circle cx="32" cy="32" r="${capital / 3}" fill="${ink}"/>`
  return `${ground(corner, accent)}${sign}`
}

/** What a logo is laid on: an icon without a sign. */
export function emptyIcon(colour: Colour, { side, shape }: Shape): string {
  return drawing(sized(side), ground(shape === 'tile' ? TILE : 0, colour))
}

/** The site's icon where it is made of pixels: a PNG, in base64. */
export function pictureIcon(png: string): string {
  return drawing('viewBox="0 0 64 64"', `<image width="64" height="64" href="data:image/png;base64,${png}"/>`)
}

type Shape = Omit<PixelIcon, 'path'>

/** How round the corners of a tile are. */
const TILE = 14

const ground = (corner: number, colour: Colour): string =>
  `<rect width="64" height="64" rx="${corner}" fill="${colour}"/>`

const sized = (side: number): string => `width="${side}" height="${side}" viewBox="0 0 64 64"`

function drawing(attributes: string, ...parts: readonly string[]): string {
  return [`<svg xmlns="http://www.w3.org/2000/svg" ${attributes}>`, ...parts, '</svg>', ''].join('\n')
}

/** A letter in the middle, its capitals so high; lower where it would come near the edges. */
function shapeOf(
  { path, left, top, width, height, capital: own }: Outline,
  capital: number,
  ink: string,
): string {
  const most = capital * 1.35
  const scale = Math.min(capital / own, most / width, most / height)
  const at = [32 - (left + width / 2) * scale, 32 - (top + height / 2) * scale].map(short)
  return `<path fill="${ink}" transform="translate(${at.join(' ')}) scale(${scale.toFixed(5)})" d="${path}"/>`
}

const short = (length: number): string => String(Number(length.toFixed(3)))

/** The web app manifest (https://www.w3.org/TR/appmanifest/); its addresses are relative to itself. */
export function webManifest(map: SiteMap): string {
  const name = line(map.site.name)
  const made = {
    name,
    ...(map.site.description !== '' && { description: line(map.site.description) }),
    lang: siteLanguage(map),
    start_url: 'index.html',
    scope: './',
    // With a way back, which a site has need of and an application may do without.
    display: 'minimal-ui',
    theme_color: accentOf(map),
    // What a home screen shows while the front page is not there yet.
    background_color: map.look.paper,
    icons: [
      // A logo's is of so few pixels as a tab shows.
      ...(map.look.logo === null
        ? [{ src: ICON_PATH, sizes: 'any', type: 'image/svg+xml', purpose: 'any' }]
        : []),
      ...PIXEL_ICONS.filter(({ path }) => path.startsWith('icon-')).map(({ path, side, shape }) => ({
        src: path,
        sizes: `${side}x${side}`,
        type: 'image/png',
        purpose: shape === 'full' ? 'maskable' : 'any',
      })),
    ],
  }
  return `${JSON.stringify(made, null, 1)}\n`
}

/** The manifest's address for a page; a site that has no address yet cannot stand on a home screen. */
export function manifestFrom(map: SiteMap, root: string): string | null {
  return map.base === null ? null : root + MANIFEST_PATH
}

function accentOf({ site, look }: SiteMap): Colour {
  return colourFrom(site.themeOptions['accent'] ?? '') ?? look.accent
}
