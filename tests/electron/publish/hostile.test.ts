import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { exportSite } from '../../../electron/publish/export-site.ts'
import { tempFolder, tempLibrary } from '../library/temp-library.ts'
import { elementsOf, filesOf, scriptsOn, textOf } from './site.ts'

const TRAPS = [
  '<script>alert(1)</script>',
  '"><img src=x onerror=alert(1)>',
  "' onmouseover='alert(1)",
  '</title><svg onload=alert(1)>',
  '</script><script>alert(1)//',
  '{{ 7 | times: 7 }}{% raw %}',
  '--><iframe src=javascript:alert(1)>',
  '&lt;script&gt;&#x3c;b&#x3e;',
  '\u202Egnp.exe ]]> <![CDATA[',
]

describe('hostile texts', () => {
  it.each(TRAPS)('stay text everywhere: %s', async (trap) => {
    const library = tempLibrary()
    library.site.update({ name: `Site ${trap}`, description: trap })
    const category = library.categories.create({ name: `Cat ${trap}`, parentId: null })
    library.categories.update(category.id, { description: trap })
    const author = library.authors.create({ name: `Naam ${trap}` })
    library.authors.update(author.id, { role: trap, bio: trap })
    library.articles.create({
      title: `Titel ${trap}`,
      slug: 'val',
      summary: trap,
      body: trap,
      status: 'published',
      categoryId: category.id,
      tags: [`tag ${trap}`.replaceAll(',', '')],
      authorIds: [author.id],
      coverAlt: trap,
      metaDescription: trap,
      publishedAt: '2026-01-01T00:00:00Z',
    })
    const folder = join(tempFolder(), 'site')
    await exportSite(library, folder)
    const pages = [...filesOf(folder)].filter(([path]) => path.endsWith('.html'))
    expect(pages.length).toBeGreaterThanOrEqual(5)
    for (const [path, bytes] of pages) {
      const elements = elementsOf(bytes.toString())
      const scripts = elements.filter(({ tagName }) => tagName === 'script')
      expect(
        scripts.map(({ properties }) => properties.type),
        path,
      ).toEqual(scriptsOn(path))
      expect(() => JSON.parse(textOf(scripts[0]!)), path).not.toThrow()
      expect(
        elements.filter(({ tagName }) => ['iframe', 'svg', 'object', 'embed'].includes(tagName)),
        path,
      ).toEqual([])
      for (const { properties } of elements) {
        for (const [name, value] of Object.entries(properties)) {
          expect(name, path).not.toMatch(/^on/i)
          if (name === 'href' || name === 'src') expect(String(value), path).not.toMatch(/^\s*javascript:/i)
        }
      }
    }
    const page = String(filesOf(folder).get('val.html'))
    const title = elementsOf(page).find(({ tagName }) => tagName === 'h1')
    expect(textOf(title!)).toBe(`Titel ${trap}`.replace(/\s+/g, ' ').trim())
    expect(readdirSync(join(folder, '..'))).toEqual(['site'])
  })
})
