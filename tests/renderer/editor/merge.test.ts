import { Text } from '@codemirror/state'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { mergeChanges, replacement } from '../../../renderer/editor/merge.ts'

function merged(base: string, theirs: string, typed: string): string {
  const doc = Text.of(typed.split('\n'))
  return (mergeChanges(base, theirs, doc)?.apply(doc) ?? doc).toString()
}

describe('a text that changed elsewhere', () => {
  it('is taken over as the smallest replacement', () => {
    expect(replacement('een mooi pad', 'een nat pad')).toEqual({ from: 4, to: 8, insert: 'nat' })
    expect(replacement('gelijk', 'gelijk')).toBeNull()
  })

  it('never cuts a character that takes two places', () => {
    expect(replacement('a😀b', 'a😁b')).toEqual({ from: 1, to: 3, insert: '😁' })
  })

  it('joins with what was typed meanwhile', () => {
    expect(merged('een\ntwee\n', 'EEN\ntwee\n', 'een\ntwee\ndrie')).toBe('EEN\ntwee\ndrie')
    expect(merged('een\ntwee', 'een\ntwee\ndrie', 'nul\neen\ntwee')).toBe('nul\neen\ntwee\ndrie')
  })

  it('leaves the caret where it is between two paragraphs that changed elsewhere', () => {
    const base = 'een\n\ntwee\n\ndrie'
    const change = mergeChanges(base, 'EEN!\n\ntwee\n\nDRIE!', Text.of(base.split('\n')))
    const caret = base.indexOf('twee') + 2
    expect(change?.mapPos(caret)).toBe('EEN!\n\ntwee'.indexOf('twee') + 2)
  })

  it('keeps the typed words even where both changed the same ones', () => {
    expect(merged('een mooi pad', 'een nat pad', 'een mooi en droog pad')).toContain('en droog')
  })

  it('replaces one text by the other exactly when nothing was typed', () => {
    const text = fc.string({ unit: fc.constantFrom('a', 'b', '\n', '😀', '😁') })
    fc.assert(
      fc.property(text, text, (base, theirs) => {
        expect(merged(base, theirs, base)).toBe(theirs)
      }),
    )
  })
})
