import { describe, expect, test } from 'vitest'
import {
  encodeAddress,
  imageSize,
  isSafeImage,
  isSafeLink,
  isSafeMedia,
  tidyAddress,
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
    'http://',
    'https://ex ample.org/',
    '//example.org:99999/',
    'https://example.org:port/',
    'http://256.256.256.256/',
  ])('may not be linked to: %j', (address) => expect(isSafeLink(address)).toBe(false))

  test.each([
    ['https://e.org/x##y#z', 'https://e.org/x#%23y%23z'],
    ['https:e.org', 'https://e.org'],
    ['http:/e.org/a', 'http://e.org/a'],
    ['https:////e.org', 'https://e.org'],
    ['http://%5B::1%5D:80/x', 'http://[::1]:80/x'],
    ['https://e.org//a', 'https://e.org//a'],
    ['//e.org', '//e.org'],
    ['https:', 'https:'],
    ['a#b', 'a#b'],
    ['mailto:a@b', 'mailto:a@b'],
  ])('is made valid where one can tell what is meant: %j', (address, tidy) => {
    expect(tidyAddress(address)).toBe(tidy)
    expect(tidyAddress(tidy)).toBe(tidy)
  })

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

  test('of a picture is never empty: that would be the page itself', () => {
    expect(['', ' '].map(isSafeImage)).toEqual([false, false])
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
    expect(encodeAddress('https://x.nl/a?b=c&d=[e]#f')).toBe('https://x.nl/a?b=c&d=%5Be%5D#f')
    expect(encodeAddress('\ud800')).toBe('%EF%BF%BD')
  })
})
