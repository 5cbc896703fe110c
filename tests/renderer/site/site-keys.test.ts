import { describe, expect, it } from 'vitest'
import { siteAction } from '../../../renderer/site/site-keys.ts'

const press = (key: string, held: object = {}) =>
  siteAction({ key, altKey: false, shiftKey: false, ctrlKey: false, metaKey: false, ...held })

describe('a key on the site', () => {
  it('goes back and on, loads again, and reaches address, article and page', () => {
    expect(press('ArrowLeft', { altKey: true })).toBe('back')
    expect(press(']', { ctrlKey: true })).toBe('forward')
    expect(press('F5')).toBe('reload')
    expect(press('R', { ctrlKey: true })).toBe('reload')
    expect(press('l', { ctrlKey: true })).toBe('address')
    expect(press('e', { ctrlKey: true })).toBe('edit')
    expect(press('F6')).toBe('other')
    expect(press('Escape')).toBe('close')
  })

  it('is the page’s own when it is any other', () => {
    for (const key of ['l', 'r', 'ArrowLeft', 'Tab', 'Enter', ' ']) expect(press(key), key).toBeNull()
    expect(press('r', { ctrlKey: true, shiftKey: true })).toBeNull()
    expect(press('l', { ctrlKey: true, altKey: true })).toBeNull()
  })
})
