import { describe, expect, it } from 'vitest'
import { Failure } from '../../../core/errors.ts'
import type { Library } from '../../../electron/library/library.ts'
import { sweepInThread } from '../../../electron/library/sweep-client.ts'
import { failureOf, tempLibrary } from './temp-library.ts'

const ARTICLES = 1_200

function manyArticles(): { library: Library; ids: number[] } {
  const library = tempLibrary()
  const ids = library.transaction(() =>
    Array.from(
      { length: ARTICLES },
      (_, at) => library.articles.create({ title: `Artikel ${at}`, tags: at % 3 === 0 ? ['bos'] : [] }).id,
    ),
  )
  return { library, ids }
}

const rowsOf = (library: Library) => [...library.articles.iterate()]
const unwatched = { signal: new AbortController().signal, onProgress: () => {} }

describe('an act on very many articles', () => {
  it('tells how far it is, is one act, and is taken back as one, in a thread of its own', async () => {
    const { library, ids } = manyArticles()
    const before = rowsOf(library)
    const told: (readonly [number, number])[] = []
    const { actId, changed } = await sweepInThread(
      library.folder,
      'article.change',
      { ids, change: { addTags: ['water'], status: 'ready' } },
      { ...unwatched, onProgress: (done, total) => told.push([done, total]) },
    )
    expect(changed).toBe(ARTICLES)
    expect(told).toEqual([0, 500, 1_000, ARTICLES].map((done) => [done, ARTICLES]))
    expect(rowsOf(library).every(({ tags, status }) => tags.at(-1) === 'water' && status === 'ready')).toBe(
      true,
    )
    expect(library.acts.list(5)).toMatchObject([{ id: actId, count: ARTICLES }])
    expect(library.acts.size(actId!)).toBeGreaterThanOrEqual(ARTICLES)
    await sweepInThread(library.folder, 'act.undo', { id: actId! }, unwatched)
    // Its version counts on; all else is as it was.
    expect(rowsOf(library).map((row) => ({ ...row, version: 1 }))).toEqual(before)
  })

  it('tells how far it is also for a name that becomes another tag’s, for categories and authors, and for what goes for good', async () => {
    const { library, ids } = manyArticles()
    const author = library.authors.create({ name: 'Noor' }).id
    const { id: category } = library.categories.create({ name: 'Sport', parentId: null })
    library.articles.change(ids, { addTags: ['bossen'], categoryId: category, authorIds: [author] })
    library.categories.trash(category, null)
    const told: number[] = []
    const watched = { ...unwatched, onProgress: (done: number) => void told.push(done) }
    const all = [0, 500, 1_000, ARTICLES]
    const tag = library.tags.list().find(({ name }) => name === 'bossen')!
    const steps = [
      () => sweepInThread(library.folder, 'tag.rename', { id: tag.id, name: 'woud' }, watched),
      () => sweepInThread(library.folder, 'tag.rename', { id: tag.id, name: 'bos' }, watched),
      () => sweepInThread(library.folder, 'category.restore', { ids: [category] }, watched),
      () => sweepInThread(library.folder, 'author.delete', { id: author }, watched),
    ]
    for (const step of steps) {
      told.length = 0
      await step()
      expect(told).toEqual(all)
    }
    expect(library.tags.list()).toMatchObject([{ name: 'bos', articles: ARTICLES }])
    expect(library.categories.get(category).articles).toBe(ARTICLES)
    expect(library.authors.list()).toEqual([])
    library.articles.trash(ids)
    told.length = 0
    await sweepInThread(library.folder, 'article.delete', { ids }, watched)
    expect(told).toEqual(all)
    expect(library.articles.counts()).toMatchObject({ all: 0, trash: 0 })
  })

  it('leaves everything as it was when it is stopped halfway', () => {
    const { library, ids } = manyArticles()
    const before = rowsOf(library)
    library.watchRows((done) => {
      if (done >= ARTICLES / 2) throw new Failure('cancelled', { task: 'care' })
    })
    expect(failureOf(() => library.articles.change(ids, { addTags: ['water'] }))).toMatchObject({
      code: 'cancelled',
    })
    expect(rowsOf(library)).toEqual(before)
    expect(library.acts.list(5)).toEqual([])
    expect(library.tags.list().map(({ name }) => name)).toEqual(['bos'])
  })

  it('is stopped in its thread by who waits for it', async () => {
    const { library, ids } = manyArticles()
    const signal = AbortSignal.abort()
    await expect(
      sweepInThread(library.folder, 'article.trash', { ids }, { ...unwatched, signal }),
    ).rejects.toMatchObject({ code: 'cancelled' })
    expect(library.articles.counts()).toMatchObject({ all: ARTICLES, trash: 0 })
  })
})
