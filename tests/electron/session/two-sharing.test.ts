import { copyFileSync, existsSync, mkdirSync, readdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it, vi } from 'vitest'
import { openLibrary } from '../../../electron/library/library.ts'
import { application } from '../ipc/handlers.ts'
import { png } from '../library/pictures.ts'
import { tempFolder } from '../library/temp-library.ts'

const COPY = 'library-LAPTOP-VAN-ANNA.db'

/** An application with an open library, in a folder called `parent`, of one article. */
async function opened(parent = 'Documenten') {
  const made = application()
  const folder = join(tempFolder(), parent)
  mkdirSync(folder)
  await made.session.create('Proef', 'nl-NL', folder)
  const article = await made.ask['article.create']({ title: 'Een' })
  return { ...made, folder: made.session.library.folder, article }
}

/** Puts a copy beside the open library in which Anna has written on. */
function putCopy(folder: string, id: number): void {
  const elsewhere = join(tempFolder(), 'elsewhere')
  mkdirSync(elsewhere)
  for (const end of ['', '-wal'])
    copyFileSync(join(folder, `library.db${end}`), join(elsewhere, `library.db${end}`))
  const theirs = openLibrary(elsewhere)
  theirs.articles.save(id, 1, { body: 'Van Anna.' })
  theirs.articles.create({ title: 'Twee van Anna' })
  theirs.close()
  copyFileSync(join(elsewhere, 'library.db'), join(folder, COPY))
}

describe('a library in a synchronised folder', () => {
  it('is warned of until the writer has read it, then never again', async () => {
    const { session, ask, folder } = await opened('Dropbox')
    expect(await ask['sharing.state']({})).toMatchObject({ place: { kind: 'synced', service: 'Dropbox' } })
    expect(await ask['sharing.accept']({})).toMatchObject({ place: null })
    await session.openFolder(folder)
    expect(await ask['sharing.state']({})).toMatchObject({ place: null })
  })

  it('is warned of before it is made, with a better place', async () => {
    const { session, ask } = await opened()
    const parent = session.grant(join(tempFolder(), 'Nextcloud'))
    expect(await ask['sharing.placeOf']({ folder: parent })).toMatchObject({
      place: { service: 'Nextcloud' },
    })
    expect(() => ask['sharing.placeOf']({ folder: join(tempFolder(), 'elsewhere') })).toThrow(
      'request.invalid',
    )
  })

  it('has nothing said of it on this computer alone', async () => {
    const { ask } = await opened()
    expect(await ask['sharing.state']({})).toEqual({ place: null, copies: [], pictures: [] })
  })
})

describe('second versions of pictures', () => {
  it('are told of, and taken in as pictures of their own unless they are the same', async () => {
    const { session, ask, folder } = await opened()
    const { path } = await ask['media.add']({ name: 'trail.png', bytes: png(20, 20, 1) })
    const stem = join(folder, path.replace('.png', ''))
    writeFileSync(`${stem} (1).png`, png(20, 20, 1))
    writeFileSync(`${stem}-LAPTOP.png`, png(20, 20, 2))
    writeFileSync(`${stem} 2.png`, 'no picture')
    expect((await ask['sharing.state']({})).pictures).toHaveLength(3)
    expect(await ask['sharing.takePictures']({})).toEqual({ added: 1, same: 1, refused: 1 })
    expect(session.library.media.has('media/trail-2-20x20.png')).toBe(true)
    expect(await ask['sharing.state']({})).toMatchObject({ pictures: [] })
    expect(readdirSync(join(folder, 'set-aside'))).toHaveLength(3)
    expect(readdirSync(join(folder, 'media')).toSorted()).toEqual(['trail-2-20x20.png', 'trail-20x20.png'])
  })
})

describe('a copy that comes while the library is open', () => {
  it('is told of, compared, and brought in: the window sees it at once', async () => {
    const { session, host, ask, folder, article } = await opened()
    await ask['sharing.state']({})
    putCopy(folder, article.id)
    session.open.others.look()
    const told = () => host.emitted.filter(({ name }) => name === 'sharing.changed').map(({ event }) => event)
    expect(told()).toMatchObject([{ copies: [{ name: COPY, from: 'LAPTOP-VAN-ANNA' }] }])

    const { different } = await ask['sharing.compare']({ name: COPY })
    expect(different.map(({ standing }) => standing).toSorted()).toEqual(['missing', 'newer'])
    const report = await ask['sharing.bringIn']({
      name: COPY,
      articles: different.map(({ id, standing }) => ({
        id,
        as: standing === 'missing' ? ('article' as const) : ('revision' as const),
      })),
    })
    expect(report).toMatchObject({ articles: 1, revisions: 1 })
    expect(await ask['article.find']({ slug: 'twee-van-anna' })).not.toBeNull()
    const revisions = await ask['revision.list']({ articleId: article.id })
    expect(revisions[0]).toMatchObject({ name: 'Versie van LAPTOP-VAN-ANNA' })
    await vi.waitFor(() => expect(told()).toHaveLength(2), { timeout: 30_000 })
    expect(told()[1]).toMatchObject({ copies: [] })
    expect(existsSync(join(folder, report.aside))).toBe(true)
    expect(host.emitted.findLast(({ name }) => name === 'library.changed')?.event).toMatchObject({
      articleId: null,
    })
  })
})
