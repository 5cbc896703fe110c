import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { FULL_DRESSING } from '../../../core/markdown/full-dressing.ts'
import { createIncrementalRenderer } from '../../../core/markdown/index.ts'
import { renderMarkdown } from './rendered.ts'
import { anyMarkdown } from './samples.ts'

/** A text and edits of it, each a place (as a share of the length), a number of characters to delete, and an insertion. */
const edits = fc.array(fc.tuple(fc.double({ min: 0, max: 1, noNaN: true }), fc.nat(12), anyMarkdown), {
  maxLength: 8,
})

function applyEdit(text: string, [place, length, insertion]: readonly [number, number, string]): string {
  const at = Math.floor(place * text.length)
  return text.slice(0, at) + insertion + text.slice(at + length)
}

describe('the incremental renderer', () => {
  test('gives after any edits exactly what a full rendering gives', () => {
    fc.assert(
      fc.property(fc.array(anyMarkdown, { maxLength: 6 }), edits, (parts, changes) => {
        const render = createIncrementalRenderer(FULL_DRESSING)
        let text = parts.join('\n\n')
        expect(render(text)).toEqual(renderMarkdown(text))
        for (const change of changes) {
          text = applyEdit(text, change)
          expect(render(text)).toEqual(renderMarkdown(text))
        }
      }),
      { numRuns: 300 },
    )
  })

  test('asks again for no formula and no code that it has, also in blocks that hang together', () => {
    const asked: string[] = []
    const dressing = {
      code: (code: string) => (asked.push(code), null),
      maths: (tex: string) => (asked.push(tex), null),
    }
    const render = createIncrementalRenderer(dressing)
    const rest = '## $a$\n\nb[^1] $b$\n\n[^1]: $c$\n\n<div>\n\n## D\n\n```js\nd\n```\n\n</div>'
    render(`one\n\n${rest}`)
    expect(asked.sort((a, b) => (a < b ? -1 : 1))).toEqual(['a', 'b', 'c', 'd\n'])
    render(`two\n\n${rest}`)
    render(`two $e$\n\n${rest}`)
    expect(asked.slice(4)).toEqual(['e'])
  })

  test.each([
    ['a definition is added below', '[a] and [b]\n\ntext', '[a] and [b]\n\ntext\n\n[a]: x.html'],
    ['a definition is changed', '[a]\n\n[a]: x.html', '[a]\n\n[a]: y.html'],
    ['a footnote is defined', 'x[^1]\n\ny', 'x[^1]\n\ny\n\n[^1]: z'],
    [
      'a footnote is referred to above',
      'x\n\ny[^b]\n\n[^a]: A\n[^b]: B',
      'x[^a]\n\ny[^b]\n\n[^a]: A\n[^b]: B',
    ],
    ['a heading of the same words comes above', '## A\n\ntext', '## A\n\n## A\n\ntext'],
    ['a heading above changes levels', 'x\n\n### A\n\n#### B', '## X\n\n### A\n\n#### B'],
    ['an id is taken above', 'x\n\n<b id="a">y</b>', '<b id="a">x</b>\n\n<b id="a">y</b>'],
    ['an element is opened', 'x\n\ny\n\n</div>\n\nz', '<div>\n\ny\n\n</div>\n\nz'],
    ['an element is closed', '<div>\n\ny\n\nz', '<div>\n\ny\n\n</div>\n\nz'],
    ['a fence is opened', 'x\n\ny', '```\n\ny'],
    ['lines are added above links', '[a](b)\n\n![c](d)', 'new\n\nnew\n\n[a](b)\n\n![c](d)'],
  ])('agrees with a full rendering when %s', (_when, before, after) => {
    const render = createIncrementalRenderer(FULL_DRESSING)
    render(before)
    expect(render(after)).toEqual(renderMarkdown(after))
    expect(render(before)).toEqual(renderMarkdown(before))
  })
})
