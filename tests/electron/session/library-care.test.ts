import { existsSync, readFileSync, readdirSync, renameSync, writeFileSync } from 'node:fs'
import { basename, dirname, join } from 'node:path'
import { afterAll, describe, expect, it, vi } from 'vitest'
import type { Events } from '../../../core/bridge.ts'
import type { Host } from '../../../electron/session/host.ts'
import { Failure } from '../../../core/errors.ts'
import { fakeHost } from '../fake-host.ts'
import { type Application, application } from '../ipc/handlers.ts'
import { sharedKeeper } from '../shared-keeper.ts'
import { tempFolder } from '../library/temp-library.ts'

const keeper = sharedKeeper()
afterAll(() => keeper.close())

/** An application with a library of two articles open. */
async function open(): Promise<Application & { readonly folder: string }> {
  const app = application({ ...fakeHost(), startKeeper: keeper.start })
  await app.session.create('Proef', 'nl-NL', app.session.defaultParent)
  await app.ask['article.create']({ title: 'Een' })
  await app.ask['article.create']({ title: 'Twee' })
  return { ...app, folder: app.session.library.folder }
}

/** Whatever a request does first, a refusal comes as a rejection. */
const asked = <T>(work: () => T | Promise<T>): Promise<T> => Promise.resolve().then(work)

function damage(folder: string): Buffer {
  const file = join(folder, 'library.db')
  const bytes = readFileSync(file).fill(0, 4096)
  writeFileSync(file, bytes)
  return bytes
}

/** More than is copied in one go. */
function fill({ session: { library } }: Application): void {
  library.transaction(() => {
    for (let count = 0; count < 25; count++) library.articles.create({ body: 'woord '.repeat(50_000) })
  })
}

/** Does something once, from within the first news of how far care has come. */
function atFirstProgress({ host }: Application, work: () => void): void {
  const { emit } = host
  let isFirst = true
  const emitAndWork: Host['emit'] = (name, event) => {
    emit(name, event)
    if (name !== 'care.progress' || !isFirst) return
    isFirst = false
    work()
  }
  Object.assign(host, { emit: emitAndWork })
}

async function save({ ask }: Application, id: number, body: string): Promise<void> {
  const { version } = await ask['article.get']({ id })
  await ask['article.save']({ id, baseVersion: version, patch: { body } })
}

