import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { isPictureFile, readPicture } from '../../../electron/library/picture.ts'
import { avif, gif, jpeg, png, webp } from './pictures.ts'

const KINDS = [
  ['image/jpeg', 'jpg', jpeg],
  ['image/png', 'png', png],
  ['image/gif', 'gif', gif],
  ['image/webp', 'webp', webp],
  ['image/avif', 'avif', avif],
] as const

describe('readPicture', () => {
  it.each(KINDS)('reads the size of %s', (mime, extension, make) => {
    expect(readPicture(make(1200, 675))).toEqual({ mime, extension, width: 1200, height: 675 })
  })

  it('turns a picture that a camera notes as lying on its side', () => {
    expect(readPicture(jpeg(1200, 675, 6))).toMatchObject({ width: 675, height: 1200 })
    expect(readPicture(jpeg(1200, 675, 3))).toMatchObject({ width: 1200, height: 675 })
  })

  it('reads the size of a drawing, and refuses one that is too much to be made safe', () => {
    const drawing = (inside: string) =>
      Buffer.from(`<?xml version="1.0"?>\n<svg width="9" height="4">${inside}</svg>`)
    const facts = { mime: 'image/svg+xml', extension: 'svg', width: 9, height: 4 }
    expect(readPicture(drawing('<path d="M0 0"/>'))).toEqual(facts)
    expect(readPicture(drawing('<g/>'.repeat(60_000)))).toBe('svg')
    expect(readPicture(Buffer.from('<!doctype html><svg width="9" height="4"></svg>'))).toBe('notPicture')
  })

  it('knows a picture from a page that is called one', () => {
    const page = Buffer.from('<!doctype html><script>alert(1)</script>')
    expect(isPictureFile('a.html', page)).toBe(false)
    expect(isPictureFile('a.png', page)).toBe(false)
    expect(isPictureFile('a.html', png(4, 3))).toBe(false)
    expect(isPictureFile('a.png', png(4, 3))).toBe(true)
    expect(isPictureFile('a.svg', Buffer.from('<svg/>'))).toBe(true)
  })

  it.each([
    ['nothing', ''],
    ['text', 'just a line of text, long enough'],
    ['HTML', '<!doctype html><title>x</title>'],
    ['PDF', '%PDF-1.7 and more of it'],
    ['a picture cut off', '\x89PNG\r\n\x1a\n\0\0\0\x0dIH'],
  ])('refuses %s', (_, content) => {
    expect(readPicture(Buffer.from(content, 'latin1'))).toBe('notPicture')
  })

  it('refuses a picture without extent', () => {
    expect(readPicture(png(0, 10))).toBe('notPicture')
  })

  it('says something of any bytes, and at once', () => {
    const spoilt = fc
      .tuple(
        fc.constantFrom(...KINDS.map(([, , make]) => make(40, 30))),
        fc.array(fc.tuple(fc.nat(), fc.nat(255)), { maxLength: 6 }),
        fc.uint8Array({ maxLength: 40 }),
      )
      .map(([picture, changes, tail]) => {
        const bytes = Buffer.concat([picture, tail])
        for (const [at, byte] of changes) bytes[at % bytes.length] = byte
        return bytes
      })
    fc.assert(
      fc.property(spoilt, (bytes) => {
        const found = readPicture(bytes)
        if (typeof found === 'string') return
        expect(found.width).toBeGreaterThan(0)
        expect(found.height).toBeGreaterThan(0)
      }),
      { numRuns: 2000 },
    )
  })
})
