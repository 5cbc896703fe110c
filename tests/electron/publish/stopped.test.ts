import { spawnSync } from 'node:child_process'
import {
  appendFileSync,
  cpSync,
  existsSync,
  mkdirSync,
  readFileSync,
  renameSync,
  writeFileSync,
} from 'node:fs'
import { dirname, join } from 'node:path'
import { describe, expect, it } from 'vitest'
import type { TaskProgress } from '../../../core/bridge.ts'
import type { Library } from '../../../electron/library/library.ts'
import { ANALYSER } from '../../../electron/library/related-analysis.ts'
import { exportInWorker } from '../../../electron/publish/export-client.ts'
import { exportSite } from '../../../electron/publish/export-site.ts'
import { copyTheme } from '../../../electron/publish/theme-copies.ts'
import { tempFolder, tempLibrary } from '../library/temp-library.ts'
import { bytesOf, filesOf } from './site.ts'

const fill = (library: Library, count: number): void =>
  library.transaction(() => {
    for (let at = 0; at < count; at++) {
      library.articles.create({
        title: `Artikel ${at}`,
        status: 'published',
        body: `Tekst ${at}`,
        tags: ['x'],
      })
    }
  })

async function exported(count: number): Promise<{ library: Library; folder: string }> {
  const library = tempLibrary()
  fill(library, count)
  const folder = join(tempFolder(), 'site')
  await exportSite(library, folder)
  return { library, folder }
}

