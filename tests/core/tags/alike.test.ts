import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { alikeTags, type NamedTag } from '../../../core/tags/alike.ts'

function tags(...names: readonly (string | readonly [string, number])[]): NamedTag[] {
  return names.map((one, at) => {
    const [name, articles] = typeof one === 'string' ? [one, 1] : one
    return { id: at + 1, name, articles }
  })
}

const never = () => false

/** The groups as names, each with why. */
function groups(...names: readonly (string | readonly [string, number])[]): string[][] {
  return alikeTags(tags(...names), never).map((group) =>
    group.map(({ name, why }) => (why === null ? name : `${name} (${why})`)),
  )
}

/** In what two names are alike; null when they are not. */
function why(a: string, b: string): string | null {
  return alikeTags(tags(a, b), never)[0]?.[1]?.why ?? null
}

describe('two tags look alike', () => {
  it.each([
    ['Hardlopen', 'hardlopen'],
    ['cafe', 'café'],
    ['e-mail', 'email'],
    ['hard lopen', 'hardlopen'],
    ['trail running', 'trail-running'],
    ['foto’s', "foto's"],
    ['U.S.A.', 'USA'],
    ['node.js', 'nodejs'],
    ['Straße', 'STRASSE'],
    ['smørrebrød', 'Smorrebrod'],
    ['Ελλάδα', 'ΕΛΛΑΔΑ'],
    ['covid-19', 'Covid 19'],
  ])('in writing: %s and %s', (a, b) => {
    expect(why(a, b)).toBe('writing')
  })

  it.each([
    ['recept', 'recepten'],
    ['kat', 'katten'],
    ['boom', 'bomen'],
    ['huis', 'huizen'],
    ['doos', 'dozen'],
    ['brief', 'brieven'],
    ['foto', "foto's"],
    ['idee', 'ideeën'],
    ['ziekte', 'ziekten'],
    ['mogelijkheid', 'mogelijkheden'],
    ['kind', 'kinderen'],
    ['tafel', 'tafels'],
    ['book', 'books'],
    ['city', 'cities'],
    ['box', 'boxes'],
    ['leaf', 'leaves'],
    ['knife', 'knives'],
    ['quiz', 'quizzes'],
    ['child', 'children'],
    ['running shoe', 'Running-shoes'],
  ])('in number: %s and %s', (a, b) => {
    expect(why(a, b)).toBe('plural')
    expect(why(b, a)).toBe('plural')
  })

  it.each([
    ['voeding', 'voedng'],
    ['hardlopen', 'hardloepn'],
    ['gezondheid', 'gezondhied'],
    ['nutrition', 'nutritian'],
    ['здоровье', 'здоровбе'],
    ['healthy food', 'heathy food'],
  ])('in one letter: %s and %s', (a, b) => {
    expect(why(a, b)).toBe('spelling')
  })

  it.each([
    ['2024', '2025'],
    ['1990', '1990s'],
    ['covid-19', 'covid-18'],
    ['web 2.0', 'web 20'],
    ['2024-25', '202425'],
    ['version10', 'version11'],
    ['Iran', 'Iraq'],
    ['new york', 'new yorl'],
    ['level a', 'level b'],
    ['C', 'C++'],
    ['C', 'C#'],
    ['new', 'news'],
    ['glas', 'glass'],
    ['и', 'й'],
    ['か', 'が'],
    ['fietsen', 'wandelen'],
    ['voeding', 'vding'],
  ])('but not %s and %s', (a, b) => {
    expect(why(a, b)).toBeNull()
  })
})

describe('groups of tags that look alike', () => {
  it('begin with the one that most articles have, and hold each tag once', () => {
    expect(groups(['recept', 2], ['Recepten', 9], ['recépt', 1], 'soep')).toEqual([
      ['Recepten', 'recept (plural)', 'recépt (plural)'],
    ])
  })

  it('hold only what is like the first, not what is like another of them', () => {
    expect(groups(['kopen', 9], ['lopen', 5], ['loper', 1])).toEqual([['kopen', 'lopen (spelling)']])
  })

  it('stand in the order of how sure they are', () => {
    const found = groups('voeding', 'voedng', 'recept', 'recepten', 'api', 'API')
    expect(found.map((group) => group[1]?.replace(/.*\(|\)/gu, ''))).toEqual([
      'writing',
      'plural',
      'spelling',
    ])
  })

  it('leave out what is known to be apart', () => {
    const isApart = (a: NamedTag, b: NamedTag) => [a.name, b.name].sort().join() === 'kopen,lopen'
    expect(alikeTags(tags(['lopen', 3], ['kopen', 2]), isApart)).toEqual([])
  })

  it('take a long series for what it is', () => {
    const series = Array.from({ length: 40 }, (_, at) => `serie${String.fromCodePoint(0x4e00 + at)}`)
    expect(groups(...series)).toEqual([])
  })

  it('are the same whatever the order of the tags, each tag in one of them at most', () => {
    const name = fc.oneof(
      fc.constantFrom(
        'lopen',
        'Lopen',
        'loop',
        'lopen-',
        'kopen',
        'foto',
        "foto's",
        'fotos',
        'été',
        'ete',
        '2024',
      ),
      fc.string({ unit: 'grapheme', maxLength: 8 }),
    )
    fc.assert(
      fc.property(fc.uniqueArray(name, { maxLength: 14 }), fc.infiniteStream(fc.nat()), (names, shuffle) => {
        const all = tags(...names)
        const found = alikeTags(all, never)
        const ids = found.flat().map(({ id }) => id)
        expect(new Set(ids).size).toBe(ids.length)
        for (const group of found) expect(group.length).toBeGreaterThan(1)
        const order = new Map(all.map((tag) => [tag, shuffle.next().value]))
        const mixed = all.toSorted((a, b) => (order.get(a) ?? 0) - (order.get(b) ?? 0))
        expect(alikeTags(mixed, never)).toEqual(found)
      }),
    )
  })

  it('are found where a keyboard had no sign for a letter', () => {
    expect(groups('Frühstück', 'Fruehstueck', 'Öl', 'oel', 'Rücken', 'Smørrebrød', 'smoerrebroed')).toEqual([
      ['Fruehstueck', 'Frühstück (writing)'],
      ['Smørrebrød', 'smoerrebroed (writing)'],
      ['oel', 'Öl (writing)'],
    ])
  })

  it('are found among many tags, also when somebody made them to be slow', () => {
    const many = Array.from(
      { length: 4000 },
      (_, at) => `onderwerp ${String.fromCodePoint(0x61 + (at % 26))}${'q'.repeat(at % 60)}${at % 7}`,
    )
    const same = Array.from({ length: 2000 }, (_, at) => `a${'-'.repeat(at)}b`)
    expect(groups(...many, ...same)[0]?.length).toBe(50)
  })
})
