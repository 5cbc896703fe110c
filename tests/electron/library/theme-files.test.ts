import { createHash } from 'node:crypto'
import {
  cpSync,
  createWriteStream,
  existsSync,
  mkdirSync,
  readFileSync,
  readdirSync,
  rmSync,
  symlinkSync,
  truncateSync,
  utimesSync,
  writeFileSync,
} from 'node:fs'
import { dirname, join } from 'node:path'
import { pipeline } from 'node:stream/promises'
import { describe, expect, it } from 'vitest'
import { ZipFile } from 'yazl'
import { archiveLibrary } from '../../../electron/library/archive.ts'
import { copyBackup, listBackups, makeBackup, thinBackups } from '../../../electron/library/backups.ts'
import type { Library } from '../../../electron/library/library.ts'
import { rescueBeside, rescueInto } from '../../../electron/library/rescue.ts'
import { restoreBeside } from '../../../electron/library/restore.ts'
import { isThemePath, themeFiles } from '../../../electron/library/theme-files.ts'
import { copyTheme, removeTheme } from '../../../electron/publish/theme-copies.ts'
import { readTheme } from '../../../electron/publish/theme-folder.ts'
import { tempFolder, tempLibrary } from './temp-library.ts'

const DAY = 24 * 3_600_000

/** A library with a theme of its own, written in, and one that was removed. */
function withThemes(): Library {
  const library = tempLibrary()
  copyTheme(library.folder, 'essay', 'Mijn')
  writeFileSync(join(library.folder, 'themes/mijn/assets.css'), 'body { color: teal }')
  copyTheme(library.folder, 'magazine', 'Weg')
  removeTheme(library.folder, 'weg')
  library.articles.create({ title: 'Een' })
  library.close()
  return library
}

/** Every file of a library's themes with its bytes. */
function themesIn(folder: string): Record<string, string> {
  return Object.fromEntries(
    themeFiles(folder).map(({ path }) => [path, readFileSync(join(folder, path), 'latin1')]),
  )
}

describe('the themes of a library', () => {
  it('are in its backups and its archive, and come back with them whole, removed ones too', async () => {
    const { folder } = withThemes()
    const themes = themesIn(folder)
    expect(Object.keys(themes)).toContain('themes/mijn/assets.css')
    expect(Object.keys(themes).some((path) => path.startsWith('themes/.removed/weg/'))).toBe(true)
    const places = [tempFolder(), tempFolder()].map((place) => join(place, 'nieuw'))
    const backup = await makeBackup(folder, { into: tempFolder() })
    const archive = join(tempFolder(), 'alles.longhand')
    await archiveLibrary(folder, archive)
    rmSync(folder, { recursive: true })
    for (const [index, from] of [backup.file, archive].entries()) {
      const restored = await restoreBeside(from, places[index]!, { fresh: true })
      expect(restored.missing).toEqual([])
      expect(themesIn(places[index]!)).toEqual(themes)
    }
    expect(readTheme('mijn', { library: places[0]! }).manifest.title).toBe('Mijn')
  })

  it('come back as they were then, beside those that were made since', async () => {
    const { folder } = withThemes()
    const then = themesIn(folder)
    const { file } = await makeBackup(folder)
    writeFileSync(join(folder, 'themes/mijn/theme.json'), '{}')
    copyTheme(folder, 'documentation', 'Later')
    removeTheme(folder, 'later')
    copyTheme(folder, 'documentation', 'Nieuw')
    const now = themesIn(folder)
    const { aside } = await restoreBeside(file, folder)
    const restored = themesIn(folder)
    expect(restored).toMatchObject(then)
    expect(existsSync(join(folder, 'themes/nieuw/theme.json'))).toBe(true)
    expect(existsSync(join(folder, 'themes/.removed/later/theme.json'))).toBe(true)
    expect(themesIn(aside!)).toEqual(now)
  })

  it('take room once for all backups, are copied on with them, and go with the last that needs them', async () => {
    const { folder } = withThemes()
    const backups = join(folder, 'backups')
    const now = new Date(Date.UTC(2026, 0, 1))
    await makeBackup(folder, { now })
    const kept = readdirSync(join(backups, 'media')).length
    expect(kept).toBeGreaterThan(5)
    const { file } = await makeBackup(folder, { now: new Date(now.getTime() + 60_000) })
    expect(readdirSync(join(backups, 'media')).length).toBe(kept)
    const elsewhere = tempFolder()
    await copyBackup(file, elsewhere)
    expect(readdirSync(join(elsewhere, 'media')).toSorted()).toEqual(
      readdirSync(join(backups, 'media')).toSorted(),
    )
    rmSync(join(folder, 'themes'), { recursive: true })
    const later = new Date(now.getTime() + 900 * DAY)
    await makeBackup(folder, { now: later })
    for (const name of readdirSync(join(backups, 'media'))) utimesSync(join(backups, 'media', name), now, now)
    expect(thinBackups(backups, later)).toHaveLength(2)
    expect(readdirSync(join(backups, 'media'))).toEqual([])
  })

  it('are as they were after a rescue, in the library’s place or elsewhere', async () => {
    const { folder, file } = withThemes()
    const themes = themesIn(folder)
    const elsewhere = join(tempFolder(), 'elders')
    truncateSync(file, 200_000)
    await rescueInto(folder, elsewhere)
    expect(themesIn(elsewhere)).toEqual(themes)
    await rescueBeside(folder)
    expect(themesIn(folder)).toEqual(themes)
  })

  it('bring along what a theme may have, no link, nothing hidden, and nothing that is too much for a theme', async () => {
    const { folder } = withThemes()
    const themes = themesIn(folder)
    const put = (path: string, bytes: string | Buffer = 'x') => {
      mkdirSync(dirname(join(folder, path)), { recursive: true })
      writeFileSync(join(folder, path), bytes)
    }
    for (const name of ['.git/config', 'build.js', 'notes.md', 'style.css~', '.DS_Store'])
      put(`themes/mijn/${name}`)
    put('themes/mijn/groot.png', Buffer.alloc(10_000_001))
    for (let index = 0; index < 501; index++) put(`themes/veel/${index}.txt`)
    for (let index = 0; index < 6; index++) put(`themes/zwaar/${index}.png`, Buffer.alloc(9_000_000))
    put('themes/Hoofd/theme.json')
    const elsewhere = tempFolder()
    cpSync(join(folder, 'themes/mijn'), join(elsewhere, 'x'), { recursive: true })
    symlinkSync(join(elsewhere, 'x'), join(folder, 'themes/link'))
    symlinkSync(join(elsewhere, 'x/theme.json'), join(folder, 'themes/mijn/link.txt'))
    expect(themesIn(folder)).toEqual(themes)
    rmSync(join(folder, 'themes'), { recursive: true })
    symlinkSync(elsewhere, join(folder, 'themes'))
    expect(themeFiles(folder)).toEqual([])
    await makeBackup(folder)
    expect(await restoreBeside(listBackups(join(folder, 'backups'))[0]!.file, folder)).toMatchObject({
      missing: [],
    })
  })
})

