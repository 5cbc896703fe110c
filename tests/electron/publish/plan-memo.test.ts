import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  type ArticleHead,
  type PictureColours,
  type SiteSource,
  mapSite,
  sitemaps,
} from '../../../core/page/index.ts'
import { indexKey } from '../../../electron/publish/extras.ts'
import { PlanMemo } from '../../../electron/publish/plan-memo.ts'
import { type Plan, planPages } from '../../../electron/publish/plan.ts'
import type { Bodies } from '../../../electron/publish/bodies.ts'
import { randomSite, withOneField } from '../../core/page/random-site.ts'
import { head } from '../../core/page/site.ts'

/** A site with its texts, in one theme or another. */
interface Stand {
  readonly site: SiteSource
  readonly texts: readonly string[]
  readonly theme: string
  readonly colour: `#${string}`
}

const stand: fc.Arbitrary<Stand> = fc.record({
  site: randomSite,
  texts: fc.array(fc.constantFrom('a', 'b', 'c'), { minLength: 4, maxLength: 4 }),
  theme: fc.constantFrom('one', 'two'),
  colour: fc.constantFrom('#aabbcc', '#ddeeff'),
})

/** What is done to it: mostly little. */
const CHANGES = ['none', 'text', 'text', 'saved', 'field', 'related', 'theme', 'colour', 'all'] as const

function changed(now: Stand, other: Stand, how: (typeof CHANGES)[number], pick: number): Stand {
  switch (how) {
    case 'none':
      return { ...now }
    case 'text':
      return { ...now, texts: now.texts.map((text, at) => (at === pick % 4 ? other.texts[at]! : text)) }
    case 'saved': {
      const articles = now.site.articles.map((article, at) =>
        at === pick % 4
          ? { ...article, version: article.version + 1, updatedAt: `2026-03-0${1 + (pick % 9)}T00:00:00Z` }
          : article,
      )
      return { ...now, site: { ...now.site, articles } }
    }
    case 'field':
      return { ...now, site: withOneField(now.site, other.site, pick) }
    case 'related':
      return { ...now, site: { ...now.site, related: other.site.related } }
    case 'theme':
      return { ...now, theme: other.theme }
    case 'colour':
      return { ...now, colour: other.colour }
    case 'all':
      return other
  }
}

function planOf({ site, texts, theme, colour }: Stand, memo: PlanMemo): unknown {
  const colours: PictureColours = { of: () => colour, digest: (text) => text }
  const map = mapSite({ ...site, colours })
  const bodies = { of: (id: number) => ({ key: texts[id - 1] ?? '', named: [] }) } as unknown as Bodies
  const plan: Plan = planPages(
    {
      map,
      content: { articles: site.articles, tags: site.tags, authors: site.authors, bodies },
      related: site.related,
      theme: { name: theme, templates: {}, assets: [], options: {}, problems: [], look: map.look },
    },
    memo,
  )
  const days = site.articles.map(({ updatedAt }) => updatedAt.slice(0, 10)).join(' ')
  return {
    pages: plan.pages.map(({ path, key }) => [path, key]),
    sitemaps: plan.noted('sitemaps', days, () => [...sitemaps(map)]),
    search: plan.noted('search', '', () => indexKey(map)),
  }
}

describe('a plan made after another', () => {
  it('is what it is from nothing, whatever has changed', () => {
    const steps = fc.array(fc.tuple(stand, fc.constantFrom(...CHANGES), fc.nat(10_000)), { maxLength: 6 })
    fc.assert(
      fc.property(stand, steps, (first, changes) => {
        const memo = new PlanMemo()
        planOf(first, memo)
        let now = first
        for (const [other, how, pick] of changes) {
          now = changed(now, other, how, pick)
          expect(planOf(now, memo)).toEqual(planOf(now, new PlanMemo()))
        }
      }),
      { numRuns: 400 },
    )
  })

  it('has the keys of all pages but of articles that only their own page shows otherwise', () => {
    const articles = [head(1), head(2)]
    const source = {
      world: 'w',
      articles,
      bodies: { of: () => ({ key: 'text', named: [] }) },
      related: new Map([[1, [2]]]),
    }
    const known = (other: Partial<typeof source>): readonly (string | undefined)[] => {
      const memo = new PlanMemo()
      memo.begin(source).end(
        new Map([
          ['index.html', 'i'],
          ['een.html', 'a'],
          ['twee.html', 'b'],
        ]),
      )
      const planning = memo.begin({ ...source, ...other })
      return [
        planning.keyOf('index.html', null),
        planning.keyOf('een.html', 1),
        planning.keyOf('twee.html', 2),
      ]
    }
    const [one, two] = articles as [ArticleHead, ArticleHead]
    expect(known({})).toEqual(['i', 'a', 'b'])
    const written = (id: number) => ({ key: id === 2 ? 'other text' : 'text', named: [] })
    expect(known({ bodies: { of: written } as typeof source.bodies })).toEqual(['i', 'a', undefined])
    expect(known({ related: new Map() })).toEqual(['i', undefined, 'b'])
    expect(known({ articles: [{ ...one, words: 7 }, two] })).toEqual(['i', undefined, 'b'])
    const nothing = [undefined, undefined, undefined]
    expect(known({ articles: [{ ...one, title: 'Anders' }, two] })).toEqual(nothing)
    expect(known({ articles: [one] })).toEqual(nothing)
    expect(known({ articles: [one, head(3)] })).toEqual(nothing)
    expect(known({ world: 'another' })).toEqual(nothing)
  })
})
