import { existsSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { openLibrary } from '../../../electron/library/library.ts'
import { png } from './pictures.ts'
import { failureOf, tempLibrary } from './temp-library.ts'

/** A library with a moment that can be set. */
function clockedLibrary() {
  let at = Date.parse('2026-03-01T12:00:00Z')
  const library = tempLibrary({ now: () => new Date(at) })
  return { library, wait: (milliseconds: number) => (at += milliseconds) }
}

describe('a bulk change', () => {
  it('gives many articles the same as one act, and undo gives each back what it had', () => {
    const { library, wait } = clockedLibrary()
    const [sport, eten] = ['Sport', 'Eten'].map(
      (name) => library.categories.create({ name, parentId: null }).id,
    )
    const { id: author } = library.authors.create({ name: 'Noor' })
    const before = [
      library.articles.create({ title: 'Een', categoryId: sport!, tags: ['rennen', 'Bos'] }),
      library.articles.create({ title: 'Twee', status: 'ready', language: 'en' }),
      library.articles.create({ title: 'Drie', categoryId: eten!, tags: ['soep'] }),
    ]
    const ids = before.map(({ id }) => id)
    wait(60_000)
    const { actId, changed } = library.articles.change(ids, {
      status: 'published',
      categoryId: eten!,
      addTags: ['soep', 'Zondag'],
      removeTags: ['RENNEN'],
      authorIds: [author],
      language: 'nl-be',
    })
    expect(changed).toBe(3)
    expect(ids.map((id) => library.articles.get(id))).toMatchObject([
      {
        status: 'published',
        categoryId: eten,
        tags: ['Bos', 'soep', 'Zondag'],
        authorIds: [author],
        version: 2,
      },
      { publishedAt: library.articles.get(ids[1]!).updatedAt, tags: ['soep', 'Zondag'], language: 'nl-BE' },
      { tags: ['soep', 'Zondag'], version: 2 },
    ])
    expect(library.acts.list(10)).toMatchObject([
      {
        id: actId,
        kind: 'article.change',
        count: 3,
        name: '',
        undone: false,
        change: { status: 'published' },
      },
    ])
    expect(library.acts.undo(actId!)).toMatchObject({ kept: 0, act: { undone: true } })
    expect(ids.map((id) => library.articles.get(id))).toEqual(
      before.map((article) => ({ ...article, version: 3 })),
    )
    expect(library.tags.list().map(({ name }) => name)).toEqual(['Bos', 'rennen', 'soep'])
    // It follows its title again.
    expect(library.articles.save(ids[0]!, 3, { title: 'Nieuw' }).slug).toBe('nieuw')
  })

  it('is found by its new tags at once, and no longer after undo', () => {
    const { library } = clockedLibrary()
    const { id } = library.articles.create({ title: 'Een', tags: ['bos'] })
    const found = (query: string) => library.articles.list({ query }, null, 0, 1).total
    const { actId } = library.articles.change([id], { addTags: ['zandpad'] })
    expect(found('zandpad')).toBe(1)
    library.acts.undo(actId!)
    expect([found('zandpad'), found('bos')]).toEqual([0, 1])
  })

  it('is no act when nothing differs, and nothing at all when one article is gone', () => {
    const { library } = clockedLibrary()
    const { id } = library.articles.create({ title: 'Een', status: 'ready' })
    expect(library.articles.change([id], { status: 'ready', addTags: [] })).toEqual({
      actId: null,
      changed: 0,
    })
    expect(failureOf(() => library.articles.change([id, 99], { status: 'draft' })).code).toBe('notFound')
    expect(library.articles.get(id).status).toBe('ready')
    expect(library.acts.list(10)).toEqual([])
  })

  it('keeps a revision of each article whose status it changes', () => {
    const { library } = clockedLibrary()
    const ids = ['Een', 'Twee'].map((title) => library.articles.create({ title }).id)
    library.articles.change(ids, { status: 'published' })
    expect(ids.map((id) => library.revisions.list(id).map(({ kind }) => kind))).toEqual([
      ['status'],
      ['status'],
    ])
  })
})

describe('undoing', () => {
  it('leaves alone what was changed again since, and says how many', () => {
    const { library, wait } = clockedLibrary()
    const ids = ['Een', 'Twee'].map((title) => library.articles.create({ title }).id)
    const { actId } = library.articles.change(ids, { status: 'ready', addTags: ['bos'] })
    wait(60_000)
    library.articles.save(ids[0]!, 2, { status: 'published', body: 'Typt door.' })
    expect(library.acts.undo(actId!).kept).toBe(1)
    expect(library.articles.get(ids[0]!)).toMatchObject({ status: 'published', tags: [], body: 'Typt door.' })
    expect(library.articles.get(ids[1]!)).toMatchObject({ status: 'draft', tags: [] })
  })

  it('is undone by redo, and that by undo, also after a restart', () => {
    const { library } = clockedLibrary()
    const { id } = library.articles.create({ title: 'Een' })
    const { actId } = library.articles.trash([id])
    library.acts.undo(actId!)
    library.close()
    const again = openLibrary(library.folder)
    expect(again.acts.redo(actId!).act).toMatchObject({ kind: 'article.trash', name: 'Een', undone: false })
    expect(again.articles.get(id).trashedAt).not.toBeNull()
    again.acts.undo(actId!)
    expect(again.articles.get(id).trashedAt).toBeNull()
    expect(failureOf(() => again.acts.undo(actId!))).toMatchObject({
      code: 'notFound',
      detail: { what: 'act' },
    })
    again.close()
  })

  it('leaves an article that was deleted for good deleted', () => {
    const { library } = clockedLibrary()
    const [a, b] = ['Een', 'Twee'].map((title) => library.articles.create({ title }).id)
    const { actId } = library.articles.trash([a!, b!])
    library.articles.delete([a!])
    expect(library.acts.undo(actId!).kept).toBe(1)
    expect(library.articles.get(b!).trashedAt).toBeNull()
  })

  it('tells listeners of articles, acts and what else it changed', () => {
    const { library } = clockedLibrary()
    const { id } = library.articles.create({ title: 'Een', tags: ['bos'] })
    const { actId } = library.tags.delete(library.tags.list()[0]!.id)
    const heard: unknown[] = []
    library.onChange(({ parts, articleId }) => heard.push([parts.toSorted(), articleId]))
    library.acts.undo(actId!)
    expect(heard).toEqual([[['acts', 'articles', 'related', 'tags'], null]])
    expect(library.articles.get(id).tags).toEqual(['bos'])
  })

  it('is possible for 30 days and for the last 200 acts', () => {
    const { library, wait } = clockedLibrary()
    const { id } = library.articles.create({ title: 'Een' })
    library.articles.trash([id])
    for (let count = 0; count < 201; count++)
      library.articles.change([id], { status: count % 2 ? 'draft' : 'ready' })
    expect(library.acts.list(1000)).toHaveLength(200)
    expect(library.acts.list(1000).every(({ kind }) => kind === 'article.change')).toBe(true)
    wait(31 * 24 * 3_600_000)
    const { actId } = library.articles.restore([id])
    expect(library.acts.list(1000).map((act) => act.id)).toEqual([actId])
  })
})

describe('tags', () => {
  it('come back under their name, number, address and old addresses after they were merged', () => {
    const { library } = clockedLibrary()
    const { id } = library.articles.create({ title: 'Een', tags: ['rennen', 'bos'] })
    const { id: other } = library.articles.create({ title: 'Twee', tags: ['hardlopen'] })
    const before = library.tags.list()
    const { actId } = library.tags.rename(before.find(({ name }) => name === 'rennen')!.id, 'Hardlopen')
    expect(library.acts.list(1)).toMatchObject([{ kind: 'tag.merge', name: 'rennen' }])
    expect(library.articles.get(id).tags).toEqual(['hardlopen', 'bos'])
    library.acts.undo(actId!)
    expect(library.tags.list()).toEqual(before)
    expect(library.articles.get(id).tags).toEqual(['rennen', 'bos'])
    library.acts.redo(actId!)
    expect(library.articles.get(id).tags).toEqual(['hardlopen', 'bos'])
    expect(library.articles.get(other).tags).toEqual(['hardlopen'])
  })

  it('keep a name that they got since', () => {
    const { library } = clockedLibrary()
    library.articles.create({ title: 'Een', tags: ['a'] })
    const { id, actId } = library.tags.rename(1, 'b')
    library.tags.rename(id, 'c')
    expect(library.acts.undo(actId!).kept).toBe(1)
    expect(library.tags.list()).toMatchObject([{ name: 'c', slug: 'c' }])
  })
})

describe('an author who was deleted', () => {
  it('comes back with everything, to the articles that named them', () => {
    const { library } = clockedLibrary()
    const { id: made } = library.authors.create({ name: 'Noor', bio: 'Loopt.' })
    const article = library.articles.create({ title: 'Een', authorIds: [made] })
    const before = library.authors.list()
    const { actId } = library.authors.delete(made)
    expect(library.articles.get(article.id).authorIds).toEqual([])
    library.acts.undo(actId!)
    expect(library.authors.list()).toEqual(before)
    expect(library.articles.get(article.id).authorIds).toEqual([made])
    library.acts.redo(actId!)
    expect(library.authors.list()).toEqual([])
  })
})

describe('pictures in the trash', () => {
  it('are in no list, keep their file, and come back exactly; the same bytes bring them back as well', () => {
    const { library } = clockedLibrary()
    const bytes = png(4, 3)
    const { path } = library.media.add('pad.png', bytes)
    library.articles.create({ title: 'Een', cover: path, body: `![](${path}) en <img src="./${path}">` })
    library.articles.create({ title: 'Twee', body: `![Pad](${path})` })
    const before = library.media.list()
    expect(before).toMatchObject([{ uses: 2 }])
    expect(library.media.uses(path)).toMatchObject([{ title: 'Een' }, { title: 'Twee' }])
    const { actId } = library.media.trash([path])
    expect([library.media.list(), library.media.has(path)]).toEqual([[], false])
    expect(library.trash.list().media).toMatchObject([{ path, uses: 2 }])
    expect(existsSync(library.media.file(path))).toBe(true)
    library.acts.undo(actId!)
    expect(library.media.list()).toEqual(before)
    library.media.trash([path])
    library.media.add('anders.png', bytes)
    expect(library.media.list()).toEqual(before)
  })

  it('lose row and file when they are deleted for good, and others are left alone', () => {
    const { library } = clockedLibrary()
    const [a, b] = [1, 2].map((n) => library.media.add('pad.png', png(4, 3, n)).path)
    library.media.trash([a!])
    expect(failureOf(() => library.media.delete([a!, b!])).code).toBe('notFound')
    const file = library.media.file(a!)
    library.media.delete([a!])
    expect(existsSync(file)).toBe(false)
    expect(library.media.list()).toMatchObject([{ path: b }])
  })
})
