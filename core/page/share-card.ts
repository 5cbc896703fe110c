/** The picture that others show with a link to a page that has none of its own: one for the whole site. */
import { SHARE_CARD } from '../renditions.ts'
import type { Colour } from './colour.ts'
import { type IconFacts, type Outline, letterShapes } from './icon.ts'
import { type Setter, fitted, outlined, shortened } from './set-lines.ts'
import type { SiteMap } from './site-map.ts'
import { line } from './text.ts'

/** Where the site's card lies, when the site has an address: whoever shows a link asks for it by its whole one. */
export const SITE_CARD_PATH = 'share-card.png'

/** What a site's card is made of. */
export interface SiteCardFacts {
  readonly name: string
  readonly description: string
  /** The site's address as people write it. */
  readonly address: string
  readonly paper: Colour
  readonly ink: Colour
  readonly inkSoft: Colour
}

/** Null for a site without an address. */
export function siteCardFacts(map: SiteMap): SiteCardFacts | null {
  if (map.base === null) return null
  const { host, pathname } = new URL(map.base)
  const { paper, ink, inkSoft } = map.look
  return {
    name: line(map.site.name),
    description: line(map.site.description),
    address: host + pathname.replace(/\/$/, ''),
    paper,
    ink,
    inkSoft,
  }
}

/** The card's facts with those of the icons, whose sign stands on it. */
export type CardIcon = Pick<IconFacts, 'accent'>

/** The two weights that a card is set in. */
export interface CardSetters {
  readonly title: Setter
  readonly text: Setter
}

/** Where on the card a logo may stand, in pixels. */
export const CARD_LOGO = { left: 80, top: 76, width: 520, height: 120 } as const

const EDGE = 80
const WIDTH = SHARE_CARD.width - 2 * EDGE
const SIGN = 104
const BAND = 20
/** The name's sizes in pixels, the largest that fits being taken, and what its lines take of each. */
const SIZES = [116, 104, 92, 80, 70, 60] as const
const LEADING = 1.1
const TEXT = { size: 34, leading: 47, gap: 38 } as const
const ADDRESS = { size: 27, baseline: 554 } as const
/** From below the sign to above the address. */
const ROOM = 268
const FLOOR = 488

/**
 * The card of a site as a drawing, all text as outlines. What its faces lack is left out, and where that is the name,
 * the address stands for it. With a logo its place is left free (`outline` is not drawn then).
 */
export function siteCard(
  facts: SiteCardFacts,
  { accent }: CardIcon,
  { title, text }: CardSetters,
  sign: { readonly outline: Outline | null } | 'logo',
): string {
  const name = drawable(facts.name, title)
  const description = drawable(facts.description, text) ?? ''
  const heading = name === null || name === '' ? facts.address : name
  const block = blockOf(heading, description, title, text)
  const body = block.text.map((one, at) =>
    outlined(text, one, facts.inkSoft, TEXT.size, [
      EDGE,
      FLOOR - (block.text.length - 1 - at) * TEXT.leading,
    ]),
  )
  const under = block.text.length === 0 ? 0 : block.text.length * TEXT.leading + TEXT.gap - 10
  const head = block.heading.map((one, at) =>
    outlined(title, one, facts.ink, block.size, [
      EDGE,
      FLOOR - under - (block.heading.length - 1 - at) * block.size * LEADING,
    ]),
  )
  const address =
    heading === facts.address
      ? ''
      : outlined(text, shortened(facts.address, text, WIDTH / ADDRESS.size), facts.inkSoft, ADDRESS.size, [
          EDGE,
          ADDRESS.baseline,
        ])
  const { width, height } = SHARE_CARD
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}">`,
    `<rect width="${width}" height="${height}" fill="${facts.paper}"/>`,
    `<rect y="${height - BAND}" width="${width}" height="${BAND}" fill="${accent}"/>`,
    ...(sign === 'logo'
      ? []
      : [
          `<g transform="translate(${EDGE} 76) scale(${SIGN / 64})">${letterShapes({ accent }, sign.outline, 'tile')}</g>`,
        ]),
    ...head,
    ...body,
    address,
    '</svg>',
    '',
  ].join('\n')
}

/** The name as large as it fits with as much of the description as there is room for; the name comes first. */
function blockOf(
  heading: string,
  description: string,
  title: Setter,
  text: Setter,
): { readonly size: number; readonly heading: readonly string[]; readonly text: readonly string[] } {
  for (const lines of [2, 1]) {
    const body = fitted(description, text, WIDTH / TEXT.size, lines)
    const room = ROOM - (body.lines.length === 0 ? 0 : body.lines.length * TEXT.leading + TEXT.gap)
    for (const size of SIZES) {
      const head = fitted(heading, title, WIDTH / size, Math.floor(room / (size * LEADING)))
      if (head.isWhole) return { size, heading: head.lines, text: body.lines }
    }
  }
  const size = SIZES[SIZES.length - 1] ?? 0
  return { size, heading: fitted(heading, title, WIDTH / size, 4).lines, text: [] }
}

/** Small pictures, and what joins or tints them. */
const PICTOGRAPH =
  /\p{Extended_Pictographic}|\p{Emoji_Modifier}|\p{Regional_Indicator}|\u200d|\ufe0e|\ufe0f|\u20e3/gu

/** The text as a face can set it: without small pictures; null when the face lacks letters of it. */
function drawable(text: string, setter: Setter): string | null {
  const plain = text.replace(PICTOGRAPH, (sign) => (setter.covers(sign) ? sign : ''))
  const whole = line(plain)
  return setter.covers(whole) ? whole : null
}
