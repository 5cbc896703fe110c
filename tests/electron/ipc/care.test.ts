import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { makeBackup } from '../../../electron/library/backups.ts'
import { copyAsCrashed, richLibrary, writeToLog } from '../library/damage.ts'
import { tempFolder } from '../library/temp-library.ts'
import { type Application, application } from './handlers.ts'

/** An application that had this library open when it ended last. */
function startedWith(folder: string): Application {
  const started = application()
  started.session.settings.update({ lastLibrary: folder })
  return started
}

/** A library of sixty articles that nobody has open; with `log` as a crash left it, with saves in its log. */
async function library({ log = false, backup = false } = {}): Promise<string> {
  const whole = join(tempFolder(), 'whole')
  const open = richLibrary(whole)
  if (backup) await makeBackup(whole)
  if (log) writeToLog(open)
  const folder = join(tempFolder(), 'library')
  if (!log) open.close()
  copyAsCrashed(whole, folder)
  if (log) open.close()
  return folder
}

function damage(folder: string): Buffer {
  const file = join(folder, 'library.db')
  const bytes = readFileSync(file)
  bytes.fill(0, 4096, 4096 * 40)
  writeFileSync(file, bytes)
  return bytes
}

describe('a library at the start', () => {
  it('is opened when it was closed in order, and when a crash left saves in its log', async () => {
    for (const log of [false, true]) {
      const { session, ask } = startedWith(await library({ log }))
      await session.reopenLast()
      expect(await ask['app.state']({})).toMatchObject({
        library: { site: { name: 'Proef' } },
        refused: null,
      })
      expect((await ask['article.get']({ id: 1 })).body.startsWith('Later')).toBe(log)
    }
  })

  it('leaves an empty log behind when it is closed, so that the next start asks nothing', async () => {
    const folder = await library()
    const { session, ask } = startedWith(folder)
    await session.reopenLast()
    await ask['article.create']({ title: 'Een' })
    await ask['related.list']({ articleId: 1, limit: 3 })
    session.quit()
    let examined = 0
    const startKeeper = () => {
      examined++
      throw new Error('nothing is to be examined')
    }
    const again = application({ ...application().host, startKeeper })
    again.session.settings.update({ lastLibrary: folder })
    await again.session.reopenLast()
    expect(examined).toBe(0)
    expect(again.session.hasLibrary).toBe(true)
  })

  it('is refused with what was found when it is damaged, and left as it is', async () => {
    const folder = await library({ log: true })
    const bytes = damage(folder)
    const { session, ask } = startedWith(folder)
    await session.reopenLast()
    expect(await ask['app.state']({})).toMatchObject({
      library: null,
      refused: {
        folder,
        failure: { code: 'library.damaged' },
        diagnosis: { folder, state: 'damaged' },
      },
    })
    expect(readFileSync(join(folder, 'library.db')).equals(bytes)).toBe(true)
  })

  it('is opened without a verdict when the examination itself breaks down', async () => {
    const { host } = application()
    const broken = () => ({
      send: () => {},
      onMessage: () => {},
      onEnd: (listener: (how: string) => void) => queueMicrotask(() => listener('SIGKILL')),
      kill: () => {},
    })
    const { session } = application({ ...host, startKeeper: broken })
    session.settings.update({ lastLibrary: await library({ log: true }) })
    await session.reopenLast()
    expect(session.hasLibrary).toBe(true)
  })
})

describe('a damaged library', () => {
  it('is rescued, and what was rescued is open', async () => {
    const folder = await library()
    const bytes = damage(folder)
    const { session, ask } = startedWith(folder)
    await session.reopenLast()
    const { state, aside, articles, mended } = await ask['care.rescue']({})
    expect(state).toMatchObject({ library: { folder }, refused: null })
    expect(articles).toBeGreaterThan(0)
    expect(Array.isArray(mended)).toBe(true)
    expect(readFileSync(join(aside!, 'library.db')).equals(bytes)).toBe(true)
    expect((await ask['article.counts']({})).all).toBe(articles)
  })

  it('is replaced by its newest backup, and that is open', async () => {
    const folder = await library({ backup: true })
    damage(folder)
    const { session, ask } = startedWith(folder)
    await session.reopenLast()
    const [backup] = (await ask['care.state']({})).backups
    expect(backup).toMatchObject({ articles: 60 })
    const { state, articles } = await ask['care.restore']({ file: backup!.file })
    expect(state).toMatchObject({ library: { folder }, refused: null })
    expect(articles).toBe(60)
  })
})

describe('an open library', () => {
  it('is brought back to a backup, with what was there kept beside it', async () => {
    const { session, ask } = startedWith(await library({ backup: true }))
    await session.reopenLast()
    await ask['related.list']({ articleId: 1, limit: 3 })
    await ask['article.create']({ title: 'Later' })
    const [backup] = (await ask['care.state']({})).backups
    const { aside } = await ask['care.restore']({ file: backup!.file })
    expect((await ask['article.counts']({})).all).toBe(60)
    expect(await ask['article.find']({ slug: 'later' })).toBeNull()
    await session.openFolder(aside!)
    expect(await ask['article.find']({ slug: 'later' })).not.toBeNull()
  })

  it('is not rescued, nor replaced by a file that is no backup of it, and stays open', async () => {
    const { session, ask } = startedWith(await library())
    await session.reopenLast()
    await expect(Promise.resolve().then(() => ask['care.rescue']({}))).rejects.toMatchObject({
      code: 'request.invalid',
    })
    const file = join(await library(), 'library.db')
    await expect(Promise.resolve().then(() => ask['care.restore']({ file }))).rejects.toMatchObject({
      code: 'request.invalid',
    })
    expect(session.hasLibrary).toBe(true)
  })

  it('stays as it is, and open, when its backup cannot be restored', async () => {
    const { session, ask } = startedWith(await library({ backup: true }))
    await session.reopenLast()
    const [backup] = (await ask['care.state']({})).backups
    const bytes = readFileSync(backup!.file)
    writeFileSync(backup!.file, bytes.fill(0, 4096, 8192))
    await ask['article.create']({ title: 'Later' })
    await expect(ask['care.restore']({ file: backup!.file })).rejects.toMatchObject({
      code: 'library.damaged',
    })
    expect(await ask['article.find']({ slug: 'later' })).not.toBeNull()
  })
})

describe('revisions', () => {
  it('are made, listed, read and restored', async () => {
    const { session, ask } = application()
    await session.create('Proef', 'nl-NL', session.defaultParent)
    const { id } = await ask['article.create']({ title: 'Een' })
    await ask['article.save']({ id, baseVersion: 1, patch: { body: 'Eerst' } })
    const head = await ask['revision.record']({ articleId: id, name: 'Voor Noor' })
    expect(head).toMatchObject({ kind: 'hand', name: 'Voor Noor', version: 2 })
    await ask['article.save']({ id, baseVersion: 2, patch: { body: 'Later' } })
    expect(await ask['revision.list']({ articleId: id })).toContainEqual(head)
    expect(await ask['revision.get']({ id: head.id })).toMatchObject({ state: { body: 'Eerst' } })
    expect(await ask['revision.restore']({ id: head.id })).toMatchObject({
      article: { id, body: 'Eerst', version: 4 },
      left: [],
    })
    const [newest] = await ask['revision.list']({ articleId: id })
    expect(await ask['revision.get']({ id: newest!.id })).toMatchObject({
      kind: 'before',
      state: { body: 'Later' },
    })
  })
})
