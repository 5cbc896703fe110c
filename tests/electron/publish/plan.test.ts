import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import type { ExportPlan, PlanReason } from '../../../core/bridge.ts'
import { Failure } from '../../../core/errors.ts'
import type { Library } from '../../../electron/library/library.ts'
import { exportSite, planSite } from '../../../electron/publish/export-site.ts'
import { shownPlan } from '../../../electron/publish/plan-groups.ts'
import { tempFolder, tempLibrary } from '../library/temp-library.ts'
import { bytesOf, filesOf } from './site.ts'

function filled(): Library {
  const library = tempLibrary()
  for (const [index, title] of ['Een', 'Twee', 'Drie', 'Vier', 'Vijf', 'Zes'].entries()) {
    library.articles.create({
      title,
      body: `Enkels op het bospad, ${title}. Knieën ook.`,
      status: 'published',
      tags: index < 3 ? ['bospad'] : [],
      publishedAt: `2026-01-0${index + 1}T09:00:00Z`,
    })
  }
  return library
}

const reasonsOf = (plan: ExportPlan, path: string): readonly PlanReason[] | undefined =>
  [...plan.added, ...plan.changed, ...plan.removed].find((item) => item.path === path)?.reasons

/** A site that was exported, and what an export would do after `change`. */
async function after(change: (library: Library) => void): Promise<ExportPlan> {
  const library = filled()
  const folder = join(tempFolder(), 'site')
  await exportSite(library, folder)
  change(library)
  return planSite(library, folder)
}

function save(library: Library, slug: string, patch: object): void {
  const article = library.articles.bySlug(slug)
  if (!article) throw new Error(slug)
  library.articles.save(article.id, article.version, patch)
}

const failure = async (work: Promise<unknown>) =>
  work.then(
    () => null,
    (thrown: unknown) => (thrown instanceof Failure ? thrown.code : thrown),
  )

