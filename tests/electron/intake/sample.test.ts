import { existsSync, mkdirSync, writeFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { describe, expect, it, onTestFinished, vi } from 'vitest'
import { createSample } from '../../../electron/intake/sample.ts'
import { type Library, openLibrary } from '../../../electron/library/library.ts'
import { exportSite } from '../../../electron/publish/export-site.ts'
import { tempFolder } from '../library/temp-library.ts'
import { bytesOf } from '../publish/site.ts'

const RESOURCES = resolve(import.meta.dirname, '../../../resources')

async function sample(language: 'nl' | 'en'): Promise<Library> {
  const folder = join(tempFolder(), 'library')
  await createSample(RESOURCES, language, folder)
  const library = openLibrary(folder)
  onTestFinished(() => library.close())
  return library
}

describe('createSample', () => {
  it.each([
    ['nl', 12, 4, 2],
    ['en', 6, 1, 1],
  ] as const)('makes the %s library whole', async (language, articles, categories, authors) => {
    const library = await sample(language)
    expect(library.site.get().language.slice(0, 2)).toBe(language)
    expect(library.articles.counts().all).toBeGreaterThanOrEqual(articles)
    expect(
      library.categories.list().filter(({ parentId }) => parentId === null).length,
    ).toBeGreaterThanOrEqual(categories)
    expect(library.authors.list().length).toBeGreaterThanOrEqual(authors)
    for (const article of library.articles.iterate()) {
      expect(article, article.slug).toMatchObject({
        categoryId: expect.any(Number),
        cover: expect.any(String),
      })
      expect(existsSync(library.media.file(article.cover ?? ''))).toBe(true)
      expect(article.summary.length, article.slug).toBeGreaterThan(20)
      expect(article.words, article.slug).toBeGreaterThan(200)
    }
  })

  it('makes the same library at another moment: its site is the same byte for byte', async () => {
    vi.useFakeTimers({ toFake: ['Date'] })
    onTestFinished(() => void vi.useRealTimers())
    const siteOf = async (moment: string): Promise<Record<string, string>> => {
      vi.setSystemTime(moment)
      const site = join(tempFolder(), 'site')
      await exportSite(await sample('en'), site, { date: '2026-12-31' })
      return bytesOf(site)
    }
    expect(await siteOf('2027-06-05T04:03:02Z')).toEqual(await siteOf('2026-12-31T23:59:59Z'))
  })

  it('leaves nothing behind when a file of it is missing', async () => {
    const resources = tempFolder()
    mkdirSync(join(resources, 'sample', 'nl'), { recursive: true })
    writeFileSync(
      join(resources, 'sample', 'nl', 'site.yml'),
      'name: X\nlanguage: nl\nbase_url: ""\ndescription: ""\ncategories: []\nauthors: []\n',
    )
    const folder = join(tempFolder(), 'library')
    await expect(createSample(resources, 'nl', folder)).rejects.toThrow('ENOENT')
    expect(existsSync(folder)).toBe(false)
  })
})
