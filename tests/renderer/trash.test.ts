import { describe, expect, it } from 'vitest'
import { uiWords } from '../../core/locale/ui/index.ts'
import { stillThere, toggled } from '../../renderer/list/use-selection.ts'

describe('a selection in the trash', () => {
  it('loses what is gone from the list, and stays the same set while all is there', () => {
    const chosen = new Set([1, 2])
    expect(stillThere(chosen, new Set([1, 2, 3]))).toBe(chosen)
    expect(stillThere(chosen, new Set([2, 3]))).toEqual(new Set([2]))
  })

  it('takes one more in, or out', () => {
    expect(toggled(new Set(['a']), 'b')).toEqual(new Set(['a', 'b']))
    expect(toggled(new Set(['a', 'b']), 'b')).toEqual(new Set(['a']))
  })
})

describe('what emptying the trash says', () => {
  it('names only what lies in it', () => {
    const { emptyDetail } = uiWords.en.trash
    expect(emptyDetail({ articles: 2, categories: 0, media: 1 })).toMatch(
      /^2 articles and 1 picture will be deleted/,
    )
    expect(emptyDetail({ articles: 1, categories: 2, media: 3 })).toMatch(
      /^1 article, 2 categories and 3 pictures /,
    )
    expect(uiWords.nl.trash.emptyDetail({ articles: 1, categories: 0, media: 0 })).toMatch(
      /^1 artikel wordt voorgoed/,
    )
  })
})
