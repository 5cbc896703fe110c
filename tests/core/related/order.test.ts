import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type RelatedIndex, type RelatedSource, analyse } from '../../../core/related/index.ts'
import { article, ids, indexOf } from './library.ts'

const WORDS = [
  'enkel',
  'pees',
  'bospad',
  'soep',
  'linzen',
  'slaap',
  'wekker',
  'fiets',
  'rust',
  'tuin',
  'winter',
]

const libraries = fc
  .array(
    fc.record({
      words: fc.array(fc.constantFrom(...WORDS), { minLength: 1, maxLength: 12 }),
      tags: fc.uniqueArray(fc.constantFrom('sport', 'eten', 'rust'), { maxLength: 2 }),
      category: fc.constantFrom('a', 'b'),
      date: fc.constantFrom('2023-01-01', '2024-05-05', null),
      links: fc.uniqueArray(fc.nat(12), { maxLength: 2 }),
    }),
    { minLength: 2, maxLength: 12 },
  )
  .map((all) =>
    all.map(({ words, tags, category, date, links }, id) =>
      article(id, { title: '', text: words.join(' '), tags, categoryPath: [category], date, links }),
    ),
  )

function listsOf(index: RelatedIndex) {
  return [...index.rankAll({ limit: 20 })]
}

describe('the order of related articles', () => {
  it('is by newer date, then by lower id, when scores are the same', () => {
    const text = 'touw knopen splitsen takelblok'
    const filler = ['soep linzen', 'fiets band', 'slaap wekker', 'tuin compost', 'agenda werk'].map(
      (words, at) => article(at + 1, { text: words, date: null }),
    )
    const same = (id: number, date: string | null) => article(id, { title: '', text, date })
    const index = indexOf([...filler, same(90, null), same(30, null), same(10, null)])
    expect(ids(index.rank(90, { limit: 9 }))).toEqual([10, 30])
    // Seen from an article without a date, every date is as near.
    const dated = indexOf([
      ...filler,
      same(90, null),
      same(12, '2020-01-01'),
      same(13, '2024-01-01'),
      same(11, null),
    ])
    expect(ids(dated.rank(90, { limit: 9 }))).toEqual([13, 12, 11])
  })

  it('does not depend on the order in which articles came', () => {
    fc.assert(
      fc.property(libraries, fc.infiniteStream(fc.nat()), (articles, numbers) => {
        const shuffled = articles
          .map((one) => ({ one, at: numbers.next().value as number }))
          .sort((a, b) => a.at - b.at)
          .map(({ one }) => one)
        expect(listsOf(indexOf(shuffled))).toEqual(listsOf(indexOf(articles)))
      }),
    )
  })

  it('does not depend on what was there before, nor on what was asked meanwhile', () => {
    fc.assert(
      fc.property(libraries, libraries, (before, articles) => {
        const index = indexOf(before)
        listsOf(index)
        for (const one of before) if (one.id % 2 === 0) index.remove(one.id)
        listsOf(index)
        const put = (one: RelatedSource) => index.add(one.id, analyse(one), one)
        articles.forEach(put)
        listsOf(index)
        for (const one of before) if (one.id >= articles.length) index.remove(one.id)
        expect(listsOf(index)).toEqual(listsOf(indexOf(articles)))
      }),
    )
  })

  it('is the same for every limit, as far as that goes', () => {
    fc.assert(
      fc.property(libraries, fc.integer({ min: 1, max: 5 }), (articles, limit) => {
        const index = indexOf(articles)
        for (const { id, related } of listsOf(index)) {
          expect(index.rank(id, { limit })).toEqual(related.slice(0, limit))
        }
      }),
    )
  })
})
