import { describe, expect, it } from 'vitest'
import {
  type PageRef,
  type Setter,
  type SiteMap,
  mapSite,
  pageModel,
  siteCard,
  siteCardFacts,
} from '../../../core/page/index.ts'
import { SITE, SPORT, head, mapOf } from './site.ts'

const COVER = 'media/trail-1600x1200.jpg'
const SITE_CARD = 'https://example.org/blog/share-card.png'
const FIRST = { kind: 'article', id: 1 } as const

const metaOf = (map: SiteMap, ref: PageRef): string => pageModel(map, ref)?.page.meta ?? ''

function sharedOf(map: SiteMap, ref: PageRef): Readonly<Record<string, string>> {
  const pairs = metaOf(map, ref).matchAll(/<meta \w+="(og:image(?::\w+)?|twitter:\w+)" content="([^"]*)">/g)
  return Object.fromEntries(Array.from(pairs, ([, name = '', content = '']) => [name, content]))
}

describe('the picture that goes with a link', () => {
  it('is the card of the site on every page without a cover of its own', () => {
    const map = mapOf([head(1, { categoryId: SPORT.id })])
    const refs: readonly PageRef[] = [
      FIRST,
      { kind: 'index', page: 1 },
      { kind: 'category', id: SPORT.id, page: 1 },
      { kind: 'archive', year: null, page: 1 },
    ]
    for (const ref of refs)
      expect(sharedOf(map, ref), ref.kind).toEqual({
        'og:image': SITE_CARD,
        'og:image:type': 'image/png',
        'og:image:width': '1200',
        'og:image:height': '630',
        'og:image:alt': 'Proef &amp; zo',
        'twitter:card': 'summary_large_image',
      })
    expect(metaOf(map, FIRST)).toContain(`"image":"${SITE_CARD}"`)
  })

  it('is made of the cover of an article, and of that of a category', () => {
    const card = {
      'og:image': 'https://example.org/blog/media/card/trail-1600x1200-jpg.jpg',
      'og:image:type': 'image/jpeg',
      'og:image:width': '1200',
      'og:image:height': '630',
      'twitter:card': 'summary_large_image',
    }
    const map = mapSite({
      site: SITE,
      categories: [{ ...SPORT, cover: COVER }],
      tags: [],
      authors: [],
      articles: [head(1, { cover: COVER, coverAlt: 'Een pad', categoryId: SPORT.id })],
      related: new Map(),
    })
    expect(sharedOf(map, FIRST)).toEqual({ ...card, 'og:image:alt': 'Een pad' })
    expect(metaOf(map, FIRST)).toContain(`"image":"https://example.org/blog/${COVER}"`)
    expect(sharedOf(map, { kind: 'category', id: SPORT.id, page: 1 })).toEqual({
      ...card,
      'og:image:alt': 'Sport &amp; gezondheid',
    })
  })

  it('is a cover that is too small for a card as it is, shown small when it is very small', () => {
    const small = (cover: string) => sharedOf(mapOf([head(1, { cover })]), FIRST)
    expect(small('media/klein-400x300.png')).toMatchObject({
      'og:image': 'https://example.org/blog/media/klein-400x300.png',
      'og:image:width': '400',
      'twitter:card': 'summary',
    })
    expect(small('media/klein-800x300.png')).toMatchObject({ 'twitter:card': 'summary_large_image' })
    expect(small('https://elders.example/foto.jpg')).toMatchObject({
      'og:image': 'https://elders.example/foto.jpg',
    })
  })

  it('is none on a site without an address, nor on pages that nobody is to find', () => {
    expect(sharedOf(mapOf([head(1, { cover: COVER })], { baseUrl: '' }), FIRST)).toEqual({})
    expect(metaOf(mapOf([head(1)], { baseUrl: '' }), FIRST)).not.toContain('"image"')
    expect(sharedOf(mapOf([]), { kind: 'search' })).toEqual({})
    expect(sharedOf(mapOf([]), { kind: 'notFound' })).toEqual({})
  })
})

/** A face in which every sign is half an em wide, and that has no others than of Latin. */
const FACE: Setter = {
  covers: (text) => /^[\x20-\u024f\u2018-\u2026]*$/.test(text),
  width: (text) => [...text].length / 2,
  outline: (text) => `M0 0H${text.length}`,
}
const SETTERS = { title: FACE, text: FACE }

interface Line {
  readonly x: number
  readonly y: number
  readonly size: number
  readonly signs: number
}

function linesOf(site: Partial<typeof SITE>): readonly Line[] {
  const facts = siteCardFacts(mapOf([], site))
  if (facts === null) return []
  const svg = siteCard(facts, { accent: '#0f6b6b' }, SETTERS, 'logo')
  const found = svg.matchAll(/translate\((\S+) (\S+)\) scale\((\S+)\)" d="M0 0H(\d+)"/g)
  return Array.from(found, ([, x, y, scale, signs]) => ({
    x: Number(x),
    y: Number(y),
    size: Number(scale) * 1000,
    signs: Number(signs),
  }))
}

describe('the card of a site', () => {
  it('has name, description and address, the name the largest, none on another and none over the edge', () => {
    const texts = ['Vitaal', 'Een naam van heel veel woorden '.repeat(9), 'Lang'.repeat(40), 'x '.repeat(900)]
    for (const name of texts)
      for (const description of ['', ...texts]) {
        const lines = linesOf({ name, description })
        expect(lines.length).toBeGreaterThan(1)
        expect(Math.max(...lines.map(({ size }) => size))).toBe(lines[0]?.size)
        for (const [at, { x, y, size, signs }] of lines.entries()) {
          expect(x + (signs / 2) * size).toBeLessThanOrEqual(1200 - 80)
          expect(y).toBeLessThan(630 - 40)
          // Below the sign, and below the line before it.
          expect(y - size * 0.75).toBeGreaterThan(at === 0 ? 180 : (lines[at - 1]?.y ?? 0))
        }
      }
  })

  it('sets a short name large and a long one smaller, in lines of about one length', () => {
    const [short, long] = [linesOf({ name: 'Vitaal' }), linesOf({ name: 'Bewegen, slapen, eten en rusten' })]
    expect(short[0]?.size).toBe(116)
    expect(long[0]?.size).toBeLessThan(116)
    const [one = 0, other = 0] = long.filter(({ size }) => size === long[0]?.size).map(({ signs }) => signs)
    expect(Math.abs(one - other)).toBeLessThan(8)
  })

  it('has the address for a name that its face cannot set, and a name without its small pictures', () => {
    const lines = linesOf({ name: '漢字の庭', description: '日本語' })
    expect(lines.map(({ signs }) => signs)).toEqual(['example.org/blog'.length])
    expect(linesOf({ name: 'Keuken 🍳', description: '' })[0]?.signs).toBe('Keuken'.length)
  })

  it('is no text of the writer’s, only shapes', () => {
    const facts = siteCardFacts(
      mapOf([], { name: '"/><script>alert(1)</script>', description: '<image href="x"/>' }),
    )
    const svg = facts && siteCard(facts, { accent: '#0f6b6b' }, SETTERS, { outline: null })
    expect(svg?.replace(/ (?:d|transform|fill|viewBox|xmlns)="[^"<>]*"/g, '')).not.toMatch(
      /script|image|href|text/,
    )
    expect(siteCardFacts(mapOf([], { baseUrl: '' }))).toBeNull()
  })
})
