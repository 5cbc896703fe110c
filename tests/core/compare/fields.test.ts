import { describe, expect, it } from 'vitest'
import { BLANK_ARTICLE } from '../../../core/article.ts'
import { changedFields, compareLines, compareLists } from '../../../core/compare/fields.ts'
import type { Run } from '../../../core/compare/index.ts'

const inShort = (runs: readonly Run[]) =>
  runs.map(({ kind, text }) => ({ same: text, removed: `-${text}`, added: `+${text}` })[kind])

describe('comparing the fields of an article', () => {
  it('finds every one that differs, but not the text', () => {
    const after = { ...BLANK_ARTICLE, body: 'x', title: 'T', tags: ['a'], categoryId: 3, extra: { a: 1 } }
    expect(changedFields(BLANK_ARTICLE, after)).toEqual(['title', 'categoryId', 'tags', 'extra'])
    expect(changedFields(after, { ...after, tags: ['a'], extra: { a: 1 } })).toEqual([])
  })

  it('shows a title word by word', () => {
    expect(inShort(compareLines('Sterke enkels', 'Sterke knieën'))).toEqual(['Sterke ', '-enkels', '+knieën'])
  })

  it.each([
    [
      ['a', 'b'],
      ['a', 'c'],
      ['a', '-b', '+c'],
    ],
    [
      ['a', 'b'],
      ['b', 'a'],
      ['-a', 'b', '+a'],
    ],
    [[], ['a'], ['+a']],
    [['a', 'b', 'c'], [], ['-a', '-b', '-c']],
    [['a'], ['x', 'a', 'y'], ['+x', 'a', '+y']],
  ])('shows what became of the names %j in %j', (before, after, shown) => {
    expect(inShort(compareLists(before, after))).toEqual(shown)
  })
})
