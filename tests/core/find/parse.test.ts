import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { FIELD_NAMES, FIELDS } from '../../../core/find/fields.ts'
import { parseQuery } from '../../../core/find/parse.ts'
import type { Wish } from '../../../core/find/query.ts'

const TODAY = '2026-03-04'
const parse = (text: string) => parseQuery(text, TODAY)
const wish = (text: string) => parse(text).wish

const word = (text: string, isUnfinished = false): Wish => ({
  kind: 'text',
  text,
  isUnfinished,
  column: null,
})

describe('a search', () => {
  it('takes words and phrases, the last of which may be unfinished', () => {
    expect(wish('sterke enkel')).toEqual({ kind: 'and', wishes: [word('sterke'), word('enkel', true)] })
    expect(wish('enkel ')).toEqual(word('enkel'))
    expect(wish('"sterke enkel" pad')).toEqual({
      kind: 'and',
      wishes: [word('sterke enkel'), word('pad', true)],
    })
    expect(wish('"sterke enk')).toEqual(word('sterke enk', true))
    expect(wish('a')).toEqual(word('a'))
    expect(wish('日')).toEqual(word('日', true))
    expect(wish('c++')).toEqual(word('c++'))
  })

  it.each(['- "" *', '+++', '( )', ''])('asks for nothing in %j', (text) => {
    expect(parse(text)).toMatchObject({ wish: null, problems: [] })
  })

  it('means the same in Dutch and in English, in small letters and in capitals', () => {
    const english = 'category:Sport tag:a author:Noor status:draft after:2025 no:cover words:>9 language:nl'
    const dutch = 'Categorie:Sport TAG:a auteur:Noor status:concept na:2025 zonder:omslag woorden:>9 taal:NL'
    expect(wish(dutch)).toEqual(wish(english))
    expect(parse(english).problems).toEqual([])
  })

  it('takes a value of several words between quotes', () => {
    expect(wish('tag:"lange duur"')).toEqual({ kind: 'named', what: 'tag', name: 'lange duur' })
  })

  it('takes or between two pieces, tighter than standing side by side', () => {
    expect(wish('a b or c d ')).toEqual({
      kind: 'and',
      wishes: [word('a'), { kind: 'or', wishes: [word('b'), word('c')] }, word('d')],
    })
    expect(wish('a OF b ')).toEqual(wish('a or b '))
    expect(wish('state of mind ')).toMatchObject({ kind: 'and' })
  })

  it('takes an or with nothing on one side for a word', () => {
    expect(wish('or ')).toEqual(word('or'))
    expect(wish('sport or')).toEqual({ kind: 'and', wishes: [word('sport'), word('or', true)] })
  })

  it('turns round what has a minus before it, a group as well', () => {
    expect(wish('-tag:a')).toEqual({ kind: 'not', wish: { kind: 'named', what: 'tag', name: 'a' } })
    expect(wish('-(a or b)')).toEqual({
      kind: 'not',
      wish: { kind: 'or', wishes: [word('a'), word('b')] },
    })
    expect(wish('well-known ')).toEqual(word('well-known'))
  })

  it('takes no colon for a field where there is no such field', () => {
    expect(wish('https://example.org/a ')).toEqual(word('https://example.org/a'))
    expect(parse('https://example.org ').problems).toEqual([])
    expect(parse('categroy:sport').problems).toMatchObject([{ code: 'unknownField', near: 'category' }])
    expect(parse('naam:sport').problems).toMatchObject([{ code: 'unknownField', word: 'naam', near: null }])
    expect(wish('naam:sport ')).toEqual(word('naam:sport'))
    for (const text of ['"naam:sport"', 'om 12:30', 'let op: soep', ':x'])
      expect(parse(text).problems).toEqual([])
  })

  it('tells what is wrong with a piece and where, and leaves that piece out', () => {
    const { wish: rest, problems, parts } = parse('soep before:ooit status: words:veel')
    expect(rest).toEqual(word('soep'))
    expect(problems).toEqual([
      { code: 'badValue', field: 'before', value: 'ooit', start: 5, end: 16 },
      { code: 'noValue', field: 'status', start: 17, end: 24 },
      { code: 'badValue', field: 'words', value: 'veel', start: 25, end: 35 },
    ])
    expect(parts).toHaveLength(1)
  })

  it('tells the outermost pieces as they were written', () => {
    const text = 'soep -tag:"lange duur" (a or b) c or d'
    expect(parse(text).parts.map(({ start, end, kind }) => [kind, text.slice(start, end)])).toEqual([
      ['text', 'soep'],
      ['field', '-tag:"lange duur"'],
      ['group', '(a or b)'],
      ['group', 'c or d'],
    ])
  })

  it.each([
    ['words:1000', 1000, 1000],
    ['words:>1000', 1001, null],
    ['words:>=1000', 1000, null],
    ['words:<1000', 0, 999],
    ['words:<=1000', 0, 1000],
    ['words:500..800', 500, 800],
    ['words:500..', 500, null],
  ])('counts words in %s', (text, least, most) => {
    expect(wish(text)).toEqual({ kind: 'words', least, most })
  })

  it.each([
    ['after:2025', '2025-01-01', null],
    ['before:2025', null, '2025-01-01'],
    ['before:10-12-2025', null, '2025-12-10'],
    ['date:2025-12', '2025-12-01', '2026-01-01'],
    ['date:today', '2026-03-04', '2026-03-05'],
    ['datum:gisteren', '2026-03-03', '2026-03-04'],
    ['date:week', '2026-03-02', '2026-03-09'],
    ['date:7d', '2026-02-25', '2026-03-05'],
    ['after:2w', '2026-02-18', null],
    ['after:1m', '2026-02-04', null],
    ['na:1j', '2025-03-04', null],
    ['date:2024..2025-02', '2024-01-01', '2025-03-01'],
    ['date:..2025', null, '2026-01-01'],
    ['date:>2025', '2026-01-01', null],
    ['date:<=2025-02-28', null, '2025-03-01'],
  ])('tells days from %s', (text, from, until) => {
    expect(wish(text)).toEqual({ kind: 'days', column: 'published', from, until })
  })

  it('ends a month back where the month is shorter', () => {
    expect(parseQuery('after:1m', '2026-03-31').wish).toMatchObject({ from: '2026-02-28' })
  })

  it.each(['date:2025-02-30', 'date:2025-13', 'date:0000', 'date:..', 'date:9999', 'words:>', 'has:wings'])(
    'refuses %s',
    (text) => {
      expect(parse(text)).toMatchObject({ wish: null, problems: [{ code: 'badValue' }] })
    },
  )

  it('is never at a loss: every piece and problem stands in the text, one after another', () => {
    const bit = fc.constantFrom(
      ...FIELD_NAMES.flatMap((name) => FIELDS[name].nl.map((spelling) => `${spelling}:`)),
      ...[
        '"',
        '(',
        ')',
        '-',
        ' or ',
        'OF',
        ' ',
        '\t',
        ':',
        '..',
        '>',
        '2025',
        '7d',
        'enkel',
        'é',
        '\ud800',
        '日',
      ],
    )
    const text = fc.oneof(
      fc.string({ unit: 'binary' }),
      fc.array(bit, { maxLength: 30 }).map((bits) => bits.join('')),
    )
    fc.assert(
      fc.property(text, (typed) => {
        const { parts, problems } = parse(typed)
        for (const list of [parts, problems]) {
          let end = 0
          for (const each of list) {
            expect(each.start).toBeGreaterThanOrEqual(end)
            expect(each.end).toBeGreaterThan(each.start)
            end = each.end
          }
          expect(end).toBeLessThanOrEqual(typed.length)
        }
      }),
      { numRuns: 2_000 },
    )
  })

  it('means the same when its outermost pieces are written down again', () => {
    const piece = fc.constantFrom(
      'a',
      '"b c"',
      'tag:x',
      '-tag:"y z"',
      'words:>5',
      '(a or -b)',
      'has:cover',
      'a or b',
    )
    fc.assert(
      fc.property(fc.array(piece, { minLength: 1, maxLength: 8 }), (pieces) => {
        const text = `${pieces.join('  ')} `
        const again = parse(text).parts.map(({ start, end }) => text.slice(start, end))
        expect(again).toEqual(pieces)
        expect(wish(`${again.join(' ')} `)).toEqual(wish(text))
      }),
    )
  })

  it('stays within what a library can answer, however long or deep it is', () => {
    expect(parse('a '.repeat(5_000)).problems).toMatchObject([{ code: 'tooMany' }])
    expect(() => parse(`${'('.repeat(5_000)}a`)).not.toThrow()
    expect(() => parse(`${'-('.repeat(150)}a`)).not.toThrow()
  })
})
