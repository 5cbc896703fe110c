import { describe, expect, it } from 'vitest'
import { colourFrom, contrast, meanColour } from '../../../core/page/colour.ts'
import { picturesNamedIn } from '../../../core/renditions.ts'
import { type PageRef, type PictureColours, mapSite, pageFacts, pageModel } from '../../../core/page/index.ts'
import { DAAN, LOPEN, SITE, SPORT, TAG, head } from './site.ts'

const COVER = 'media/pad-1600x900.jpg'
const CARD = 'media/bos-1600x900.png'
const FACE = 'media/daan-400x400.webp'
const IN_TEXT = 'media/duin-1600x900.avif'
const COLOURS: Readonly<Record<string, string>> = {
  [COVER]: '#204060',
  [CARD]: '#a0b0c0',
  [FACE]: '#102030',
  [IN_TEXT]: '#f0e0d0',
}

const known = (colours: Readonly<Record<string, string>>): PictureColours => ({
  of: (path) => colours[path] ?? null,
  digest: (text) => `d${text.length}=`,
})

function mapWith(colours?: PictureColours) {
  return mapSite({
    site: SITE,
    categories: [SPORT, { ...LOPEN, cover: IN_TEXT }],
    tags: [TAG],
    authors: [{ ...DAAN, picture: FACE }],
    articles: [
      head(1, { cover: COVER, categoryId: LOPEN.id, authorIds: [DAAN.id] }),
      head(2, { cover: `/${CARD}`, categoryId: LOPEN.id }),
      head(3, { cover: 'https://elders.example/media/pad-1600x900.jpg' }),
    ],
    related: new Map([[1, [2]]]),
    ...(colours && { colours }),
  })
}

const MAP = mapWith(known(COLOURS))
const BODY = `Tekst.\n\n![Duin](${IN_TEXT} "Een duin") en <img src="./${COVER}">`

const metaOf = (ref: PageRef, body = '', map = MAP): string =>
  pageModel(map, ref, picturesNamedIn(body))?.page.meta ?? ''
const styleOf = (meta: string): string => /<style>([^<]*)<\/style>/.exec(meta)?.[1] ?? ''
/** The pictures that have a colour, in the order of the rules. */
const coloured = (meta: string): readonly string[] =>
  Array.from(styleOf(meta).matchAll(/\[src\$="([^"]+)"\]/g), ([, path = '']) => path)

describe('colours of pictures that are not there yet', () => {
  it('are paper under a drawing where the page is dark, and only there', () => {
    const style = styleOf(metaOf({ kind: 'article', id: 3 }, 'Een ![schema](media/schema-8x6.svg)'))
    expect(style).toBe(
      '@media(prefers-color-scheme:dark){html img[src$="media/schema-8x6.svg"]{background-color:#ffffff;color:#000}}',
    )
    expect(styleOf(metaOf({ kind: 'article', id: 3 }, 'Een ![schema](schema-8x6.svg)'))).toBe('')
  })

  it('are on an article’s page those of its cover, its author, its text and the cards below, each once', () => {
    expect(coloured(metaOf({ kind: 'article', id: 1 }, BODY))).toEqual([COVER, FACE, IN_TEXT, CARD])
  })

  it('are on lists those of the cards, and of who or what the list is about', () => {
    expect(coloured(metaOf({ kind: 'index', page: 1 }))).toEqual([CARD, COVER])
    expect(coloured(metaOf({ kind: 'category', id: LOPEN.id, page: 1 }))).toEqual([IN_TEXT, CARD, COVER])
    expect(coloured(metaOf({ kind: 'author', id: DAAN.id, page: 1 }))).toEqual([FACE, COVER])
  })

  it('leave the text that stands for a picture readable', () => {
    const rules = styleOf(metaOf({ kind: 'article', id: 1 }, BODY)).matchAll(
      /\{background-color:(#\w+);color:(#\w+)\}/g,
    )
    const pairs = Array.from(rules, ([, paper = '', ink = '']) => contrast(paper, colourFrom(ink) ?? paper))
    expect(pairs).toHaveLength(4)
    for (const pair of pairs) expect(pair).toBeGreaterThanOrEqual(4.5)
  })

  it('stand in rules that the page’s policy names, and nothing else of the kind may', () => {
    const model = pageModel(MAP, { kind: 'article', id: 1 }, picturesNamedIn(BODY))
    const hash = `sha256-d${styleOf(model?.page.meta ?? '').length}=`
    expect(model?.page.styleHash).toBe(hash)
    expect(model?.page.meta).toContain(`; style-src 'self' '${hash}'; `)
    expect(model?.page.meta).not.toContain('unsafe')
  })

  it('are left out where there are none, with nothing in their place', () => {
    const pages: readonly PageRef[] = [
      { kind: 'article', id: 3 },
      { kind: 'archive', year: null, page: 1 },
      { kind: 'search' },
      { kind: 'notFound' },
    ]
    for (const ref of pages) expect(metaOf(ref)).not.toMatch(/<style|sha256/)
    expect(metaOf({ kind: 'article', id: 1 }, BODY, mapWith())).not.toMatch(/<style|sha256/)
    expect(metaOf({ kind: 'article', id: 1 }, BODY, mapWith(known({})))).not.toMatch(/<style|sha256/)
  })

  it('make another page when they are others, be it in the text alone', () => {
    const article = { kind: 'article', id: 1 } as const
    const other = mapWith(known({ ...COLOURS, [IN_TEXT]: '#000000' }))
    expect(pageFacts(other, article, picturesNamedIn(BODY))).not.toBe(
      pageFacts(MAP, article, picturesNamedIn(BODY)),
    )
    expect(pageFacts(other, article, [])).toBe(pageFacts(MAP, article, []))
    const list = { kind: 'index', page: 1 } as const
    expect(pageFacts(mapWith(known({ ...COLOURS, [CARD]: '#000000' })), list)).not.toBe(pageFacts(MAP, list))
  })

  it('let no name of a picture write rules of its own', () => {
    const all: PictureColours = { ...known({}), of: () => '#123456' }
    const evil = 'media/x"]{}body{display:none}-10x10.jpg'
    const map = mapSite({ ...EMPTY, articles: [head(1, { cover: evil })], colours: all })
    expect(
      metaOf({ kind: 'article', id: 1 }, `![x](<${evil}>) </style> media/</style>-1x1.jpg`, map),
    ).not.toContain('<style')
  })
})

const EMPTY = {
  site: SITE,
  categories: [],
  tags: [],
  authors: [],
  articles: [],
  related: new Map<number, number[]>(),
}

describe('the mean of colours', () => {
  it('is a colour itself where all are the same', () => {
    for (const colour of [
      [0, 0, 0],
      [255, 255, 255],
      [15, 107, 107],
      [200, 30, 5],
    ]) {
      const bytes = Uint8Array.from([...colour, ...colour, ...colour])
      const expected = `#${colour.map((part) => part.toString(16).padStart(2, '0')).join('')}`
      expect(meanColour(bytes)).toBe(expected)
    }
  })

  it('is what an eye sees from afar: halfway in lightness between black and white, and no colour of its own', () => {
    expect(meanColour(Uint8Array.from([0, 0, 0, 255, 255, 255]))).toBe('#636363')
  })

  it('lies between two hues without turning to mud', () => {
    expect(meanColour(Uint8Array.from([255, 0, 0, 0, 0, 255]))).toBe('#8c53a2')
  })
})
