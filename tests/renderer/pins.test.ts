import { describe, expect, it } from 'vitest'
import { movePin, pinBeside, togglePin } from '../../renderer/inspector/pins.ts'

describe('pinned articles', () => {
  it('go where they are dropped among the pinned', () => {
    expect(pinBeside([1, 2, 3], 3, 1, 'before')).toEqual([3, 1, 2])
    expect(pinBeside([1, 2, 3], 1, 2, 'after')).toEqual([2, 1, 3])
  })

  it('take in an article that is dropped among them', () => {
    expect(pinBeside([1, 2], 9, 1, 'after')).toEqual([1, 9, 2])
    expect(pinBeside([], 9, 5, 'before')).toEqual([9])
  })

  it('let go of one that is dropped among the others', () => {
    expect(pinBeside([1, 2], 1, 7, 'after')).toEqual([2])
  })

  it('stay as they are when nothing is moved', () => {
    expect(pinBeside([1, 2], 1, 2, 'before')).toBeNull()
    expect(pinBeside([1, 2], 8, 9, 'after')).toBeNull()
  })

  it('move by keys, up to the ends', () => {
    expect(movePin([1, 2, 3], 2, -1)).toEqual([2, 1, 3])
    expect(movePin([1, 2, 3], 3, 1)).toBeNull()
    expect(movePin([1, 2, 3], 9, 1)).toBeNull()
  })

  it('are pinned last and unpinned', () => {
    expect(togglePin([1], 2)).toEqual([1, 2])
    expect(togglePin([1, 2], 1)).toEqual([2])
  })
})
