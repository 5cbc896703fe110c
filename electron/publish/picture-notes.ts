/**
 * What cameras and programs note in a picture beside what it shows: where and when it was taken, by whom, with what,
 * a small copy from before it was cropped. Readers get the picture, not the notes.
 */

/** Parts of a JPEG that are the picture: APP0 (JFIF), APP2 (colour profile), APP14 (how colours are coded). */
const JPEG_APPS: ReadonlyMap<number, string> = new Map([
  [0xe0, 'JFIF\0'],
  [0xe2, 'ICC_PROFILE\0'],
  [0xee, 'Adobe'],
])
const PNG_KEPT: ReadonlySet<string> = new Set(
  'IHDR PLTE IDAT IEND tRNS gAMA cHRM sRGB iCCP cICP mDCV cLLI sBIT bKGD pHYs acTL fcTL fdAT'.split(' '),
)
const WEBP_KEPT: ReadonlySet<string> = new Set(['VP8X', 'VP8 ', 'VP8L', 'ALPH', 'ANIM', 'ANMF', 'ICCP'])

/**
 * A picture without its notes, not one pixel changed; how a JPEG is turned stays noted. The very same bytes when there
 * is nothing to take out, null when they can't be read or are of a kind whose notes lie amid the picture (AVIF).
 */
export function withoutNotes(bytes: Uint8Array): Uint8Array | null {
  const picture = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const parts = partsOf(picture)
  if (parts === null) return null
  const clean = Buffer.concat(parts)
  return clean.equals(picture) ? bytes : clean
}

function partsOf(picture: Buffer): readonly Buffer[] | null {
  try {
    if (picture.readUInt16BE(0) === 0xffd8) return jpegParts(picture)
    if (picture.toString('latin1', 1, 8) === 'PNG\r\n\x1a\n') return pngParts(picture)
    if (/^RIFF.{4}WEBP$/s.test(picture.toString('latin1', 0, 12))) return webpParts(picture)
    return /^GIF8[79]a$/.test(picture.toString('latin1', 0, 6)) ? [picture] : null
  } catch (thrown) {
    // What is cut off ends before its parts do.
    if (thrown instanceof RangeError) return null
    throw thrown
  }
}

// ITU-T T.81, annex B: markers and segments up to the end of the picture; what follows it is no part of it.
function jpegParts(picture: Buffer): readonly Buffer[] | null {
  const parts = [picture.subarray(0, 2)]
  let turned = 1
  for (let at = 2; ;) {
    if (picture.readUInt8(at) !== 0xff) return null
    const marker = picture.readUInt8(at + 1)
    if (marker === 0xff) {
      at += 1
      continue
    }
    if (marker === 0xd9) {
      parts.push(picture.subarray(at, at + 2))
      break
    }
    let end = at + 2 + picture.readUInt16BE(at + 2)
    if (marker === 0xda) end = endOfScan(picture, end)
    if (end > picture.length) return null
    if (marker === 0xe1 && picture.toString('latin1', at + 4, at + 10) === 'Exif\0\0') {
      turned = orientationIn(picture.subarray(at + 10, end))
    }
    if (isJpegPart(picture, marker, at)) parts.push(picture.subarray(at, end))
    at = end
  }
  const isJfif = picture.readUInt16BE(2) === 0xffe0
  if (turned !== 1) parts.splice(isJfif ? 2 : 1, 0, jpegOrientation(turned))
  return parts
}

function isJpegPart(picture: Buffer, marker: number, at: number): boolean {
  const isNote = (marker >= 0xe0 && marker <= 0xef) || marker === 0xfe
  if (!isNote) return true
  const kept = JPEG_APPS.get(marker)
  return kept !== undefined && picture.toString('latin1', at + 4, at + 4 + kept.length) === kept
}

