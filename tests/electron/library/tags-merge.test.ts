import Database from 'better-sqlite3'
import { describe, expect, it } from 'vitest'
import type { Library } from '../../../electron/library/library.ts'
import { failureOf, tempLibrary } from './temp-library.ts'

function idOf(library: Library, name: string): number {
  const found = library.tags.list().find((tag) => tag.name === name)
  if (!found) throw new Error(`there is no tag ${name}`)
  return found.id
}

function rows(library: Library): unknown {
  const db = new Database(library.file, { readonly: true })
  try {
    return ['tag', 'article_tag', 'old_slug'].map((table) => db.prepare(`SELECT * FROM ${table}`).all())
  } finally {
    db.close()
  }
}

function seeded(): { library: Library; articles: readonly number[] } {
  const library = tempLibrary()
  const articles = [
    ['rennen', 'bos', 'Hardlopen'],
    ['joggen', 'rennen'],
    ['bos', 'joggen'],
    ['Hardlopen'],
  ].map((tags, at) => library.articles.create({ title: `A${at}`, tags }).id)
  return { library, articles }
}

describe('merging tags', () => {
  it('gives each article the tag that stays once, where it was or in the place of the first', () => {
    const { library, articles } = seeded()
    const ids = [idOf(library, 'rennen'), idOf(library, 'joggen')]
    const stays = library.tags.merge(ids, idOf(library, 'Hardlopen'))
    expect(stays).toMatchObject({ name: 'Hardlopen', articles: 4 })
    expect(articles.map((id) => library.articles.get(id).tags)).toEqual([
      ['bos', 'Hardlopen'],
      ['Hardlopen'],
      ['bos', 'Hardlopen'],
      ['Hardlopen'],
    ])
    expect(library.articles.list({ query: 'joggen' }, null, 0, 1).total).toBe(0)
    expect(library.articles.list({ query: 'hardlopen' }, null, 0, 1).total).toBe(4)
    expect(library.acts.list(1)).toMatchObject([{ kind: 'tag.merge', count: 2, name: 'Hardlopen' }])
  })

  it('leads every address of those that are gone to the one that stays', () => {
    const { library } = seeded()
    library.tags.rename(idOf(library, 'rennen'), 'draven')
    const stays = idOf(library, 'Hardlopen')
    library.tags.merge([idOf(library, 'draven'), idOf(library, 'joggen')], stays)
    expect(library.oldSlugs().map(({ slug, ownerId }) => [slug, ownerId])).toEqual([
      ['draven', stays],
      ['joggen', stays],
      ['rennen', stays],
    ])
  })

  it('is undone to the very rows, and done again to the same', () => {
    const { library } = seeded()
    library.tags.rename(idOf(library, 'rennen'), 'draven')
    const before = rows(library)
    const ids = [idOf(library, 'draven'), idOf(library, 'joggen')]
    const { actId } = library.tags.merge(ids, idOf(library, 'Hardlopen'))
    const after = rows(library)
    expect(library.acts.undo(actId ?? 0).kept).toBe(0)
    expect(rows(library)).toEqual(before)
    library.acts.redo(actId ?? 0)
    expect(rows(library)).toEqual(after)
  })

  it('refuses to merge nothing, and what is not there', () => {
    const { library } = seeded()
    const stays = idOf(library, 'bos')
    expect(failureOf(() => library.tags.merge([stays], stays))).toMatchObject({ code: 'value.refused' })
    expect(failureOf(() => library.tags.merge([99], stays)).code).toBe('notFound')
    expect(failureOf(() => library.tags.merge([stays], 99)).code).toBe('notFound')
  })
})

describe('tags that look alike', () => {
  function alike(library: Library): string[][] {
    return library.tags.alike().map((group) => group.map(({ name }) => name))
  }

  it('are proposed with how many articles have each, the most used first', () => {
    const library = tempLibrary()
    for (const tags of [['recept'], ['Recepten', 'soep'], ['Recepten']]) {
      library.articles.create({ title: 'A', tags })
    }
    expect(library.tags.alike()).toMatchObject([
      [
        { name: 'Recepten', articles: 2, why: null },
        { name: 'recept', articles: 1, why: 'plural' },
      ],
    ])
  })

  it('are not proposed once they are said to be apart, also when one goes and comes back', () => {
    const library = tempLibrary()
    const { id } = library.articles.create({ title: 'A', tags: ['lopen', 'kopen'] })
    library.tags.setApart([idOf(library, 'lopen'), idOf(library, 'kopen')], true)
    expect(alike(library)).toEqual([])
    library.articles.save(id, 1, { tags: ['lopen'] })
    library.articles.save(id, 2, { tags: ['lopen', 'KOPEN'] })
    expect(alike(library)).toEqual([])
    expect(library.tags.apart()).toEqual([{ lower: 'kopen', higher: 'lopen' }])
    library.tags.setApart([idOf(library, 'lopen'), idOf(library, 'KOPEN')], false)
    expect(alike(library)).toHaveLength(1)
  })

  it('are proposed again when all of that is forgotten, and refuse what is not there', () => {
    const library = tempLibrary()
    library.articles.create({ title: 'A', tags: ['𝔘nie', 'ｕnie', 'unies'] })
    const ids = library.tags.list().map(({ id }) => id)
    library.tags.setApart(ids, true)
    expect(alike(library)).toEqual([])
    library.tags.forgetApart()
    expect(alike(library)).not.toEqual([])
    expect(failureOf(() => library.tags.setApart([ids[0]!, 99], true)).code).toBe('notFound')
  })
})
