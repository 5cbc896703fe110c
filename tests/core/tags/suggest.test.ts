import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { mentions } from '../../../core/tags/mentions.ts'
import { type Neighbour, suggestCategory, suggestTags } from '../../../core/tags/suggest.ts'

function count(text: string, name: string): number {
  return mentions(text, [name]).get(name) ?? 0
}

describe('a name stands in a text', () => {
  it.each([
    ['Over Hardlopen in het bos.', 'hardlopen', 1],
    ['Eén café, twee CAFES, nog een cafe', 'café', 2],
    ['een e-mail, de e‑mail', 'e-mail', 2],
    ['trail-running en trail running', 'trail running', 2],
    ['Wij schrijven C++ en C#.', 'C++', 1],
    ['Она любит Москву; Москва', 'москва', 1],
    ['東京の天気', '東京', 1],
    ['IT is it', 'IT', 1],
    ['Straße und STRASSE', 'straße', 2],
    ['naïef', 'naief', 1],
  ])('%s: %s', (text, name, times) => {
    expect(count(text, name)).toBe(times)
  })

  it.each([
    ['hardloopster', 'hardloop'],
    ['C++ en C#', 'C'],
    ['it was so', 'IT'],
    ['bos', 'bospad'],
    ['', 'leeg'],
    ['...', '...'],
    ['covid-19', 'covid-1'],
  ])('but not in part: %s, %s', (text, name) => {
    expect(count(text, name)).toBe(0)
  })

  it('whatever the name and the text are, without a fault', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: 'binary' }),
        fc.array(fc.string({ unit: 'binary', maxLength: 6 })),
        (text, names) => {
          for (const times of mentions(text, names).values()) expect(times).toBeGreaterThan(0)
        },
      ),
    )
  })
})

const blank = { title: '', summary: '', text: '', tags: [] }

function neighbour(score: number, tags: readonly string[], categoryId: number | null = null): Neighbour {
  return { score, tags, categoryId }
}

describe('suggested tags', () => {
  const known = ['bos', 'hardlopen', 'soep', 'voeding'].map((name) => ({ name, articles: 3 }))
  const names = (article: Partial<typeof blank>, related: readonly Neighbour[] = []) =>
    suggestTags({ ...blank, ...article }, related, known).map(({ name }) => name)

  it('are those whose name stands in the text and those that related articles share, best first', () => {
    const related = [
      neighbour(0.5, ['hardlopen', 'voeding']),
      neighbour(0.4, ['hardlopen']),
      neighbour(0.1, ['soep']),
    ]
    const found = suggestTags({ ...blank, title: 'In het bos', text: 'Soep.' }, related, known)
    expect(found).toEqual([
      { name: 'bos', inText: true, related: 0 },
      { name: 'hardlopen', inText: false, related: 2 },
      { name: 'soep', inText: true, related: 1 },
    ])
  })

  it('are none that the article has, and none that one related article alone has', () => {
    expect(names({ text: 'Bos en bos.', tags: ['bos'] as never }, [neighbour(1, ['soep'])])).toEqual([])
  })

  it('are none for an article without a word or anything related', () => {
    expect(names({})).toEqual([])
  })

  it('are at most six, equals by how many articles have them and then by name', () => {
    const many = 'hgfedcba'
      .split('')
      .map((letter, at) => ({ name: `${letter}woord`, articles: at === 0 ? 9 : 1 }))
    const text = many.map(({ name }) => name).join(' ')
    const found = suggestTags({ ...blank, text }, [], many)
    expect(found.map(({ name }) => name[0])).toEqual(['h', 'a', 'b', 'c', 'd', 'e'])
  })
})

describe('a suggested category', () => {
  const categories = [
    { id: 1, parentId: null },
    { id: 2, parentId: 1 },
    { id: 3, parentId: 1 },
    { id: 4, parentId: null },
  ]
  const suggest = (...ids: (number | null)[]) =>
    suggestCategory(
      ids.map((id) => neighbour(0.5, [], id)),
      categories,
    )

  it('is the deepest that more than half of the five most related are in or below', () => {
    expect(suggest(2, 2, 2, 4, null)).toEqual({ id: 2, related: 3, of: 5 })
    expect(suggest(2, 3, 2, 3, 4)).toEqual({ id: 1, related: 4, of: 5 })
    expect(suggest(4, 4, 1, 4, 4, 1, 1, 1)).toEqual({ id: 4, related: 4, of: 5 })
  })

  it('is none when they do not agree, are too few, or have none', () => {
    expect(suggest(2, 2, 4, 4, null)).toBeNull()
    expect(suggest(2)).toBeNull()
    expect(suggest(null, null, null)).toBeNull()
    expect(suggest()).toBeNull()
    expect(suggest(9, 9, 9)).toBeNull()
  })

  it('ends also in a damaged library where categories lead in a circle', () => {
    const circle = [
      { id: 1, parentId: 2 },
      { id: 2, parentId: 1 },
    ]
    expect(suggestCategory([neighbour(1, [], 1), neighbour(1, [], 1)], circle)).toMatchObject({ related: 2 })
  })
})
