import Vips from 'wasm-vips'
import { type Colour, meanColour } from '../../core/page/colour.ts'
import { type RenditionFormat, SHARE_CARD } from '../../core/renditions.ts'
import { readDrawing, readPicture } from '../library/picture.ts'
import type { Unfit } from './picture-cache.ts'
import { withoutNotes } from './picture-notes.ts'

/** A file to make of a picture: a copy in a width and format, or the share card. */
export type Wanted =
  | { readonly width: number; readonly format: RenditionFormat }
  | { readonly width: 'card'; readonly format: 'jpg' }

/** Makes files of pictures. What it throws comes of a picture that brings the decoder down: it is of no more use then. */
export interface PictureMaker {
  /** What is wanted of a picture that its name says is of the kind `ending`, in the order asked for. */
  make(bytes: Uint8Array, ending: string, wanted: readonly Wanted[]): readonly Uint8Array[] | Unfit
  /** The picture without what its camera noted; null when it has no notes, or can't be read. */
  withoutNotes(bytes: Uint8Array, ending: string): Uint8Array | null
  /** The colour of a picture as a whole; null when it lets anything through, moves, or can't be read. */
  colour(bytes: Uint8Array, ending: string): Colour | null
  /** Ends the decoder's own threads. Nothing is made after that. */
  end(): void
}

/** Far more than any camera's, and what fits into the memory that a picture is given. */
const MOST_PIXELS = 150_000_000
/** No copy is higher. */
const HIGHEST = 16_383
const BOUNDS = { height: HIGHEST, size: 'down' } as const

/**
 * Encoder settings, chosen on photographs: AVIF's fastest effort takes a third of the time of the next and comes
 * within 3 % of its size. `keep: none` leaves out every note, colours being sRGB already.
 */
const SAVE = {
  avif: (image: Vips.Image) =>
    image.heifsaveBuffer({ Q: 52, effort: 0, bitdepth: 8, compression: 'av1', keep: 'none' }),
  webp: (image: Vips.Image) => image.webpsaveBuffer({ Q: 76, effort: 2, keep: 'none' }),
  jpg: (image: Vips.Image) =>
    image.jpegsaveBuffer({ Q: 78, interlace: true, optimize_coding: true, keep: 'none' }),
} as const

type Library = Awaited<ReturnType<typeof Vips>>

/**
 * libvips in WebAssembly: the same bytes on every platform, and a picture made to break a decoder breaks nothing else.
 * The native library clashes with the GLib that Electron brings on Linux.
 */
export async function pictureMaker(): Promise<PictureMaker> {
  const vips = await Vips({
    dynamicLibraries: ['vips-heif.wasm'],
    preRun: (module) => {
      module.ENV['VIPS_CONCURRENCY'] = '1'
      // It warns of odd pictures; what matters is thrown.
      module.ENV['VIPS_WARNING'] = '1'
    },
  })
  vips.Cache.max(0)
  return {
    make: (bytes, ending, wanted) => unfitness(vips, bytes, ending) ?? makeAll(vips, bytes, ending, wanted),
    withoutNotes: (bytes, ending) => {
      if (ending === 'avif') return avifWithoutNotes(vips, bytes)
      if (ending === 'svg') return safeDrawing(bytes)
      const clean = withoutNotes(bytes)
      return clean === bytes ? null : clean
    },
    colour: (bytes, ending) => (unfitness(vips, bytes, ending) === null ? colourOf(vips, bytes) : null),
    end: () => vips.shutdown(),
  }
}

function unfitness(vips: Library, bytes: Uint8Array, ending: string): Unfit | null {
  const facts = readPicture(bytes)
  if (typeof facts === 'string' || facts.extension !== ending) return 'unreadable'
  if (facts.width * facts.height > MOST_PIXELS) return 'tooLarge'
  return isMoving(vips, bytes, ending) ? 'moving' : null
}