describe('the plan of an export', () => {
  it('writes nothing and makes no folder, and says what the export then does', async () => {
    const library = filled()
    const folder = join(tempFolder(), 'site')
    const plan = await planSite(library, folder)
    expect(existsSync(folder)).toBe(false)
    const report = await exportSite(library, folder, { plan: plan.id })
    expect(plan.added.length).toBe(report.written)
    expect(plan.writtenBytes).toBe(report.bytes)
    expect(plan.added.map(({ path }) => path).sort()).toEqual([...filesOf(folder).keys()].sort())
    for (const [path, bytes] of filesOf(folder))
      expect(plan.added.find((item) => item.path === path)?.bytes, path).toBe(bytes.length)
    expect(plan.added.find(({ path }) => path === 'een.html')).toMatchObject({
      kind: 'article',
      title: 'Een',
      reasons: ['first'],
    })
    const before = bytesOf(folder)
    const again = await planSite(library, folder)
    expect([again.added, again.changed, again.removed]).toEqual([[], [], []])
    expect(again.unchanged).toBe(report.written)
    expect(bytesOf(folder)).toEqual(before)
  })

  it('says of each page that changes why it does', async () => {
    const plan = await after((library) => {
      save(library, 'een', { body: 'Een heel andere tekst.' })
      save(library, 'twee', { title: 'Twee keer' })
      save(library, 'drie', { summary: 'Waarover.' })
      save(library, 'vier', { tags: ['duin'] })
    })
    expect(reasonsOf(plan, 'een.html')).toContain('text')
    expect(reasonsOf(plan, 'twee.html')?.[0]).toBe('title')
    expect(reasonsOf(plan, 'twee.html')).not.toContain('text')
    expect(reasonsOf(plan, 'drie.html')?.[0]).toBe('summary')
    expect(reasonsOf(plan, 'vier.html')?.[0]).toBe('tags')
    expect(reasonsOf(plan, 'index.html')).toEqual(['cards'])
    expect(reasonsOf(plan, 'tag/duin.html')).toEqual(['first'])
    expect(plan.changed.find(({ path }) => path === 'twee.html')?.title).toBe('Twee keer')
  })

  it('says what became of the articles whose pages go', async () => {
    const plan = await after((library) => {
      library.articles.trash([library.articles.bySlug('een')!.id])
      save(library, 'twee', { status: 'draft' })
      save(library, 'drie', { publishedAt: '2999-01-01T09:00:00Z' })
      save(library, 'vier', { slug: 'vierde' })
    })
    expect(plan.removed.map(({ path, reasons }) => [path, reasons[0]])).toEqual([
      ['drie.html', 'scheduled'],
      ['een.html', 'trashed'],
      ['tag/bospad.html', 'unused'],
      ['twee.html', 'withdrawn'],
    ])
    expect(reasonsOf(plan, 'vierde.html')).toEqual(['first'])
    expect(plan.changed.find(({ path }) => path === 'vier.html')).toMatchObject({
      kind: 'redirect',
      reasons: ['redirected'],
    })
    expect(reasonsOf(plan, 'index.html')).toEqual(['articles'])
    expect(plan.waiting).toEqual({ count: 1, first: '2999-01-01T09:00:00Z', last: '2999-01-01T09:00:00Z' })
  })

  it('names theme and settings where these change every page', async () => {
    const theme = await after((library) => library.site.update({ theme: 'essay' }))
    expect(theme.changed.filter(({ kind }) => kind === 'article').map(({ reasons }) => reasons)).toEqual(
      Array.from({ length: 6 }, () => ['theme']),
    )
    const settings = await after((library) => library.site.update({ name: 'Anders' }))
    expect(reasonsOf(settings, 'een.html')).toContain('settings')
    expect(reasonsOf(settings, 'een.html')).not.toContain('theme')
  })

  it('names the related articles where only these change', async () => {
    const plan = await after((library) => {
      const id = (slug: string) => library.articles.bySlug(slug)!.id
      library.related.say('related.pin', id('een'), { pins: [id('zes')] })
    })
    expect(reasonsOf(plan, 'een.html')).toEqual(['related'])
    expect(plan.changed.map(({ path }) => path)).toEqual(['een.html'])
  })

  it('says which files another hand changed or took away', async () => {
    const library = filled()
    const folder = join(tempFolder(), 'site')
    await exportSite(library, folder)
    writeFileSync(join(folder, 'een.html'), 'ander')
    const plan = await planSite(library, folder)
    expect(plan.changed.map(({ path, reasons }) => [path, ...reasons])).toEqual([['een.html', 'mended']])
    expect(readFileSync(join(folder, 'een.html'), 'utf8')).toBe('ander')
  })

  it('counts what Longhand did not make, and names what it would write over', async () => {
    const library = filled()
    const folder = join(tempFolder(), 'site')
    mkdirSync(join(folder, 'foto'), { recursive: true })
    writeFileSync(join(folder, 'index.html'), 'van een ander')
    writeFileSync(join(folder, 'foto', 'a.jpg'), 'x')
    writeFileSync(join(folder, 'CNAME'), 'x')
    const plan = await planSite(library, folder)
    expect([plan.isOurs, plan.kept, plan.replaced]).toEqual([false, 2, ['index.html']])
    expect(await failure(exportSite(library, folder, { plan: plan.id }))).toBe('export.occupied')
    expect(readFileSync(join(folder, 'index.html'), 'utf8')).toBe('van een ander')
    await exportSite(library, folder, { plan: plan.id, overwrite: true })
    const again = await planSite(library, folder)
    expect([again.isOurs, again.kept, again.replaced]).toEqual([true, 2, []])
    expect(existsSync(join(folder, 'CNAME'))).toBe(true)
  })

  it('is carried out to the letter, or not at all', async () => {
    const library = filled()
    const folder = join(tempFolder(), 'site')
    const first = await planSite(library, folder)
    save(library, 'een', { body: 'Nog iets.' })
    expect(await failure(exportSite(library, folder, { plan: first.id }))).toBe('export.changed')
    expect(existsSync(folder)).toBe(false)
    await exportSite(library, folder)
    const before = bytesOf(folder)
    save(library, 'een', { body: 'Meer.' })
    const second = await planSite(library, folder)
    writeFileSync(join(folder, 'twee.html'), 'ander')
    expect(await failure(exportSite(library, folder, { plan: second.id }))).toBe('export.changed')
    expect({ ...bytesOf(folder), 'twee.html': before['twee.html'] }).toEqual(before)
  })

  it('stops when it is asked to, and refuses what is no folder', async () => {
    const library = filled()
    const folder = join(tempFolder(), 'site')
    expect(await failure(planSite(library, folder, { signal: { aborted: true } }))).toBe('cancelled')
    writeFileSync(folder, 'x')
    expect(await failure(planSite(library, folder))).toBe('file.refused')
    expect(await failure(planSite(library, join(folder, 'below')))).toBe('file.refused')
  })

  it('goes to the window in groups, each with its first files', async () => {
    const plan = await planSite(filled(), join(tempFolder(), 'site'))
    const shown = shownPlan({
      ...plan,
      added: Array.from({ length: 500 }, (_, index) => ({
        path: `a${index}.html`,
        kind: 'article' as const,
        title: '',
        reasons: ['first' as const],
        bytes: 2,
      })),
    })
    expect(shown.added).toHaveLength(1)
    expect(shown.added[0]).toMatchObject({ count: 500, bytes: 1000, reason: 'first', kind: 'article' })
    expect(shown.added[0]?.items).toHaveLength(100)
  })
})
