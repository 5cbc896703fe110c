import { rmSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import type { Library } from '../../../electron/library/library.ts'
import { readPicture } from '../../../electron/library/picture.ts'
import { exportSite, planSite } from '../../../electron/publish/export-site.ts'
import { letterOutline } from '../../../electron/publish/letter-outline.ts'
import { previewFile } from '../../../electron/publish/preview.ts'
import { tempFolder, tempLibrary } from '../library/temp-library.ts'
import { bytesOf, filesOf } from './site.ts'

const newSite = (): string => join(tempFolder(), 'site')
const noRelated = () => Promise.resolve({ items: [] })
const SIDES = {
  'apple-touch-icon.png': 180,
  'icon-192.png': 192,
  'icon-512.png': 512,
  'icon-maskable-512.png': 512,
} as const

function named(name: string, accent = ''): Library {
  const library = tempLibrary()
  library.site.update({ name, ...(accent !== '' && { themeOptions: { accent } }) })
  return library
}

async function iconsOf(library: Library): Promise<ReadonlyMap<string, Buffer>> {
  const folder = newSite()
  await exportSite(library, folder)
  return new Map([...filesOf(folder)].filter(([path]) => /icon/.test(path)))
}

describe('the icons of a site', () => {
  it('are there in the sizes that their names and the manifest say, and in the window too', async () => {
    const library = named('Proef')
    const icons = await iconsOf(library)
    expect([...icons.keys()].sort()).toEqual(['favicon.ico', 'icon.svg', ...Object.keys(SIDES)].sort())
    for (const [path, side] of Object.entries(SIDES))
      expect(readPicture(icons.get(path) ?? Buffer.alloc(0)), path).toMatchObject({
        width: side,
        height: side,
        extension: 'png',
      })
    for (const [path, bytes] of icons) {
      const shown = await previewFile(library, noRelated, path)
      expect(Buffer.from(shown?.bytes ?? []).equals(bytes), path).toBe(true)
      expect(shown?.mime, path).toMatch(/^image\//)
    }
  })

  it('have one for readers of feeds, which holds a picture whole', async () => {
    const icon = (await iconsOf(named('Proef'))).get('favicon.ico') ?? Buffer.alloc(0)
    expect([...icon.subarray(0, 8)]).toEqual([0, 0, 1, 0, 1, 0, 32, 32])
    const [size, from] = [icon.readUInt32LE(14), icon.readUInt32LE(18)]
    expect(from + size).toBe(icon.length)
    expect(readPicture(icon.subarray(from))).toMatchObject({ width: 32, height: 32, extension: 'png' })
  })

  it('are the same for the same letter and colour, and others for others', async () => {
    const [one, same, letter, colour] = await Promise.all(
      [named('Proef'), named('  pRuim'), named('Zon'), named('Proef', '#884400')].map(iconsOf),
    )
    expect(same).toEqual(one)
    for (const path of one?.keys() ?? []) {
      expect(letter?.get(path)?.equals(one?.get(path) ?? Buffer.alloc(0)), path).toBe(false)
      expect(colour?.get(path)?.equals(one?.get(path) ?? Buffer.alloc(0)), path).toBe(false)
    }
  })

  it('are there for a name in any script, and for one without a letter', async () => {
    for (const name of ['Élan', 'Łódź', 'Жук', '漢字', 'ßtraat', '!?']) {
      const icons = await iconsOf(named(name))
      expect(icons.size, name).toBe(6)
      expect(icons.get('icon.svg')?.toString(), name).toMatch(/^[ÉŁ]/.test(name) ? /<path / : /<text /)
    }
  })

  it('are made by the plan that the export keeps to, stay untouched, and are made anew when the cache is gone', async () => {
    const library = named('Proef')
    const folder = newSite()
    const { id } = await planSite(library, folder)
    await exportSite(library, folder, { plan: id })
    const before = statSync(join(folder, 'icon-512.png')).mtimeMs
    expect((await exportSite(library, folder, { full: true })).written).toBe(0)
    expect(statSync(join(folder, 'icon-512.png')).mtimeMs).toBe(before)
    rmSync(join(library.folder, 'cache'), { recursive: true, force: true })
    const other = newSite()
    await exportSite(library, other)
    expect(bytesOf(other)).toEqual(bytesOf(folder))
  })
})

describe('the outline of a letter', () => {
  it('is there for the letters of a Latin script, with what stands on them, and for digits', async () => {
    for (const letter of ['A', 'Q', '7', 'Å', 'Ç', 'Ž', 'Ő'])
      expect(await letterOutline(letter), letter).toMatchObject({ path: expect.stringMatching(/^M/) })
    const [plain, accented] = [await letterOutline('E'), await letterOutline('É')]
    expect(accented?.height).toBeGreaterThan(plain?.height ?? Infinity)
    expect(accented?.capital).toBe(plain?.capital)
  })

  it('is none of what is no single letter of the face', async () => {
    for (const text of ['', 'SS', '漢', ' ', '\u{1f600}']) expect(await letterOutline(text), text).toBeNull()
  })
})
