import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type Status, isScheduled } from '../../../core/article.ts'
import type { ArticleFilter, ArticleSort } from '../../../core/bridge.ts'
import type { Library } from '../../../electron/library/library.ts'
import { tempLibrary } from './temp-library.ts'

const NOW = new Date('2026-03-01T12:00:00Z')
const PAST = '2026-02-01T08:00:00+01:00'
const FUTURE = '2026-04-01T08:00:00+02:00'

function titles(library: Library, filter: ArticleFilter, sort: ArticleSort | null = null): string[] {
  return library.articles.list(filter, sort, 0, 100).rows.map(({ title }) => title)
}

describe('a list of articles', () => {
  it('shows what was written at last first', () => {
    let minute = 0
    const library = tempLibrary({ now: () => new Date(NOW.getTime() + 60_000 * minute++) })
    const first = library.articles.create({ title: 'Een' })
    library.articles.create({ title: 'Twee' })
    expect(titles(library, {})).toEqual(['Twee', 'Een'])
    library.articles.save(first.id, 1, { body: 'Nieuw' })
    expect(titles(library, {})).toEqual(['Een', 'Twee'])
  })

  it('sorts titles without regard to case, accents and signs', () => {
    const library = tempLibrary()
    for (const title of ['zon', 'Één', '"Eender"', 'appel', 'Ézel']) library.articles.create({ title })
    expect(titles(library, {}, { by: 'title', direction: 'ascending' })).toEqual([
      'appel',
      'Één',
      '"Eender"',
      'Ézel',
      'zon',
    ])
  })

  it('sorts by words and by the instant of publication, whatever the offset', () => {
    const library = tempLibrary()
    library.articles.create({ title: 'Later', publishedAt: '2026-01-01T09:00:00+00:00', body: 'een twee' })
    library.articles.create({ title: 'Eerder', publishedAt: '2026-01-01T09:30:00+02:00', body: 'een' })
    expect(titles(library, {}, { by: 'published', direction: 'descending' })).toEqual(['Later', 'Eerder'])
    expect(titles(library, {}, { by: 'words', direction: 'ascending' })).toEqual(['Eerder', 'Later'])
  })

  it('gives a part of the rows and the number of all', () => {
    const library = tempLibrary()
    for (let count = 1; count <= 7; count++) library.articles.create({ title: `A${count}` })
    const page = library.articles.list({}, { by: 'title', direction: 'ascending' }, 2, 3)
    expect(page.total).toBe(7)
    expect(page.rows.map(({ title }) => title)).toEqual(['A3', 'A4', 'A5'])
  })

  it('tells scheduled from published by the clock', () => {
    const library = tempLibrary({ now: () => NOW })
    library.articles.create({ title: 'Uit', status: 'published', publishedAt: PAST })
    library.articles.create({ title: 'Straks', status: 'published', publishedAt: FUTURE })
    library.articles.create({ title: 'Zonder', status: 'published' })
    library.articles.create({ title: 'Concept', status: 'draft', publishedAt: FUTURE })
    expect(titles(library, { status: 'scheduled' })).toEqual(['Straks'])
    expect(titles(library, { status: 'published' }).sort()).toEqual(['Uit', 'Zonder'])
    expect(library.articles.counts()).toEqual({
      all: 4,
      draft: 1,
      ready: 0,
      published: 2,
      scheduled: 1,
      trash: 0,
      uncategorised: 4,
    })
  })

  it('shows a category with all that is below it', () => {
    const library = tempLibrary()
    const sport = library.categories.create({ name: 'Sport', parentId: null })
    const run = library.categories.create({ name: 'Lopen', parentId: sport.id })
    const trail = library.categories.create({ name: 'Trail', parentId: run.id })
    library.articles.create({ title: 'Diep', categoryId: trail.id })
    library.articles.create({ title: 'Boven', categoryId: sport.id })
    library.articles.create({ title: 'Los' })
    expect(titles(library, { categoryId: sport.id }).sort()).toEqual(['Boven', 'Diep'])
    expect(titles(library, { categoryId: run.id })).toEqual(['Diep'])
    expect(titles(library, { categoryId: null })).toEqual(['Los'])
  })
})

