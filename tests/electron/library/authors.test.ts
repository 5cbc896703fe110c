import { describe, expect, it } from 'vitest'
import { failureOf, tempLibrary } from './temp-library.ts'

describe('authors', () => {
  it('are listed by name with the number of their articles outside the trash', () => {
    const library = tempLibrary()
    const noor = library.authors.create({ name: 'Noor', role: 'Fysiotherapeut', bio: 'Loopt.' })
    library.authors.create({ name: 'amir' })
    library.articles.create({ title: 'Een', authorIds: [noor.id] })
    const gone = library.articles.create({ title: 'Twee', authorIds: [noor.id] })
    library.articles.trash([gone.id])
    expect(library.authors.list()).toMatchObject([
      { name: 'amir', slug: 'amir', articles: 0 },
      { name: 'Noor', slug: 'noor', role: 'Fysiotherapeut', bio: 'Loopt.', picture: null, articles: 1 },
    ])
  })

  it('may share a name but never a slug', () => {
    const library = tempLibrary()
    library.authors.create({ name: 'Jan de Vries' })
    const second = library.authors.create({ name: 'Jan de Vries' })
    expect(second.slug).toBe('jan-de-vries-2')
    expect(failureOf(() => library.authors.update(second.id, { slug: 'jan-de-vries' })).code).toBe(
      'value.refused',
    )
  })

  it('stand under an article in the writer’s order', () => {
    const library = tempLibrary()
    const [a, b] = ['A', 'B'].map((name) => library.authors.create({ name }).id)
    const { id } = library.articles.create({ title: 'Een', authorIds: [b!, a!, b!] })
    expect(library.articles.get(id).authorIds).toEqual([b, a])
  })

  it('change by patch, the slug with the name', () => {
    const library = tempLibrary()
    const { id } = library.authors.create({ name: 'Noor' })
    expect(library.authors.update(id, { name: 'Noor Visser', bio: 'x' })).toMatchObject({
      slug: 'noor-visser',
      bio: 'x',
      role: '',
    })
  })

  it('are taken off every article when they are deleted', () => {
    const library = tempLibrary()
    const author = library.authors.create({ name: 'Noor' })
    const { id } = library.articles.create({ title: 'Een', authorIds: [author.id] })
    library.authors.delete(author.id)
    expect(library.articles.get(id).authorIds).toEqual([])
    expect(failureOf(() => library.authors.delete(author.id)).code).toBe('notFound')
  })
})
