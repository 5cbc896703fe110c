import { readFileSync } from 'node:fs'
import Vips from 'wasm-vips'
import {
  CARD_LOGO,
  ICON_PATH,
  type IconFacts,
  PIXEL_ICONS,
  type SiteCardFacts,
  SITE_CARD_PATH,
  type SiteLook,
  pictureIcon,
  pixelIcon,
  siteCard,
  siteIcon,
} from '../../core/page/index.ts'
import { onFile } from './file-failure.ts'
import { letterOutline } from './letter-outline.ts'
import { type Logo, laid, layLogo, readLogo } from './logo.ts'
import { faceSetters } from './typeface.ts'

/** All that what is drawn of a site is made of. */
export interface SiteDrawing {
  readonly icon: IconFacts
  /** Null for a site without an address, which has no card. */
  readonly card: (SiteCardFacts & Pick<SiteLook, 'face'>) | null
  /** The logo's file, and what its name says it is; null: the initial is drawn. */
  readonly logo: { readonly file: string; readonly ending: string } | null
}

/** A file of the site, by where it lies. */
export type Drawn = readonly (readonly [path: string, Uint8Array])[]

export interface IconMaker {
  /** A site's icons and its card. */
  draw(drawing: SiteDrawing): Promise<Drawn>
  /** Ends the decoder's own threads. Nothing is drawn after that. */
  end(): void
}

type Library = Awaited<ReturnType<typeof Vips>>

/** How large a logo is in the icon that a tab shows, in pixels: at thrice its points. */
const TAB = 96

/** Apart from what makes pictures: it reads drawings, ours and the logo, and is loaded only for them. */
export async function iconMaker(): Promise<IconMaker> {
  const vips = await Vips({
    dynamicLibraries: ['vips-resvg.wasm', 'vips-heif.wasm'],
    preRun: (module) => {
      module.ENV['VIPS_CONCURRENCY'] = '1'
      module.ENV['VIPS_WARNING'] = '1'
    },
  })
  return { draw: (drawing) => drawSite(vips, drawing), end: () => vips.shutdown() }
}

async function drawSite(vips: Library, { icon, card, logo: from }: SiteDrawing): Promise<Drawn> {
  const logo =
    from &&
    readLogo(
      vips,
      onFile(from.file, () => readFileSync(from.file)),
      from.ending,
    )
  try {
    const isSign = logo !== null && logo.isSign
    const icons = isSign ? logoIcons(vips, icon, logo) : await letterIcons(vips, icon)
    return card ? [...icons, [SITE_CARD_PATH, await drawCard(vips, card, icon, logo)]] : icons
  } finally {
    logo?.image.delete()
  }
}

async function letterIcons(vips: Library, icon: IconFacts): Promise<Drawn> {
  const outline = await letterOutline(icon.letter)
  return [
    [ICON_PATH, Buffer.from(siteIcon(icon, outline))],
    ...PIXEL_ICONS.map(({ path, ...shape }) => {
      const image = vips.Image.newFromBuffer(Buffer.from(pixelIcon(icon, outline, shape)))
      return [path, iconFile(path, image)] as const
    }),
  ]
}

function logoIcons(vips: Library, { paper }: IconFacts, logo: Logo): Drawn {
  const tab = pngOf(layLogo(vips, logo, paper, { side: TAB, shape: 'tile' }))
  return [
    [ICON_PATH, Buffer.from(pictureIcon(Buffer.from(tab).toString('base64')))],
    ...PIXEL_ICONS.map(
      ({ path, ...shape }) => [path, iconFile(path, layLogo(vips, logo, paper, shape))] as const,
    ),
  ]
}

async function drawCard(
  vips: Library,
  card: NonNullable<SiteDrawing['card']>,
  icon: IconFacts,
  logo: Logo | null,
): Promise<Uint8Array> {
  const sign = logo ? 'logo' : { outline: await letterOutline(icon.letter) }
  const svg = siteCard(card, icon, await faceSetters(card.face), sign)
  const plain = vips.Image.newFromBuffer(Buffer.from(svg))
  return pngOf(logo ? laid(plain, logo, CARD_LOGO, 'left') : plain)
}

function iconFile(path: string, image: Vips.Image): Uint8Array {
  const { width } = image
  const png = pngOf(image)
  return path.endsWith('.ico') ? icoOf(png, width) : png
}

/** An image as a PNG; the image is of no more use then. */
function pngOf(image: Vips.Image): Uint8Array {
  try {
    return image.pngsaveBuffer({ compression: 9, keep: 'none' })
  } finally {
    image.delete()
  }
}

const HEAD = 22

/** One picture as an icon file: https://en.wikipedia.org/wiki/ICO_(file_format), with a PNG inside as since Windows Vista. */
function icoOf(png: Uint8Array, side: number): Uint8Array {
  const head = Buffer.alloc(HEAD)
  head.writeUInt16LE(1, 2) // an icon
  head.writeUInt16LE(1, 4) // of one picture
  head.writeUInt8(side % 256, 6)
  head.writeUInt8(side % 256, 7)
  head.writeUInt16LE(1, 10) // one plane
  head.writeUInt16LE(32, 12) // bits for each pixel
  head.writeUInt32LE(png.length, 14)
  head.writeUInt32LE(HEAD, 18)
  return Buffer.concat([head, png])
}
