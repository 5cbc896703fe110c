import { imageSize } from 'image-size'
import { type Drawing, cleanSvg } from '../../core/svg/index.ts'

/** What a file's own bytes say of the picture in it. */
export interface PictureFacts {
  readonly mime: string
  readonly extension: string
  /** As it is shown: a camera's note that it lies on its side is heeded, as browsers do. */
  readonly width: number
  readonly height: number
}

interface Kind {
  readonly mime: string
  readonly extension: string
  /** What image-size calls it. */
  readonly type: string
  matches(bytes: Buffer): boolean
}

const KINDS: readonly Kind[] = [
  {
    mime: 'image/jpeg',
    extension: 'jpg',
    type: 'jpg',
    matches: (bytes) => bytes.readUIntBE(0, 3) === 0xffd8ff,
  },
  {
    mime: 'image/png',
    extension: 'png',
    type: 'png',
    matches: (bytes) => bytes.toString('latin1', 0, 8) === '\x89PNG\r\n\x1a\n',
  },
  {
    mime: 'image/gif',
    extension: 'gif',
    type: 'gif',
    matches: (bytes) => /^GIF8[79]a$/.test(bytes.toString('latin1', 0, 6)),
  },
  {
    mime: 'image/webp',
    extension: 'webp',
    type: 'webp',
    matches: (bytes) => /^RIFF.{4}WEBP$/s.test(bytes.toString('latin1', 0, 12)),
  },
  {
    mime: 'image/avif',
    extension: 'avif',
    type: 'avif',
    matches: (bytes) => /^ftypavif$/.test(bytes.toString('latin1', 4, 12)),
  },
]

/** Shorter than this is no picture of any kind. */
const SHORTEST = 12
const LARGEST_SIDE = 65_535

/** The facts of a picture that pages can show, told by its content; else why it is none. `svg`: a drawing too large to look through. */
export function readPicture(bytes: Uint8Array): PictureFacts | 'svg' | 'notPicture' {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  if (buffer.length < SHORTEST) return 'notPicture'
  const kind = KINDS.find(({ matches }) => matches(buffer))
  if (!kind) return drawingFacts(bytes)
  const size = measure(buffer)
  if (!size || size.type !== kind.type) return 'notPicture'
  // EXIF: from 5 on, the picture is stored lying on its side.
  const turned = (size.orientation ?? 1) >= 5
  const [width, height] = turned ? [size.height, size.width] : [size.width, size.height]
  const isSide = (side: number) => Number.isInteger(side) && side > 0 && side <= LARGEST_SIDE
  if (!isSide(width) || !isSide(height)) return 'notPicture'
  return { mime: kind.mime, extension: kind.extension, width, height }
}

const ENDINGS = /\.(?:jpe?g|png|gif|webp|avif)$/i

/** Whether a file whose name ends so, and which begins so, is a picture and no page or program by that name. */
export function isPictureFile(name: string, start: Uint8Array): boolean {
  const head = Buffer.from(start.buffer, start.byteOffset, start.byteLength)
  if (/\.svg$/i.test(name)) return /^[\s\ufeff]*</.test(new TextDecoder().decode(start))
  return ENDINGS.test(name) && head.length >= SHORTEST && KINDS.some(({ matches }) => matches(head))
}

/** Larger than this no drawing is read. */
const LARGEST_DRAWING = 16_000_000

/** A drawing without what could run or reach something; null when the bytes are none that can be kept. */
export function readDrawing(bytes: Uint8Array): Drawing | null {
  return bytes.length > LARGEST_DRAWING ? null : cleanSvg(new TextDecoder().decode(bytes))
}

function drawingFacts(bytes: Uint8Array): PictureFacts | 'svg' | 'notPicture' {
  const start = new TextDecoder().decode(bytes.subarray(0, 4096))
  if (!/^[\s\ufeff]*</.test(start)) return 'notPicture'
  const drawing = readDrawing(bytes)
  if (drawing === null)
    return /<svg[\s>]/i.test(start) && !/<(?:!doctype )?html/i.test(start) ? 'svg' : 'notPicture'
  return { mime: 'image/svg+xml', extension: 'svg', width: drawing.width, height: drawing.height }
}

/** The bytes of a picture as they are kept: a drawing written anew, anything else as it came. */
export function keptBytes(bytes: Uint8Array, { extension }: PictureFacts): Uint8Array {
  const drawing = extension === 'svg' ? readDrawing(bytes) : null
  return drawing === null ? bytes : new TextEncoder().encode(drawing.text)
}

/** What image-size reads, or null when it can't: it throws at whatever is cut off or malformed. */
function measure(buffer: Buffer): ReturnType<typeof imageSize> | null {
  try {
    return imageSize(buffer)
  } catch {
    return null
  }
}
