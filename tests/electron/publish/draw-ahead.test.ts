import { existsSync, mkdirSync, readdirSync, rmSync, statSync } from 'node:fs'
import { basename, join } from 'node:path'
import { afterEach, describe, expect, it, vi } from 'vitest'
import { drawAhead } from '../../../electron/publish/draw-ahead.ts'
import { exportSite } from '../../../electron/publish/export-site.ts'
import { tempLibrary } from '../library/temp-library.ts'

const LIVE = { aborted: false }

afterEach(() => vi.unstubAllEnvs())

describe('what is drawn of a site ahead', () => {
  it('is found by the export, which draws nothing then', async () => {
    // The cache of this library alone, not the one that tests share.
    vi.stubEnv('LONGHAND_PICTURES', undefined)
    const library = tempLibrary()
    library.site.update({ name: 'Zandpad', baseUrl: 'https://zandpad.example/' })
    await drawAhead(library.folder, LIVE)
    const drawings = timesBelow(join(library.folder, 'cache', 'pictures'))
    expect(drawings.map(([path]) => basename(path))).toContain('share-card.png')
    const out = join(library.folder, '..', 'site')
    await exportSite(library, out)
    expect(timesBelow(join(library.folder, 'cache', 'pictures'))).toEqual(drawings)
    expect(existsSync(join(out, 'share-card.png'))).toBe(true)
    rmSync(out, { recursive: true })
  })

  it('is left to the export where it cannot be', async () => {
    const folder = join(tempLibrary().folder, 'nowhere')
    mkdirSync(folder)
    await expect(drawAhead(folder, LIVE)).resolves.toBeUndefined()
  })
})

/** When each file below a folder was written. */
const timesBelow = (folder: string): readonly (readonly [path: string, time: number])[] =>
  readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .sort()
    .map((path) => [path, statSync(join(folder, path)).mtimeMs] as const)
