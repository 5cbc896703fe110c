import { expect, it } from 'vitest'
import type { Run } from '../../../core/compare/index.ts'
import { sideOf, wordsOf } from '../../../renderer/compare/clean-copy.ts'

const runs = (...parts: readonly string[]): readonly Run[] =>
  parts.map((part) => ({
    kind: part.startsWith('-') ? 'removed' : part.startsWith('+') ? 'added' : 'same',
    text: part.replace(/^[-+]/, ''),
  }))
const copied = (...parts: readonly string[]) => wordsOf(runs(...parts), sideOf(runs(...parts)))

it('what is copied out of one text is what stood there before, without signs', () => {
  expect(copied('Sterke ', '-enkels', '+knieën', ' nodig')).toBe('Sterke enkels nodig')
  expect(copied('Sterke ', '+knieën')).toBe('Sterke ')
})

it('of words that only came, those words are copied', () => {
  expect(copied('+knieën')).toBe('knieën')
  expect(copied(' ', '+knieën', '\n')).toBe(' knieën\n')
})
