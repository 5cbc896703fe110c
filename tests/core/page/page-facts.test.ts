import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  type ArticleHead,
  type PageRef,
  type SiteMap,
  type SiteSource,
  mapSite,
  pageFacts,
  pageModel,
  siteModel,
} from '../../../core/page/index.ts'
import { DAAN, LOPEN, SITE, SPORT, TAG, head } from './site.ts'

const word = fc.constantFrom('', 'een', 'twee', 'drie')
const date = fc.constantFrom(null, '2026-01-02T10:00:00+01:00', '2026-01-03T10:00:00Z', 'x')
const cover = fc.constantFrom(null, 'media/a-10x10.jpg', 'media/b-10x10.jpg')
const language = fc.constantFrom(null, 'nl', 'en-GB')

const article = (id: number): fc.Arbitrary<ArticleHead> =>
  fc
    .record({
      title: word,
      slug: fc.constantFrom(`a${id}`, `b${id}`),
      summary: word,
      categoryId: fc.constantFrom(null, 1, 2, 99),
      tags: fc.subarray(['enkel', 'weg', 'niet-bekend']),
      authorIds: fc.subarray([1, 2, 99]),
      cover,
      coverAlt: word,
      language,
      publishedAt: date,
      updatedAt: fc.constantFrom('2026-01-01T00:00:00Z', '2026-02-01T00:00:00Z'),
      metaTitle: word,
      metaDescription: word,
      words: fc.constantFrom(0, 10, 2000),
      footerPlace: fc.constantFrom(null, null, 1, 2),
      version: fc.integer({ min: 1, max: 3 }),
    })
    .map((more) => head(id, more))

const source: fc.Arbitrary<SiteSource> = fc.record({
  site: fc
    .record({
      name: word,
      description: word,
      baseUrl: fc.constantFrom('', 'https://example.org/'),
      language: fc.constantFrom('nl-NL', 'en'),
      frontTitle: word,
    })
    .map((more) => ({ ...SITE, ...more })),
  categories: fc
    .record({
      name: word,
      slug: fc.constantFrom('lopen', 'gaan'),
      description: word,
      cover,
      parentId: fc.constantFrom(null, 1),
    })
    .map((more) => [SPORT, { ...LOPEN, ...more }]),
  tags: fc.constantFrom('enkel', 'voet').map((slug) => [
    { ...TAG, slug },
    { ...TAG, id: 2, name: 'weg', slug: 'weg' },
  ]),
  authors: fc
    .record({ name: word, slug: fc.constantFrom('daan', 'd'), role: word, bio: word, picture: cover })
    .map((more) => [
      { ...DAAN, ...more },
      { ...DAAN, id: 2, slug: 'twee' },
    ]),
  articles: fc.tuple(article(1), article(2), article(3), article(4)),
  related: fc.subarray([2, 3, 4]).map((ids) => new Map([[1, ids]])),
})

const keyOf = (map: SiteMap, ref: PageRef) => JSON.stringify([map.site, siteModel(map), pageFacts(map, ref)])

/** The first site with one field of one of its things as the second has it. */
function withOneField(a: SiteSource, b: SiteSource, pick: number): SiteSource {
  const changes = (['articles', 'categories', 'tags', 'authors'] as const).flatMap((part) =>
    a[part].flatMap((thing, index) =>
      Object.keys(thing).flatMap((field) => {
        const there: Record<string, unknown> = { ...b[part][index] }
        if (field === 'id' || same(thing[field as keyof typeof thing], there[field])) return []
        const changed = a[part].map((each, at) => (at === index ? { ...each, [field]: there[field] } : each))
        return [{ ...a, [part]: changed }]
      }),
    ),
  )
  return changes[pick % Math.max(1, changes.length)] ?? { ...a, related: b.related }
}

const same = (a: unknown, b: unknown) => JSON.stringify(a) === JSON.stringify(b)

describe('the facts of a page', () => {
  it('differ whenever its model does', () => {
    fc.assert(
      fc.property(source, source, fc.nat(10_000), (a, b, pick) => {
        const [one, other] = [mapSite(a), mapSite(withOneField(a, b, pick))]
        const alike = one.pages().filter((ref) => keyOf(one, ref) === keyOf(other, ref))
        expect(alike.map((ref) => pageModel(other, ref))).toEqual(alike.map((ref) => pageModel(one, ref)))
      }),
      { numRuns: 1_500 },
    )
  })

  it('stay the same when an article is saved without a change to what readers see', () => {
    const before = [head(1), head(2, { title: 'Twee' })]
    const after = [head(1, { version: 7 }), head(2, { title: 'Twee', version: 2, words: 12, metaTitle: 'T' })]
    const [one, other] = [before, after].map((articles) => mapSite({ ...EMPTY, articles }))
    if (!one || !other) throw new Error('two sites were made')
    const article = { kind: 'article', id: 1 } as const
    const index = { kind: 'index', page: 1 } as const
    expect(pageFacts(other, article)).toBe(pageFacts(one, article))
    expect(pageFacts(other, index)).toBe(pageFacts(one, index))
  })
})

const EMPTY: SiteSource = {
  site: SITE,
  categories: [],
  tags: [],
  authors: [],
  articles: [],
  related: new Map(),
}
