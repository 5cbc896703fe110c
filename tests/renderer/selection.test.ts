import { describe, expect, it } from 'vitest'
import { clickStep, findTitle, keyStep, TypeAhead } from '../../renderer/list/selection.ts'

const plain = { shiftKey: false, mod: false }
const at = (place: number, anchor = place) => ({ at: place, anchor })

describe('keys in the article list', () => {
  it.each([
    ['ArrowDown', 4, 5],
    ['ArrowUp', 4, 3],
    ['ArrowUp', 0, 0],
    ['ArrowDown', 99, 99],
    ['PageDown', 4, 14],
    ['PageUp', 4, 0],
    ['Home', 4, 0],
    ['End', 4, 99],
  ])('%s takes the cursor from %i to %i and selects that row', (key, from, to) => {
    expect(keyStep({ key, ...plain }, at(from), 100, 10)).toEqual({ cursor: at(to), selecting: 'one' })
  })

  it('selects a range from where Shift was first held', () => {
    const first = keyStep({ key: 'ArrowDown', shiftKey: true, mod: false }, at(4), 100, 10)
    expect(first).toEqual({ cursor: { at: 5, anchor: 4 }, selecting: 'range' })
    const back = keyStep({ key: 'Home', shiftKey: true, mod: false }, { at: 5, anchor: 4 }, 100, 10)
    expect(back).toEqual({ cursor: { at: 0, anchor: 4 }, selecting: 'range' })
  })

  it('moves without selecting while the command key is held, and toggles with space', () => {
    expect(keyStep({ key: 'ArrowDown', shiftKey: false, mod: true }, at(1), 9, 3)?.selecting).toBe('none')
    expect(keyStep({ key: ' ', shiftKey: false, mod: true }, at(1), 9, 3)?.selecting).toBe('toggle')
  })

  it('leaves other keys alone, and every key in an empty list', () => {
    expect(keyStep({ key: 'a', ...plain }, at(0), 9, 3)).toBeNull()
    expect(keyStep({ key: 'ArrowDown', ...plain }, at(0), 0, 3)).toBeNull()
  })
})

describe('keys in a grid of pictures', () => {
  it.each([
    ['ArrowRight', 4, 5],
    ['ArrowLeft', 0, 0],
    ['ArrowDown', 1, 5],
    ['ArrowUp', 5, 1],
    ['ArrowUp', 2, 2],
    ['ArrowDown', 7, 9],
    ['ArrowDown', 9, 9],
    ['End', 0, 9],
  ])('%s takes the cursor from %i to %i among ten in rows of four', (key, from, to) => {
    expect(keyStep({ key, ...plain }, at(from), 10, 8, 4)).toEqual({ cursor: at(to), selecting: 'one' })
  })
})

describe('clicks in the article list', () => {
  it('select one row, one more with the command key, a range with Shift', () => {
    expect(clickStep(plain, at(2), 7)).toEqual({ cursor: at(7), selecting: 'one' })
    expect(clickStep({ shiftKey: false, mod: true }, at(2), 7)).toEqual({
      cursor: at(7),
      selecting: 'toggle',
    })
    expect(clickStep({ shiftKey: true, mod: false }, at(2), 7)).toEqual({
      cursor: { at: 7, anchor: 2 },
      selecting: 'range',
    })
  })
})

describe('typing a title in the article list', () => {
  const titles = ['Bonen', 'Brood', undefined, 'Ei', 'Bieten']

  it('goes on to the next title with the same first letter', () => {
    expect(findTitle(titles, 0, 'b')).toBe(1)
    expect(findTitle(titles, 1, 'b')).toBe(4)
    expect(findTitle(titles, 4, 'b')).toBe(0)
  })

  it('stays on a title that still fits what is typed', () => {
    expect(findTitle(titles, 1, 'br')).toBe(1)
    expect(findTitle(titles, 1, 'bi')).toBe(4)
    expect(findTitle(titles, 0, 'zz')).toBeNull()
  })

  it('gathers letters typed in one go, and starts anew after a pause', () => {
    const typing = new TypeAhead()
    expect(typing.add('B', 0)).toBe('b')
    expect(typing.add('r', 200)).toBe('br')
    expect(typing.add('e', 2000)).toBe('e')
    expect(typing.add('e', 2100)).toBe('e')
  })
})
