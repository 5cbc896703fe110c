import { describe, expect, it } from 'vitest'
import type { TaskProgress } from '../../../core/bridge.ts'
import { intakeInWorker } from '../../../electron/intake/intake-client.ts'
import { tempFolder, tempLibrary } from '../library/temp-library.ts'
import { folderOf } from './files.ts'

describe('intakeInWorker', () => {
  it('brings in what is there while the library is open elsewhere, and tells how far it is', async () => {
    const library = tempLibrary()
    const told: TaskProgress[] = []
    const report = await intakeInWorker(library.folder, [folderOf({ 'a.md': '# A\n\nx', 'leeg.md': '' })], {
      language: 'nl',
      onProgress: (progress) => told.push(progress),
    })
    expect(report).toMatchObject({ created: [{ slug: 'a' }], skipped: [{ notes: ['is leeg'] }] })
    expect(library.articles.bySlug('a')?.body).toBe('x')
    expect(told.at(-1)).toEqual({ task: 'intake', phase: 'writing', done: 1, total: 1 })
  })

  it('fails with the Failure that stopped it', async () => {
    const library = tempLibrary()
    await expect(intakeInWorker(library.folder, ['/nowhere/at/all'])).rejects.toMatchObject({
      code: 'file.refused',
      detail: { reason: 'ENOENT' },
    })
    await expect(intakeInWorker(tempFolder(), [])).rejects.toMatchObject({ code: 'library.missing' })
  })

  it('leaves nothing when it is stopped', async () => {
    const library = tempLibrary()
    const files = Object.fromEntries(Array.from({ length: 300 }, (_, at) => [`${at}.md`, `# A ${at}\n\nx`]))
    const stop = new AbortController()
    const done = intakeInWorker(library.folder, [folderOf(files)], {
      signal: stop.signal,
      onProgress: () => stop.abort(),
    })
    await expect(done).rejects.toMatchObject({ code: 'cancelled' })
    expect(library.articles.counts().all).toBe(0)
    await expect(
      intakeInWorker(library.folder, [folderOf(files)], { signal: AbortSignal.abort() }),
    ).rejects.toMatchObject({ code: 'cancelled' })
  })
})
