import { describe, expect, it } from 'vitest'
import { RelatedIndex, analyse } from '../../../core/related/index.ts'
import { article, ids, indexOf } from './library.ts'

/** Subjects without a word in common, two articles of each: the first of each pair is the older. */
const SUBJECTS = [
  'enkels pezen bospad wortels modder hardlopen kuiten',
  'linzen kikkererwten kurkuma pannetje soepgroente bouillon',
  'slapeloosheid nachtrust wekker ochtendlicht dutje melatonine',
  'fietsketting spatbord versnelling remblok binnenband velg',
  'piekeren dagboek ademhaling vergadering werkdruk agenda',
  'tulpenbollen snoeischaar compost bladluis kruiwagen perkje',
]

function library() {
  return SUBJECTS.flatMap((words, at) => [
    article(at * 2 + 1, { title: `Deel een`, text: words, date: `2020-01-0${at + 1}` }),
    article(at * 2 + 2, { title: `Deel twee`, text: `${words} vervolg`, date: `2024-01-0${at + 1}` }),
  ])
}

describe('a list of related articles', () => {
  it('has what is alike and nothing that is not', () => {
    const index = indexOf(library())
    for (const { id, related } of index.rankAll({ limit: 5 })) {
      expect(ids(related)).toEqual([id % 2 === 1 ? id + 1 : id - 1])
    }
  })

  it('is empty for an article that shares nothing with any other', () => {
    const index = indexOf([...library(), article(99, { title: 'Zeilen', text: 'fok grootzeil schoot kiel' })])
    expect(index.rank(99, { limit: 5 })).toEqual([])
  })

  it('is empty for an article that says nothing', () => {
    const index = indexOf([...library(), article(99, { title: '' })])
    expect(index.rank(99, { limit: 5 })).toEqual([])
    expect(indexOf([article(1, {})]).rank(1, { limit: 5 })).toEqual([])
  })

  it('is not given for words that every article has', () => {
    const common = library().map((one) => ({ ...one, text: `${one.text} recept weekend` }))
    const index = indexOf([...common, article(99, { text: 'recept weekend zeilboot' })])
    expect(index.rank(99, { limit: 5 })).toEqual([])
    expect(ids(index.rank(1, { limit: 5 }))).toEqual([2])
  })

  it('has the best first, with scores above 0 and up to 1', () => {
    const index = indexOf([
      ...library(),
      article(50, { text: `${SUBJECTS[0] ?? ''} schoenen` }),
      article(51, { text: 'enkels pezen zwachtel ziekenhuis dokter' }),
    ])
    const related = index.rank(1, { limit: 9 })
    const scores = related.map((one) => one.score)
    expect(ids(related).at(-1)).toBe(51)
    expect(scores).toEqual([...scores].sort((a, b) => b - a))
    expect(scores.every((score) => score > 0 && score <= 1)).toBe(true)
  })

  it('stops at its limit', () => {
    const alike = [1, 2, 3, 4, 5, 6].map((id) => article(id, { text: SUBJECTS[0] ?? '' }))
    const index = indexOf([...alike, ...library().map((one) => ({ ...one, id: one.id + 10 }))])
    expect(index.rank(1, { limit: 3 })).toHaveLength(3)
    expect(index.rank(1, { limit: 0 })).toEqual([])
  })

  it('has no article twice, and not the article itself', () => {
    const index = indexOf(library())
    const list = ids(index.rank(1, { limit: 50 }))
    expect(new Set(list).size).toBe(list.length)
    expect(list).not.toContain(1)
  })

  it('is empty for an article that is not there', () => {
    expect(indexOf(library()).rank(1234, { limit: 5 })).toEqual([])
  })
})

