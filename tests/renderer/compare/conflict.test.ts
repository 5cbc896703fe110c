import { describe, expect, it, vi } from 'vitest'
import { compareTexts } from '../../../core/compare/index.ts'
import { mergedText, passagesOf } from '../../../core/compare/passages.ts'

// The store of articles listens to the window, which is not there.
vi.mock('../../../renderer/article.ts', () => ({ articles: {} }))
const { likelySides } = await import('../../../renderer/compare/conflict.ts')

/** What comes of a conflict when the likely side of each passage is taken. */
function likely(base: string, mine: string, theirs: string): string {
  const passages = passagesOf(compareTexts(theirs, mine))
  const sides = likelySides(base, passages)
  return mergedText(passages, (change) => sides[change]!)
}

const text = (...paragraphs: string[]) => paragraphs.join('\n\n')
const BASE = text('een', 'twee', 'drie', 'vier')

describe('the side that is likely to be taken', () => {
  it.each([
    ['changed words', text('EEN', 'twee', 'drie', 'vier'), text('een', 'twee', 'drie', 'VIER')],
    ['changed and removed', text('EEN', 'twee', 'drie', 'vier'), text('een', 'twee', 'vier')],
    ['removed and changed', text('een', 'drie', 'vier'), text('een', 'twee', 'drie', 'VIER')],
    ['added and changed', text('een', 'nieuw', 'twee', 'drie', 'vier'), text('een', 'twee', 'drie', 'VIER')],
  ])('is the one on which something was done: %s', (_, mine, theirs) => {
    const both = likely(BASE, mine, theirs)
    expect(both).toBe(likely(BASE, theirs, mine))
    const inBoth = (paragraph: string) => mine.includes(paragraph) && theirs.includes(paragraph)
    for (const paragraph of [...mine.split('\n\n'), ...theirs.split('\n\n')])
      if (!BASE.includes(paragraph) || inBoth(paragraph)) expect(both).toContain(paragraph)
  })

  it('is the writer’s own where both changed the same words', () => {
    expect(likely(BASE, text('mijn', 'twee', 'drie', 'vier'), text('hun', 'twee', 'drie', 'VIER'))).toBe(
      text('mijn', 'twee', 'drie', 'VIER'),
    )
  })
})
