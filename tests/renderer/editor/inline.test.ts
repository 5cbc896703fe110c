import { describe, expect, it } from 'vitest'
import { hasInline, toggleInline } from '../../../renderer/editor/commands/inline.ts'
import type { InlineStyle } from '../../../renderer/editor/commands/inline.ts'
import { after, typed } from './typed.ts'

const toggled = (marked: string, style: InlineStyle): string =>
  after(marked, (state) => toggleInline(state, style))

describe('a style on words', () => {
  it('goes around the selection and keeps the words selected', () => {
    expect(toggled('een ‹mooi› pad', 'bold')).toBe('een **‹mooi›** pad')
    expect(toggled('een ‹mooi› pad', 'italic')).toBe('een *‹mooi›* pad')
    expect(toggled('een ‹mooi› pad', 'strikethrough')).toBe('een ~~‹mooi›~~ pad')
    expect(toggled('een ‹mooi› pad', 'code')).toBe('een `‹mooi›` pad')
  })

  it('leaves again when the words or the words with their marks are selected', () => {
    expect(toggled('een **‹mooi›** pad', 'bold')).toBe('een ‹mooi› pad')
    expect(toggled('een ‹**mooi**› pad', 'bold')).toBe('een ‹mooi› pad')
    expect(toggled('een __‹mooi›__ pad', 'bold')).toBe('een ‹mooi› pad')
    expect(toggled('een ``‹m`i›`` pad', 'code')).toBe('een ‹m`i› pad')
  })

  it('takes the word under a bare caret, and leaves the caret where it was', () => {
    expect(toggled('een mo|oi pad', 'bold')).toBe('een **mo|oi** pad')
    expect(toggled('een **mo|oi** pad', 'bold')).toBe('een mo|oi pad')
  })

  it('gives a caret outside words a pair to type between, and takes an empty pair away', () => {
    expect(toggled('een | pad', 'bold')).toBe('een **|** pad')
    expect(toggled('een **|** pad', 'bold')).toBe('een | pad')
    expect(toggled('een **|** pad', 'italic')).toBe('een ***|*** pad')
  })

  it('leaves spaces at the ends of a selection outside the marks', () => {
    expect(toggled('een‹ mooi ›pad', 'bold')).toBe('een‹ **mooi** ›pad')
  })

  it('goes line by line over paragraphs and list items, past their marks', () => {
    expect(toggled('‹een\n\n- twee\n1. [ ] drie\n> ## vier›', 'bold')).toBe(
      '**‹een**\n\n- **twee**\n1. [ ] **drie**\n> ## **vier›**',
    )
  })

  it('leaves all lines when all have it, and completes them when only some have it', () => {
    expect(toggled('‹**een**\n**twee**›', 'bold')).toBe('‹een\ntwee›')
    expect(toggled('‹**een**\ntwee›', 'bold')).toBe('‹**een**\n**twee›**')
  })

  it('swallows the same style inside a wider selection', () => {
    expect(toggled('‹een **mooi** pad›', 'bold')).toBe('**‹een mooi pad›**')
  })

  it('leaves one word in the middle of a longer styled run', () => {
    expect(toggled('**een ‹mooi› pad**', 'bold')).toBe('**een** ‹mooi› **pad**')
  })

  it('works at every caret at once', () => {
    expect(toggled('‹een› en ‹twee›', 'italic')).toBe('*‹een›* en *‹twee›*')
  })

  it('does not touch the inside of a code block', () => {
    expect(toggled('```\n‹een›\n```', 'bold')).toBe('```\n‹een›\n```')
  })

  it('fences code that holds backticks with more of them', () => {
    expect(toggled('‹a `b` c›', 'code')).toBe('`‹a b c›`')
    expect(toggled('‹a ` c›', 'code')).toBe('``‹a ` c›``')
  })

  it('shows as pressed where the caret is in it', () => {
    expect(hasInline(typed('**mo|oi**'), 'bold')).toBe(true)
    expect(hasInline(typed('*mo|oi*'), 'bold')).toBe(false)
  })
})
