/** Sites of four articles that differ in all that pages are made of. */
import fc from 'fast-check'
import type { ArticleHead, SiteSource } from '../../../core/page/index.ts'
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

export const randomSite: fc.Arbitrary<SiteSource> = fc.record({
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

/** The first site with one field of one of its things as the second has it. */
export function withOneField(a: SiteSource, b: SiteSource, pick: number): SiteSource {
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
