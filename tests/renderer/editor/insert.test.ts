import { describe, expect, it } from 'vitest'
import {
  insertFootnote,
  insertRule,
  insertTable,
  linkTo,
  picture,
  picturesAt,
  toggleLink,
} from '../../../renderer/editor/commands/insert.ts'
import { after } from './typed.ts'

describe('a link', () => {
  it('takes selected words as its words, a selected address as its target', () => {
    expect(after('een ‹pad›', toggleLink)).toBe('een [pad](|)')
    expect(after('zie ‹https://example.org/a›', toggleLink)).toBe('zie [|](https://example.org/a)')
    expect(after('een |', toggleLink)).toBe('een [|]()')
  })

  it('is taken away where it is, its words kept', () => {
    expect(after('een [mooi ‹pad›](a.html) daar', toggleLink)).toBe('een mooi ‹pad› daar')
  })
})

describe('a picture', () => {
  const put = (typed: string) =>
    after(typed, (state) => ({
      changes: picturesAt(state, state.selection.main.head, ['![](a.jpg)', '![](b.jpg)']),
    })).replaceAll('|', '')

  it('stands on its own on an empty line and beside a paragraph, several one under another', () => {
    expect(put('een\n|\ntwee')).toBe('een\n\n![](a.jpg)\n\n![](b.jpg)\n\ntwee')
    expect(put('|een')).toBe('![](a.jpg)\n\n![](b.jpg)\n\neen')
    expect(put('een|\n\ntwee')).toBe('een\n\n![](a.jpg)\n\n![](b.jpg)\n\ntwee')
  })

  it('stands exactly there within words, and in a list', () => {
    expect(put('een |woord')).toBe('een ![](a.jpg) ![](b.jpg)woord')
    expect(put('- een|')).toBe('- een![](a.jpg) ![](b.jpg)')
  })
})

describe('an address that is pasted', () => {
  const paste = (typed: string, address: string) =>
    after(typed, (state) => linkTo(state, address) ?? state.replaceSelection(address))

  it('makes the selected words a link', () => {
    expect(paste('een ‹mooi pad› daar', ' https://example.org/a\n')).toBe(
      'een [mooi pad](https://example.org/a)| daar',
    )
    expect(paste('een ‹pad ›daar', 'https://e.org')).toBe('een [pad](https://e.org) |daar')
    expect(paste('‹pad›', 'https://example.org/pad_(bos)')).toBe('[pad](<https://example.org/pad_(bos)>)|')
  })

  it('stays itself where nothing, an address, several lines, code or a link is selected', () => {
    const address = 'https://example.org/a'
    expect(paste('een |', address)).toBe(`een ${address}|`)
    expect(paste('‹https://example.org/b›', address)).toBe(`${address}|`)
    expect(paste('‹een\n\ntwee›', address)).toBe(`${address}|`)
    expect(paste('`‹code›`', address)).toBe(`\`${address}|\``)
    expect(paste('[‹pad›](b.html)', address)).toBe(`[${address}|](b.html)`)
  })

  it('is no link when it is not an address alone', () => {
    expect(paste('‹pad›', 'zie https://example.org/a')).toBe('zie https://example.org/a|')
  })
})

describe('a block', () => {
  it('stands on lines of its own', () => {
    expect(after('voor|\nna', insertRule)).toBe('voor\n\n---\n|\n\nna')
    expect(after('voor\n|', insertRule)).toBe('voor\n\n---\n|\n')
  })

  it('can be a table with its first heading selected', () => {
    expect(after('|', (state) => insertTable(state, (column) => `Kolom ${column}`))).toBe(
      '¦ ‹Kolom 1› ¦ Kolom 2 ¦\n¦ ------- ¦ ------- ¦\n¦         ¦         ¦\n¦         ¦         ¦\n',
    )
  })
})

describe('a footnote', () => {
  it('gets the next free number and its text at the end', () => {
    expect(after('woord| en\n\nmeer', insertFootnote)).toBe('woord[^1] en\n\nmeer\n\n[^1]: |')
    expect(after('a[^1] b|\n\n[^1]: een', insertFootnote)).toBe('a[^1] b[^2]\n\n[^1]: een\n[^2]: |')
  })
})

describe('a picture', () => {
  it('keeps words and address from ending too soon', () => {
    expect(picture('een [mooi] pad', 'media/a-10x10.jpg')).toBe('![een \\[mooi\\] pad](media/a-10x10.jpg)')
    expect(picture('', 'media/een pad.jpg')).toBe('![](<media/een pad.jpg>)')
  })
})
