import {
  existsSync,
  mkdirSync,
  readFileSync,
  readdirSync,
  symlinkSync,
  utimesSync,
  writeFileSync,
} from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import type { ArticlePatch } from '../../../core/article.ts'
import type { Library } from '../../../electron/library/library.ts'
import { exportSite } from '../../../electron/publish/export-site.ts'
import { tempFolder, tempLibrary } from '../library/temp-library.ts'
import { byClass, bytesOf, filesOf, textOf, timesOf } from './site.ts'

const out = (library: Library, title: string, more: ArticlePatch = {}) =>
  library.articles.create({
    title,
    status: 'published',
    body: `Tekst van ${title}.`,
    publishedAt: '2026-01-01T09:00:00Z',
    ...more,
  })

const site = (): string => join(tempFolder(), 'site')

/** As if it had been exported some time ago, so that a file written now is newer. */
function age(folder: string): void {
  const then = new Date(Date.now() - 60_000)
  for (const path of filesOf(folder).keys()) utimesSync(join(folder, path), then, then)
  utimesSync(join(folder, '.longhand/manifest.json'), then, then)
}

describe('an export', () => {
  it('holds what is published and has come, and nothing else', async () => {
    const library = tempLibrary({ now: () => new Date('2026-03-01T12:00:00Z') })
    out(library, 'Uit')
    out(library, 'Straks', { publishedAt: '2026-03-02T09:00:00Z' })
    out(library, 'Weg')
    library.articles.trash([library.articles.bySlug('weg')!.id])
    library.articles.create({ title: 'Concept' })
    library.articles.create({ title: 'Klaar', status: 'ready' })
    const folder = site()
    await exportSite(library, folder)
    const pages = [...filesOf(folder).keys()].filter((path) => !path.includes('/') && path.endsWith('.html'))
    expect(pages.sort()).toEqual(['404.html', 'index.html', 'uit.html'])
    const everything = [...filesOf(folder).values()].join('')
    for (const hidden of ['Straks', 'Weg', 'Concept', 'Klaar']) expect(everything).not.toContain(hidden)
  })

  it('lets scheduled articles in by the day it is asked about, on the author’s own calendar', async () => {
    const library = tempLibrary()
    out(library, 'Laat', { publishedAt: '2031-05-01T23:59:00-11:00' })
    const on = async (date: string) => (await exportSite(library, site(), { date })).articles
    expect([await on('2031-04-30'), await on('2031-05-01')]).toEqual([0, 1])
  })

  it('takes a scheduled article into a site that stands, everywhere at once, when its date has come', async () => {
    const library = tempLibrary()
    const { id } = library.categories.create({ name: 'Lopen', parentId: null })
    out(library, 'Nu', { categoryId: id })
    out(library, 'Straks', { categoryId: id, publishedAt: '2031-05-01T09:00:00+02:00' })
    const folder = site()
    const telling = async (date: string): Promise<readonly string[]> => {
      await exportSite(library, folder, { date })
      return [...filesOf(folder)].filter(([, bytes]) => bytes.includes('Straks')).map(([path]) => path)
    }
    expect(await telling('2031-04-30')).toEqual([])
    expect((await telling('2031-05-01')).toSorted()).toEqual([
      'archief/index.html',
      'categorie/lopen.html',
      'categorie/lopen/feed.json',
      'categorie/lopen/feed.xml',
      'feed.json',
      'feed.xml',
      'index.html',
      'nu.html',
      'straks.html',
      'zoeken/index.html',
      'zoeken/index/articles-0.js',
    ])
  })

  it('writes nothing the second time, and time stamps stay', async () => {
    const library = tempLibrary()
    out(library, 'Een', { tags: ['x'] })
    out(library, 'Twee')
    const folder = site()
    const first = await exportSite(library, folder)
    age(folder)
    const times = timesOf(folder)
    const second = await exportSite(library, folder)
    expect([second.written, second.removed, second.unchanged]).toEqual([0, 0, first.written])
    const full = await exportSite(library, folder, { full: true })
    expect(full.written).toBe(0)
    expect(timesOf(folder)).toEqual(times)
  })

  it('rewrites only what a change concerns', async () => {
    const library = tempLibrary()
    const { id, version } = out(library, 'Een')
    out(library, 'Twee', { publishedAt: '2026-01-02T09:00:00Z' })
    out(library, 'Drie', { publishedAt: '2026-01-03T09:00:00Z' })
    const folder = site()
    await exportSite(library, folder)
    age(folder)
    const times = timesOf(folder)
    library.articles.save(id, version, { body: 'Andere tekst van Een.' })
    const { written } = await exportSite(library, folder)
    const changed = Object.entries(timesOf(folder)).filter(([path, time]) => times[path] !== time)
    expect(changed.map(([path]) => path).sort()).toEqual(['een.html', 'feed.json', 'feed.xml'])
    expect(written).toBe(3)
  })

  it('follows the writer’s hand in what is related, though nothing else changed', async () => {
    const library = tempLibrary()
    const [first, , last] = ['Een', 'Twee', 'Drie', 'Vier', 'Vijf'].map((title) =>
      out(library, title, { body: 'Enkels.' }),
    )
    library.site.update({ relatedCount: 1 })
    const folder = site()
    const shown = (): string => {
      const section = byClass(String(filesOf(folder).get('een.html')), 'related')
      return section ? textOf(section) : ''
    }
    await exportSite(library, folder)
    library.related.say('related.pin', first!.id, { pins: [last!.id] })
    await exportSite(library, folder)
    expect(shown()).toContain('Drie')
    library.related.say('related.hide', first!.id, { hidden: [last!.id] })
    await exportSite(library, folder)
    expect(shown()).not.toContain('Drie')
  })

  it('names pages outside the stream in the footer and nowhere else', async () => {
    const library = tempLibrary()
    const about = out(library, 'Over ons', { footerPlace: 1, tags: ['enkel'], body: 'Enkels en knieën.' })
    out(library, 'Een', { tags: ['enkel'], body: 'Enkels en knieën.' })
    const folder = site()
    const { articles } = await exportSite(library, folder)
    expect(articles).toBe(2)
    const files = filesOf(folder)
    const main = (path: string) => byClass(String(files.get(path)), 'related') ?? null
    expect(main('een.html')).toBeNull()
    expect(main('over-ons.html')).toBeNull()
    expect(String(files.get('een.html'))).toContain('<a href="over-ons.html">Over ons</a>')
    for (const path of ['feed.xml', 'feed.json']) expect(String(files.get(path))).not.toContain('Over ons')
    library.articles.save(about.id, about.version, { footerPlace: null })
    await exportSite(library, folder)
    expect(String(filesOf(folder).get('feed.xml'))).toContain('Over ons')
  })

  it('leads from a former address to the present one, until that is used again', async () => {
    const library = tempLibrary()
    const { id, version } = out(library, 'Een', { tags: ['enkels'] })
    library.articles.save(id, version, { slug: 'anders' })
    library.tags.rename(library.tags.list()[0]!.id, 'voeten')
    const folder = site()
    await exportSite(library, folder)
    const at = (path: string) => String(filesOf(folder).get(path) ?? '')
    expect(at('een.html')).toContain('content="0; url=anders.html"')
    expect(at('tag/enkels.html')).toContain('content="0; url=../tag/voeten.html"')
    out(library, 'Een', { body: 'Een ander.' })
    await exportSite(library, folder)
    expect(at('een.html')).toContain('Een ander.')
    expect(at('een.html')).not.toContain('http-equiv="refresh"')
    library.articles.trash([id])
    await exportSite(library, folder)
    expect(existsSync(join(folder, 'tag/enkels.html'))).toBe(false)
  })

  it('has a page for every kind of address, in the site’s own language', async () => {
    const library = tempLibrary()
    const { id } = library.categories.create({ name: 'Lopen', parentId: null })
    out(library, 'Een', { categoryId: id })
    const folder = site()
    await exportSite(library, folder)
    expect([...filesOf(folder).keys()]).toEqual(
      expect.arrayContaining([
        '404.html',
        'archief/index.html',
        'categorie/lopen/feed.json',
        'categorie/lopen/feed.xml',
        'feed.json',
        'zoeken/index.html',
        'zoeken/index/articles-0.js',
        'zoeken/index/start.js',
        'zoeken/search.js',
      ]),
    )
    const category = String(filesOf(folder).get('categorie/lopen.html'))
    for (const href of ['../feed.xml', '../feed.json', '../categorie/lopen/feed.xml']) {
      expect(category).toContain(`href="${href}"`)
    }
    library.site.update({ language: 'en' })
    await exportSite(library, folder)
    expect([...filesOf(folder).keys()]).toEqual(
      expect.arrayContaining(['archive/index.html', 'search/index.html']),
    )
    expect(existsSync(join(folder, 'zoeken'))).toBe(false)
  })

  it('keeps the search index as it is while nothing changes that it holds', async () => {
    const library = tempLibrary()
    const { id, version } = out(library, 'Een')
    const folder = site()
    await exportSite(library, folder)
    age(folder)
    const times = timesOf(folder)
    const index = (all: Record<string, number>) =>
      Object.entries(all).filter(([path]) => path.startsWith('zoeken/'))
    const saved = library.articles.save(id, version, { body: 'Andere tekst.' })
    await exportSite(library, folder)
    expect(index(timesOf(folder))).toEqual(index(times))
    library.articles.save(id, saved.version, { summary: 'Kort.' })
    await exportSite(library, folder)
    const changed = index(timesOf(folder)).filter(([path, time]) => times[path] !== time)
    expect(changed.map(([path]) => path).sort()).toEqual([
      'zoeken/index/articles-0.js',
      'zoeken/index/words.js',
    ])
  })

  it('removes pages that are no longer, with the folders they leave empty', async () => {
    const library = tempLibrary()
    const { id } = out(library, 'Een', { tags: ['x'] })
    const folder = site()
    await exportSite(library, folder)
    library.articles.trash([id])
    const { removed } = await exportSite(library, folder)
    // Its page, its tag's, and the two files of a search index that has nothing left to hold.
    expect(removed).toBe(4)
    expect(existsSync(join(folder, 'een.html'))).toBe(false)
    expect(existsSync(join(folder, 'tag'))).toBe(false)
  })

  it('mends a page that was changed or deleted by hand', async () => {
    const library = tempLibrary()
    out(library, 'Een')
    const folder = site()
    await exportSite(library, folder)
    const before = bytesOf(folder)
    writeFileSync(join(folder, 'een.html'), 'x'.repeat(readFileSync(join(folder, 'een.html')).length))
    utimesSync(join(folder, 'een.html'), new Date(), new Date(Date.now() + 5000))
    expect((await exportSite(library, folder)).written).toBe(1)
    expect(bytesOf(folder)).toEqual(before)
  })

  it('is the same byte for byte, threads or none, whatever stood there before', async () => {
    const library = tempLibrary()
    for (let count = 0; count < 60; count++)
      out(library, `Artikel ${count}`, { tags: ['x', `t${count % 7}`] })
    const [here, threads, grown] = [site(), site(), site()]
    await exportSite(library, grown, { date: '2025-01-01' })
    await exportSite(library, grown, { threads: 0 })
    await exportSite(library, here, { threads: 0 })
    await exportSite(library, threads, { threads: 2 })
    expect(bytesOf(threads)).toEqual(bytesOf(here))
    expect(bytesOf(grown)).toEqual(bytesOf(here))
  })

  it('takes up a folder that another version of Longhand exported to', async () => {
    const library = tempLibrary()
    out(library, 'Een')
    const folder = site()
    await exportSite(library, folder)
    const before = bytesOf(folder)
    const manifest = join(folder, '.longhand/manifest.json')
    const files = { 'een.html': {}, 'index.html': { hash: 7 }, 'oud.html': null }
    writeFileSync(join(folder, 'oud.html'), 'oud')
    writeFileSync(manifest, JSON.stringify({ madeBy: 'Longhand', version: 99, files }))
    await exportSite(library, folder, { overwrite: true })
    expect(bytesOf(folder)).toEqual(before)
  })

  it('refuses a folder that holds something else, and touches nothing in it', async () => {
    const folder = tempFolder()
    writeFileSync(join(folder, 'mijn.txt'), 'van mij')
    await expect(exportSite(tempLibrary(), folder)).rejects.toMatchObject({ code: 'export.occupied' })
    expect(readdirSync(folder)).toEqual(['mijn.txt'])
    await exportSite(tempLibrary(), folder, { overwrite: true })
    expect(readFileSync(join(folder, 'mijn.txt'), 'utf8')).toBe('van mij')
  })

  it('keeps files that are not its own, and does not write over them unasked', async () => {
    const library = tempLibrary()
    const folder = site()
    await exportSite(library, folder)
    writeFileSync(join(folder, 'een.html'), 'van mij')
    mkdirSync(join(folder, 'tag'))
    writeFileSync(join(folder, 'tag/mijn.html'), 'van mij')
    out(library, 'Een', { tags: ['x'] })
    await expect(exportSite(library, folder)).rejects.toMatchObject({ code: 'export.occupied' })
    expect(readFileSync(join(folder, 'een.html'), 'utf8')).toBe('van mij')
    expect(existsSync(join(folder, 'tag/x.html'))).toBe(false)
    await exportSite(library, folder, { overwrite: true })
    expect(readFileSync(join(folder, 'tag/mijn.html'), 'utf8')).toBe('van mij')
    expect(readFileSync(join(folder, 'een.html'), 'utf8')).toContain('<h1')
  })

  it('writes through no link to elsewhere', async () => {
    const library = tempLibrary()
    const folder = site()
    await exportSite(library, folder)
    const elsewhere = tempFolder()
    symlinkSync(elsewhere, join(folder, 'tag'))
    out(library, 'Een', { tags: ['x'] })
    await expect(exportSite(library, folder)).rejects.toMatchObject({ code: 'export.occupied' })
    expect(readdirSync(elsewhere)).toEqual([])
  })

  it('names the broken links, lines and remains of templates that it meets', async () => {
    const library = tempLibrary()
    const body = [
      '[ja](twee.html)',
      '',
      '[nee](weg.html) ![nee](media/weg.jpg)',
      '',
      '[x]({{ site.baseurl }}/y)',
      '',
      '```',
      '[x]({{ y }})',
      '```',
    ].join('\n')
    out(library, 'Een', { body })
    out(library, 'Twee', { body: '[terug](/een.html#x) [uit](https://example.org/weg.html) [zelf](#fn)' })
    const { warnings } = await exportSite(library, site())
    expect(warnings.map(({ kind, slug, target, line }) => [kind, slug, target, line])).toEqual([
      ['brokenLink', 'een', 'weg.html', 3],
      ['missingImage', 'een', 'media/weg.jpg', 3],
      ['brokenLink', 'een', '{{ site.baseurl }}/y', 5],
      ['noBaseUrl', '', '', 0],
    ])
  })

  it('names pictures on other sites, which pages do not fetch', async () => {
    const library = tempLibrary()
    out(library, 'Een', {
      body: 'Tekst\n\n![a](https://example.org/a.png) <img src="//example.org/b.png" alt="">',
    })
    const { warnings } = await exportSite(library, site())
    expect(warnings.map(({ kind, target, line }) => [kind, target, line])).toEqual([
      ['farImage', 'https://example.org/a.png', 3],
      ['farImage', '//example.org/b.png', 3],
      ['noBaseUrl', '', 0],
    ])
  })

  it('still names them when nothing had to be made anew', async () => {
    const library = tempLibrary()
    out(library, 'Een', { body: '[nee](weg.html)' })
    const folder = site()
    const first = await exportSite(library, folder)
    const second = await exportSite(library, folder)
    expect(second.warnings).toEqual(first.warnings)
  })
})
