import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { lineReplacements, mergeTexts } from '../../../core/compare/merge.ts'

const BASE = 'Eerste alinea.\n\nTweede alinea.\n\nDerde alinea.'

/** Texts of few different lines, so that they have much in common. */
const text = fc
  .array(fc.constantFrom('', 'a', 'b', 'c', 'd', 'e'), { maxLength: 12 })
  .map((lines) => lines.join('\n'))

describe('two texts made from one', () => {
  it('come together when they changed different paragraphs', () => {
    const mine = BASE.replace('Eerste', 'Allereerste')
    const theirs = `${BASE.replace('Derde', 'Laatste')}\n\nEn nog een.`
    expect(mergeTexts(BASE, mine, theirs)).toBe(
      'Allereerste alinea.\n\nTweede alinea.\n\nLaatste alinea.\n\nEn nog een.',
    )
  })

  it('come together when one adds a paragraph behind the one that the other rewrites', () => {
    expect(mergeTexts('Een.', 'Een.\n\nTwee.', 'Eén.')).toBe('Eén.\n\nTwee.')
  })

  it('are left to the writer when both changed one paragraph, or one changed what the other took away', () => {
    expect(mergeTexts(BASE, BASE.replace('Tweede', 'Mijn'), BASE.replace('Tweede', 'Hun'))).toBeNull()
    expect(mergeTexts(BASE, BASE.replace('Tweede alinea.\n\n', ''), BASE.replace('Tweede', 'Hun'))).toBeNull()
  })

  it('are left to the writer when both put something in the same place', () => {
    expect(mergeTexts(BASE, `${BASE}\n\nVan mij.`, `${BASE}\n\nVan hen.`)).toBeNull()
  })

  it('have the same change once', () => {
    const both = BASE.replace('Tweede', 'Andere')
    expect(mergeTexts(BASE, both, both)).toBe(both)
    expect(mergeTexts(BASE, both, `Vooraf.\n${both}`)).toBe(`Vooraf.\n${both}`)
  })

  it('come together whatever their line ends are', () => {
    expect(mergeTexts('a\r\n\r\nb', 'a\n\nb!', 'x\r\n\r\nb')).toBe('x\n\nb!')
  })

  it('are for the writer to choose from when one emptied a line and the other took it out', () => {
    expect(mergeTexts('d\na\nc', 'd\nc', 'd\n\nc')).toBeNull()
    expect(mergeTexts('d\na\nc', 'd\n\nc', 'd\nc')).toBeNull()
  })

  it('give one of them when the other is as it was', () => {
    fc.assert(
      fc.property(text, text, (base, changed) => {
        expect(mergeTexts(base, changed, base)).toBe(changed)
        expect(mergeTexts(base, base, changed)).toBe(changed)
      }),
    )
  })

  it('give the same whoever is first, and lose no line that either put in', () => {
    fc.assert(
      fc.property(text, text, text, (base, mine, theirs) => {
        const marked = (side: string, sign: string) => side.replaceAll('e', `e${sign}`)
        const [m, t] = [marked(mine, '1'), marked(theirs, '2')]
        const merged = mergeTexts(base, m, t)
        expect(mergeTexts(base, t, m)).toBe(merged)
        if (merged === null) return
        const count = (whole: string, sign: string) =>
          whole.split('\n').filter((line) => line === sign).length
        expect(count(merged, 'e1')).toBe(count(m, 'e1'))
        expect(count(merged, 'e2')).toBe(count(t, 'e2'))
      }),
      { numRuns: 500 },
    )
  })
})

describe('replacements of lines', () => {
  it('turn the one text into the other, and leave alone what lies between them', () => {
    fc.assert(
      fc.property(text, text, (before, after) => {
        let made = before
        for (const { from, to, insert } of lineReplacements(before, after).toReversed()) {
          made = made.slice(0, from) + insert + made.slice(to)
        }
        expect(made).toBe(after)
      }),
    )
    const after = BASE.replace('Eerste', 'Een').replace('Derde', 'Drie')
    expect(lineReplacements(BASE, after).map(({ insert }) => insert)).toEqual([
      'Een alinea.\n',
      '\nDrie alinea.',
    ])
  })
})