describe('the backups of an open library', () => {
  it('are made when asked for, tell of their progress, and take their room', async () => {
    const { ask, host, folder } = await open()
    expect(await ask['care.state']({})).toMatchObject({
      folder,
      backups: [],
      bytes: 0,
      aside: [],
      elsewhere: null,
    })
    const { backups, missing, bytes } = await ask['care.backUp']({})
    expect(missing).toEqual([])
    expect(backups).toMatchObject([{ articles: 2, kind: 'hand', places: ['library'] }])
    expect(bytes).toBeGreaterThan(backups[0]!.bytes)
    const phases = host.emitted
      .filter(({ name }) => name === 'care.progress')
      .map(({ event }) => (event as Events['care.progress']).phase)
    expect(phases).toEqual(expect.arrayContaining(['copying', 'checking']))
  })

  it('are one at a time, and stop when told to, with nothing left', async () => {
    const app = await open()
    fill(app)
    const making = asked(() => app.ask['care.backUp']({}))
    await expect(asked(() => app.ask['care.backUp']({}))).rejects.toMatchObject({ code: 'busy' })
    await app.ask['care.cancel']({})
    await expect(making).rejects.toMatchObject({ code: 'cancelled', detail: { task: 'care' } })
    const into = join(app.folder, 'backups')
    expect(readdirSync(into).filter((name) => name !== 'media')).toEqual([])
    expect((await app.ask['care.backUp']({})).backups).toHaveLength(1)
  })

  it('tell what differs, and give back what is gone as an article and what changed as a revision', async () => {
    const app = await open()
    const { ask } = app
    await save(app, 1, 'Eerst.')
    const { backups } = await ask['care.backUp']({})
    const { file } = backups[0]!
    expect(await ask['care.look']({ file })).toMatchObject({ changed: 0, added: 0, lost: 0, articles: [] })
    await save(app, 1, 'Later.')
    await ask['article.trash']({ ids: [2] })
    await ask['article.delete']({ ids: [2] })
    await ask['article.create']({ title: 'Drie' })
    expect(await ask['care.look']({ file })).toMatchObject({
      ...{ changed: 1, added: 1, lost: 1 },
      articles: [
        { id: 2, title: 'Twee', how: 'lost' },
        { id: 1, title: 'Een', how: 'changed' },
        { title: 'Drie', how: 'added' },
      ],
    })
    const { articles } = await ask['care.takeBack']({ file, ids: [1, 2, 99] })
    expect(articles).toMatchObject([
      { id: 1, title: 'Een', as: 'revision' },
      { title: 'Twee', as: 'article' },
    ])
    expect(await ask['article.find']({ slug: 'twee' })).toBe(articles[1]!.id)
    expect((await ask['article.get']({ id: 1 })).body).toBe('Later.')
    const [revision] = await ask['revision.list']({ articleId: 1 })
    expect(revision!.name).toMatch(/^Uit de back-up van /)
    expect(await ask['revision.get']({ id: revision!.id })).toMatchObject({ state: { body: 'Eerst.' } })
  })

  it('are restored after the present state was backed up, which can be put back the same way', async () => {
    const app = await open()
    const { ask } = app
    const before = (await ask['care.backUp']({})).backups[0]!
    await save(app, 1, 'Later.')
    const { opening } = app.session.state()
    const { aside } = await ask['care.restore']({ file: before.file })
    expect(app.session.state().opening).toBeGreaterThan(opening)
    expect((await ask['article.get']({ id: 1 })).body).toBe('')
    const { backups, aside: kept } = await ask['care.state']({})
    expect(kept).toMatchObject([{ folder: aside }])
    const present = backups.find(({ kind }) => kind === 'before')!
    await ask['care.restore']({ file: present.file })
    expect((await ask['article.get']({ id: 1 })).body).toBe('Later.')
  })

  it('leave the library as it is, and open, when a restore is stopped', async () => {
    const app = await open()
    fill(app)
    const [backup] = (await app.ask['care.backUp']({})).backups
    await save(app, 1, 'Later.')
    // Stopped from within its first news: a moment later it may be done.
    atFirstProgress(app, () => void app.ask['care.cancel']({}))
    const restoring = asked(() => app.ask['care.restore']({ file: backup!.file }))
    await expect(restoring).rejects.toMatchObject({ code: 'cancelled' })
    expect((await app.ask['article.get']({ id: 1 })).body).toBe('Later.')
    expect(readdirSync(dirname(app.folder))).toEqual([basename(app.folder)])
  })

  it('are those of the library alone', async () => {
    const { ask } = await open()
    const other = (await (await open()).ask['care.backUp']({})).backups[0]!
    for (const request of ['care.restore', 'care.look'] as const) {
      await expect(asked(() => ask[request]({ file: other.file }))).rejects.toMatchObject({
        code: 'request.invalid',
      })
    }
  })
})

describe('a second place', () => {
  it('is chosen, gets the newest, is remembered outside the library, and is let go', async () => {
    const { ask, host, folder, session } = await open()
    await ask['care.backUp']({})
    const disk = tempFolder()
    host.answers.push(disk)
    const chosen = await ask['care.chooseElsewhere']({})
    const place = join(disk, `${basename(folder)}-backups`)
    expect(chosen!.elsewhere).toEqual({ folder: place, isThere: true, lastUtc: chosen!.backups[0]!.utc })
    expect(chosen!.backups).toMatchObject([{ places: ['library', 'elsewhere'] }])
    expect(session.settings.get().elsewhere[folder]?.folder).toBe(place)

    renameSync(place, `${place}-weg`)
    const away = await ask['care.backUp']({})
    expect(away.elsewhere).toMatchObject({ isThere: false, lastUtc: chosen!.backups[0]!.utc })
    expect(host.logged).toEqual([])
    expect((await ask['care.forgetElsewhere']({})).elsewhere).toBeNull()
  })

  it('may not lie in the library, and may be left unchosen', async () => {
    const { ask, host, folder } = await open()
    expect(await ask['care.chooseElsewhere']({})).toBeNull()
    host.answers.push(join(folder, 'media'))
    await expect(asked(() => ask['care.chooseElsewhere']({}))).rejects.toMatchObject({
      code: 'library.occupied',
    })
  })

  it('brings back a library whose own folder is gone', async () => {
    const { ask, host, folder, session } = await open()
    await ask['care.backUp']({})
    host.answers.push(tempFolder())
    await ask['care.chooseElsewhere']({})
    session.quit()
    renameSync(folder, `${folder}-gestolen`)
    await session.reopenLast()
    expect(session.state().refused).toMatchObject({ folder, failure: { code: 'library.missing' } })
    const [backup] = (await ask['care.state']({})).backups
    expect(backup).toMatchObject({ places: ['elsewhere'] })
    expect(await ask['care.restore']({ file: backup!.file })).toMatchObject({ articles: 2, aside: null })
  })
})