/** In the data of a scan, 0xff is followed by 0, a restart mark or more of its kind; anything else is a marker. */
function endOfScan(picture: Buffer, from: number): number {
  for (let at = picture.indexOf(0xff, from); at >= 0; at = picture.indexOf(0xff, at + 1)) {
    const next = picture.readUInt8(at + 1)
    if (next !== 0 && next !== 0xff && (next < 0xd0 || next > 0xd7)) return at
  }
  return Infinity
}

function jpegOrientation(turned: number): Buffer {
  const tiff = Buffer.concat([Buffer.from('Exif\0\0', 'latin1'), tiffWith(turned)])
  const head = Buffer.from([0xff, 0xe1, 0, 0])
  head.writeUInt16BE(tiff.length + 2, 2)
  return Buffer.concat([head, tiff])
}

// Portable Network Graphics, third edition, § 5: length, type, data, checksum.
function pngParts(picture: Buffer): readonly Buffer[] | null {
  const parts = [picture.subarray(0, 8)]
  for (let at = 8, type = ''; type !== 'IEND';) {
    const end = at + 12 + picture.readUInt32BE(at)
    type = picture.toString('latin1', at + 4, at + 8)
    if (end > picture.length) return null
    if (PNG_KEPT.has(type)) parts.push(picture.subarray(at, end))
    at = end
  }
  return parts
}

// WebP container specification: chunks padded to an even length; the first may note what others there are.
function webpParts(picture: Buffer): readonly Buffer[] | null {
  const parts: Buffer[] = []
  const whole = 8 + picture.readUInt32LE(4)
  if (whole > picture.length) return null
  for (let at = 12; at < whole;) {
    const size = picture.readUInt32LE(at + 4)
    const end = at + 8 + size + (size % 2)
    const type = picture.toString('latin1', at, at + 4)
    if (end > picture.length) return null
    const part = picture.subarray(at, end)
    if (type === 'VP8X') parts.push(withoutFlags(part))
    else if (WEBP_KEPT.has(type)) parts.push(part)
    at = end
  }
  const head = Buffer.from(picture.subarray(0, 12))
  head.writeUInt32LE(4 + parts.reduce((sum, { length }) => sum + length, 0), 4)
  return [head, ...parts]
}

/** The flags that say there are notes: EXIF 8, XMP 4. */
function withoutFlags(part: Buffer): Buffer {
  const clean = Buffer.from(part)
  clean.writeUInt8(clean.readUInt8(8) & ~0x0c, 8)
  return clean
}

const ORIENTATION = 0x0112

/** How a picture is turned, from the first directory of its EXIF (TIFF 6.0, § 2); 1 when that does not tell. */
function orientationIn(tiff: Buffer): number {
  const order = tiff.toString('latin1', 0, 2)
  if (order !== 'II' && order !== 'MM') return 1
  const short = (at: number): number => (order === 'II' ? tiff.readUInt16LE(at) : tiff.readUInt16BE(at))
  const long = (at: number): number => (order === 'II' ? tiff.readUInt32LE(at) : tiff.readUInt32BE(at))
  try {
    const first = long(4)
    for (let entry = 0; entry < short(first); entry++) {
      const at = first + 2 + entry * 12
      if (short(at) !== ORIENTATION) continue
      const value = short(at + 8)
      return value >= 1 && value <= 8 ? value : 1
    }
  } catch (thrown) {
    // Malformed notes go all the same.
    if (!(thrown instanceof RangeError)) throw thrown
  }
  return 1
}

/** EXIF that says how a picture is turned and nothing else. */
function tiffWith(turned: number): Buffer {
  const tiff = Buffer.alloc(26)
  tiff.write('MM\0*', 0, 'latin1')
  tiff.writeUInt32BE(8, 4)
  tiff.writeUInt16BE(1, 8)
  tiff.writeUInt16BE(ORIENTATION, 10)
  tiff.writeUInt16BE(3, 12)
  tiff.writeUInt32BE(1, 14)
  tiff.writeUInt16BE(turned, 18)
  return tiff
}
