import { existsSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import type { TaskProgress } from '../../../core/bridge.ts'
import { intakeInWorker } from '../../../electron/intake/intake-client.ts'
import type { Library } from '../../../electron/library/library.ts'
import { relatedLists } from '../../../electron/library/related-lists.ts'
import { readSite } from '../../../electron/publish/read-site.ts'
import { tempFolder, tempLibrary } from '../library/temp-library.ts'
import { folderOf } from './files.ts'

/** Published articles, each of which shares words with many others. */
const related = (count: number): Record<string, string> =>
  Object.fromEntries(
    Array.from({ length: count }, (_, at) => [
      `${at}.md`,
      `---\ndate: 2020-01-01\n---\n# Nummer ${at}\n\nwandelen door het bos ${at % 7} over pad${at % 11} en heide${at % 5}`,
    ]),
  )

/** How many related lists an export of now has to make. */
function made(library: Library): number {
  let lists = 0
  library.view(() => {
    const out = readSite(library, { now: library.now().getTime() }).articles.map(({ id }) => id)
    expect(out.length).toBeGreaterThan(0)
    relatedLists(library, { out, date: library.now().toISOString() }, (done) => (lists = done + 1))
  })
  return lists
}

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

  it('makes the related lists of what came in ready for the next export', async () => {
    const library = tempLibrary()
    await intakeInWorker(library.folder, [folderOf(related(60))])
    expect(made(library)).toBe(0)
    await intakeInWorker(library.folder, [
      folderOf({ 'een.md': '---\ndate: 2020-01-01\n---\n# Een\n\nwandelen' }),
    ])
    expect(made(library)).toBe(0)
  })

  it('leaves them to the export where few came in and nothing was kept to make them from', async () => {
    const library = tempLibrary()
    await intakeInWorker(library.folder, [folderOf(related(60))])
    rmSync(join(library.folder, 'cache'), { recursive: true })
    await intakeInWorker(library.folder, [
      folderOf({ 'een.md': '---\ndate: 2020-01-01\n---\n# Een\n\nwandelen' }),
    ])
    expect(existsSync(join(library.folder, 'cache'))).toBe(false)
    expect(made(library)).toBeGreaterThan(0)
  })

  it('keeps what has come in when it is stopped while that is related', async () => {
    const library = tempLibrary()
    const stop = new AbortController()
    const report = await intakeInWorker(library.folder, [folderOf(related(300))], {
      signal: stop.signal,
      onProgress: ({ phase }) => phase === 'relating' && stop.abort(),
    })
    expect(report.created).toHaveLength(300)
    expect(library.articles.counts().all).toBe(300)
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