describe('an export that is stopped', () => {
  it.each(['reading', 'relating', 'rendering'] as const)(
    'while %s leaves the old site as it was',
    async (phase) => {
      const { library, folder } = await exported(3)
      const before = bytesOf(folder)
      fill(library, 60)
      const stop = new AbortController()
      const onProgress = (progress: TaskProgress): void => {
        if (progress.phase === phase) stop.abort()
      }
      await expect(exportSite(library, folder, { signal: stop.signal, onProgress })).rejects.toMatchObject({
        code: 'cancelled',
      })
      expect(bytesOf(folder)).toEqual(before)
      expect(existsSync(join(folder, '.longhand/stage'))).toBe(false)
      expect((await exportSite(library, folder)).articles).toBe(63)
    },
  )

  it('leaves no folder behind that was not there', async () => {
    const folder = join(tempFolder(), 'site')
    const signal = AbortSignal.abort()
    await expect(exportSite(tempLibrary(), folder, { signal })).rejects.toMatchObject({ code: 'cancelled' })
    expect(existsSync(folder)).toBe(false)
  })

  it('can be stopped in its own thread, where it also reports and fails in words', async () => {
    const { library, folder } = await exported(2)
    const phases = new Set<string>()
    const report = await exportInWorker(library.folder, folder, {
      onProgress: ({ phase }) => void phases.add(phase),
    })
    expect(report.unchanged).toBeGreaterThan(2)
    expect([...phases]).toEqual(['relating', 'reading', 'rendering', 'writing'])
    await expect(
      exportInWorker(library.folder, folder, { signal: AbortSignal.abort() }),
    ).rejects.toMatchObject({ code: 'cancelled' })
    await expect(exportInWorker(tempFolder(), folder)).rejects.toMatchObject({ code: 'library.missing' })
  })

  it('leaves the next to a thread that holds nothing of it; after one that was carried out the thread waits', async () => {
    const { library, folder } = await exported(2)
    const other = await exported(3)
    let started = 0
    const count = (): void => void (started += 1)
    process.on('worker', count)
    try {
      await exportInWorker(library.folder, folder)
      expect(started).toBeLessThan(2)
      started = 0
      const theme = copyTheme(library.folder, library.site.get().theme, 'Eigen')
      library.site.update({ theme })
      await exportInWorker(library.folder, folder)
      appendFileSync(join(library.folder, 'themes', theme, 'style.css'), '\n.new { color: red }\n')
      library.articles.create({ title: 'Later', body: 'Tekst.', status: 'published' })
      for (const { library: from, folder: to } of [{ library, folder }, other]) {
        await exportInWorker(from.folder, to)
        const fresh = join(tempFolder(), 'fresh')
        await exportSite(from, fresh)
        expect(bytesOf(to)).toEqual(bytesOf(fresh))
      }
      expect(started).toBe(0)
      await expect(exportInWorker(tempFolder(), folder)).rejects.toMatchObject({ code: 'library.missing' })
      await exportInWorker(library.folder, folder)
      expect(started).toBe(1)
    } finally {
      process.off('worker', count)
    }
  })

  it('while it analyses articles has analysed none too many', async () => {
    const library = tempLibrary()
    const { id } = library.articles.create({ title: 'Knopen', status: 'published' })
    const exporting = exportInWorker(library.folder, tempFolder(), { signal: AbortSignal.abort() })
    await expect(exporting).rejects.toMatchObject({ code: 'cancelled' })
    expect(library.related.stale(ANALYSER)).toEqual([id])
  })

  it('by a kill while it renders leaves the old site as it was, and the next one is whole', async () => {
    const { library, folder } = await exported(3)
    const before = bytesOf(folder)
    fill(library, 20)
    const script = `
      import { openLibrary } from ${JSON.stringify(join(import.meta.dirname, '../../../electron/library/library.ts'))}
      import { exportSite } from ${JSON.stringify(join(import.meta.dirname, '../../../electron/publish/export-site.ts'))}
      const library = openLibrary(${JSON.stringify(library.folder)}, { readonly: true })
      await exportSite(library, ${JSON.stringify(folder)}, {
        onProgress: ({ phase, done }) => { if (phase === 'rendering' && done > 0) process.kill(process.pid, 'SIGKILL') },
      })`
    const { signal } = spawnSync(process.execPath, ['--input-type=module', '--eval', script])
    expect(signal).toBe('SIGKILL')
    expect(bytesOf(folder)).toEqual(before)
    expect(existsSync(join(folder, '.longhand/lock'))).toBe(true)
    const fresh = join(tempFolder(), 'fresh')
    await exportSite(library, fresh)
    await exportSite(library, folder)
    expect(bytesOf(folder)).toEqual(bytesOf(fresh))
  })

  it('amid the swap is carried through by the next', async () => {
    const { library, folder } = await exported(1)
    fill(library, 1)
    const whole = join(tempFolder(), 'whole')
    await exportSite(library, whole)
    // As a kill leaves it: everything staged, the journal on disk, some of it done.
    const own = join(folder, '.longhand')
    mkdirSync(join(own, 'stage'), { recursive: true })
    const before = filesOf(folder)
    const put = [...filesOf(whole)]
      .filter(([path, bytes]) => !before.get(path)?.equals(bytes))
      .map(([path]) => path)
    expect(put).toContain('index.html')
    for (const path of put) {
      mkdirSync(dirname(join(own, 'stage', path)), { recursive: true })
      cpSync(join(whole, path), join(own, 'stage', path))
    }
    writeFileSync(join(own, 'manifest.next'), readFileSync(join(whole, '.longhand/manifest.json')))
    writeFileSync(join(own, 'journal.json'), JSON.stringify({ put, remove: ['gone.html'] }))
    renameSync(join(own, 'stage', put[0]!), join(folder, put[0]!))
    await exportSite(library, folder)
    expect(bytesOf(folder)).toEqual(bytesOf(whole))
    expect(existsSync(join(own, 'journal.json'))).toBe(false)
  })

  it('makes way for one at a time', async () => {
    const { library, folder } = await exported(2)
    const first = exportSite(library, folder, { full: true })
    await expect(exportSite(library, folder)).rejects.toMatchObject({ code: 'busy' })
    await first
    await exportSite(library, folder)
  })
})
