import Database from 'better-sqlite3'
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
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

  it('of many articles is indexed in steps for which no search waits; what is saved meanwhile is found at once', () => {
    const { library } = clockedLibrary()
    const ids = library.transaction(() =>
      Array.from({ length: 120 }, (_, index) => library.articles.create({ title: `Artikel ${index}` }).id),
    )
    const found = (query: string) => library.articles.list({ query }, null, 0, 1).total
    library.articles.change(ids, { addTags: ['zandpad'] })
    expect(found('zandpad')).toBe(0)
    library.articles.save(ids[119]!, 2, { body: 'Over de heuvel.' })
    expect([found('heuvel'), found('zandpad')]).toEqual([1, 1])
    expect([1, 2, 3].map(() => library.articles.indexPending())).toEqual([true, true, false])
    expect(found('zandpad')).toBe(120)
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
    expect(heard).toEqual([[['acts', 'articles', 'related', 'tags'], id]])
    expect(library.articles.get(id).tags).toEqual(['bos'])
  })

  it('is possible for 30 days and for the last 200 acts', () => {
    const { library, wait } = clockedLibrary()
    const { id } = library.articles.create({ title: 'Een' })
    library.articles.trash([id])
    library.transaction(() => {
      for (let count = 0; count < 201; count++) {
        library.articles.change([id], { status: count % 2 ? 'draft' : 'ready' })
      }
    })
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

describe('a category in the trash', () => {
  it('comes back where it was, with its address, cover, articles and subcategories, as far as they are where it left them', () => {
    const { library } = clockedLibrary()
    const make = (name: string, parentId: number | null) => library.categories.create({ name, parentId }).id
    const [a, b, c] = [make('A', null), make('B', null), make('C', null)]
    const [x, y] = [make('X', b), make('Y', b)]
    library.categories.update(b, { slug: 'eigen', description: 'Over B', cover: 'media/b-4x3.png' })
    const ids = ['Een', 'Twee', 'Drie'].map((title) => library.articles.create({ title, categoryId: b }).id)
    library.articles.trash([ids[1]!])
    const before = library.categories.list()
    library.categories.trash(b, c)
    expect(library.categories.list().map(({ name }) => name)).toEqual(['A', 'X', 'Y', 'C'])
    expect(library.trash.list().categories).toMatchObject([{ id: b, articles: 3, subcategories: 2 }])
    expect(failureOf(() => library.categories.get(b)).code).toBe('notFound')
    expect(failureOf(() => library.articles.create({ title: 'Nee', categoryId: b })).code).toBe('notFound')
    library.articles.change([ids[0]!], { categoryId: a })
    library.categories.move(x, a, 0)
    library.categories.restore([b])
    expect(library.articles.get(ids[0]!).categoryId).toBe(a)
    expect(ids.slice(1).map((id) => library.articles.get(id).categoryId)).toEqual([b, b])
    expect(library.categories.list().map(({ name }) => name)).toEqual(['A', 'X', 'B', 'Y', 'C'])
    for (const { id } of library.acts.list(3)) library.acts.undo(id)
    expect(library.acts.undo(library.acts.list(4)[3]!.id).kept).toBe(0)
    expect(library.categories.list()).toEqual(before)
    expect(library.categories.get(y).parentId).toBe(b)
  })

  it('keeps its slug from others, comes back at the top when its parent is gone, and can be deleted for good', () => {
    const { library } = clockedLibrary()
    const a = library.categories.create({ name: 'A', parentId: null }).id
    const b = library.categories.create({ name: 'B', parentId: a }).id
    library.categories.trash(b, null)
    expect(library.categories.create({ name: 'B', parentId: null }).slug).toBe('b-2')
    library.categories.trash(a, null)
    library.categories.delete(a)
    library.categories.restore([b])
    expect(library.categories.list()).toMatchObject([
      { slug: 'b-2' },
      { slug: 'b', parentId: null, position: 1 },
    ])
    expect(failureOf(() => library.categories.delete(b)).code).toBe('notFound')
  })
})

describe('the trash', () => {
  it('is emptied whole, in one step, with the files of pictures', () => {
    const { library } = clockedLibrary()
    const category = library.categories.create({ name: 'A', parentId: null }).id
    const { id } = library.articles.create({ title: 'Een', categoryId: category, tags: ['bos'] })
    const { id: stays } = library.articles.create({ title: 'Twee' })
    const { path } = library.media.add('pad.png', png(4, 3))
    const file = library.media.file(path)
    library.articles.trash([id])
    library.categories.trash(category, null)
    const { actId } = library.media.trash([path])
    expect(library.trash.empty()).toEqual({ articles: 1, categories: 1, media: 1 })
    expect(existsSync(file)).toBe(false)
    expect(library.trash.list()).toEqual({ categories: [], media: [] })
    expect(library.articles.counts()).toMatchObject({ all: 1, trash: 0 })
    expect(library.acts.undo(actId!).kept).toBe(1)
    expect(library.articles.get(stays).title).toBe('Twee')
  })

  it('is emptied by itself of what has lain there longer than the site says, and never unless it says so', () => {
    const { library, wait } = clockedLibrary()
    const ids = ['Een', 'Twee'].map((title) => library.articles.create({ title }).id)
    library.articles.trash([ids[0]!])
    wait(20 * 24 * 3_600_000)
    library.articles.trash([ids[1]!])
    wait(15 * 24 * 3_600_000)
    expect(library.trash.emptyOld().articles).toBe(0)
    library.site.update({ trashDays: 30 })
    expect(library.trash.emptyOld().articles).toBe(1)
    expect(library.articles.list({ status: 'trash' }, null, 0, 9).rows.map(({ id }) => id)).toEqual([ids[1]])
    expect(failureOf(() => library.site.update({ trashDays: 0 })).code).toBe('value.refused')
  })

  it('leaves no file behind when Longhand was killed between deleting a picture and its file', () => {
    const { library } = clockedLibrary()
    const { path } = library.media.add('pad.png', png(4, 3))
    const file = library.media.file(path)
    const bytes = readFileSync(file)
    library.media.trash([path])
    library.media.delete([path])
    const db = new Database(library.file)
    db.prepare("INSERT INTO note VALUES (?, '')").run(`gone:${path}`)
    db.close()
    writeFileSync(file, bytes)
    openLibrary(library.folder).close()
    expect(existsSync(file)).toBe(false)
  })
})
