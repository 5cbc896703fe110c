import { describe, expect, it } from 'vitest'
import type { Change } from '../../../electron/library/library.ts'
import { openLibrary } from '../../../electron/library/library.ts'
import { tempLibrary } from './temp-library.ts'

describe('onChange', () => {
  it('tells once after a commit what it touched', () => {
    const library = tempLibrary()
    const changes: Change[] = []
    library.onChange((change) => changes.push(change))
    const { id, version } = library.articles.create({ title: 'Een' })
    library.articles.save(id, version, { body: 'Tekst' })
    expect(changes).toEqual([
      { parts: ['articles', 'categories', 'tags', 'authors', 'related'], articleId: id },
      { parts: ['articles', 'related'], articleId: id },
    ])
  })

  it('tells of several writes in one transaction once, and of no single article', () => {
    const library = tempLibrary()
    const changes: Change[] = []
    library.onChange((change) => changes.push(change))
    library.transaction(() => {
      library.articles.create({ title: 'Een' })
      library.articles.create({ title: 'Twee' })
      expect(changes).toEqual([])
    })
    expect(changes).toHaveLength(1)
    expect(changes[0]?.articleId).toBeNull()
  })

  it('tells nothing of what is taken back, nor of a save that changes nothing', () => {
    const library = tempLibrary()
    const { id, version } = library.articles.create({ title: 'Een', body: 'Tekst' })
    const changes: Change[] = []
    library.onChange((change) => changes.push(change))
    expect(() =>
      library.transaction(() => {
        library.articles.create({ title: 'Twee' })
        throw new Error('never mind')
      }),
    ).toThrow('never mind')
    library.articles.save(id, version, { body: 'Tekst' })
    expect(changes).toEqual([])
    expect(library.articles.counts().all).toBe(1)
  })

  it('tells of the outer writes only, when an inner part was taken back', () => {
    const library = tempLibrary()
    const changes: Change[] = []
    library.onChange((change) => changes.push(change))
    library.transaction(() => {
      library.authors.create({ name: 'Noor' })
      try {
        library.transaction(() => {
          library.categories.create({ name: 'Sport', parentId: null })
          throw new Error('inner')
        })
      } catch {
        // Carrying on is what this test is about.
      }
    })
    expect(changes).toEqual([{ parts: ['authors'], articleId: null }])
    expect(library.categories.list()).toEqual([])
  })

  it('ends when it is told to', () => {
    const library = tempLibrary()
    let told = 0
    const stop = library.onChange(() => (told += 1))
    stop()
    library.authors.create({ name: 'Noor' })
    expect(told).toBe(0)
  })
})

describe('stamp', () => {
  it('stays while nothing is written and differs after a write of this or another connection', () => {
    const library = tempLibrary()
    const first = library.stamp()
    expect(library.stamp()).toBe(first)
    library.authors.create({ name: 'Noor' })
    const second = library.stamp()
    expect(second).not.toBe(first)
    const other = openLibrary(library.folder)
    other.authors.create({ name: 'Jip' })
    other.close()
    expect(library.stamp()).not.toBe(second)
  })
})
