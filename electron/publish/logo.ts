/** A site's own logo where pixels are made of it: read from whatever kind of picture it is, and laid where it is wanted. */
import type Vips from 'wasm-vips'
import { type Colour, type PixelIcon, emptyIcon } from '../../core/page/index.ts'
import { readDrawing, readPicture } from '../library/picture.ts'

type Library = Awaited<ReturnType<typeof Vips>>

/** A logo that can be laid. */
export interface Logo {
  /** In sRGB with what it lets through, at most {@link LARGEST} pixels to a side. */
  readonly image: Vips.Image
  /** Whether it can be told in a square: a word in a row cannot. */
  readonly isSign: boolean
  /** Whether something is seen through it, or it ends in one colour, or in many. */
  readonly kind: 'through' | 'one' | 'many'
  /** The colour that it ends in; null when that is not one. */
  readonly ground: Colour | null
}

/** Larger than any icon and than what a card has room for. */
const LARGEST = 640
/** A side longer than so many of the other leaves a line of a few pixels in a tab. */
const LONGEST = 2.5
const MOST_PIXELS = 150_000_000
const OPAQUE = 255
/** What is fainter than this at its best is not to be seen. */
const FAINT = 26

/**
 * Reads a logo; null where nothing of it can be shown the same everywhere: it can't be read, is empty, or is a drawing
 * with text, which is set in the fonts of whoever looks. What this throws comes of a picture that brings the decoder down.
 */
export function readLogo(vips: Library, bytes: Uint8Array, ending: string): Logo | null {
  const facts = readPicture(bytes)
  if (typeof facts === 'string' || facts.extension !== ending) return null
  if (facts.width * facts.height > MOST_PIXELS) return null
  const source = ending === 'svg' ? drawingOf(bytes) : bytes
  if (source === null) return null
  const held: Vips.Image[] = []
  const hold = (image: Vips.Image): Vips.Image => {
    held.push(image)
    return image
  }
  try {
    const read = { output_profile: 'srgb', fail_on: 'truncated', no_rotate: ending !== 'jpg' } as const
    const small = hold(
      vips.Image.thumbnailBuffer(source, LARGEST, { height: LARGEST, size: 'both', ...read }),
    )
    const screen = hold(hold(small.colourspace('srgb')).cast('uchar'))
    const full = screen.hasAlpha() ? screen : hold(screen.bandjoin(OPAQUE))
    // Read once: what was opened is read from its start to its end and no more.
    const image = full.copyMemory()
    const through = hold(image.extractBand(image.bands - 1))
    if (through.max() < FAINT) {
      image.delete()
      return null
    }
    const isSign = Math.max(image.width, image.height) <= LONGEST * Math.min(image.width, image.height)
    if (through.min() < OPAQUE) return { image, isSign, kind: 'through', ground: null }
    const ground = groundOf(image)
    return { image, isSign, kind: ground === null ? 'many' : 'one', ground }
  } catch (thrown) {
    if (Object.prototype.toString.call(thrown) === '[object WebAssembly.Exception]') return null
    throw thrown
  } finally {
    for (const image of held) image.delete()
  }
}

function drawingOf(bytes: Uint8Array): Uint8Array | null {
  const text = readDrawing(bytes)?.text ?? ''
  return text === '' || TEXT.test(text) ? null : Buffer.from(text.replace(FILTER, withoutEffect))
}

const TEXT = /<(?:\w+:)?text[\s>]/
/** As it was written anew. */
const FILTER = /<filter(?=[\s>])([^>]*)>(?:(?<=\/>)|[\s\S]*?<\/filter>)/g

/** Shadows and the like are no part of a sign, and can be made to take for ever: in their place nothing is done. */
function withoutEffect(_filter: string, attributes: string): string {
  return `<filter${/ id="[^"]*"/.exec(attributes)?.[0] ?? ''}><feOffset/></filter>`
}

/** The one colour at all corners; null when there are several. */
function groundOf(image: Vips.Image): Colour | null {
  const [right, bottom] = [image.width - 1, image.height - 1]
  const corners = [
    [0, 0],
    [right, 0],
    [0, bottom],
    [right, bottom],
  ].map(([x = 0, y = 0]) => image.getpoint(x, y).slice(0, 3).map(Math.round))
  const [first = []] = corners
  const isOne = corners.every((one) => one.every((part, at) => Math.abs(part - (first[at] ?? 0)) <= NEAR))
  return isOne ? `#${first.map((part) => part.toString(16).padStart(2, '0')).join('')}` : null
}

/** Steps of 256 that what a JPEG made of one colour may be apart. */
const NEAR = 6

/** How much of an icon's side a logo takes, by what is around it. A mask leaves of a full one what lies in a circle. */
const SHARE = {
  through: { tile: 0.74, full: 0.58 },
  one: { tile: 1, full: 0.74 },
  many: { tile: 1, full: 1 },
} as const

/** A logo in the middle of an icon: on the paper that the site shows it on, or on its own ground. */
export function layLogo(
  vips: Library,
  logo: Logo,
  paper: Colour,
  { side, shape }: Omit<PixelIcon, 'path'>,
): Vips.Image {
  const colour = logo.ground ?? paper
  const box = Math.round(side * SHARE[logo.kind][shape])
  const at = (side - box) / 2
  const ground = vips.Image.newFromBuffer(Buffer.from(emptyIcon(colour, { side, shape: 'full' })))
  const where = { left: at, top: at, width: box, height: box }
  const square = laid(ground, logo, where, logo.kind === 'many' ? 'filled' : 'centre')
  if (shape === 'full') return square
  const tile = vips.Image.newFromBuffer(Buffer.from(emptyIcon(colour, { side, shape })))
  try {
    return square.composite2(tile, 'dest-in').cast('uchar')
  } finally {
    square.delete()
    tile.delete()
  }
}

/**
 * An image with a logo on it, as large as a box of it allows: at its left, in its middle, or filling it, whatever that cuts
 * off. The image is of no more use then.
 */
export function laid(
  image: Vips.Image,
  logo: Logo,
  box: { readonly left: number; readonly top: number; readonly width: number; readonly height: number },
  place: 'left' | 'centre' | 'filled',
): Vips.Image {
  const crop = place === 'filled' ? ({ crop: 'centre' } as const) : {}
  const small = logo.image.thumbnailImage(box.width, { height: box.height, size: 'both', ...crop })
  const x = box.left + (place === 'left' ? 0 : (box.width - small.width) / 2)
  const y = box.top + (box.height - small.height) / 2
  const over = image.composite2(small, 'over', { x: Math.round(x), y: Math.round(y) })
  try {
    return over.cast('uchar')
  } finally {
    for (const one of [small, over, image]) one.delete()
  }
}
