import { imageSize } from 'image-size'

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

/** The facts of a picture that pages can show, told by its content; else why it is none. */
export function readPicture(bytes: Uint8Array): PictureFacts | 'svg' | 'notPicture' {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  if (buffer.length < SHORTEST) return 'notPicture'
  const kind = KINDS.find(({ matches }) => matches(buffer))
  if (!kind) return /<svg[\s>]/i.test(buffer.toString('latin1', 0, 4096)) ? 'svg' : 'notPicture'
  const size = measure(buffer)
  if (!size || size.type !== kind.type) return 'notPicture'
  // EXIF: from 5 on, the picture is stored lying on its side.
  const turned = (size.orientation ?? 1) >= 5
  const [width, height] = turned ? [size.height, size.width] : [size.width, size.height]
  const isSide = (side: number) => Number.isInteger(side) && side > 0 && side <= LARGEST_SIDE
  if (!isSide(width) || !isSide(height)) return 'notPicture'
  return { mime: kind.mime, extension: kind.extension, width, height }
}

/** What image-size reads, or null when it can't: it throws at whatever is cut off or malformed. */
function measure(buffer: Buffer): ReturnType<typeof imageSize> | null {
  try {
    return imageSize(buffer)
  } catch {
    return null
  }
}
