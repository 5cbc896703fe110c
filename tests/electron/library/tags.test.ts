import { describe, expect, it } from 'vitest'
import type { Library } from '../../../electron/library/library.ts'
import { failureOf, tempLibrary } from './temp-library.ts'

function tags(library: Library): [string, number][] {
  return library.tags.list().map(({ name, articles }) => [name, articles])
}

describe('tags', () => {
  it('come with the articles that have them and go with the last one', () => {
    const library = tempLibrary()
    const { id } = library.articles.create({ title: 'Een', tags: ['Rennen', 'Bos'] })
    expect(tags(library)).toEqual([
      ['Bos', 1],
      ['Rennen', 1],
    ])
    library.articles.save(id, 1, { tags: ['Bos'] })
    expect(tags(library)).toEqual([['Bos', 1]])
  })

  it('are one whatever their case, spaces or composition, and keep the name that came first', () => {
    const library = tempLibrary()
    library.articles.create({ title: 'Een', tags: ['Café  Straße'] })
    const { tags: names } = library.articles.create({
      title: 'Twee',
      tags: [' cafe\u0301 STRASSE ', 'CAFÉ STRASSE', ''],
    })
    expect(names).toEqual(['Café Straße'])
    expect(tags(library)).toEqual([['Café Straße', 2]])
  })

  it('differ when an accent does', () => {
    const library = tempLibrary()
    library.articles.create({ title: 'Een', tags: ['een', 'één'] })
    expect(tags(library)).toHaveLength(2)
  })

  it('keep the order in which the writer put them', () => {
    const library = tempLibrary()
    const { id } = library.articles.create({ title: 'Een', tags: ['z', 'a', 'm'] })
    expect(library.articles.get(id).tags).toEqual(['z', 'a', 'm'])
  })

  it('are not listed while only the trash has them, and come back from it', () => {
    const library = tempLibrary()
    const { id } = library.articles.create({ title: 'Een', tags: ['a'] })
    library.articles.trash([id])
    expect(tags(library)).toEqual([])
    library.articles.restore([id])
    expect(tags(library)).toEqual([['a', 1]])
  })

  it('take a new name everywhere, in articles, search and address', () => {
    const library = tempLibrary()
    const { id } = library.articles.create({ title: 'Een', tags: ['hardloop'] })
    const renamed = library.tags.rename(library.tags.list()[0]!.id, 'Hardlopen')
    expect(renamed).toMatchObject({ name: 'Hardlopen', slug: 'hardlopen', articles: 1 })
    expect(library.articles.get(id)).toMatchObject({ tags: ['Hardlopen'], version: 1 })
    expect(library.articles.list({ query: 'hardlopen' }, null, 0, 1).total).toBe(1)
  })

  it('can change their case', () => {
    const library = tempLibrary()
    library.articles.create({ title: 'Een', tags: ['api'] })
    expect(library.tags.rename(library.tags.list()[0]!.id, 'API').name).toBe('API')
  })

  it('become one when one takes the name of another', () => {
    const library = tempLibrary()
    const both = library.articles.create({ title: 'Een', tags: ['rennen', 'hardlopen'] })
    const one = library.articles.create({ title: 'Twee', tags: ['rennen', 'x'] })
    const rennen = library.tags.list().find(({ name }) => name === 'rennen')!
    const stays = library.tags.rename(rennen.id, 'Hardlopen')
    expect(stays).toMatchObject({ name: 'hardlopen', articles: 2 })
    expect(library.articles.get(both.id).tags).toEqual(['hardlopen'])
    expect(library.articles.get(one.id).tags).toEqual(['hardlopen', 'x'])
    expect(library.articles.list({ query: 'rennen' }, null, 0, 1).total).toBe(0)
  })

  it('are taken off every article when they are deleted', () => {
    const library = tempLibrary()
    const { id } = library.articles.create({ title: 'Een', tags: ['a', 'b'] })
    library.tags.delete(library.tags.list()[0]!.id)
    expect(library.articles.get(id).tags).toEqual(['b'])
  })

  it('refuse an empty name and an unknown id', () => {
    const library = tempLibrary()
    library.articles.create({ title: 'Een', tags: ['a'] })
    expect(failureOf(() => library.tags.rename(1, '  '))).toMatchObject({ detail: { problem: 'empty' } })
    expect(failureOf(() => library.tags.rename(99, 'x')).code).toBe('notFound')
  })
})
