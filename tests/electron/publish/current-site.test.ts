import { existsSync, mkdirSync, readFileSync, rmSync, utimesSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import type { ExportReport } from '../../../core/bridge.ts'
import type { Library } from '../../../electron/library/library.ts'
import { beginExport, currentSite, noteCurrent } from '../../../electron/publish/current-site.ts'
import { exportInWorker } from '../../../electron/publish/export-client.ts'
import { exportSite } from '../../../electron/publish/export-site.ts'
import { tempFolder, tempLibrary } from '../library/temp-library.ts'
import { timesOf } from './site.ts'

const NOW = new Date()
const LATER = new Date(NOW.getTime() + 3_600_000)
const OPEN = { isOpen: true }

interface Exported {
  readonly library: Library
  readonly folder: string
  /** What the next export can tell at once. */
  current(asked?: { date?: string; full?: boolean; plan?: string }, now?: Date): ExportReport | null
  again(): Promise<void>
}

/** A site of three articles, exported and noted as a thread does it. */
async function exported(asked: { date?: string } = {}): Promise<Exported> {
  const library = tempLibrary()
  for (const title of ['Een', 'Twee', 'Drie']) {
    library.articles.create({ title, body: `Tekst van ${title}.`, status: 'published', publishedAt: null })
  }
  const folder = join(tempFolder(), 'site')
  const again = async (): Promise<void> => {
    const beginning = beginExport(library.folder, asked, OPEN)
    noteCurrent(library.folder, folder, asked, beginning, await exportSite(library, folder, asked))
  }
  await again()
  return {
    library,
    folder,
    again,
    current: (wish = asked, now = new Date()) =>
      currentSite(library.folder, folder, wish, { isOpen: true, now }),
  }
}

describe('a site that is current', () => {
  it('is known to be, with what there is to report of it, and nothing is written', async () => {
    const { library, folder, current } = await exported()
    const times = timesOf(folder)
    const report = await exportInWorker(library.folder, folder)
    expect(report).toMatchObject({ articles: 3, written: 0, removed: 0 })
    expect(report.unchanged).toBe(Object.keys(times).length)
    expect(current()).toMatchObject({ articles: 3, written: 0, removed: 0, folder })
    expect(timesOf(folder)).toEqual(times)
  })

  it('is noted by an export in a thread', async () => {
    const { library, folder, current } = await exported()
    rmSync(join(folder, '.longhand/current.json'))
    expect(current()).toBeNull()
    await exportInWorker(library.folder, folder)
    expect(current()).not.toBeNull()
  })

  it('is so no longer when anything was written to the library, even if it was undone', async () => {
    const { library, current } = await exported()
    const { id, version } = library.articles.bySlug('een')!
    library.articles.save(id, version, { summary: 'Nieuw.' })
    expect(current()).toBeNull()
  })

  it('is so no longer when a file of it was changed, removed, or had its time changed', async () => {
    for (const harm of [
      (file: string) => utimesSync(file, LATER, LATER),
      (file: string) => writeFileSync(file, 'x'),
      (file: string) => rmSync(file),
    ]) {
      const { folder, current } = await exported()
      expect(current()).not.toBeNull()
      harm(join(folder, 'een.html'))
      expect(current()).toBeNull()
    }
  })

  it('is so for the same wish alone', async () => {
    const { current } = await exported({ date: '2026-05-01' })
    expect(current({ date: '2026-05-01' })).not.toBeNull()
    expect(current({ date: '2026-05-02' })).toBeNull()
    expect(current({})).toBeNull()
    expect(current({ date: '2026-05-01', full: true })).toBeNull()
    expect(current({ date: '2026-05-01', plan: 'x' })).toBeNull()
  })

  it('is so until the date of a scheduled article has come, and not before the export', async () => {
    const { library, current, again } = await exported()
    library.articles.create({ title: 'Straks', status: 'published', publishedAt: LATER.toISOString() })
    await again()
    expect(current()).not.toBeNull()
    expect(current({}, new Date(LATER.getTime() - 1))).not.toBeNull()
    expect(current({}, LATER)).toBeNull()
    expect(current({}, new Date(NOW.getTime() - 3_600_000))).toBeNull()
  })

  it('is so for a day where newer articles are wished for', async () => {
    const { library, current, again } = await exported()
    const tomorrow = new Date(Date.now() + 86_400_000)
    expect(current({}, tomorrow)).not.toBeNull()
    library.related.setRules({ ...library.related.rules(), freshness: 'strong' })
    await again()
    expect(current()).not.toBeNull()
    expect(current({}, tomorrow)).toBeNull()
  })

  it('is so no longer when a file of its theme was changed in the library', async () => {
    const { library, current } = await exported()
    const { theme } = library.site.get()
    mkdirSync(join(library.folder, 'themes', theme), { recursive: true })
    writeFileSync(join(library.folder, 'themes', theme, 'theme.json'), '{}')
    expect(current()).toBeNull()
  })

  it('is not told of one whose notes are harmed, or that another export is at work on', async () => {
    const { folder, current } = await exported()
    const note = join(folder, '.longhand/current.json')
    const text = readFileSync(note, 'utf8')
    for (const harmed of ['', '{', 'null', '[]', '{"report":null}', text.slice(0, -9)]) {
      writeFileSync(note, harmed)
      expect(current()).toBeNull()
    }
    writeFileSync(note, text)
    expect(current()).not.toBeNull()
    mkdirSync(join(folder, '.longhand/stage'))
    expect(current()).toBeNull()
  })

  it('is not noted when the library was written to while the export was under way', async () => {
    const { library, folder } = await exported()
    rmSync(join(folder, '.longhand/current.json'))
    const beginning = beginExport(library.folder, {}, OPEN)
    const report = await exportSite(library, folder)
    library.articles.create({ title: 'Vier' })
    noteCurrent(library.folder, folder, {}, beginning, report)
    expect(existsSync(join(folder, '.longhand/current.json'))).toBe(false)
  })
})

describe('the state of a library', () => {
  it('is another one after each commit, also when all is as it was before', () => {
    const library = tempLibrary()
    const { id, version } = library.articles.create({ title: 'Een' })
    const key = () => beginExport(library.folder, {}, OPEN)?.key
    const before = key()
    library.articles.save(id, version, { title: 'Twee' })
    const first = key()
    expect(first).not.toBe(before)
    library.articles.save(id, version + 1, { title: 'Een' })
    expect([before, first]).not.toContain(key())
  })
})
