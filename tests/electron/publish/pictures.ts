import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { RESOURCES } from '../../../electron/publish/resources.ts'

/** Stands for where a picture was taken. */
export const SECRET = 'GPS 52.3676 N 4.9041 E'

/** A picture of 1200 by 600 pixels. */
export const PHOTO: Buffer = readFileSync(join(RESOURCES, 'sample/nl/media/slaapgolven-1200x600.jpg'))

export function segment(marker: number, data: string): Buffer {
  const head = Buffer.from([0xff, marker, 0, 0])
  head.writeUInt16BE(data.length + 2, 2)
  return Buffer.concat([head, Buffer.from(data, 'latin1')])
}

/** EXIF in a JPEG: how the picture is turned, and something that is nobody's business. */
export function exifWith(turned: number, note: string): Buffer {
  const tiff = Buffer.alloc(26)
  tiff.write('II*\0', 0, 'latin1')
  tiff.writeUInt32LE(8, 4)
  tiff.writeUInt16LE(1, 8)
  tiff.writeUInt16LE(0x0112, 10)
  tiff.writeUInt16LE(3, 12)
  tiff.writeUInt32LE(1, 14)
  tiff.writeUInt16LE(turned, 18)
  return segment(0xe1, `Exif\0\0${tiff.toString('latin1')}${note}`)
}

/** The photo with segments after its first marker. */
export function photoWith(...segments: readonly Buffer[]): Buffer {
  return Buffer.concat([PHOTO.subarray(0, 2), ...segments, PHOTO.subarray(2)])
}

/** A very small JPEG with segments after its first. */
export function jpegWith(...segments: readonly Buffer[]): Buffer {
  const scan = Buffer.concat([
    segment(0xda, '\x01\x01\0\0\x3f\0'),
    Buffer.from([1, 0xff, 0, 2, 0xff, 0xd0, 3]),
  ])
  return Buffer.concat([
    Buffer.from([0xff, 0xd8]),
    segment(0xe0, 'JFIF\0\x01\x01\0\0\x01\0\x01\0\0'),
    ...segments,
    scan,
    Buffer.from([0xff, 0xd9]),
  ])
}