describe('an archive from a stranger', () => {
  /** A real archive whose manifest tells of a theme's file besides. */
  async function archiveWith(path: string, bytes: Buffer, more: object = {}): Promise<string> {
    const library = tempLibrary()
    library.close()
    const zip = new ZipFile()
    const hash = (data: Buffer) => createHash('sha256').update(data).digest('hex')
    const db = readFileSync(library.file)
    const file = { path, bytes: bytes.length, sha256: hash(bytes), kept: true, ...more }
    const head = { format: 1, utc: 1, schema: 4, name: 'Proef', counts: { article: 1 }, media: [] }
    const told = { ...head, database: { bytes: db.length, sha256: hash(db) }, themes: [file] }
    zip.addBuffer(Buffer.from(JSON.stringify(told)), 'longhand.json')
    zip.addBuffer(db, 'library.db')
    if (/^themes\/[^.]/.test(path) && !path.includes('..')) zip.addBuffer(bytes, path)
    zip.end()
    const target = join(tempFolder(), 'given.longhand')
    await pipeline(zip.outputStream, createWriteStream(target))
    return target
  }

  it.each([
    'themes/../../evil.css',
    '../evil.css',
    'themes/mijn/../../../evil.css',
    'themes/mijn/.hidden.css',
    'themes/mijn/run.js',
    'themes/mijn/page.html',
    'themes/mijn/CON.css',
    'themes/mijn/a:b.css',
    'themes/mijn/templates/deep/er.liquid',
    'themes/.other/mijn/theme.json',
    'themes/Mijn/theme.json',
    'themes/theme.json',
    'media/theme.json',
    'library.db',
  ])('that puts %j among its themes is refused, and nothing of it is written', async (path) => {
    expect(isThemePath(path)).toBe(false)
    const folder = join(tempFolder(), 'library')
    const restoring = restoreBeside(await archiveWith(path, Buffer.from('x')), folder, { fresh: true })
    await expect(restoring).rejects.toMatchObject({ code: 'library.damaged' })
    expect(readdirSync(dirname(folder))).toEqual([])
  })

  it('that says other things of a theme’s file than it holds, or says too much, is refused', async () => {
    const bytes = Buffer.from('body {}')
    const put = async (more: object): Promise<unknown> =>
      restoreBeside(await archiveWith('themes/mijn/a.css', bytes, more), join(tempFolder(), 'library')).then(
        () => 'restored',
        ({ code }: { code?: string }) => code,
      )
    expect(await put({})).toBe('restored')
    expect(await put({ sha256: '0'.repeat(64) })).toBe('library.damaged')
    expect(await put({ bytes: 3 })).toBe('library.damaged')
    expect(await put({ bytes: 10_000_001 })).toBe('library.damaged')
  })
})
