import { spawnSync } from 'node:child_process'
import { existsSync, readdirSync, symlinkSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { createLibrary, openLibrary } from '../../../electron/library/library.ts'
import { exportSite } from '../../../electron/publish/export-site.ts'
import { mendSite } from '../../../electron/publish/mend-site.ts'
import { lockFolder } from '../../../electron/publish/site-lock.ts'
import { application } from '../ipc/handlers.ts'
import { tempFolder } from '../library/temp-library.ts'
import { bytesOf } from '../publish/site.ts'

const ELECTRON = join(import.meta.dirname, '../../../electron')

/** A library with some articles, closed. */
function published(): string {
  const folder = join(tempFolder(), 'library')
  const library = createLibrary(folder, { name: 'Proef', language: 'nl-NL' })
  for (let at = 0; at < 4; at++) library.articles.create({ title: `Artikel ${at}`, status: 'published' })
  library.close()
  return folder
}

async function exportTo(folder: string, site: string): Promise<void> {
  const library = openLibrary(folder)
  await exportSite(library, site)
  library.close()
}

/** Exports in a process of its own, which is killed when some of the site is new and the rest is still to come. */
function killedAmidSwap(folder: string, site: string): void {
  const script = `
    import fs from 'node:fs'
    import { syncBuiltinESMExports } from 'node:module'
    const { renameSync } = fs
    let renamed = -1
    fs.renameSync = (from, to) => {
      renameSync(from, to)
      if (renamed >= 0 || String(to).endsWith('journal.json')) renamed += 1
      if (renamed === 3) process.kill(process.pid, 'SIGKILL')
    }
    syncBuiltinESMExports()
    const { openLibrary } = await import(${JSON.stringify(join(ELECTRON, 'library/library.ts'))})
    const { exportSite } = await import(${JSON.stringify(join(ELECTRON, 'publish/export-site.ts'))})
    await exportSite(openLibrary(${JSON.stringify(folder)}), ${JSON.stringify(site)})`
  const { signal, stderr } = spawnSync(process.execPath, ['--input-type=module', '--eval', script])
  expect(signal, String(stderr)).toBe('SIGKILL')
  expect(existsSync(join(site, '.longhand/journal.json'))).toBe(true)
}

async function whole(folder: string): Promise<Record<string, string>> {
  const site = join(tempFolder(), 'whole')
  await exportTo(folder, site)
  return bytesOf(site)
}

function rename(folder: string): void {
  const library = openLibrary(folder)
  for (const id of [1, 2, 3]) library.articles.save(id, 1, { title: `Anders ${id}`, slug: `anders-${id}` })
  library.close()
}

describe('a site whose export was killed amid its swap', () => {
  it('is whole once its library is opened, without another export', async () => {
    const folder = published()
    const site = join(tempFolder(), 'site')
    await exportTo(folder, site)
    rename(folder)
    killedAmidSwap(folder, site)
    const { session } = application()
    session.settings.update({ exports: { [folder]: site } })
    await session.openFolder(folder)
    await session.exports.mend(folder)
    expect(bytesOf(site)).toEqual(await whole(folder))
    expect(existsSync(join(site, '.longhand/journal.json'))).toBe(false)
  })

  it('for the first time is whole too: where to was noted before it began', async () => {
    const folder = published()
    const site = join(tempFolder(), 'site')
    const before = application()
    await before.session.openFolder(folder)
    await expect(
      before.session.exports.run(folder, site, () => {
        killedAmidSwap(folder, site)
        return Promise.reject(new Error('as if this process had been killed with it'))
      }),
    ).rejects.toThrow('as if')
    before.session.quit()
    const { session } = application(before.host)
    await session.openFolder(folder)
    await session.exports.mend(folder)
    expect(bytesOf(site)).toEqual(await whole(folder))
    expect(session.settings.get().exporting).toEqual({})
  })

  it('is shown to nobody before it is whole', async () => {
    const folder = published()
    const site = join(tempFolder(), 'site')
    await exportTo(folder, site)
    const { session, ask, host } = application()
    session.settings.update({ exports: { [folder]: site } })
    await session.openFolder(folder)
    await session.exports.mend(folder)
    rename(folder)
    killedAmidSwap(folder, site)
    await ask['export.show']({ folder: site, how: 'folder' })
    expect(bytesOf(site)).toEqual(await whole(folder))
    expect(host.logged).toEqual([])
  })
})

describe('mending a site', () => {
  it('leaves an export alone that is under way, and a site that is whole', async () => {
    const folder = published()
    const site = join(tempFolder(), 'site')
    await exportTo(folder, site)
    expect(mendSite(site)).toBe(false)
    rename(folder)
    killedAmidSwap(folder, site)
    const release = lockFolder(site)
    expect(mendSite(site)).toBe(false)
    release()
    expect(mendSite(site)).toBe(true)
    expect(mendSite(site)).toBe(false)
    expect(mendSite(join(site, 'nowhere'))).toBe(false)
  })

  it('that cannot be done is said in the log, and leaves the library open', async () => {
    const folder = published()
    const site = join(tempFolder(), 'site')
    await exportTo(folder, site)
    rename(folder)
    killedAmidSwap(folder, site)
    const journal = join(site, '.longhand/journal.json')
    const elsewhere = tempFolder()
    symlinkSync(elsewhere, join(site, 'map'))
    writeFileSync(journal, '{"put":["map/elsewhere.html"],"remove":[]}')
    const { session, host } = application()
    session.settings.update({ exports: { [folder]: site } })
    await session.openFolder(folder)
    await session.exports.mend(folder)
    expect(host.logged.at(-1)).toContain('could not be brought in order')
    expect(session.hasLibrary).toBe(true)
    expect(existsSync(journal)).toBe(true)
    expect(readdirSync(elsewhere)).toEqual([])
  })
})
