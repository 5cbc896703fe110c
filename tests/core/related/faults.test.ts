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
    // The more an article says of its own, the less alike it is: no two are as alike.
    const all = library().map((one, at) => ({
      ...one,
      text: `${one.text} ${[...'abcdefghijklmnopqrst'.slice(0, at)].map((sign) => `los${at}${sign}`).join(' ')}`,
      date: null,
    }))
    const before = indexOf(all)
    const after = indexOf([...all, article(50, { title: 'Zeilen', text: 'fok grootzeil schoot kiel' })])
    for (const { id } of all) {
      expect(ids(after.rank(id, { limit: 5 }))).toEqual(ids(before.rank(id, { limit: 5 })))
    }
  })

  it('has no very long article above those that are about the same', () => {
    const words = Array.from({ length: 9000 }, (_, at) => `bijzaak${at % 3000}`)
    const text = `${`${ABOUT.join(' ')} `.repeat(40)} ${words.join(' ')}`
    const long = article(50, { text, date: '2020-01-01' })
    const index = indexOf([...library(), long])
    for (const { id } of library()) {
      expect(ids(index.rank(id, { limit: 5 }))).not.toContain(50)
    }
  })

  it('of a very long article that has the words of every title is no list of all articles', () => {
    const titled = library().map((one, at) => ({ ...one, title: `${one.title} onderwerp${at}` }))
    const words = titled.map(({ title }) => title).join(' ')
    const index = indexOf([...titled, article(50, { text: `${words} ${ABOUT[0] ?? ''}`, date: null })])
    const related = ids(index.rank(50, { limit: 10 }))
    expect(related).toHaveLength(10)
    expect(related.every((other) => other % 2 === 1)).toBe(true)
  })

  it('has copies of an article first, and what is like it after them', () => {
    const copy = { ...library()[0]!, id: 50, date: null }
    const near = { ...copy, id: 51, text: `${copy.text} schoenen` }
    const index = indexOf([...library(), copy, near])
    const [first, second, ...others] = ids(index.rank(50, { limit: 6 }))
    expect([first, second]).toEqual([1, 51])
    expect(others.every((other) => other % 2 === 1)).toBe(true)
  })

  it('is of an article with a title alone what that title says', () => {
    const bare = article(50, { title: 'Linzen met kurkuma', text: '', date: null })
    const index = indexOf([...library(), bare])
    const related = ids(index.rank(50, { limit: 20 }))
    expect(related.length).toBeGreaterThan(0)
    expect(related.every((other) => other % 2 === 0)).toBe(true)
  })

  it('is of an article that says nothing empty, and has no such article', () => {
    const index = indexOf([...library(), article(50, { title: '?!', text: ' \n… 12' }), article(51, {})])
    expect(index.rank(50, { limit: 5 })).toEqual([])
    for (const { related } of index.rankAll({ limit: 20 })) {
      expect(ids(related).filter((id) => id >= 50)).toEqual([])
    }
  })

  it.each([
    ['Greek', 'el', 'Το μονοπάτι στο βουνό', 'Ένα βουνό και το μονοπάτι του', 'Σούπα με φακές και κουρκουμά'],
    ['Russian', 'ru', 'Горная тропа зимой', 'Зимой тропа скользкая', 'Суп из чечевицы с куркумой'],
    ['Japanese', 'ja', '山道を走る足首の訓練', '足首の訓練を毎日', '豆のスープを作る'],
    ['Chinese', 'zh', '山路跑步训练脚踝', '每天训练脚踝', '扁豆汤的做法'],
    ['Thai', 'th', 'วิ่งบนทางเดินภูเขา', 'ทางเดินภูเขาในฤดูหนาว', 'ซุปถั่วเลนทิล'],
    ['Arabic', 'ar', 'الجري في طريق الجبل', 'طريق الجبل في الشتاء', 'حساء العدس بالكركم'],
  ])('finds what is alike in %s', (_, language, one, other, different) => {
    const text = [one, other, different, `${different} 2`]
    const index = indexOf(text.map((words, at) => article(at + 1, { language, text: words, date: null })))
    expect(ids(index.rank(1, { limit: 1 }))).toEqual([2])
    expect(ids(index.rank(2, { limit: 1 }))).toEqual([1])
  })

  it('keeps languages apart, also where articles say the same in both', () => {
    const both = library().flatMap((one) => [one, { ...one, id: one.id + 100, language: 'en' }])
    for (const { id, related } of indexOf(both).rankAll({ limit: 20 })) {
      expect(related.length).toBeGreaterThan(0)
      expect(ids(related).every((other) => other > 100 === id > 100)).toBe(true)
    }
  })
})