function makeAll(
  vips: Library,
  bytes: Uint8Array,
  ending: string,
  wanted: readonly Wanted[],
): readonly Uint8Array[] | Unfit {
  const images: Vips.Image[] = []
  const hold = (image: Vips.Image): Vips.Image => {
    images.push(image)
    return image
  }
  // Only a JPEG's note on how it is turned is heeded by every browser.
  const read = { no_rotate: ending !== 'jpg', output_profile: 'srgb', fail_on: 'truncated' } as const
  try {
    const widest = Math.max(1, ...wanted.map(({ width }) => (width === 'card' ? 0 : width)))
    const base = hold(hold(vips.Image.thumbnailBuffer(bytes, widest, { ...read, ...BOUNDS })).copyMemory())
    const sized = new Map<number, Vips.Image>()
    return wanted.map(({ width, format }) => {
      if (width === 'card')
        return shareCard(hold(vips.Image.thumbnailBuffer(bytes, SHARE_CARD.width, { ...read, ...CUT })), hold)
      let image = sized.get(width)
      if (!image) sized.set(width, (image = hold(hold(base.thumbnailImage(width, BOUNDS)).copyMemory())))
      return SAVE[format](image)
    })
  } catch (thrown) {
    if (isRefusal(thrown)) return 'unreadable'
    throw thrown
  } finally {
    for (const image of images) image.delete()
  }
}

/** As small as tells a colour, and large enough for a thin line to count. */
const GLANCE = 32
const OPAQUE = 255

function colourOf(vips: Library, bytes: Uint8Array): Colour | null {
  const images: Vips.Image[] = []
  try {
    const small = vips.Image.thumbnailBuffer(bytes, GLANCE, {
      height: GLANCE,
      size: 'force',
      output_profile: 'srgb',
      fail_on: 'truncated',
    })
    images.push(small)
    const inColour = small.colourspace('srgb')
    images.push(inColour)
    // It can be read but once.
    const screen = inColour.copyMemory()
    images.push(screen)
    if (screen.hasAlpha()) {
      const through = screen.extractBand(screen.bands - 1)
      images.push(through)
      if (through.min() < OPAQUE) return null
    }
    const plain = screen.extractBand(0, { n: 3 })
    images.push(plain)
    return meanColour(Uint8Array.from(plain.writeToMemory()))
  } catch (thrown) {
    if (isRefusal(thrown)) return null
    throw thrown
  } finally {
    for (const image of images) image.delete()
  }
}

/** The part that catches the eye. */
const CUT = { height: SHARE_CARD.height, crop: 'attention' } as const

/** On white where the picture lets through. */
function shareCard(card: Vips.Image, hold: (image: Vips.Image) => Vips.Image): Uint8Array {
  return SAVE.jpg(card.hasAlpha() ? hold(card.flatten({ background: [255, 255, 255] })) : card)
}

/** Whether a picture is a film: of a PNG its own bytes tell, for libvips knows but the first of its pictures. */
function isMoving(vips: Library, bytes: Uint8Array, ending: string): boolean {
  if (ending === 'jpg') return false
  if (ending === 'png') {
    const head = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
    const control = head.indexOf('acTL', 0, 'latin1')
    return control >= 0 && control < head.indexOf('IDAT', 0, 'latin1')
  }
  return withImage(vips, bytes, (image) => has(image, 'n-pages') && image.getInt('n-pages') > 1) ?? false
}

/** Notes of an AVIF lie amid its picture: one that has any is written anew, hardly to be told from the first. */
function avifWithoutNotes(vips: Library, bytes: Uint8Array): Uint8Array | null {
  const facts = readPicture(bytes)
  if (typeof facts === 'string' || facts.width * facts.height > MOST_PIXELS) return null
  return withImage(vips, bytes, (image) =>
    has(image, 'exif-data') || has(image, 'xmp-data')
      ? image.heifsaveBuffer({ Q: 80, effort: 2, compression: 'av1', keep: 'icc' })
      : null,
  )
}

const NO_DRAWING = '<svg xmlns="http://www.w3.org/2000/svg" width="1" height="1"/>\n'

/** A drawing was made safe when it was added; one that came with a library from a stranger may not have been. */
function safeDrawing(bytes: Uint8Array): Uint8Array | null {
  const safe = Buffer.from(readDrawing(bytes)?.text ?? NO_DRAWING)
  return safe.equals(bytes) ? null : safe
}

const has = (image: Vips.Image, field: string): boolean => image.getTypeof(field) !== 0

/** What `look` finds in a picture; null when it can't be read. */
function withImage<T>(vips: Library, bytes: Uint8Array, look: (image: Vips.Image) => T): T | null {
  try {
    const image = vips.Image.newFromBuffer(bytes)
    try {
      return look(image)
    } finally {
      image.delete()
    }
  } catch (thrown) {
    if (isRefusal(thrown)) return null
    throw thrown
  }
}

/** Whether libvips itself refused; anything else is a fault that leaves its memory in no known state. */
function isRefusal(thrown: unknown): boolean {
  return Object.prototype.toString.call(thrown) === '[object WebAssembly.Exception]'
}
