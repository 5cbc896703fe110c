import { describe, expect, test } from 'vitest'
import { bodyText, countWords, excerpt, plainText, readingMinutes } from '../../../core/markdown/index.ts'
import { renderMarkdown } from './rendered.ts'

describe('the plain text of Markdown', () => {
  test('holds the words that a reader sees, a line for each paragraph, item or cell', () => {
    const text =
      '## Kop *een*\n\nTekst [link](x.html) en `code`.  \nRegel.\n\n- punt\n- [x] taak\n\n| a | b |\n|---|---|\n| c | d |\n\n![alt](x.jpg "Bijschrift")\n\n```\nif (a < b)\n```\n'
    expect(plainText(text).split('\n')).toEqual([
      'Kop een',
      'Tekst link en code.',
      'Regel.',
      'punt',
      'taak',
      'a',
      'b',
      'c',
      'd',
      'Bijschrift',
      'if (a < b)',
    ])
  })

  test('holds footnotes without their numbers and ways back', () => {
    expect(plainText('Pezen[^1] en spieren.\n\n[^1]: Een noot.')).toBe('Pezen en spieren.\nEen noot.')
  })

  test('holds the words in raw HTML, not its tags, comments or scripts', () => {
    expect(plainText('<div title="a > b">een <b>t</b>wee</div><script>x</script>\n\n<!-- drie -->')).toBe(
      'een twee',
    )
  })

  test('holds signs as they are read', () => {
    expect(plainText('a &amp; b &lt;c&gt; "d" &amp;lt;')).toBe('a & b <c> "d" &lt;')
  })

  test('is that of the rendered body', () => {
    expect(bodyText(renderMarkdown('# a\n\nb'))).toBe(plainText('# a\n\nb'))
  })
})

describe('counting words', () => {
  test.each([
    ['', 0],
    ['een', 1],
    ["foto's van 's morgens", 4],
    ['e-mail kost 3,5 euro.', 4],
    ['a — b – c … d', 4],
    ['https://a.nl', 2],
    ['10:30 uur', 2],
    ['één café', 2],
    ['e\u0301e\u0301n', 1],
    ['漢字かな', 4],
    ['한국어 단어', 2],
    ['!? ...', 0],
  ])('finds in %j %i', (text, count) => {
    expect(countWords(text)).toBe(count)
  })
})

describe('reading time', () => {
  test.each([
    [0, 1],
    [100, 1],
    [299, 1],
    [300, 2],
    [1200, 6],
  ])('of %i words at 200 a minute is %i minutes', (words, minutes) => {
    expect(readingMinutes(words, 200)).toBe(minutes)
  })

  test('needs a speed above zero', () => {
    expect(() => readingMinutes(100, 0)).toThrow(RangeError)
    expect(() => readingMinutes(100, Number.NaN)).toThrow(RangeError)
  })
})

describe('an excerpt', () => {
  const body = renderMarkdown(
    '## Kop\n\n- punt\n\n![a](b.jpg "c")\n\nEen *eerste* zin[^1].\nEn nog een.\n\nTweede alinea.\n\n[^1]: noot',
  )

  test('is the running text, without headings, lists, captions and notes', () => {
    expect(excerpt(body, 200)).toBe('Een eerste zin. En nog een. Tweede alinea.')
  })

  test('ends after a word, with a sign that something follows, within its length', () => {
    expect(excerpt(body, 20)).toBe('Een eerste zin. En…')
    expect(excerpt(body, 16)).toBe('Een eerste zin…')
    for (let most = 1; most < 60; most++) expect(excerpt(body, most).length).toBeLessThanOrEqual(most)
  })

  test('of one long word is cut within it, never within a sign', () => {
    expect(excerpt(renderMarkdown('a'.repeat(30)), 10)).toBe(`${'a'.repeat(9)}…`)
    expect(excerpt(renderMarkdown('😀'.repeat(30)), 10).isWellFormed()).toBe(true)
  })
})
