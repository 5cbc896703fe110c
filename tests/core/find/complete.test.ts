import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { completionAt, withField, withoutPart } from '../../../core/find/complete.ts'
import { parseQuery } from '../../../core/find/parse.ts'

const sources = {
  category: [
    { id: 1, name: 'Sport en spel', slug: 'sport-en-spel' },
    { id: 2, name: 'Lopen', slug: 'lopen' },
    { id: 3, name: 'lopen', slug: 'lopen-2' },
  ],
  tag: [
    { id: 1, name: 'Spórt', slug: 'sport' },
    { id: 2, name: 'zeg "au"', slug: 'zeg-au' },
  ],
  author: [{ id: 1, name: 'Noor Sportman', slug: 'noor' }],
  languages: ['nl', 'en'],
}

function inserts(text: string, language: 'nl' | 'en' = 'en', isAsked = false): readonly string[] {
  return completionAt(text, text.length, sources, language, isAsked).offers.map(({ insert }) => insert)
}

describe('completing a search', () => {
  it('offers fields by their beginning, in the language of the window', () => {
    expect(inserts('ca')).toEqual(['category:'])
    expect(inserts('soep -cat', 'nl')).toEqual(['-categorie:'])
    expect(inserts('')).toEqual([])
    expect(inserts('', 'en', true)).toContain('tag:')
  })

  it('offers things whose name begins so, without regard to case and accents', () => {
    expect(inserts('spo')).toEqual(['category:"Sport en spel" ', 'tag:Spórt ', 'author:"Noor Sportman" '])
  })

  it('offers the values of a field, and none that stands there whole', () => {
    expect(inserts('status:')).toHaveLength(5)
    expect(inserts('status:conc', 'nl')).toEqual(['status:concept '])
    expect(inserts('status:draft')).toEqual([])
    expect(inserts('tag:"spo')).toEqual(['tag:Spórt '])
  })

  it('tells things of one name apart by their slug, and writes no quote within quotes', () => {
    expect(inserts('category:lop')).toEqual(['category:lopen ', 'category:lopen-2 '])
    expect(inserts('tag:zeg')).toEqual(['tag:zeg-au '])
  })

  it('replaces the whole piece that the caret stands in', () => {
    expect(completionAt('a tag:spo b', 8, sources, 'en', false)).toMatchObject({ start: 2, end: 9 })
  })

  it('offers only what means something', () => {
    expect(inserts('status:')).not.toEqual([])
    const typed = fc.constantFrom(
      's',
      'spo',
      'status:',
      'no:',
      'after:',
      'words:',
      'language:',
      'category:',
      'tag:z',
    )
    fc.assert(
      fc.property(typed, fc.constantFrom('nl' as const, 'en' as const), (text, language) => {
        const whole = inserts(text, language).filter((insert) => !insert.endsWith(':'))
        expect(whole.flatMap((insert) => parseQuery(insert, '2026-03-04').problems)).toEqual([])
      }),
    )
  })

  it('puts the field that was meant in the place of one that there is none of, and leaves the rest', () => {
    const text = 'wrods: -wrods:>100 "soep"'
    const { problems } = parseQuery(text, '2026-03-04')
    const wrong = problems.filter((problem) => problem.code === 'unknownField').at(-1)!
    expect(withField(text, wrong, 'words')).toBe('wrods: -words:>100 "soep"')
    expect(withField('wrods:$&', { start: 0, end: 8, word: 'wrods' }, 'woorden')).toBe('woorden:$&')
  })

  it('takes a piece out without leaving a hole', () => {
    const text = 'soep tag:a  "b c"'
    const parts = parseQuery(text, '2026-03-04').parts
    expect(parts.map((part) => withoutPart(text, part))).toEqual(['tag:a  "b c"', 'soep "b c"', 'soep tag:a'])
  })
})