describe('the lists and the counts', () => {
  const status = fc.constantFrom<Status>('draft', 'ready', 'published')
  const article = fc.record({
    status,
    publishedAt: fc.constantFrom(null, PAST, FUTURE),
    category: fc.constantFrom(null, 0, 1, 2),
    tags: fc.subarray(['a', 'b', 'c']),
    trashed: fc.boolean(),
  })
  const filter = fc.record(
    {
      status: fc.constantFrom<NonNullable<ArticleFilter['status']>>(
        'draft',
        'ready',
        'published',
        'scheduled',
        'trash',
      ),
      category: fc.constantFrom(null, 0, 1, 2),
      tag: fc.constantFrom('a', 'b', 'c'),
      query: fc.constantFrom('woord', 'woo', 'niets'),
    },
    { requiredKeys: [] },
  )
  const sorts = fc.option(
    fc.record({
      by: fc.constantFrom<ArticleSort['by']>('updated', 'published', 'title', 'words'),
      direction: fc.constantFrom<ArticleSort['direction']>('ascending', 'descending'),
    }),
    { nil: null },
  )

  it('agree with a plain filter over all articles', () => {
    fc.assert(
      fc.property(fc.array(article, { maxLength: 12 }), filter, sorts, (articles, asked, sort) => {
        const library = tempLibrary({ now: () => NOW })
        const top = library.categories.create({ name: 'K0', parentId: null }).id
        const categories = [
          top,
          library.categories.create({ name: 'K1', parentId: top }).id,
          library.categories.create({ name: 'K2', parentId: null }).id,
        ]
        for (const [at, { trashed, category, ...rest }] of articles.entries()) {
          const categoryId = category === null ? null : (categories[category] ?? null)
          const { id } = library.articles.create({ ...rest, title: `T${at}`, body: 'woord', categoryId })
          if (trashed) library.articles.trash([id])
        }
        const tagId = library.tags.list().find(({ name }) => name === asked.tag)?.id
        // A tag that only trashed articles have can't be asked for.
        if (asked.tag !== undefined && tagId === undefined) return
        const { status: wanted, query } = asked
        const { total, rows } = library.articles.list(
          {
            ...(wanted && { status: wanted }),
            ...(query && { query }),
            ...(asked.category !== undefined && {
              categoryId: asked.category === null ? null : (categories[asked.category] ?? null),
            }),
            ...(tagId !== undefined && { tagId }),
          },
          sort,
          0,
          100,
        )
        const expected = articles.flatMap((one, at) => {
          const scheduled = isScheduled({ ...one, trashedAt: null }, NOW.getTime())
          const is = scheduled ? 'scheduled' : one.status
          const inCategory =
            asked.category === undefined ||
            one.category === asked.category ||
            (asked.category === 0 && one.category === 1)
          const matches =
            one.trashed === (wanted === 'trash') &&
            (wanted === undefined || wanted === 'trash' || is === wanted) &&
            inCategory &&
            (asked.tag === undefined || one.tags.includes(asked.tag)) &&
            query !== 'niets'
          return matches ? [`T${at}`] : []
        })
        expect(rows.map(({ title }) => title).sort()).toEqual(expected.sort())
        expect(total).toBe(expected.length)
        const counts = library.articles.counts()
        for (const of of ['draft', 'ready', 'published', 'scheduled', 'trash'] as const) {
          expect(library.articles.list({ status: of }, null, 0, 0).total).toBe(counts[of])
        }
        expect(library.articles.list({}, null, 0, 0).total).toBe(counts.all)
        expect(library.articles.list({ categoryId: null }, null, 0, 0).total).toBe(counts.uncategorised)
        library.close()
      }),
      { numRuns: 40 },
    )
  })
})
