import { spawn } from 'node:child_process'
import { once } from 'node:events'
import fs, { existsSync } from 'node:fs'
import { syncBuiltinESMExports } from 'node:module'
import { join } from 'node:path'
import { afterEach, describe, expect, it } from 'vitest'
import type { Library } from '../../../electron/library/library.ts'
import { exportInWorker } from '../../../electron/publish/export-client.ts'
import { exportSite } from '../../../electron/publish/export-site.ts'
import { tempFolder, tempLibrary } from '../library/temp-library.ts'
import { fillDisk, mountDisk, remountDisk, unmountDisk } from '../tiny-disk.ts'
import { bytesOf } from './site.ts'

/** Calls by which an export changes a folder. */
const CHANGES = [
  'writeFileSync',
  'mkdirSync',
  'renameSync',
  'linkSync',
  'copyFileSync',
  'unlinkSync',
  'fsyncSync',
] as const
const real = Object.fromEntries(CHANGES.map((name) => [name, fs[name]]))

afterEach(() => {
  Object.assign(fs, real)
  syncBuiltinESMExports()
})

/** Lets the change number `at` (from 0) below a folder be refused, and with `on` every one after it; counts them. */
function refuse(folder: string, code: string, at: number, on = false): { count: number } {
  const seen = { count: 0 }
  for (const name of CHANGES) {
    const original = real[name] as (...args: unknown[]) => unknown
    const faulty = (...args: unknown[]): unknown => {
      const within =
        name === 'fsyncSync' || args.some((arg) => typeof arg === 'string' && arg.startsWith(folder))
      if (within && (seen.count === at || (on && seen.count > at))) {
        seen.count += 1
        throw Object.assign(new Error(code), { code, syscall: name })
      }
      if (within) seen.count += 1
      return original(...args)
    }
    Object.assign(fs, { [name]: faulty })
  }
  syncBuiltinESMExports()
  return seen
}

function mend(): void {
  Object.assign(fs, real)
  syncBuiltinESMExports()
}

/** A site of which some pages will change, some go and some come. */
async function changedSite(): Promise<{ library: Library; folder: string }> {
  const library = tempLibrary()
  const make = (title: string): number =>
    library.articles.create({ title, status: 'published', body: `Over ${title}`, tags: [title] }).id
  const ids = ['a', 'b', 'c'].map(make)
  const folder = join(tempFolder(), 'site')
  await exportSite(library, folder)
  library.transaction(() => {
    const { id, version } = library.articles.get(ids[0]!)
    library.articles.trash([ids[1]!])
    library.articles.save(id, version, { body: 'Heel anders' })
    make('d')
  })
  return { library, folder }
}

/** Numbers below `limit` that are the same at every run (mulberry32). */
function* draws(seed: number, limit: number): Generator<number> {
  for (let state = seed; ;) {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    yield ((mixed ^ (mixed >>> 14)) >>> 0) % limit
  }
}

