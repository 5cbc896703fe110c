import { describe, expect, test } from 'vitest'
import { createIdRegister, headingSlug, isReservedId } from '../../../core/markdown/ids.ts'

describe('the slug of a heading', () => {
  test.each([
    ['Sterke enkels', 'sterke-enkels'],
    ['Crème brûlée: zo!', 'creme-brulee-zo'],
    ["Foto's van opa’s huis", 'fotos-van-opas-huis'],
    ['10 tips', '10-tips'],
    ['Ελληνικά', 'ελληνικα'],
    ['ﬁets ½', 'fiets-1-2'],
    ['!?', 'section'],
    ['', 'section'],
    ['a'.repeat(80), 'a'.repeat(64)],
  ])('of %j is %s', (text, slug) => {
    expect(headingSlug(text)).toBe(slug)
  })
})

describe('a register of ids', () => {
  test('gives each heading an id of its own, also when another one looks numbered', () => {
    const ids = createIdRegister()
    expect(['A', 'A', 'A 2', 'A', 'A 2'].map((text) => ids.heading(text))).toEqual([
      'a',
      'a-2',
      'a-2-2',
      'a-3',
      'a-2-3',
    ])
  })

  test('gives no reserved id, whatever the heading', () => {
    const ids = createIdRegister()
    for (const text of ['Main', 'Page', 'Page 1', 'fn 1', 'fnref 1 2', 'Fn', 'Top']) {
      expect(isReservedId(ids.heading(text))).toBe(false)
    }
  })

  test('lets a writer claim a free id once', () => {
    const ids = createIdRegister()
    expect([ids.claim('x'), ids.claim('x'), ids.claim('main'), ids.claim('fn-1')]).toEqual([
      true,
      false,
      false,
      false,
    ])
    expect(ids.heading('x')).toBe('x-2')
  })
})
