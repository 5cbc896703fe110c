import { describe, expect, test } from 'vitest'
import {
  encodeAddress,
  imageSize,
  isSafeImage,
  isSafeLink,
  isSafeMedia,
} from '../../../core/markdown/address.ts'

describe('an address', () => {
  test.each([
    '',
    'x.html',
    '../x',
    '#a',
    '?a:b',
    '//x.nl',
    '/a:b',
    'a/b:c',
    'https://x.nl',
    'HTTP://x.nl',
    'mailto:a@b',
    'tel:+31',
  ])('may be linked to: %j', (address) => expect(isSafeLink(address)).toBe(true))

  test.each([
    'javascript:x',
    ' JAVA\tSCRIPT:x',
    '\u0001javascript:x',
    'vbscript:x',
    'data:text/html,x',
    'data:image/png;base64,AA==',
    'file:///x',
    'blob:x',
    'a:b',
    'x y:z',
  ])('may not be linked to: %j', (address) => expect(isSafeLink(address)).toBe(false))

  test('may show an image from the library, the web or itself, but no drawing that is a document', () => {
    expect(['media/a.jpg', 'https://x.nl/a.png', 'data:image/png;base64,AA=='].map(isSafeImage)).toEqual([
      true,
      true,
      true,
    ])
    expect(['data:image/svg+xml;base64,AA==', 'data:image/png,x', 'mailto:a@b'].map(isSafeImage)).toEqual([
      false,
      false,
      false,
    ])
  })

  test('may play sound and film from the library and the web only', () => {
    expect(['media/a.mp3', 'http://x.nl/a'].map(isSafeMedia)).toEqual([true, true])
    expect(['data:image/png;base64,AA==', 'ftp://x.nl'].map(isSafeMedia)).toEqual([false, false])
  })

  test('of an image in the library says its size', () => {
    expect(imageSize('media/een-bos-1200x675.jpg')).toEqual({ width: 1200, height: 675 })
    expect(imageSize('media/2025/a-1x1.webp')).toEqual({ width: 1, height: 1 })
    expect(
      ['a-1x1.jpg', '/media/a-1x1.jpg', 'media/a-01x1.jpg', 'media/a-1x1.jpg?x', 'media/a1x1.jpg'].map(
        imageSize,
      ),
    ).toEqual([null, null, null, null, null])
  })

  test('in raw HTML is encoded where it must be', () => {
    expect(encodeAddress(' a b\n{c}\\d%2Fe%f"é ')).toBe('a%20b%7Bc%7D%5Cd%2Fe%25f%22%C3%A9')
    expect(encodeAddress('https://x.nl/a?b=c&d=[e]#f')).toBe('https://x.nl/a?b=c&d=[e]#f')
    expect(encodeAddress('\ud800')).toBe('%EF%BF%BD')
  })
})
