import { describe, expect, it } from 'vitest'
import { pinBeside, pinMoved, type Placed, togglePin } from '../../renderer/inspector/pins.ts'

/** A list of suggestions: `1 2 | 3 (4) 5` has 1 and 2 pinned, and 4 linked in the text. */
function list(text: string): readonly Placed[] {
  const [pinned = '', others = ''] = text.split('|')
  const placed = (part: string, isPinned: boolean) =>
    [...part.matchAll(/(\()?(\d)/g)].map(([, bracket, id]) => ({
      id: Number(id),
      pinned: isPinned,
      inText: bracket !== undefined,
    }))
  return [...placed(pinned, true), ...placed(others, false)]
}

describe('the order of suggestions', () => {
  it('is the writer’s down to where one is dropped', () => {
    expect(pinBeside(list('1 2 3 |'), 3, 1, 'before')).toEqual([3, 1, 2])
    expect(pinBeside(list('1 2 3 |'), 1, 2, 'after')).toEqual([2, 1, 3])
    expect(pinBeside(list('1 2 | 8 9'), 9, 1, 'after')).toEqual([1, 9, 2])
    expect(pinBeside(list('| 5 6 7 8'), 8, 6, 'before')).toEqual([5, 8])
    expect(pinBeside(list('1 2 | 7 8'), 1, 7, 'after')).toEqual([2, 7, 1])
  })

  it('stays as it is when nothing is moved', () => {
    expect(pinBeside(list('1 2 |'), 1, 2, 'before')).toBeNull()
    expect(pinBeside(list('| 8 9'), 8, 99, 'after')).toBeNull()
  })

  it('moves by keys, up to the ends', () => {
    expect(pinMoved(list('1 2 3 |'), 2, -1)).toEqual([2, 1, 3])
    expect(pinMoved(list('1 | 7 8'), 8, -1)).toEqual([1, 8])
    expect(pinMoved(list('1 | 7 8'), 1, 1)).toEqual([7, 1])
    expect(pinMoved(list('1 |'), 1, 1)).toBeNull()
    expect(pinMoved(list('1 |'), 1, -1)).toBeNull()
    expect(pinMoved(list('1 |'), 9, 1)).toBeNull()
  })

  it('never pins what the text links to but by name', () => {
    expect(pinBeside(list('| (5) 6 7'), 7, 6, 'after')).toBeNull()
    expect(pinBeside(list('| (5) 6 7'), 7, 6, 'before')).toEqual([7])
    expect(pinBeside(list('| (5) 6 7'), 5, 7, 'before')).toEqual([6, 5])
    expect(pinBeside(list('(5) 6 | 7'), 7, 6, 'before')).toEqual([5, 7, 6])
  })

  it('takes in one that is pinned behind those that are, and lets go of it again', () => {
    expect(togglePin([1], 2)).toEqual([1, 2])
    expect(togglePin([1, 2], 1)).toEqual([2])
  })
})
