import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { basename, join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { startAnew } from '../../../electron/library/anew.ts'
import { listBackups, makeBackup } from '../../../electron/library/backups.ts'
import { claimElsewhere, isElsewhereThere, mirrorBackups } from '../../../electron/library/elsewhere.ts'
import { type Library, openLibrary } from '../../../electron/library/library.ts'
import { restoreBeside } from '../../../electron/library/restore.ts'
import { deleteAside, listAside } from '../../../electron/library/set-aside.ts'
import { png } from './pictures.ts'
import { tempFolder, tempLibrary } from './temp-library.ts'

const HOUR = 3_600_000
const NOW = Date.UTC(2026, 10, 22, 12)

function filled(): Library {
  const library = tempLibrary()
  library.media.add('pad.png', png(4, 3))
  library.articles.create({ title: 'Enkels', body: 'Over enkels.' })
  return library
}

describe('a second place for backups', () => {
  it('is a folder of the library’s own, though others have theirs there', () => {
    const disk = tempFolder()
    const [one, other] = [filled().folder, filled().folder]
    const place = claimElsewhere(disk, one)
    expect(basename(place)).toBe('library-backups')
    expect(claimElsewhere(disk, one)).toBe(place)
    expect(basename(claimElsewhere(disk, other))).toBe('library-backups-2')
  })

  it('gets the newest backup with its pictures, once, and a library can be restored from there alone', async () => {
    const { folder } = filled()
    const place = claimElsewhere(tempFolder(), folder)
    const { utc } = await makeBackup(folder)
    expect(await mirrorBackups(folder, place)).toEqual({ isThere: true, at: utc })
    expect(await mirrorBackups(folder, place)).toEqual({ isThere: true, at: utc })
    const [backup, ...others] = listBackups(place)
    expect(others).toEqual([])
    const back = join(tempFolder(), 'terug')
    expect(await restoreBeside(backup!.file, back)).toMatchObject({ articles: 1, missing: [] })
  })

  it('is thinned by itself as the first is', async () => {
    const { folder } = filled()
    const place = claimElsewhere(tempFolder(), folder)
    for (const minutes of [0, 20, 40]) {
      const now = new Date(NOW + minutes * 60_000)
      await makeBackup(folder, { now })
      await mirrorBackups(folder, place, now)
    }
    expect(listBackups(place).map(({ utc }) => utc)).toEqual([NOW + 40 * 60_000])
    expect(listBackups(join(folder, 'backups'))).toHaveLength(3)
  })

  it('that is away is no error, and nothing is made where its disk would be', async () => {
    const { folder } = filled()
    const disk = join(tempFolder(), 'schijf')
    mkdirSync(disk)
    const place = claimElsewhere(disk, folder)
    await makeBackup(folder)
    renameSync(disk, `${disk}-weg`)
    mkdirSync(disk)
    expect(isElsewhereThere(place)).toBe(false)
    expect(await mirrorBackups(folder, place)).toEqual({ isThere: false })
    expect(readdirSync(disk)).toEqual([])
    rmSync(disk, { recursive: true })
    renameSync(`${disk}-weg`, disk)
    expect(await mirrorBackups(folder, place)).toMatchObject({ isThere: true, at: expect.any(Number) })
  })

  it('gets no backup that is not what was written', async () => {
    const { folder } = filled()
    const place = claimElsewhere(tempFolder(), folder)
    const { file } = await makeBackup(folder)
    const bytes = readFileSync(file)
    writeFileSync(file, bytes.fill(1, 5000, 5100))
    await expect(mirrorBackups(folder, place)).rejects.toMatchObject({ code: 'library.damaged' })
    expect(listBackups(place)).toEqual([])
  })
})

describe('backups that were asked for', () => {
  it('are not thinned within half a year', async () => {
    const { folder } = filled()
    const place = claimElsewhere(tempFolder(), folder)
    for (const minutes of [0, 5, 10]) {
      await makeBackup(folder, { now: new Date(NOW + minutes * 60_000), kind: 'hand' })
      await mirrorBackups(folder, place, new Date(NOW + 100 * 24 * HOUR))
    }
    expect(listBackups(place)).toHaveLength(3)
    await makeBackup(folder, { now: new Date(NOW + 200 * 24 * HOUR) })
    await mirrorBackups(folder, place, new Date(NOW + 200 * 24 * HOUR))
    expect(listBackups(place).map(({ kind }) => kind)).toEqual(['rolling'])
  })
})

describe('a new start', () => {
  it('puts an empty library in the place of a damaged one, which is kept whole, and keeps its backups', async () => {
    const library = filled()
    await makeBackup(library.folder)
    library.close()
    writeFileSync(library.file, 'kapot')
    const { aside } = startAnew(library.folder, { name: 'Opnieuw', language: 'nl-NL' }, new Date(NOW))
    expect(readFileSync(join(aside!, 'library.db'), 'utf8')).toBe('kapot')
    const open = openLibrary(library.folder)
    expect(open.articles.counts().all).toBe(0)
    expect(open.site.get().name).toBe('Opnieuw')
    open.close()
    expect(listBackups(join(library.folder, 'backups'))).toHaveLength(1)
  })
})

describe('what was set aside', () => {
  it('is listed newest first with what deleting it frees, and goes only when it is asked for', async () => {
    const library = filled()
    await makeBackup(library.folder)
    library.close()
    startAnew(library.folder, { name: 'Een', language: 'nl-NL' }, new Date(NOW))
    startAnew(library.folder, { name: 'Twee', language: 'nl-NL' }, new Date(NOW + HOUR))
    mkdirSync(`${library.folder}-before-restore-yesterday`)
    const aside = listAside(library.folder)
    expect(aside.map(({ utc }) => utc)).toEqual([NOW + HOUR, NOW])
    const size = (file: string) => readFileSync(file).length
    const first = aside[1]!
    // Its backups are linked from the library: they would stay.
    expect(first.bytes).toBeLessThan(size(join(first.folder, 'library.db')) + 100_000)

    await deleteAside(library.folder, first.folder)
    expect(listAside(library.folder)).toEqual([aside[0]])
    expect(listBackups(join(library.folder, 'backups'))).toHaveLength(1)
    for (const other of [library.folder, first.folder, tempFolder()]) {
      await expect(deleteAside(library.folder, other)).rejects.toMatchObject({ code: 'request.invalid' })
    }
    expect(existsSync(library.file)).toBe(true)
  })
})
