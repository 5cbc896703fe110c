import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { schemas } from '../../../electron/ipc/schemas/index.ts'
import { png } from '../library/pictures.ts'
import { tempFolder } from '../library/temp-library.ts'
import { type Application, application } from './handlers.ts'

async function opened(): Promise<Application> {
  const started = application()
  await started.session.create('Proef', 'nl-NL', join(tempFolder(), 'new'))
  return started
}

describe('acts over the bridge', () => {
  it('are listed, undone and redone, and the window is told', async () => {
    const { ask, host } = await opened()
    const category = await ask['category.create']({ name: 'Sport', parentId: null })
    const { id } = await ask['article.create']({ title: 'Een', categoryId: category.id })
    const { actId, changed } = await ask['article.change']({ ids: [id], change: { addTags: ['bos'] } })
    expect(changed).toBe(1)
    expect(await ask['act.list']({ limit: 5 })).toMatchObject([{ id: actId, name: 'Een', undone: false }])
    const told = host.emitted.length
    expect(await ask['act.undo']({ id: actId! })).toMatchObject({ kept: 0, act: { undone: true } })
    expect(host.emitted.slice(told)).toMatchObject([
      {
        name: 'library.changed',
        event: { parts: expect.arrayContaining(['acts', 'articles', 'tags']), articleId: id },
      },
    ])
    expect(await ask['act.redo']({ id: actId! })).toMatchObject({ act: { undone: false } })
    const acts = [
      await ask['category.trash']({ id: category.id, moveTo: null }),
      await ask['category.restore']({ ids: [category.id] }),
      await ask['tag.rename']({ id: (await ask['tag.list']({}))[0]!.id, name: 'woud' }),
      await ask['tag.delete']({ id: (await ask['tag.list']({}))[0]!.id }),
      await ask['article.trash']({ ids: [id] }),
      await ask['article.restore']({ ids: [id] }),
    ]
    expect(acts.every((one) => one.actId !== null)).toBe(true)
    expect(await ask['article.trash']({ ids: [] })).toEqual({ actId: null })
  })

  it('on thousands of articles are done beside the window, while an article is saved, and undone as one', async () => {
    const { ask, session, host } = await opened()
    const { library } = session
    const ids = library.transaction(() =>
      Array.from({ length: 2_001 }, (_, at) => library.articles.create({ title: `Artikel ${at}` }).id),
    )
    const other = await ask['article.create']({ title: 'Ondertussen' })
    const changing = ask['article.change']({ ids, change: { addTags: ['water'] } })
    // A second one waits for nobody: it is refused in words. Whoever saves waits, and is not refused.
    await expect(ask['article.trash']({ ids })).rejects.toMatchObject({ code: 'busy' })
    const saved = await ask['article.save']({ id: other.id, baseVersion: 1, patch: { body: 'Een zin.' } })
    expect(saved.version).toBe(2)
    const { actId, changed } = await changing
    expect(changed).toBe(2_001)
    expect(host.emitted.at(-1)).toMatchObject({ name: 'library.changed', event: { articleId: null } })
    expect(await ask['tag.list']({})).toMatchObject([{ name: 'water', articles: 2_001 }])
    expect(await ask['act.undo']({ id: actId! })).toMatchObject({ kept: 0, act: { undone: true } })
    expect(await ask['tag.list']({})).toEqual([])
    expect(await ask['act.cancel']({})).toBeNull()
  })

  it('empty a trash of hundreds of articles beside the window, with their pictures', async () => {
    const { ask, session } = await opened()
    const { library } = session
    const { path } = await ask['media.add']({ name: 'pad.png', bytes: png(4, 3) })
    const file = library.media.file(path)
    const ids = library.transaction(() =>
      Array.from({ length: 201 }, (_, index) => library.articles.create({ title: `Artikel ${index}` }).id),
    )
    await ask['media.trash']({ paths: [path] })
    await ask['article.trash']({ ids })
    const emptying = ask['trash.empty']({})
    // Whoever writes meanwhile waits, and is not refused.
    const made = await ask['article.create']({ title: 'Ondertussen' })
    expect(await emptying).toEqual({ articles: 201, categories: 0, media: 1 })
    expect(existsSync(file)).toBe(false)
    expect(await ask['article.counts']({})).toMatchObject({ all: 1, trash: 0 })
    expect(await ask['article.get']({ id: made.id })).toMatchObject({ title: 'Ondertussen' })
  })

  it.each([
    ['article.change', { ids: [1], change: { status: 'gone' } }],
    ['article.change', { ids: [1], change: { body: 'x' } }],
    ['media.trash', { paths: ['../library.db'] }],
    ['media.delete', { paths: ['media/../library.db'] }],
    ['act.undo', { id: -1 }],
    ['category.delete', { id: 1, moveTo: 2 }],
    ['site.update', { patch: { trashDays: 0 } }],
  ] as const)('refuse %s with %j', (name, args) => {
    expect(schemas[name].safeParse(args).success).toBe(false)
  })
})
