import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Library } from '../../../electron/library/library.ts'
import { tempLibrary } from './temp-library.ts'

const NOW = new Date('2026-03-01T12:00:00Z')

/** A library in which each article can be told by one letter. */
function sample(): Library {
  const library = tempLibrary({ now: () => NOW })
  const sport = library.categories.create({ name: 'Sport en spel', parentId: null })
  const running = library.categories.create({ name: 'Coördinatie', parentId: sport.id })
  const noor = library.authors.create({ name: 'Noor Bos' })
  const make = library.articles.create
  make({ title: 'A', body: 'enkel op het bospad', categoryId: sport.id, tags: ['Herfst'], status: 'ready' })
  make({
    title: 'B',
    body: 'linzensoep',
    categoryId: running.id,
    authorIds: [noor.id],
    status: 'published',
    publishedAt: '2025-12-10T23:30:00-05:00',
  })
  make({ title: 'C', body: 'soep '.repeat(30), tags: ['herfst', 'Lange duur'], language: 'en-GB' })
  make({ title: 'D', status: 'published', publishedAt: '2026-05-01T08:00:00+02:00', summary: 'enkel' })
  const gone = make({ title: 'E', body: 'enkel' })
  library.articles.trash([gone.id])
  return library
}

function found(library: Library, query: string): string {
  return library.articles
    .list({ query }, { by: 'title', direction: 'ascending' }, 0, 50)
    .rows.map(({ title }) => title)
    .join('')
}

describe('finding articles', () => {
  it.each([
    ['category:"sport en spel"', 'AB'],
    ['category:coordinatie', 'B'],
    ['categorie:sport', 'AB'],
    ['-category:sport', 'CD'],
    ['category:nergens', ''],
    ['tag:HERFST', 'AC'],
    ['tag:"lange duur"', 'C'],
    ['tag:lange', 'C'],
    ['author:noor', 'B'],
    ['status:draft', 'C'],
    ['status:published', 'B'],
    ['status:ingepland', 'D'],
    ['status:trash', 'E'],
    ['-status:published', 'ACD'],
    ['language:nl', 'ABD'],
    ['language:en', 'C'],
    ['language:fr', ''],
    ['date:2025-12-10', 'B'],
    ['date:2025-12-11', ''],
    ['before:2026', 'B'],
    ['after:2026', 'D'],
    ['after:3m', 'BD'],
    ['no:date', 'AC'],
    ['changed:today', 'ABCD'],
    ['words:>=30', 'C'],
    ['words:0', 'D'],
    ['has:summary', 'D'],
    ['no:tags', 'BD'],
    ['no:author no:category', 'CD'],
    ['slug:a', 'A'],
    ['enkel', 'AD'],
    ['summary:enkel', 'D'],
    ['title:a', 'A'],
    ['enkel -bospad', 'D'],
    ['-enkel', 'BC'],
    ['soep or bospad', 'AC'],
    ['enkel or tag:herfst', 'ACD'],
    ['(enkel or soep) no:tags', 'D'],
    ['-(tag:herfst or status:published)', 'D'],
    ['before:ooit enkel', 'AD'],
    ['status:', 'ABCD'],
  ])('finds with %s the articles %s', (query, titles) => {
    expect(found(sample(), query)).toBe(titles)
  })

  it('is within the list that is shown', () => {
    const library = sample()
    expect(library.articles.list({ query: 'tag:herfst', status: 'draft' }, null, 0, 9).total).toBe(1)
    expect(library.articles.list({ query: 'enkel', status: 'trash' }, null, 0, 9).total).toBe(1)
  })

  it('shows where words were found, also beside fields', () => {
    const [row] = sample().articles.list({ query: 'tag:herfst bospad' }, null, 0, 9).rows
    expect(row?.snippet).toContain('\u0002bospad\u0003')
    const [other] = sample().articles.list({ query: 'tag:lange' }, null, 0, 9).rows
    expect(other).not.toHaveProperty('snippet')
  })

  it('finds an article by a piece or by its opposite, never by both, and by one of them', () => {
    const library = sample()
    const piece = fc.constantFrom(
      ...['enkel', 'tag:herfst', 'category:sport', 'after:2026', 'words:>2', 'status:draft', 'has:cover'],
      ...['language:nl', 'author:noor', 'slug:a', '(soep or tag:herfst)', 'changed:week', 'title:a'],
    )
    fc.assert(
      fc.property(piece, piece, (one, other) => {
        const [both, either] = [found(library, `${one} ${other} `), found(library, `${one} or ${other} `)]
        const [first, second] = [found(library, `${one} `), found(library, `${other} `)]
        const letters = ['A', 'B', 'C', 'D']
        expect(both).toBe(letters.filter((id) => first.includes(id) && second.includes(id)).join(''))
        expect(either).toBe(letters.filter((id) => first.includes(id) || second.includes(id)).join(''))
        expect(found(library, `-${one} `)).toBe(letters.filter((id) => !first.includes(id)).join(''))
      }),
      { numRuns: 60 },
    )
  })
})
