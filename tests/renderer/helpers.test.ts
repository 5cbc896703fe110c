import { describe, expect, it } from 'vitest'
import { pageAddress } from '../../renderer/inspector/page-address.ts'
import { keyText } from '../../renderer/keys.ts'
import { snippetParts } from '../../renderer/list/snippet-parts.ts'
import { matches } from '../../renderer/palette/match.ts'
import { languageName, languageOptions } from '../../renderer/ui/languages.ts'

describe('keys', () => {
  it('are written as the system writes them', () => {
    expect(keyText('Mod+Shift+F', false)).toBe('Ctrl+Shift+F')
    expect(keyText('Mod+Shift+F', true)).toBe('⇧⌘F')
    expect(keyText('Alt+Up', false)).toBe('Alt+↑')
  })
})

describe('a snippet', () => {
  it('comes apart into words and hits', () => {
    expect(snippetParts('over \u0002pezen\u0003 en \u0002enkels\u0003.')).toEqual([
      { text: 'over ', hit: false },
      { text: 'pezen', hit: true },
      { text: ' en ', hit: false },
      { text: 'enkels', hit: true },
      { text: '.', hit: false },
    ])
  })

  it('keeps markup as the text that it is', () => {
    expect(snippetParts('<b>\u0002x\u0003')).toEqual([
      { text: '<b>', hit: false },
      { text: 'x', hit: true },
    ])
  })

  it('survives a mark that is cut off', () => {
    expect(snippetParts('a \u0002b')).toEqual([
      { text: 'a ', hit: false },
      { text: 'b', hit: true },
    ])
  })
})

describe('the palette', () => {
  it('finds a command by the starts of its words, in any order', () => {
    expect(matches('Naast elkaar', 'el na')).toBe(true)
    expect(matches('Nieuwe categorie', 'cat')).toBe(true)
    expect(matches('Nieuwe categorie', 'egorie')).toBe(false)
  })

  it('leaves accents and case aside', () => {
    expect(matches('Eén niveau', 'een')).toBe(true)
  })

  it('shows everything while nothing is typed', () => {
    expect(matches('Wat dan ook', ' ')).toBe(true)
  })
})

describe('the address of a page', () => {
  it('is that of the site with the slug', () => {
    expect(pageAddress('https://example.org/blog/', 'lente')).toBe('example.org/blog/lente.html')
  })

  it('is the file alone while the site has none', () => {
    expect(pageAddress('', 'lente')).toBe('lente.html')
  })
})

describe('languages', () => {
  it('have their name in the language of the window', () => {
    expect(languageName('nl', 'nl-BE')).toBe('Nederlands (België)')
    expect(languageName('en', 'nl-BE')).toBe('Dutch (Belgium)')
  })

  it('fall back on the tag when it is not well formed', () => {
    expect(languageName('nl', 'niet een taal')).toBe('niet een taal')
  })

  it('offer what is in use, once', () => {
    const ids = languageOptions('nl', ['fy', 'nl-NL', null]).map(({ id }) => id)
    expect(ids).toContain('fy')
    expect(ids.filter((id) => id === 'nl-NL')).toHaveLength(1)
  })
})