describe('an export that the system refuses something', () => {
  it.each([
    ['ENOSPC', 1],
    ['EACCES', 2],
    ['EIO', 3],
  ] as const)('with %s once, at any step, leaves the old site byte for byte', async (code, seed) => {
    const { library, folder } = await changedSite()
    const before = bytesOf(folder)
    const seen = refuse(folder, code, Number.POSITIVE_INFINITY)
    const copy = join(tempFolder(), 'copy')
    fs.cpSync(folder, copy, { recursive: true, preserveTimestamps: true })
    await exportSite(library, folder)
    const after = bytesOf(folder)
    mend()
    expect(seen.count).toBeGreaterThan(30)
    expect(after).not.toEqual(before)

    let refused = 0
    const steps = draws(seed, seen.count)
    for (let round = 0; round < 8; round++) {
      fs.rmSync(folder, { recursive: true, force: true })
      fs.cpSync(copy, folder, { recursive: true, preserveTimestamps: true })
      const at = steps.next().value as number
      refuse(folder, code, at)
      const outcome = await exportSite(library, folder).catch((thrown: unknown) => thrown)
      mend()
      const isRefusal = outcome instanceof Error
      if (isRefusal) refused += 1
      if (isRefusal) expect(outcome).toMatchObject({ code: 'file.refused', detail: { reason: code } })
      expect(bytesOf(folder), `step ${at}`).toEqual(isRefusal ? before : after)
      expect(existsSync(join(folder, '.longhand/journal.json'))).toBe(false)
      await exportSite(library, folder)
      expect(bytesOf(folder)).toEqual(after)
    }
    expect(refused).toBeGreaterThan(4)
  })

  it('from some step on, also while it is taken back, is whole after the next export', async () => {
    const { library, folder } = await changedSite()
    const copy = join(tempFolder(), 'copy')
    fs.cpSync(folder, copy, { recursive: true, preserveTimestamps: true })
    const seen = refuse(folder, 'EROFS', Number.POSITIVE_INFINITY)
    await exportSite(library, folder)
    const after = bytesOf(folder)
    mend()
    const steps = draws(4, seen.count)
    for (let round = 0; round < 8; round++) {
      fs.rmSync(folder, { recursive: true, force: true })
      fs.cpSync(copy, folder, { recursive: true, preserveTimestamps: true })
      const at = steps.next().value as number
      // The first try leaves it half-way, the second one too, further on or back.
      refuse(folder, 'EROFS', at, true)
      await expect(exportSite(library, folder), `step ${at}`).rejects.toMatchObject({ code: 'file.refused' })
      refuse(folder, 'EROFS', steps.next().value as number, true)
      await exportSite(library, folder).catch(() => {})
      mend()
      await exportSite(library, folder)
      expect(bytesOf(folder), `step ${at}`).toEqual(after)
    }
  })

  it('because the disk is full says so, and leaves no folder behind that was not there', async () => {
    const library = tempLibrary()
    library.articles.create({ title: 'Eerst', status: 'published' })
    const folder = join(tempFolder(), 'site')
    refuse(folder, 'ENOSPC', 5, true)
    const exporting = exportSite(library, folder)
    await expect(exporting).rejects.toMatchObject({ code: 'file.refused', detail: { reason: 'ENOSPC' } })
    expect(existsSync(folder)).toBe(false)
  })
})

describe('an export to a small disk', () => {
  it.each(['full', 'readable only'] as const)(
    'that is %s leaves the old site, and goes on when it is not',
    async (how) => {
      const disk = join(tempFolder(), 'disk')
      const refusal = mountDisk(disk, 2)
      if (refusal !== null) return console.log(`Left out: no disk can be made here: ${refusal}`)
      try {
        const library = tempLibrary()
        library.articles.create({ title: 'Eerst', status: 'published' })
        const folder = join(disk, 'site')
        await exportSite(library, folder)
        const before = bytesOf(folder)
        library.articles.create({ title: 'Lang', status: 'published', body: 'Veel woorden. '.repeat(20_000) })
        const filler = how === 'full' ? fillDisk(disk) : null
        if (filler === null) remountDisk(disk, 'ro')
        await expect(exportSite(library, folder)).rejects.toMatchObject({ code: 'file.refused' })
        expect(bytesOf(folder)).toEqual(before)
        if (filler === null) remountDisk(disk, 'rw')
        else fs.rmSync(filler)
        await exportSite(library, folder)
        expect(existsSync(join(folder, 'lang.html'))).toBe(true)
      } finally {
        unmountDisk(disk)
      }
    },
  )
})

describe('two exports to one folder', () => {
  it('at the same moment: one is done, every other is refused in words, and the site is whole', async () => {
    const { library, folder } = await changedSite()
    const outcomes = await Promise.allSettled(
      Array.from({ length: 4 }, () => exportInWorker(library.folder, folder, { full: true })),
    )
    const refusals = outcomes.filter((outcome) => outcome.status === 'rejected').map(({ reason }) => reason)
    for (const refusal of refusals)
      expect(refusal).toMatchObject({ code: 'busy', detail: { task: 'export' } })
    expect(refusals.length).toBeLessThan(4)
    const fresh = join(tempFolder(), 'fresh')
    await exportSite(library, fresh)
    expect(bytesOf(folder)).toEqual(bytesOf(fresh))
  })

  it('of two processes: the second is refused while the first lives, and not after it was killed', async () => {
    const { library, folder } = await changedSite()
    const lock = join(import.meta.dirname, '../../../electron/publish/site-lock.ts')
    const script = `
      import { lockFolder } from ${JSON.stringify(lock)}
      lockFolder(${JSON.stringify(folder)})
      console.log('held')
      setInterval(() => {}, 1000)`
    const child = spawn(process.execPath, ['--input-type=module', '--eval', script])
    await once(child.stdout, 'data')
    await expect(exportSite(library, folder)).rejects.toMatchObject({ code: 'busy' })
    child.kill('SIGKILL')
    await once(child, 'exit')
    expect(existsSync(join(folder, '.longhand/lock'))).toBe(true)
    await exportSite(library, folder)
    expect(existsSync(join(folder, '.longhand/lock'))).toBe(false)
  })
})
