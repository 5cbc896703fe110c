import { describe, expect, it } from 'vitest'
import { pageWords } from '../../../core/locale/page.ts'

describe('the words on pages', () => {
  it('are Dutch for Dutch of any country, English for everything else', () => {
    expect(pageWords('nl-BE').related).toBe('Gerelateerde artikelen')
    expect(pageWords('NL').author).toBe('Auteur')
    expect(pageWords('en-GB').related).toBe('Related articles')
    expect(pageWords('fr').related).toBe('Related articles')
  })

  it('count articles and minutes', () => {
    expect(pageWords('nl').articles(1)).toBe('1 artikel')
    expect(pageWords('nl').articles(2)).toBe('2 artikelen')
    expect(pageWords('nl').minutes(6)).toBe('6 min leestijd')
    expect(pageWords('en').minutes(6)).toBe('6 min read')
  })

  it.each(['nl', 'en'])('name %s folders in lower-case ASCII, no two alike', (language) => {
    const folders = Object.values(pageWords(language).folders)
    expect(new Set(folders).size).toBe(folders.length)
    for (const folder of folders) expect(folder).toMatch(/^[a-z]+$/)
  })
})
