import { describe, expect, it } from 'vitest'
import {
  toggleCodeBlock,
  toggleHeading,
  toggleList,
  toggleQuote,
} from '../../../renderer/editor/commands/lines.ts'
import { after } from './typed.ts'

const heading = (marked: string, level: number): string =>
  after(marked, (state) => toggleHeading(state, level))

describe('a heading', () => {
  it('gets its marks wherever the caret is in the line', () => {
    expect(heading('Een t|itel', 2)).toBe('## Een t|itel')
    expect(heading('|', 3)).toBe('### |')
  })

  it('changes level and becomes a paragraph again', () => {
    expect(heading('# Een t|itel', 3)).toBe('### Een t|itel')
    expect(heading('### Een t|itel', 3)).toBe('Een t|itel')
  })

  it('replaces an underlined heading and the mark of a list', () => {
    expect(heading('Titel|\n===\n\ntekst', 2)).toBe('## Titel|\n\ntekst')
    expect(heading('Titel|\n===\n\ntekst', 1)).toBe('Titel|\n\ntekst')
    expect(heading('- punt|', 2)).toBe('## punt|')
  })

  it('stays inside a quote', () => {
    expect(heading('> Titel|', 2)).toBe('> ## Titel|')
  })
})

describe('a list', () => {
  it('is made of all selected lines that hold words', () => {
    expect(after('‹een\n\ntwee›', (state) => toggleList(state, 'bullet'))).toBe('- ‹een\n\n- twee›')
    expect(after('‹een\ntwee\ndrie›', (state) => toggleList(state, 'ordered'))).toBe(
      '1. ‹een\n2. twee\n3. drie›',
    )
    expect(after('|', (state) => toggleList(state, 'task'))).toBe('- [ ] |')
  })

  it('changes kind, and ends when all lines are of that kind', () => {
    expect(after('‹- een\n- twee›', (state) => toggleList(state, 'ordered'))).toBe('‹1. een\n2. twee›')
    expect(after('‹1. een\n2. twee›', (state) => toggleList(state, 'task'))).toBe('‹- [ ] een\n- [ ] twee›')
    expect(after('‹- [ ] een\n- [x] twee›', (state) => toggleList(state, 'task'))).toBe('‹een\ntwee›')
  })

  it('keeps the depth of items and numbers each depth by itself', () => {
    expect(after('‹- een\n  - a\n  - b\n- twee›', (state) => toggleList(state, 'ordered'))).toBe(
      '‹1. een\n  1. a\n  2. b\n2. twee›',
    )
  })

  it('does not take a line on which the selection only ends', () => {
    expect(after('‹een\n›twee', (state) => toggleList(state, 'bullet'))).toBe('- ‹een\n›twee')
  })
})

describe('a quote', () => {
  it('takes empty lines along, so that it stays one quote', () => {
    expect(after('‹een\n\ntwee›', toggleQuote)).toBe('> ‹een\n>\n> twee›')
    expect(after('‹> een\n>\n> twee›', toggleQuote)).toBe('‹een\n\ntwee›')
  })
})

describe('a code block', () => {
  it('stands around the lines, apart from the text', () => {
    expect(after('voor\n‹een\ntwee›\nna', toggleCodeBlock)).toBe('voor\n\n```\neen\ntwee|\n```\n\nna')
    expect(after('|', toggleCodeBlock)).toBe('```\n|\n```')
  })

  it('is fenced with more backticks than it holds', () => {
    expect(after('‹```\na›', toggleCodeBlock).startsWith('````\n```\na')).toBe(false)
    expect(after('‹x ``` y›', toggleCodeBlock)).toBe('````\nx ``` y|\n````')
  })

  it('loses its fences again', () => {
    expect(after('```js\nee|n\n```\nna', toggleCodeBlock)).toBe('ee|n\nna')
    expect(after('```\n|\n```', toggleCodeBlock)).toBe('|')
    expect(after('```|\n```', toggleCodeBlock)).toBe('|')
  })
})
