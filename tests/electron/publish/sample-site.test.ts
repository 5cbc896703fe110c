import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { ExportReport } from '../../../core/bridge.ts'
import { renderMarkdown } from '../../core/markdown/rendered.ts'
import { createSample } from '../../../electron/intake/sample.ts'
import { openLibrary } from '../../../electron/library/library.ts'
import { exportSite } from '../../../electron/publish/export-site.ts'
import { RESOURCES } from '../../../electron/publish/resources.ts'
import { byClass, elementsOf, filesOf, scriptsOn, textOf } from './site.ts'

describe.each(['nl', 'en'] as const)('the exported sample site (%s)', (language) => {
  const folder = mkdtempSync(join(tmpdir(), 'longhand-test-'))
  let files: Map<string, Buffer>
  let report: ExportReport
  let bodies: Map<string, string>

  beforeAll(async () => {
    await createSample(RESOURCES, language, join(folder, 'library'))
    const library = openLibrary(join(folder, 'library'), { readonly: true })
    report = await exportSite(library, join(folder, 'site'))
    bodies = new Map([...library.articles.iterate()].map(({ slug, body }) => [`${slug}.html`, body]))
    library.close()
    files = filesOf(join(folder, 'site'))
  })
  afterAll(() => rmSync(folder, { recursive: true, force: true }))

  const articles = (): [string, string][] =>
    [...files].filter(([path]) => bodies.has(path)).map(([path, bytes]) => [path, bytes.toString()])

  /** Whether it is the one article in its language, so that none is related to it. */
  const isOnlyOne = (html: string): boolean => !html.includes(`<html lang="${language}-`)

  it('has a page for every article that is out, and nothing to mend', () => {
    expect(articles()).toHaveLength(report.articles)
    expect(report.articles).toBeGreaterThan(5)
    expect(report.warnings).toEqual([])
    expect([...files.keys()]).toEqual(
      expect.arrayContaining(['index.html', 'feed.xml', 'assets/style.css', 'sitemap.xml']),
    )
  })

  it('has pages whose parts stand in their order', () => {
    for (const [path, html] of articles()) {
      const order = elementsOf(html).flatMap(({ tagName, properties }) => {
        const names = Array.isArray(properties.className) ? properties.className.map(String) : []
        if (tagName === 'h1') return 'title'
        const known = [
          'article-date',
          'article-reading',
          'article-category',
          'article-summary',
          'author',
          'article-cover',
          'article-body',
          'related',
          'neighbours',
        ]
        return names.filter((name) => known.includes(name))
      })
      expect(order, path).toEqual([
        'article-date',
        'article-reading',
        'article-category',
        'title',
        'article-summary',
        ...order.filter((name) => name === 'author'),
        'article-cover',
        'article-body',
        ...(isOnlyOne(html) ? [] : ['related']),
        'neighbours',
      ])
    }
  })

  it('speaks its own language', () => {
    const [, html = ''] = articles()[0] ?? []
    const words =
      language === 'nl'
        ? { reading: /^\d+ min leestijd$/, related: 'Gerelateerde artikelen', more: /^Meer lezen over / }
        : { reading: /^\d+ min read$/, related: 'Related articles', more: /^Read more about / }
    expect(textOf(byClass(html, 'article-reading')!)).toMatch(words.reading)
    expect(textOf(byClass(html, 'related')!)).toContain(words.related)
    expect(textOf(byClass(html, 'related-more')!)).toMatch(words.more)
    expect(textOf(byClass(html, 'article-date')!)).toMatch(/^\d{1,2} [a-zA-Z]+ \d{4}$/)
    expect(elementsOf(html).find(({ tagName }) => tagName === 'html')?.properties.lang).toMatch(language)
  })

  it('shows three cards, each with a cover, a date, a title and a summary', () => {
    for (const [path, html] of articles()) {
      const cards = elementsOf(html).filter(({ properties }) =>
        String(properties.className).split(',').includes('card'),
      )
      expect(cards, path).toHaveLength(isOnlyOne(html) ? 0 : 3)
      for (const card of cards) {
        const text = JSON.stringify(card)
        for (const part of ['card-cover', 'card-date', 'card-title', 'card-summary'])
          expect(text).toContain(part)
      }
    }
  })

  it('leads from an article to its translation and back, for readers and for machines', () => {
    const foreign = articles().filter(([, html]) => isOnlyOne(html))
    expect(foreign.map(([path]) => path)).toEqual(language === 'nl' ? ['worry-on-paper.html'] : [])
    for (const [path] of foreign) {
      const pair = [path, 'piekeren-op-papier.html'].map((name) => [name, String(files.get(name))] as const)
      for (const [own, html] of pair)
        for (const [other] of pair) {
          const tag = other === path ? 'en-GB' : 'nl-NL'
          expect(html).toContain(`hreflang="${tag}" href="https://veldkers.example/${other}"`)
          if (own !== other) expect(html).toContain(`<a rel="alternate" href="${other}" hreflang="${tag}"`)
        }
    }
  })

  it('holds the body byte for byte, once', () => {
    for (const [path, html] of articles()) {
      const body = `<div class="article-body">${renderMarkdown(bodies.get(path) ?? '').html}</div>`
      expect(html.split(body), path).toHaveLength(2)
      expect(html.split('class="article-body"')).toHaveLength(2)
    }
  })

  it('has one first-level heading a page, landmarks, a skip link and no script that runs', () => {
    for (const [path, bytes] of files) {
      if (!path.endsWith('.html')) continue
      const elements = elementsOf(bytes.toString())
      const count = (name: string) => elements.filter(({ tagName }) => tagName === name).length
      expect(count('h1'), path).toBe(1)
      expect(count('main'), path).toBe(1)
      for (const name of ['header', 'footer', 'nav', 'title'])
        expect(count(name), `${path} ${name}`).toBeGreaterThan(0)
      expect(elements.some(({ properties }) => properties.href === '#main')).toBe(true)
      const scripts = elements.filter(({ tagName }) => tagName === 'script')
      expect(scripts.map(({ properties }) => properties.type)).toEqual(scriptsOn(path))
    }
  })

  it('leads nowhere but to itself: every relative link and picture is there', () => {
    for (const [path, bytes] of files) {
      if (!path.endsWith('.html')) continue
      for (const { tagName, properties } of elementsOf(bytes.toString())) {
        const target = String(properties.href ?? properties.src ?? '')
        if (target === '' || /^(https?:|data:|mailto:)/.test(target)) {
          // A page says where it lies itself, and where it lies in another language, and loads neither.
          const isNamed = properties.rel?.toString() === 'canonical' || properties.hrefLang !== undefined
          if (['img', 'link', 'script'].includes(tagName) && !isNamed) {
            expect(target, path).not.toMatch(/^https?:/)
          }
          continue
        }
        const { pathname, hash } = new URL(target, `https://site.example/${path}`)
        const file = decodeURIComponent(pathname.slice(1))
        expect(files.has(file), `${path} → ${target}`).toBe(true)
        if (hash && file.endsWith('.html')) {
          const ids = elementsOf(String(files.get(file))).map(({ properties: { id } }) => `#${String(id)}`)
          expect(ids, `${path} → ${target}`).toContain(decodeURIComponent(hash))
        }
      }
    }
  })
})
