/** What other lists of related articles are known to get wrong. */
import { describe, expect, it } from 'vitest'
import { article, ids, indexOf } from './library.ts'

const ABOUT = ['enkels pezen bospad wortels modder', 'linzen kurkuma pannetje bouillon kikkererwten']

/** Twenty articles on two subjects, from old to new. */
function library() {
  return Array.from({ length: 20 }, (_, at) =>
    article(at + 1, {
      title: `Deel${at}`,
      text: `${ABOUT[at % 2] ?? ''} eigen${at} woord${at}`,
      tags: at % 2 === 0 ? ['lopen'] : ['koken'],
      date: `20${10 + at}-01-01`,
    }),
  )
}

describe('a list of related articles', () => {
  it('is not the oldest articles, nor the newest, whatever they are about', () => {
    const index = indexOf(library())
    for (const { id, related } of index.rankAll({ limit: 5 })) {
      expect(ids(related).every((other) => other % 2 === id % 2)).toBe(true)
    }
    expect(ids(index.rank(19, { limit: 3 }))).toEqual([17, 15, 13])
    expect(ids(index.rank(1, { limit: 3 }))).toEqual([3, 5, 7])
  })

  it('has no filler above a match, and none at all to come to its number', () => {
    const index = indexOf([...library(), article(50, { text: `${ABOUT[1] ?? ''} zeilboot fok kiel` })])
    const related = ids(index.rank(50, { limit: 20 }))
    expect(related.length).toBeGreaterThan(0)
    expect(related.every((other) => other % 2 === 0)).toBe(true)
  })

  it('is as long for an article without tags, and finds one without tags', () => {
    const bare = article(50, { text: `${ABOUT[0] ?? ''} schoenen`, date: null })
    const index = indexOf([...library(), bare])
    expect(index.rank(50, { limit: 5 })).toHaveLength(5)
    expect(ids(index.rank(1, { limit: 20 }))).toContain(50)
  })

  it('leaves out an article that has two common words in common with everything', () => {
    const common = library().map((one) => ({ ...one, text: `${one.text} recept weekend` }))
    const index = indexOf([...common, article(50, { text: 'recept weekend recept weekend recept weekend' })])
    for (const { id, related } of index.rankAll({ limit: 20 })) {
      if (id === 50) expect(related).toEqual([])
      else expect(ids(related)).not.toContain(50)
    }
  })

  it('breaks a tie by the newer date, then by the lower id', () => {
    const same = (id: number, date: string | null) => article(id, { text: ABOUT[0] ?? '', date })
    const index = indexOf([
      ...library().filter(({ id }) => id % 2 === 0),
      article(31, { text: ABOUT[0] ?? '', date: null }),
      same(35, '2020-01-01'),
      same(34, '2020-01-01'),
      same(33, '2021-01-01'),
      same(32, null),
    ])
    expect(ids(index.rank(31, { limit: 4 }))).toEqual([33, 34, 35, 32])
  })

  it('changes with a new article only where that enters it', () => {
    const before = indexOf(library())
    const after = indexOf([...library(), article(50, { title: 'Zeilen', text: 'fok grootzeil schoot kiel' })])
    for (const { id } of library()) {
      expect(ids(after.rank(id, { limit: 5 }))).toEqual(ids(before.rank(id, { limit: 5 })))
    }
  })
})