describe('a whole library', () => {
  it('is saved as one file and opened from it as another', async () => {
    const { ask, host, folder, session } = await open()
    const file = join(tempFolder(), 'mijn.longhand')
    host.answers.push(file)
    expect(await ask['care.archive']({})).toMatchObject({ file, articles: 2, missing: [] })
    host.answers.push(file)
    const report = await ask['care.unpack']({})
    expect(report).toMatchObject({ articles: 2, aside: null })
    const { folder: second } = session.library
    expect(dirname(second)).toBe(dirname(folder))
    expect(second).not.toBe(folder)
    expect(await ask['care.unpack']({})).toBeNull()
  })

  it('is shown where main has named it, and nowhere else', async () => {
    const { ask, folder } = await open()
    expect(await ask['care.show']({ path: folder })).toBeNull()
    await expect(asked(() => ask['care.show']({ path: '/etc' }))).rejects.toMatchObject({
      code: 'request.invalid',
    })
    await expect(asked(() => ask['care.deleteAside']({ folder }))).rejects.toMatchObject({
      code: 'request.invalid',
    })
    expect(existsSync(folder)).toBe(true)
  })
})

describe('damage', () => {
  it('is told though not even the name of the site can be read any more', async () => {
    const { session, host } = await open()
    const failure = {
      code: 'library.damaged',
      detail: { file: session.library.file, problem: 'malformed' },
    } as const
    expect(session.state().library?.site.name).toBe('Proef')
    vi.spyOn(session.library.site, 'get').mockImplementation(() => {
      throw new Failure(failure.code, failure.detail)
    })
    session.noticeFailure(failure)
    expect(host.emitted.at(-1)).toMatchObject({
      name: 'app.stateChanged',
      event: { damage: failure, library: { site: { name: 'Proef' } } },
    })
  })

  it('that is met while the library is open is told, and examined when the writer asks', async () => {
    const { ask, folder, session } = await open()
    const failure = {
      code: 'library.damaged' as const,
      detail: { file: join(folder, 'library.db'), problem: 'malformed' },
    }
    session.noticeFailure({ ...failure, detail: { ...failure.detail, file: '/elders/library.db' } })
    expect(session.state().damage).toBeNull()
    session.noticeFailure(failure)
    expect(session.state()).toMatchObject({ damage: failure, library: { folder } })
    // It was a false alarm.
    expect(await ask['care.examine']({})).toMatchObject({ damage: null, refused: null, library: { folder } })
  })

  it('of the first page of an open library is damage, and no other kind of file', async () => {
    const { ask, folder, session } = await open()
    const failure = { code: 'library.damaged' as const, detail: { file: session.library.file, problem: 'x' } }
    const file = join(folder, 'library.db')
    writeFileSync(file, Buffer.alloc(readFileSync(file).length, 7), { flag: 'r+' })
    writeFileSync(`${file}-wal`, Buffer.alloc(readFileSync(`${file}-wal`).length, 7), { flag: 'r+' })
    session.noticeFailure(failure)
    expect(await ask['care.examine']({})).toMatchObject({
      library: null,
      refused: { folder, failure: { code: 'library.damaged' }, diagnosis: { state: 'damaged' } },
    })
  })

  it('leads to the refused library, which begins anew and stays beside', async () => {
    const { ask, folder, session } = await open()
    session.quit()
    const bytes = damage(folder)
    await session.reopenLast()
    expect(await ask['care.examine']({})).toMatchObject({
      library: null,
      refused: { diagnosis: { state: 'damaged' } },
    })
    const { state, aside } = await ask['care.startAnew']({ name: 'Opnieuw', language: 'nl-NL' })
    expect(state).toMatchObject({ library: { folder, site: { name: 'Opnieuw' } }, refused: null })
    expect(readFileSync(join(aside!, 'library.db')).equals(bytes)).toBe(true)
    expect((await ask['care.deleteAside']({ folder: aside! })).aside).toEqual([])
  })

  it('of another library is turned to only when that was refused', async () => {
    const { ask, folder, session } = await open()
    const other = await open()
    other.session.quit()
    damage(other.folder)
    await expect(asked(() => ask['care.turnTo']({ folder: other.folder }))).rejects.toMatchObject({
      code: 'request.invalid',
    })
    await expect(session.openFolder(other.folder)).rejects.toMatchObject({ code: 'library.damaged' })
    expect(session.state().library?.folder).toBe(folder)
    expect(await ask['care.turnTo']({ folder: other.folder })).toMatchObject({
      library: null,
      refused: { folder: other.folder },
    })
  })
})