describe('what makes articles alike', () => {
  it('is found without any tag', () => {
    const tagged = library().map((one) => (one.id % 2 === 0 ? { ...one, tags: ['gezond'] } : one))
    expect(ids(indexOf(tagged).rank(1, { limit: 3 }))).toEqual([2])
  })

  it('is a tag, the rarer the better', () => {
    const plain = library().map((one) => ({ ...one, tags: ['gezond'] }))
    const index = indexOf([
      ...plain,
      article(50, { text: 'zeilen', tags: ['gezond', 'Watersport'] }),
      article(51, { text: 'roeien', tags: ['watersport', 'gezond'] }),
    ])
    const [first, ...rest] = index.rank(50, { limit: 9 })
    expect(first).toMatchObject({ id: 51, reasons: [{ kind: 'tags', tags: ['Watersport', 'gezond'] }] })
    expect(rest).toEqual([])
  })

  it('is a category, where a library has more than one', () => {
    const inOne = library().map((one) => ({ ...one, categoryPath: ['alles'] }))
    expect(
      indexOf(inOne)
        .rank(1, { limit: 9 })
        .map((one) => one.score),
    ).toEqual(
      indexOf(library())
        .rank(1, { limit: 9 })
        .map((one) => one.score),
    )
    const text = 'touw knopen splitsen zwaard takelblok'
    const inTwo = [
      ...library().map((one) => ({ ...one, categoryPath: ['land'] })),
      article(50, { text, categoryPath: ['water'], date: null }),
      article(51, { text, categoryPath: ['lucht'], date: null }),
      article(52, { text, categoryPath: ['water'], date: null }),
    ]
    expect(ids(indexOf(inTwo).rank(50, { limit: 9 }))).toEqual([52, 51])
  })

  it('is a part of a compound', () => {
    const index = indexOf([
      ...library(),
      article(50, { text: 'De beveiliging van het gebouw.' }),
      article(51, { text: 'Wie doet de informatiebeveiliging?' }),
    ])
    expect(index.rank(50, { limit: 3 })).toMatchObject([
      { id: 51, reasons: [{ kind: 'terms', terms: ['beveiliging'] }] },
    ])
  })

  it('is what two compounds have in common, named as it stands there', () => {
    const index = indexOf([
      ...library(),
      article(50, { text: 'Aan de informatiebeveiliging.' }),
      article(51, { text: 'Veel gegevensbeveiliging!' }),
      article(52, { text: 'Toegangsbeveiliging: wie heeft een beveiliging?' }),
    ])
    expect(index.rank(50, { limit: 3 })).toMatchObject([
      { id: 52, reasons: [{ kind: 'terms', terms: ['beveiliging'] }] },
      { id: 51, reasons: [{ kind: 'terms', terms: ['beveiliging'] }] },
    ])
  })

  it('is two words in a row, more than the same two apart', () => {
    const filled = library().map((one) => ({ ...one, text: `${one.text}\n${one.id % 3 ? 'rode' : 'kruis'}` }))
    const index = indexOf([
      ...filled,
      article(50, { text: 'Het Rode Kruis helpt.' }),
      article(51, { text: 'Een kruis op de rode kaart.' }),
      article(52, { text: 'Vrijwilligers van het Rode Kruis.' }),
    ])
    expect(ids(index.rank(50, { limit: 1 }))).toEqual([52])
  })

  it('is a link in the body, either way, and a link to the same article', () => {
    const index = indexOf([
      ...library(),
      article(50, { text: 'zeilen', links: [51] }),
      article(51, { text: 'roeien' }),
      article(52, { text: 'kanovaren', links: [3, 1] }),
      article(53, { text: 'suppen', links: [1, 3] }),
    ])
    expect(index.rank(50, { limit: 9 })).toMatchObject([
      { id: 51, reasons: [{ kind: 'link', direction: 'to' }] },
    ])
    expect(index.rank(51, { limit: 9 })).toMatchObject([
      { id: 50, reasons: [{ kind: 'link', direction: 'from' }] },
    ])
    expect(index.rank(52, { limit: 1 })).toMatchObject([
      { id: 53, reasons: [{ kind: 'sharedLinks', ids: [1, 3] }] },
    ])
  })

  it('is that an article has the words of the title of another, not the other way about', () => {
    const text = 'zeilen roeien kanovaren suppen'
    const index = indexOf([
      ...library(),
      article(50, { title: 'Dagje Waddenzee', text, date: null }),
      article(51, { title: 'Weekendje weg', text: `${text} waddenzee dagje`, date: null }),
      article(52, { title: 'Vrije dag', text: `${text} ochtendje waddenzee`, date: null }),
      article(53, { title: 'Dagje Ameland', text: `${text} waddenzee waterkant`, date: null }),
    ])
    expect(index.rank(51, { limit: 1 })).toMatchObject([
      { id: 50, reasons: [{ kind: 'title', words: ['waddenzee', 'dagje'] }, { kind: 'terms' }] },
    ])
    const reasons = [52, 53].flatMap((id) => index.rank(50, { limit: 9 }).filter((one) => one.id === id))
    expect(reasons.flatMap((one) => one.reasons.map(({ kind }) => kind))).not.toContain('title')
  })

  it('is worth more when both are of one time', () => {
    const text = 'touw knopen splitsen zwaard takelblok'
    const index = indexOf([
      ...library(),
      article(50, { text, date: '2015-06-01' }),
      article(51, { text, date: '2025-06-01' }),
      article(52, { text, date: '2015-05-01' }),
      article(53, { text, date: null }),
    ])
    expect(ids(index.rank(50, { limit: 9 }))).toEqual([52, 51, 53])
  })

  it('is never another language', () => {
    const text = 'yoga pilates tai chi mindfulness'
    const index = indexOf([
      ...library(),
      article(50, { text, tags: ['yoga'], language: 'nl-NL' }),
      article(51, { text, tags: ['yoga'], language: 'en' }),
      article(52, { text, tags: ['yoga'], language: 'nl_BE' }),
      article(53, { text, tags: ['yoga'], language: 'EN-GB' }),
    ])
    expect(ids(index.rank(50, { limit: 9 }))).toEqual([52])
    expect(ids(index.rank(51, { limit: 9 }))).toEqual([53])
  })

  it.each([
    ['da', 'Huse ved havnen', 'Et hus og en havn', 'Suppen er ikke færdig'],
    ['de', 'Die Häuser am Hafen werden gebaut', 'Ein Haus im Hafen', 'Die Suppe wird nicht gekocht'],
    ['es', 'Las casas del puerto', 'Una casa en los puertos', 'La sopa del día'],
    ['fr', 'Les maisons du port', 'Une maison dans les ports', 'Les soupes du jour'],
    ['it', 'Le case del porto', 'Una casa nei porti', 'La zuppa del giorno'],
    ['nb', 'Husene ved havnen', 'Et hus og en havn', 'Suppen er ikke ferdig'],
    ['pt', 'As casas do porto', 'Uma casa nos portos', 'A sopa do dia'],
    ['sv', 'Husen vid hamnen', 'Ett hus och en hamn', 'Soppan är inte klar'],
  ])('is a word in any of its forms, and no filler, in %s', (language, one, other, different) => {
    const all = [one, other, different, `${different} 2000`, 'x'.repeat(9)]
    const index = indexOf(all.map((text, at) => article(at + 1, { language, text, date: null })))
    expect(ids(index.rank(1, { limit: 9 }))).toEqual([2])
  })

  it('is found in a language whose stems we do not know, and in a script without spaces', () => {
    const others = [
      article(1, { language: 'pl', text: 'Pierogi z kapustą i grzybami' }),
      article(2, { language: 'pl', text: 'Zupa z grzybami, kapustą i ziemniakami' }),
      article(3, { language: 'pl', text: 'Rower, łańcuch, hamulec' }),
      article(4, { language: 'ja', text: '山道を走るための足首の訓練' }),
      article(5, { language: 'ja', text: '足首の訓練を毎日する' }),
      article(6, { language: 'ja', text: '豆のスープ' }),
    ]
    expect(ids(indexOf(others).rank(1, { limit: 3 }))).toEqual([2])
    expect(ids(indexOf(others).rank(4, { limit: 3 }))).toEqual([5])
  })
})

describe('an index', () => {
  it('knows an article by its last state', () => {
    const index = indexOf(library())
    const moved = article(1, { text: SUBJECTS[1] ?? '', language: 'nl' })
    index.add(1, analyse(moved), moved)
    expect(ids(index.rank(2, { limit: 5 }))).toEqual([])
    expect(ids(index.rank(1, { limit: 5 }))).toEqual([4, 3])
    const english = { ...moved, language: 'en' }
    index.add(1, analyse(english), english)
    expect(ids(index.rank(3, { limit: 5 }))).toEqual([4])
    expect(index.size).toBe(library().length)
  })

  it('forgets an article that is taken out', () => {
    const index = indexOf(library())
    index.remove(2)
    index.remove(2)
    expect(index.rank(1, { limit: 5 })).toEqual([])
    expect(index.rank(2, { limit: 5 })).toEqual([])
    expect(index.size).toBe(library().length - 1)
  })

  it('answers nothing when it is empty', () => {
    const index = new RelatedIndex()
    expect(index.rank(1, { limit: 5 })).toEqual([])
    expect([...index.rankAll({ limit: 5 })]).toEqual([])
  })
})
