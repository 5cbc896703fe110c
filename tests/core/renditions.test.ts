import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { madeFrom, plainCopyOf, renditionsOf, shareCardOf, sourcesOf } from '../../core/renditions.ts'

const paths = (path: string): readonly string[] => renditionsOf(path).map((one) => one.path)

describe('the copies of a picture', () => {
  it('are told by its name: three formats, the widths below its own, and its own where that spares bytes', () => {
    expect(paths('media/bospad-1200x675.jpg')).toEqual([
      'media/480/bospad-1200x675-jpg.avif',
      'media/480/bospad-1200x675-jpg.webp',
      'media/480/bospad-1200x675-jpg.jpg',
      'media/720/bospad-1200x675-jpg.avif',
      'media/720/bospad-1200x675-jpg.webp',
      'media/720/bospad-1200x675-jpg.jpg',
      'media/1200/bospad-1200x675-jpg.avif',
      'media/1200/bospad-1200x675-jpg.webp',
    ])
  })

  it('are never wider than a screen needs, nor nearly as wide as another', () => {
    const widths = (path: string) => [...new Set(renditionsOf(path).map(({ width }) => width))]
    expect(widths('media/foto-6000x4000.jpg')).toEqual([480, 720, 1080, 1600])
    expect(widths('media/foto-1000x800.jpg')).toEqual([480, 720, 1000])
  })

  it.each([
    'media/tiny-320x200.jpg',
    'media/loop-800x600.gif',
    'media/tekening-800x600.svg',
    'media/bomb-30000x30000.png',
    'media/strip-500x20000.jpg',
    'media/Foto-800x600.JPG',
    'media/foto.jpg',
    'media/../foto-800x600.jpg',
    'media/a/foto-800x600.jpg',
    '/media/foto-800x600.jpg',
    'https://example.org/media/foto-800x600.jpg',
    'media/a b-800x600.jpg',
    'media/foto-800x600.jpg?x',
    '',
  ])('are none of what is light, may move, is too large or is not named by the library: %s', (path) => {
    expect(paths(path)).toEqual([])
    expect(sourcesOf(path)).toBeNull()
    expect(shareCardOf(path)).toBeNull()
    expect(plainCopyOf(path)).toBeNull()
  })

  it('lead back to their picture, whatever its name and size, and no two pictures share one', () => {
    const name = fc.stringMatching(/^[a-z0-9]{1,8}(-[a-z0-9]{1,8}){0,3}$/)
    const side = fc.integer({ min: 1, max: 20_000 })
    const ending = fc.constantFrom('jpg', 'png', 'webp', 'avif')
    const path = fc
      .tuple(name, side, side, ending)
      .map(([stem, w, h, end]) => `media/${stem}-${w}x${h}.${end}`)
    fc.assert(
      fc.property(path, path, (one, other) => {
        for (const made of renditionsOf(one)) expect(madeFrom(made.path)).toEqual(made)
        const card = shareCardOf(one)
        if (card !== null) expect(madeFrom(card)).toEqual({ original: one, width: 'card', format: 'jpg' })
        if (one !== other) expect(paths(one).filter((made) => paths(other).includes(made))).toEqual([])
      }),
    )
  })

  it('are not found under paths that no picture has', () => {
    for (const path of [
      'media/481/foto-800x600-jpg.avif',
      'media/720/foto-800x600-jpg.avif',
      'media/800/foto-800x600-jpg.jpg',
      'media/card/foto-800x600-jpg.jpg',
      'media/480/foto-800x600-gif.avif',
      'media/480/../foto-800x600-jpg.avif',
    ]) {
      expect(madeFrom(path)).toBeNull()
    }
  })
})

describe('what a page says of a picture', () => {
  it('names the leanest format first and the picture itself among its own kind', () => {
    expect(sourcesOf('media/foto-700x500.jpg', '../')).toEqual({
      sources: [
        {
          type: 'image/avif',
          srcset: '../media/480/foto-700x500-jpg.avif 480w, ../media/700/foto-700x500-jpg.avif 700w',
        },
        {
          type: 'image/webp',
          srcset: '../media/480/foto-700x500-jpg.webp 480w, ../media/700/foto-700x500-jpg.webp 700w',
        },
      ],
      srcset: '../media/480/foto-700x500-jpg.jpg 480w, ../media/foto-700x500.jpg 700w',
    })
  })

  it('leaves a PNG to browsers that read nothing leaner', () => {
    const found = sourcesOf('media/plaatje-700x500.png')
    expect(found?.srcset).toBeNull()
    expect(found?.sources.map(({ type }) => type)).toEqual(['image/avif', 'image/webp'])
  })

  it('can be one plain copy of a decent width in a format that anything reads', () => {
    expect(plainCopyOf('media/foto-4000x3000.jpg')?.path).toBe('media/1080/foto-4000x3000-jpg.jpg')
    expect(plainCopyOf('media/plaatje-700x500.png')?.path).toBe('media/700/plaatje-700x500-png.webp')
  })
})
