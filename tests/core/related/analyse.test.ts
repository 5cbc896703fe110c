import { describe, expect, it } from 'vitest'
import { analyse } from '../../../core/related/index.ts'
import { piecesOf } from '../../../core/related/pieces.ts'
import { hashText } from '../../../core/related/vector.ts'
import { article } from './library.ts'

function countsOf(given: Parameters<typeof article>[1]): Record<string, number> {
  const { forms, wordCounts } = analyse(article(1, given))
  return Object.fromEntries(forms.split('\n').map((form, at) => [form, (wordCounts[at] ?? 0) / 4]))
}

describe('analysing an article', () => {
  it('counts a word more in a title and less in a heading than in the text', () => {
    expect(
      countsOf({ title: 'Enkel', summary: 'Pees', text: 'Bospad', headings: ['Modder'], tags: ['wortel'] }),
    ).toEqual({ Enkel: 2, Pees: 1, Bospad: 1, Modder: 0.5, wortel: 1 })
  })

  it('counts the forms of a word as one', () => {
    expect(countsOf({ title: '', text: 'huis huizen huizen brief brieven' })).toEqual({ huizen: 3, brief: 2 })
    expect(countsOf({ title: '', language: 'en', text: 'run, running; runs runs' })).toEqual({ runs: 4 })
  })

  it('leaves out fillers, single letters, small numbers and what follows an apostrophe', () => {
    expect(countsOf({ title: '', text: "De foto's van 't jaar 2025: 12 zijn er in de a." })).toEqual({
      foto: 1,
      2025: 1,
    })
    expect(countsOf({ title: '', language: 'en', text: "Don't, don’t use the writer’s pen." })).toEqual({
      writer: 1,
      pen: 1,
    })
  })

  it('reads no word in a web address', () => {
    const text = 'Lees https://voorbeeld.nl/pad/naar-soep?a=b op www.bospad.nl: enkels'
    expect(countsOf({ title: '', text })).toEqual({ enkels: 1 })
  })

  it('reads no word in what templates left behind, nor in the kind of a file', () => {
    const text = "Zie {{ '/over/' | url }} en {% image 'brug.jpg', width: 900 %} of pad.PNG: enkels, {{ open"
    expect(countsOf({ title: '', text })).toEqual({ pad: 1, enkels: 1, open: 1 })
  })

  it('reads composed and decomposed letters as the same', () => {
    expect(countsOf({ title: '', text: 'reünie reu\u0308nie' })).toEqual({ reünie: 2 })
  })

  it('keeps the hashes of what the stems of long words begin and end with', () => {
    const { parts } = analyse(article(1, { title: '', text: 'informatiebeveiliging' }))
    expect([...parts]).toContain(hashText('informatie'))
    expect([...parts]).toContain(hashText('beveil'))
    expect([...parts]).toEqual([...parts].sort((a, b) => a - b))
  })

  it('knows which words are those of the title', () => {
    const { titled, forms } = analyse(
      article(1, { title: 'De rode Wortels', text: 'Modder, wortels en pees.' }),
    )
    const words = forms.split('\n')
    expect(new Set(Array.from(titled, (place) => words[place]))).toEqual(new Set(['rode', 'wortels']))
  })

  it('takes no ending for a part of a compound', () => {
    const { parts } = analyse(article(1, { title: '', language: 'en', text: 'accountable' }))
    expect([...parts]).not.toContain(hashText('account'))
  })

  it('pairs words within a sentence, past fillers, and not across sentences, blocks or headings', () => {
    const { pairs, forms } = analyse(
      article(1, {
        title: 'rode',
        text: 'Wortels van het bospad. Modder\nblad',
        headings: ['pees', 'enkel'],
      }),
    )
    const words = forms.split('\n')
    expect([...pairs].map((place) => words[place])).toEqual(['Wortels', 'bospad'])
  })

  it('keeps a bounded number of terms of an endless text', () => {
    const text = Array.from({ length: 30_000 }, (_, at) => `lettergreep${at.toString(36)}`).join(' ')
    const vector = analyse(article(1, { text }))
    expect(vector.words.length).toBeLessThanOrEqual(1000)
    expect(vector.parts.length).toBeLessThanOrEqual(2000)
    expect(vector.pairCounts.length).toBeLessThanOrEqual(2000)
  })

  it('takes a million letters in a row for no word, and what it would be made of for nothing', () => {
    const text = `Zie ${'bospad'.repeat(170_000)} en het bospad.`
    expect(countsOf({ title: '', text })).toEqual({ bospad: 1 })
    expect(piecesOf(['bospad'.repeat(170_000)], (word) => word).size).toBe(0)
  })
})
