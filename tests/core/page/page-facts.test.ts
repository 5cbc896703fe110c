import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  type PageRef,
  type SiteMap,
  type SiteSource,
  isSameElsewhere,
  mapSite,
  pageFacts,
  pageModel,
  siteModel,
} from '../../../core/page/index.ts'
import { randomSite, withOneField } from './random-site.ts'
import { SITE, head } from './site.ts'

const keyOf = (map: SiteMap, ref: PageRef) => JSON.stringify([map.site, siteModel(map), pageFacts(map, ref)])

describe('the facts of a page', () => {
  it('differ whenever its model does', () => {
    fc.assert(
      fc.property(randomSite, randomSite, fc.nat(10_000), (a, b, pick) => {
        const [one, other] = [mapSite(a), mapSite(withOneField(a, b, pick))]
        const alike = one.pages().filter((ref) => keyOf(one, ref) === keyOf(other, ref))
        expect(alike.map((ref) => pageModel(other, ref))).toEqual(alike.map((ref) => pageModel(one, ref)))
      }),
      { numRuns: 1_500 },
    )
  })

  it('stay the same on all pages but an article’s own when it is the same elsewhere', () => {
    const texts = fc.record({
      updatedAt: fc.constantFrom('2026-03-01T00:00:00Z'),
      words: fc.nat(),
      version: fc.nat(),
    })
    fc.assert(
      fc.property(randomSite, fc.nat(3), texts, (site, at, more) => {
        const articles = site.articles.map((article, index) =>
          index === at ? { ...article, ...more } : article,
        )
        const [before, after] = [site.articles[at]!, articles[at]!]
        expect(isSameElsewhere(after, before)).toBe(true)
        expect(isSameElsewhere({ ...after, summary: `${before.summary}!` }, before)).toBe(false)
        expect(isSameElsewhere({ ...after, tags: [...before.tags, 'nieuw'] }, before)).toBe(false)
        const [one, other] = [mapSite(site), mapSite({ ...site, articles })]
        const others = one.pages().filter((ref) => !(ref.kind === 'article' && ref.id === before.id))
        expect(others.map((ref) => pageFacts(other, ref))).toEqual(others.map((ref) => pageFacts(one, ref)))
      }),
      { numRuns: 500 },
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
