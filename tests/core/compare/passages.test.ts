import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { compareTexts } from '../../../core/compare/index.ts'
import { mergedText, passagesOf, sideOf } from '../../../core/compare/passages.ts'

const word = fc.constantFrom('de', 'enkel', 'été', '👩‍🚀', '.', ' ', '\n', '\n\n')
const text = fc.array(word, { maxLength: 60 }).map((words) => words.join(''))

const passages = (before: string, after: string) => passagesOf(compareTexts(before, after))
const changes = (before: string, after: string) => passages(before, after).filter(({ changed }) => changed)

describe('the passages of a comparison', () => {
  it('lie where they say in both texts, and put together are both texts', () => {
    fc.assert(
      fc.property(text, text, (before, after) => {
        const found = passages(before, after)
        for (const passage of found) {
          expect(before.slice(passage.old.from, passage.old.to)).toBe(sideOf(passage, 'old'))
          expect(after.slice(passage.new.from, passage.new.to)).toBe(sideOf(passage, 'new'))
        }
        expect(mergedText(found, () => 'old')).toBe(before)
        expect(mergedText(found, () => 'new')).toBe(after)
      }),
      { numRuns: 1000 },
    )
  })

  it('can each be taken back by themselves: what is left is one change less', () => {
    fc.assert(
      fc.property(text, text, fc.nat(), (before, after, pick) => {
        const found = changes(before, after)
        fc.pre(found.length > 0)
        const passage = found[pick % found.length]!
        const back = after.slice(0, passage.new.from) + sideOf(passage, 'old') + after.slice(passage.new.to)
        expect(
          mergedText(passages(before, after), (one) => (one === pick % found.length ? 'old' : 'new')),
        ).toBe(back)
      }),
      { numRuns: 500 },
    )
  })

  it('are one for what went together, one for what came together, and one for each changed paragraph', () => {
    const before = 'een\n\ntwee\n\ndrie\n\nvier vijf\n\nzes zeven\n\nacht'
    const after = 'een\n\nvier 5\n\nzes 7\n\nacht\n\nnegen\n\ntien'
    expect(changes(before, after).map((one) => [sideOf(one, 'old'), sideOf(one, 'new')])).toEqual([
      ['twee\n\ndrie\n\n', ''],
      ['vier vijf\n\n', 'vier 5\n\n'],
      ['zes zeven\n\n', 'zes 7\n\n'],
      ['acht', 'acht\n\nnegen\n\ntien'],
    ])
  })
})
