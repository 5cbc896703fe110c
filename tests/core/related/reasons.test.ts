import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { article, indexOf } from './library.ts'

const OTHERS = [
  'soep linzen kurkuma',
  'fiets ketting band',
  'slaap wekker nacht',
  'tuin compost bladluis',
  'agenda werkdruk overleg',
].map((text, at) => article(at + 1, { text, date: null }))

const WORDS =
  'enkel pees bospad tuin enkelband gegevensbeveiliging informatiebeveiliging beveiliging bospaden'.split(' ')

function reasonsOf(one: Parameters<typeof article>[1], other: Parameters<typeof article>[1]) {
  const index = indexOf([...OTHERS, article(50, one), article(51, other)])
  return index.rank(50, { limit: 1 })[0]?.reasons
}

describe('the reasons for a suggestion', () => {
  it('name words that both articles have, as the article in hand writes them', () => {
    const mine = 'Sterke enkels. De pees, de pees, en wat hardlopen doet.'
    const theirs = 'Over pezen, pezen en nog eens pezen, een enkel en een horloge.'
    expect(reasonsOf({ text: mine }, { text: theirs })).toEqual([
      { kind: 'terms', terms: ['pees', 'enkels'] },
    ])
    expect(reasonsOf({ text: 'huizen aan zee' }, { text: 'een huis' })).toEqual([
      { kind: 'terms', terms: ['huizen'] },
    ])
  })

  it('name a word without a capital if the article ever writes it so, and with one otherwise', () => {
    const [reason] = reasonsOf(
      { text: 'Pezen wennen. De pezen ook. Utrecht slaapt.' },
      { text: 'pezen in Utrecht' },
    ) ?? [undefined]
    expect(reason).toMatchObject({
      kind: 'terms',
      terms: expect.arrayContaining(['pezen', 'Utrecht']) as unknown,
    })
  })

  it('write an abbreviation as the article mostly does', () => {
    const [reason] = reasonsOf(
      { text: 'De NASB en de nasb, zei de NASB. De NASBen. Pezen.', tags: ['nasb'] },
      { text: 'nasb' },
    ) ?? [undefined]
    expect(reason).toEqual({ kind: 'terms', terms: ['NASB'] })
  })

  it('name of a title what tells most, and not a name that most titles have', () => {
    const house = Array.from({ length: 40 }, (_, at) =>
      article(100 + at, { title: `Veldkers ${'abcdefghij'[at % 10] ?? ''}${at}x`, text: 'x' }),
    )
    const index = indexOf([
      ...OTHERS,
      ...house,
      article(50, { text: 'Veldkers over compostwormen en vlinders' }),
      article(51, { title: 'Veldkers, compostwormen, vlinders', text: '' }),
    ])
    const [first] = index.rank(50, { limit: 1 })
    expect(first).toMatchObject({ id: 51 })
    expect(first?.reasons).toContainEqual({ kind: 'title', words: ['compostwormen', 'vlinders'] })
  })

  it('name the most telling words first and no fillers', () => {
    const text = 'Bospad na bospad: op het bospad zijn ook wortels, en daarom kijken we altijd goed.'
    const [reason] = reasonsOf({ text }, { text }) ?? [undefined]
    expect(reason).toEqual({ kind: 'terms', terms: ['bospad', 'wortels'] })
  })

  it('name few words of many', () => {
    const text = Array.from({ length: 40 }, (_, at) => `woord${'abcdefghij'[at % 10] ?? ''}${at}x`).join(' ')
    const [reason] = reasonsOf({ text }, { text }) ?? [undefined]
    expect(reason?.kind === 'terms' && reason.terms.length).toBe(5)
  })

  it('name the category that both are in, or the nearest above both', () => {
    const text = 'touw knopen splitsen'
    const path = ['sport', 'water']
    expect(reasonsOf({ text, categoryPath: path }, { text, categoryPath: path })).toContainEqual({
      kind: 'category',
      path,
      same: true,
    })
    expect(reasonsOf({ text, categoryPath: path }, { text, categoryPath: ['sport', 'berg'] })).toContainEqual(
      {
        kind: 'category',
        path: ['sport'],
        same: false,
      },
    )
    const kinds = reasonsOf({ text, categoryPath: path }, { text, categoryPath: ['eten'] })?.map(
      (one) => one.kind,
    )
    expect(kinds).toEqual(['terms'])
  })

  it('name a link once, whichever way it goes', () => {
    expect(reasonsOf({ links: [51, 51] }, { links: [50] })).toEqual([{ kind: 'link', direction: 'both' }])
  })

  it('name what the text has of the title, once, and not what a tag says too', () => {
    const mine = { text: 'Wat de linde en de esdoorn in het stadspark doen.', tags: ['Linde'] }
    const theirs = { title: 'Esdoorn en linde in het stadspark', text: 'schors knop', tags: ['linde'] }
    expect(reasonsOf(mine, theirs)).toEqual([
      { kind: 'tags', tags: ['Linde'] },
      { kind: 'title', words: ['esdoorn', 'stadspark'] },
    ])
  })

  it('name no title of which the text has a part', () => {
    const mine = { text: 'Wat de linde in het stadspark doet, en de schors en de knop.' }
    const theirs = { title: 'Esdoorn, iep, beuk en linde', text: 'schors knop' }
    expect(reasonsOf(mine, theirs)?.map(({ kind }) => kind)).toEqual(['terms'])
  })

  it('are there for whatever is suggested', () => {
    const some = (most: number) => fc.array(fc.constantFrom(...WORDS), { maxLength: most })
    const source = fc.record({
      title: some(3),
      words: some(6),
      tags: fc.uniqueArray(fc.constantFrom('a', 'b')),
    })
    fc.assert(
      fc.property(fc.array(source, { minLength: 6, maxLength: 20 }), (sources) => {
        const articles = sources.map(({ title, words, tags }, id) =>
          article(id, { title: title.join(' '), text: words.join(' '), tags, date: null }),
        )
        for (const { related } of indexOf([...OTHERS, ...articles]).rankAll({ limit: 9 })) {
          for (const { reasons } of related) expect(reasons).not.toEqual([])
        }
      }),
    )
  })

  it('name the rarest tag first', () => {
    const tags = ['gezond', 'Enkel']
    const index = indexOf([
      ...OTHERS.map((one) => ({ ...one, tags: ['gezond'] })),
      article(50, { tags }),
      article(51, { tags: ['enkel', 'gezond', 'pees'] }),
    ])
    expect(index.rank(50, { limit: 1 })[0]?.reasons[0]).toEqual({ kind: 'tags', tags: ['Enkel', 'gezond'] })
  })
})
