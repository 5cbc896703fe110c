import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { diffBlocks } from '../../../renderer/preview/block-diff.ts'
import type { Hunk } from '../../../renderer/preview/block-diff.ts'

/** What hunks make of a list, the way the page applies them. */
function applied(before: readonly string[], hunks: readonly Hunk<string>[]): string[] {
  const result = [...before]
  for (const hunk of hunks.toReversed()) result.splice(hunk.at, hunk.removed, ...hunk.added)
  return result
}

describe('the difference between two lists of blocks', () => {
  it('is nothing when nothing changed', () => {
    expect(diffBlocks(['a', 'b'], ['a', 'b'])).toEqual([])
  })

  it('is one block when one block was typed in', () => {
    expect(diffBlocks(['a', 'b', 'c'], ['a', 'B', 'c'])).toEqual([{ at: 1, removed: 1, added: ['B'] }])
  })

  it('leaves everything between two changes alone', () => {
    expect(diffBlocks(['a', 'b', 'c', 'd', 'e'], ['A', 'b', 'c', 'd', 'E'])).toEqual([
      { at: 0, removed: 1, added: ['A'] },
      { at: 4, removed: 1, added: ['E'] },
    ])
  })

  it('keeps blocks that moved past one another as far as order allows', () => {
    expect(diffBlocks(['a', 'b', 'c', 'd'], ['d', 'a', 'b', 'c'])).toEqual([
      { at: 0, removed: 0, added: ['d'] },
      { at: 3, removed: 1, added: [] },
    ])
  })

  it('always leads to the new list, whatever repeats', () => {
    const blocks = fc.array(fc.constantFrom('a', 'b', 'c', 'd', 'e', 'f'), { maxLength: 12 })
    fc.assert(
      fc.property(blocks, blocks, (before, after) => {
        expect(applied(before, diffBlocks(before, after))).toEqual(after)
      }),
    )
  })
})
