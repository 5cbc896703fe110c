import { spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { beforeAll, describe, expect, it, onTestFinished } from 'vitest'
import { createSample } from '../../../electron/intake/sample.ts'
import { archiveLibrary } from '../../../electron/library/archive.ts'
import { makeBackup } from '../../../electron/library/backups.ts'
import { openLibrary } from '../../../electron/library/library.ts'
import { rescueInto } from '../../../electron/library/rescue.ts'
import { restoreBeside } from '../../../electron/library/restore.ts'
import { exportInWorker } from '../../../electron/publish/export-client.ts'
import { exportSite } from '../../../electron/publish/export-site.ts'
import { RESOURCES } from '../../../electron/publish/resources.ts'
import { tempFolder } from '../library/temp-library.ts'
import { DAY, GROUNDS } from './kills/ground.ts'
import { bytesOf } from './site.ts'

const CLI = join(import.meta.dirname, '../../../electron/cli.ts')

/** Has a process believe that it is so many days later. */
const later = (days: number): string =>
  `data:text/javascript,${encodeURIComponent(`
    const Then = Date
    const shift = ${days} * 86_400_000
    globalThis.Date = class extends Then {
      constructor(...given) { super(...(given.length === 0 ? [Then.now() + shift] : given)) }
      static now() { return Then.now() + shift }
    }`)}`

interface Elsewhere {
  readonly library: string
  readonly out: string
  readonly env?: NodeJS.ProcessEnv
  /** Pictures are prepared once for all tests; otherwise each library's cache is its own, and cold at first. */
  readonly isShared?: boolean
  /** Node's own options. */
  readonly node?: readonly string[]
}

/** Exports by the command line, in an environment of its own, and gives the site's bytes with those of its zip. */
function exported({
  library,
  out,
  env = {},
  isShared = false,
  node = [],
}: Elsewhere): Record<string, string> {
  const zip = `${out}.zip`
  const words = ['--library', library, '--out', out, '--date', DAY, '--zip', zip]
  const { LONGHAND_PICTURES: pictures, NODE_OPTIONS: _options, ...inherited } = process.env
  const shared = isShared ? { LONGHAND_PICTURES: pictures } : {}
  const { status, stderr } = spawnSync(process.execPath, [...node, CLI, 'export', ...words], {
    env: { ...inherited, ...shared, ...env },
    encoding: 'utf8',
  })
  expect(stderr).toBe('')
  expect(status).toBe(0)
  return { ...hashesOf(out), zip: hashOf(readFileSync(zip)) }
}

const hashOf = (bytes: Uint8Array | string): string => createHash('sha256').update(bytes).digest('hex')

/** Of every file of a site, its notes included. */
function hashesOf(out: string): Record<string, string> {
  return Object.fromEntries(Object.entries(bytesOf(out)).map(([path, bytes]) => [path, hashOf(bytes)]))
}

/** Exports in this process, with so many threads beside. */
async function exportedBy(threads: number, folder: string): Promise<Record<string, string>> {
  const library = openLibrary(folder)
  onTestFinished(() => library.close())
  const out = join(tempFolder(), 'site')
  await exportSite(library, out, { date: DAY, threads })
  return hashesOf(out)
}

/** What needs caches of its own is tried with the small one, what reads all of a library with the large one. */
const LIBRARIES = [
  ['the Dutch sample', true, (folder: string) => createSample(RESOURCES, 'nl', join(folder, 'library'))],
  ['a library with a theme of its own', false, (folder: string) => GROUNDS[0]!.lay(folder)],
] as const

describe.each(LIBRARIES)('%s', (_name, isLarge, lay) => {
  const isShared = isLarge
  let folder = ''
  let library = ''
  let first: Record<string, string> = {}
  const withoutZip = () => Object.fromEntries(Object.entries(first).filter(([name]) => name !== 'zip'))

  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), 'longhand-same-'))
    library = join(folder, 'library')
    await lay(folder)
    first = exported({ library, out: join(folder, 'a'), isShared })
    return () => rmSync(folder, { recursive: true, force: true })
  })

  it('gives the same bytes elsewhere on the globe, in another language, years later, without a system around', () => {
    const env = {
      TZ: 'Pacific/Kiritimati',
      LANG: 'tr_TR.UTF-8',
      LC_ALL: 'tr_TR.UTF-8',
      LANGUAGE: 'tr',
      PATH: '',
    }
    const out = join(folder, 'één map met spaties')
    // A preload goes to all threads.
    expect(exported({ library, out, env, isShared, node: ['--import', later(1000)] })).toEqual(first)
  })

  it.skipIf(isLarge)(
    'gives the same bytes from a copy elsewhere, with cold caches and one thread for the disk',
    () => {
      const copy = join(folder, 'kopie', 'van')
      cpSync(library, copy, { recursive: true })
      rmSync(join(copy, 'cache'), { recursive: true, force: true })
      const env = { TZ: 'America/Los_Angeles', LANG: 'C', LC_ALL: 'C', UV_THREADPOOL_SIZE: '1' }
      expect(exported({ library: copy, out: join(folder, 'b'), env, isShared })).toEqual(first)
      // And with caches that are warm now.
      expect(exported({ library: copy, out: join(folder, 'c'), env, isShared })).toEqual(first)
    },
  )

  it.runIf(isLarge).each([0, 3])('gives the same bytes with %i threads beside', async (threads) => {
    expect(await exportedBy(threads, library)).toEqual(withoutZip())
  })

  it.runIf(isLarge)('gives the same bytes after an archive, a backup and a rescue', async () => {
    const place = tempFolder()
    const archive = join(place, 'alles.longhand')
    await archiveLibrary(library, archive)
    await restoreBeside(archive, join(place, 'archief'))
    const { file } = await makeBackup(library, { into: join(place, 'backups') })
    await restoreBeside(file, join(place, 'backup'))
    await rescueInto(library, join(place, 'gered'))
    for (const name of ['archief', 'backup', 'gered']) {
      const out = join(place, `${name}-site`)
      await exportInWorker(join(place, name), out, { date: DAY })
      expect(hashesOf(out), name).toEqual(withoutZip())
    }
  })
})

describe('a site that was exported before', () => {
  it('is, after its library changed, what a new folder gets', async () => {
    const folder = tempFolder()
    const ground = GROUNDS.find(({ name }) => name === 'existing site')!
    await ground.lay(folder)
    mkdirSync(join(folder, 'nieuw'))
    const library = join(folder, 'library')
    const anew = exported({ library, out: join(folder, 'nieuw', 'site') })
    const changed = exported({ library, out: join(folder, ground.out) })
    for (const path of ground.foreign) delete changed[path]
    expect(changed).toEqual(anew)
  })
})
