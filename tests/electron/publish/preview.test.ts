import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import type { Library } from '../../../electron/library/library.ts'
import { relatedService } from '../../../electron/library/related-service.ts'
import { exportSite } from '../../../electron/publish/export-site.ts'
import { leanCss } from '../../../electron/publish/lean-css.ts'
import { missingPage, previewFile } from '../../../electron/publish/preview.ts'
import { tempFolder, tempLibrary } from '../library/temp-library.ts'
import { filesOf } from './site.ts'

const show = async (library: Library, path: string, shown: 'out' | 'all' = 'out'): Promise<string | null> => {
  const service = relatedService(library)
  const file = await previewFile(library, async (id, limit) => service.list(id, limit), path, { shown })
  return file && Buffer.from(file.bytes).toString()
}

const article = (library: Library, title: string) =>
  library.articles.create({
    title,
    body: `Enkels op het bospad, ${title}. Knieën ook.`,
    status: 'published',
    tags: ['bospad'],
    publishedAt: '2026-01-01T09:00:00Z',
  })

const contentOf = (page: Buffer): string => /<body>.*/s.exec(page.toString())?.[0] ?? ''

describe('a preview', () => {
  it('is what an export writes, file by file', async () => {
    const library = tempLibrary()
    for (const title of ['Een', 'Twee', 'Drie', 'Vier']) article(library, title)
    const { id, version } = article(library, 'Over ons')
    library.articles.save(id, version, { footerPlace: 1, slug: 'over' })
    const folder = join(tempFolder(), 'site')
    await exportSite(library, folder)
    for (const [path, bytes] of filesOf(folder)) {
      const shown = await previewFile(
        library,
        async (id, limit) => relatedService(library).list(id, limit),
        path,
      )
      const [own, written] = [Buffer.from(shown?.bytes ?? []), bytes]
      // Elsewhere this page may stand at any depth, so there it has its style inside; its content is the same.
      if (path === '404.html') expect(contentOf(own)).toBe(contentOf(written))
      else expect(own.equals(written), path).toBe(true)
    }
  })

  it('has a page for a draft, which no other page shows', async () => {
    const library = tempLibrary()
    article(library, 'Een')
    library.articles.create({ title: 'Concept', body: 'Nog niet.' })
    expect(await show(library, 'concept.html')).toContain('Nog niet.')
    expect(await show(library, 'index.html')).not.toContain('Concept')
  })

  it('shows drafts and what is scheduled on every page when they are asked for, and nothing from the trash', async () => {
    const library = tempLibrary()
    article(library, 'Een')
    library.articles.create({ title: 'Concept', body: 'Nog niet.', tags: ['bospad'] })
    library.articles.create({
      title: 'Ooit',
      body: 'x',
      status: 'published',
      publishedAt: '2999-01-01T09:00:00Z',
    })
    const { id } = library.articles.create({ title: 'Weg', body: 'x' })
    library.articles.trash([id])
    const front = await show(library, 'index.html', 'all')
    expect(['Een', 'Concept', 'Ooit', 'Weg'].filter((title) => front?.includes(`>${title}<`))).toEqual([
      'Een',
      'Concept',
      'Ooit',
    ])
    expect(await show(library, 'tag/bospad.html', 'all')).toContain('Concept')
    expect(await show(library, 'tag/bospad.html')).not.toContain('Concept')
    library.articles.create({ title: 'Nieuw', body: 'x' })
    expect(await show(library, 'index.html', 'all')).toContain('Nieuw')
    expect(await show(library, 'index.html')).not.toContain('Nieuw')
  })

  it('says of the search page alone that its script has to run', async () => {
    const library = tempLibrary()
    article(library, 'Een')
    const runs = async (path: string) =>
      (await previewFile(library, async () => ({ items: [] }), path))?.runsScript
    expect(await runs('zoeken/index.html')).toBe(true)
    expect(await runs('index.html')).toBe(false)
    expect(await runs('een.html')).toBe(false)
    expect(await runs('zoeken/search.js')).toBe(false)
  })

  it('has a page for what is not there, with links from the root of the site', () => {
    const library = tempLibrary()
    const html = Buffer.from(missingPage(library, '/site/').bytes).toString()
    expect(html).toContain('href="/site/assets/style.css"')
    expect(html).toContain('href="/site/index.html"')
  })

  it('follows every change', async () => {
    const library = tempLibrary()
    const { id, version } = article(library, 'Een')
    expect(await show(library, 'index.html')).toContain('Een')
    library.articles.save(id, version, { title: 'Ander' })
    expect(await show(library, 'index.html')).toContain('Ander')
    library.site.update({ name: 'Nieuwe naam' })
    expect(await show(library, 'index.html')).toContain('Nieuwe naam')
    library.tags.rename(library.tags.list()[0]!.id, 'zandpad')
    expect(await show(library, 'tag/zandpad.html')).toContain('Ander')
    library.articles.trash([id])
    expect(await show(library, 'index.html')).not.toContain('Ander')
    expect(await show(library, 'een.html')).toBeNull()
  })

  it('shows no file outside the site', async () => {
    const library = tempLibrary()
    for (const path of [
      '../library.db',
      'media/../library.db',
      'assets/../../theme.json',
      'media/',
      'theme.json',
      '.longhand/x',
      'nergens.html',
    ]) {
      expect(await show(library, path), path).toBeNull()
    }
  })

  it('knows what kind of file it gives', async () => {
    const library = tempLibrary()
    const kinds = await Promise.all(
      ['index.html', 'assets/style.css', 'assets/fonts/newsreader-text.woff2', 'feed.xml'].map(
        async (path) => (await previewFile(library, async () => ({ items: [] }), path))?.mime,
      ),
    )
    expect(kinds).toEqual([
      'text/html; charset=utf-8',
      'text/css; charset=utf-8',
      'font/woff2',
      'application/xml; charset=utf-8',
    ])
    const css = join(import.meta.dirname, '../../../resources/themes/magazine/style.css')
    expect(await show(library, 'assets/style.css')).toContain(leanCss(readFileSync(css, 'utf8')))
  })
})
