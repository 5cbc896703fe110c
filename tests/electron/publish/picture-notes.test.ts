import { crc32, deflateSync } from 'node:zlib'
import { describe, expect, it } from 'vitest'
import { withoutNotes } from '../../../electron/publish/picture-notes.ts'
import { SECRET, exifWith, jpegWith, segment } from './pictures.ts'

const text = (bytes: Uint8Array | null): string => Buffer.from(bytes ?? []).toString('latin1')

const chunk = (type: string, data: Buffer): Buffer => {
  const length = Buffer.alloc(4)
  length.writeUInt32BE(data.length)
  const body = Buffer.concat([Buffer.from(type, 'latin1'), data])
  const sum = Buffer.alloc(4)
  sum.writeUInt32BE(crc32(body))
  return Buffer.concat([length, body, sum])
}

function png(...notes: readonly Buffer[]): Buffer {
  const header = Buffer.from([0, 0, 0, 1, 0, 0, 0, 1, 8, 0, 0, 0, 0])
  const data = deflateSync(Buffer.from([0, 0]))
  const start = Buffer.from('\x89PNG\r\n\x1a\n', 'latin1')
  const parts = [chunk('IHDR', header), ...notes, chunk('IDAT', data), chunk('IEND', Buffer.alloc(0))]
  return Buffer.concat([start, ...parts])
}

const riff = (type: string, data: Buffer): Buffer => {
  const head = Buffer.alloc(8)
  head.write(type, 0, 'latin1')
  head.writeUInt32LE(data.length, 4)
  return Buffer.concat([head, data, Buffer.alloc(data.length % 2)])
}

function webp(flags: number, ...notes: readonly Buffer[]): Buffer {
  const extended = riff('VP8X', Buffer.from([flags, 0, 0, 0, 0, 0, 0, 0, 0, 0]))
  return riff(
    'RIFF',
    Buffer.concat([Buffer.from('WEBP'), extended, riff('VP8L', Buffer.from('x')), ...notes]),
  )
}

describe('a picture without its notes', () => {
  it('is the very same where there are none', () => {
    for (const plain of [jpegWith(), png(), webp(0x10)]) expect(withoutNotes(plain)).toBe(plain)
  })

  it('keeps of a JPEG all but what its camera and its editor noted, and what follows its end', () => {
    const notes = [
      exifWith(1, SECRET),
      segment(0xe1, `http://ns.adobe.com/xap/1.0/\0${SECRET}`),
      segment(0xed, `Photoshop 3.0\0${SECRET}`),
      segment(0xfe, SECRET),
      segment(0xe2, `MPF\0${SECRET}`),
    ]
    const profile = segment(0xe2, 'ICC_PROFILE\0\x01\x01profile')
    const clean = withoutNotes(Buffer.concat([jpegWith(...notes, profile), Buffer.from(SECRET)]))
    expect(text(clean)).toBe(text(jpegWith(profile)))
  })

  it.each([2, 3, 6, 8])('remembers how a JPEG is turned (%i), and that alone', (turned) => {
    const clean = withoutNotes(jpegWith(exifWith(turned, SECRET)))
    expect(text(clean)).not.toContain(SECRET)
    expect(text(withoutNotes(clean ?? new Uint8Array()))).toBe(text(clean))
    const at = text(clean).indexOf('Exif\0\0MM\0*')
    expect(Buffer.from(clean ?? []).readUInt16BE(at + 6 + 18)).toBe(turned)
  })

  it('loses malformed notes too', () => {
    const clean = withoutNotes(jpegWith(segment(0xe1, `Exif\0\0II*\0\xff\xff\xff\x7f${SECRET}`)))
    expect(text(clean)).toBe(text(jpegWith()))
  })

  it('keeps of a PNG what is the picture, how it moves included', () => {
    const moving = chunk('acTL', Buffer.alloc(8))
    const notes = [chunk('tEXt', Buffer.from(SECRET)), chunk('eXIf', Buffer.from(SECRET))]
    const clean = withoutNotes(Buffer.concat([png(...notes, moving), Buffer.from(SECRET)]))
    expect(text(clean)).toBe(text(png(moving)))
  })

  it('keeps of a WebP what is the picture and no longer says that there are notes', () => {
    const notes = [riff('EXIF', Buffer.from(SECRET)), riff('XMP ', Buffer.from(SECRET))]
    expect(text(withoutNotes(webp(0x1c, ...notes)))).toBe(text(webp(0x10)))
  })

  it('is not made of what is cut off anywhere, or something else', () => {
    const wholes = [jpegWith(exifWith(6, SECRET)), png(chunk('tEXt', Buffer.from(SECRET))), webp(0x1c)]
    for (const whole of wholes) {
      for (let length = 0; length < whole.length - 1; length++) {
        expect(withoutNotes(whole.subarray(0, length))).toBeNull()
      }
    }
    expect(withoutNotes(Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"/>'))).toBeNull()
  })
})
