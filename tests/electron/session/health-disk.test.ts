import { mkdtempSync, readFileSync, readdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, it, onTestFinished, vi } from 'vitest'
import { createLibrary } from '../../../electron/library/library.ts'
import { application, type Application } from '../ipc/handlers.ts'
import { tempFolder } from '../library/temp-library.ts'
import { fillDisk, mountDisk, remountDisk, unmountDisk } from '../tiny-disk.ts'

/** A disk with a library of one article. */
function diskWithLibrary(): { readonly disk: string; readonly folder: string } {
  const disk = join(tempFolder(), 'disk')
  const refusal = mountDisk(disk, 6)
  if (refusal !== null) throw new Error(refusal)
  onTestFinished(() => unmountDisk(disk))
  const folder = join(disk, 'Boek')
  const library = createLibrary(folder, { name: 'Boek', language: 'nl-NL' })
  library.articles.create({ title: 'Eerder', body: 'Wat er was.' })
  library.close()
  return { disk, folder }
}

const canMount = (() => {
  const folder = mkdtempSync(join(tmpdir(), 'longhand-disk-'))
  const refusal = mountDisk(join(folder, 'disk'), 1)
  if (refusal === null) unmountDisk(join(folder, 'disk'))
  else console.log(`Left out: no disk can be made here: ${refusal}`)
  rmSync(folder, { recursive: true })
  return refusal === null
})()

function looking({ session }: Application, expectation: () => void): Promise<void> {
  return vi.waitFor(
    () => {
      session.open.health.look()
      expectation()
    },
    { timeout: 60_000, interval: 20 },
  )
}

describe.runIf(canMount)('on a disk of which nothing can be written', () => {
  it('a library opens for reading, says so, and takes no write; writable again, it goes on', async () => {
    const { disk, folder } = diskWithLibrary()
    remountDisk(disk, 'ro')
    const app = application()
    const { ask, session } = app
    expect(await session.openFolder(folder)).toMatchObject({
      library: { folder },
      trouble: { kind: 'readOnly' },
    })
    expect(await ask['article.get']({ id: 1 })).toMatchObject({ body: 'Wat er was.' })
    expect(
      await ask['article.list']({ filter: { query: 'was' }, sort: null, offset: 0, limit: 9 }),
    ).toMatchObject({
      total: 1,
    })
    const refused = { code: 'file.refused', detail: { reason: 'EROFS', path: join(folder, 'library.db') } }
    expect(
      await caught(() => ask['article.save']({ id: 1, baseVersion: 1, patch: { body: 'x' } })),
    ).toMatchObject(refused)
    expect(await ask['related.list']({ articleId: 1, limit: 3 })).toMatchObject({ items: [] })

    remountDisk(disk, 'rw')
    await looking(app, () => expect(session.state().trouble).toBeNull())
    await ask['article.save']({ id: 1, baseVersion: 1, patch: { body: 'Weer schrijven.' } })
    expect(await ask['article.get']({ id: 1 })).toMatchObject({ body: 'Weer schrijven.' })
  })
})

describe.runIf(canMount)('on a full disk', () => {
  it('a save is refused whole, and tried again when there is room', async () => {
    const { disk, folder } = diskWithLibrary()
    const { host, ask, session } = application()
    await session.openFolder(folder)
    const ballast = fillDisk(disk)
    const body = 'Veel woorden. '.repeat(4000)
    const save = () => ask['article.save']({ id: 1, baseVersion: 1, patch: { body } })
    expect(await caught(save)).toMatchObject({ code: 'file.refused', detail: { reason: 'ENOSPC' } })
    expect(await ask['article.get']({ id: 1 })).toMatchObject({ version: 1, body: 'Wat er was.' })
    host.emitted.length = 0
    rmSync(ballast)
    await vi.waitFor(() => expect(host.emitted.map(({ name }) => name)).toContain('library.writable'), {
      timeout: 60_000,
    })
    expect(await save()).toMatchObject({ version: 2 })
  })

  it('a picture is not there at all', async () => {
    const { disk, folder } = diskWithLibrary()
    const { ask, session } = application()
    await session.openFolder(folder)
    fillDisk(disk)
    const bytes = new Uint8Array(readFileSync(join('resources', 'icons', 'icon.png')))
    expect(await caught(() => ask['media.add']({ name: 'rots.png', bytes }))).toMatchObject({
      code: 'file.refused',
      detail: { reason: 'ENOSPC' },
    })
    expect(readdirSync(join(folder, 'media'))).toEqual([])
    expect(await ask['media.list']({})).toEqual([])
  })

  it('a setting holds until the end, and that it could not be kept is said', async () => {
    const disk = join(tempFolder(), 'disk')
    expect(mountDisk(disk, 1)).toBeNull()
    onTestFinished(() => unmountDisk(disk))
    const { ask, session } = application({ ...application().host, userData: join(disk, 'own', 'user-data') })
    await ask['app.setSettings']({ settings: { appearance: 'light' } })
    const before = readFileSync(join(disk, 'own', 'user-data', 'settings.json'), 'utf8')
    fillDisk(disk)
    expect(await caught(() => ask['app.setSettings']({ settings: { appearance: 'dark' } }))).toMatchObject({
      code: 'file.refused',
      detail: { reason: 'ENOSPC' },
    })
    expect(session.state().settings.appearance).toBe('dark')
    expect(readFileSync(join(disk, 'own', 'user-data', 'settings.json'), 'utf8')).toBe(before)
    expect(readdirSync(join(disk, 'own', 'user-data'))).toEqual(['settings.json'])
  })
})

async function caught(work: () => unknown): Promise<unknown> {
  try {
    await work()
  } catch (error) {
    return error
  }
  throw new Error('expected a failure')
}
