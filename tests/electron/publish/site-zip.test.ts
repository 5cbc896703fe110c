import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { fromBuffer } from 'yauzl'
import { describe, expect, it } from 'vitest'
import { exportSite } from '../../../electron/publish/export-site.ts'
import { zipSite } from '../../../electron/publish/site-zip.ts'
import { longhand } from '../cli/run.ts'
import { tempFolder, tempLibrary } from '../library/temp-library.ts'
import { filesOf } from './site.ts'

function namesIn(zip: Buffer): Promise<string[]> {
  return new Promise((resolve, reject) => {
    fromBuffer(zip, { lazyEntries: false }, (error, file) => {
      if (error) return reject(error)
      const names: string[] = []
      file.on('entry', ({ fileName }) => names.push(fileName))
      file.on('end', () => resolve(names))
      file.on('error', reject)
    })
  })
}

async function site(): Promise<string> {
  const library = tempLibrary()
  library.articles.create({ title: 'Een stuk', status: 'published' })
  const folder = join(tempFolder(), 'site')
  await exportSite(library, folder)
  return folder
}

describe('a site in a zip', () => {
  it('holds what Longhand made, and nothing of others or its own notes', async () => {
    const folder = await site()
    const own = [...filesOf(folder).keys()].sort()
    writeFileSync(join(folder, 'CNAME'), 'voorbeeld.nl')
    const file = join(tempFolder(), 'site.zip')
    const report = await zipSite(folder, file)
    expect(await namesIn(readFileSync(file))).toEqual(own)
    expect(report).toEqual({ file, files: own.length, bytes: readFileSync(file).length })
  })

  it('has the same bytes when it is made again from the same site', async () => {
    const folder = await site()
    const [one, other] = [join(tempFolder(), 'a.zip'), join(tempFolder(), 'b.zip')]
    await zipSite(folder, one)
    await zipSite(folder, other)
    expect(readFileSync(one).equals(readFileSync(other))).toBe(true)
  })

  it('is refused of a folder that is no site, and where nothing can be written', async () => {
    const none = zipSite(tempFolder(), join(tempFolder(), 'a.zip'))
    await expect(none).rejects.toMatchObject({ code: 'export.occupied' })
    const nowhere = zipSite(await site(), join(tempFolder(), 'weg', 'a.zip'))
    await expect(nowhere).rejects.toMatchObject({ code: 'file.refused', detail: { reason: 'ENOENT' } })
  })

  it('comes with an export from the command line', async () => {
    const library = tempLibrary()
    library.articles.create({ title: 'Een stuk', status: 'published' })
    library.close()
    const [folder, file] = [join(tempFolder(), 'site'), join(tempFolder(), 'site.zip')]
    const words = ['export', '--library', library.folder, '--out', folder, '--zip', file, '--json']
    const { code, json } = await longhand(words)
    expect(code).toBe(0)
    expect(json()).toMatchObject([{ articles: 1, zip: { file, files: filesOf(folder).size } }])
  })
})
