import { readFileSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import {
  articlePage,
  compileTheme,
  pageFacts,
  renderPage,
  siteModel,
  sitemaps,
} from '../../../core/page/index.ts'
import { head, mapOf } from './site.ts'

const nl = head(1, { title: 'Enkels', slug: 'enkels', translationKey: 'enkels' })
const en = head(2, { title: 'Ankles', slug: 'ankles', language: 'en-GB', translationKey: 'enkels' })
const de = head(3, { title: 'Knöchel', slug: 'knoechel', language: 'de-DE', translationKey: 'enkels' })
const alone = head(4, { slug: 'alleen', translationKey: 'alleen' })

const metaOf = (map: ReturnType<typeof mapOf>, article: typeof nl) => articlePage(map, article, []).page.meta
const linksOf = (map: ReturnType<typeof mapOf>, article: typeof nl) =>
  articlePage(map, article, []).article?.translations
const alternates = (meta: string) =>
  [...meta.matchAll(/<link rel="alternate" hreflang="([^"]+)" href="([^"]+)">/g)].map(([, tag, href]) => [
    tag,
    href,
  ])

describe('the page of an article that is there in several languages', () => {
  const map = mapOf([nl, en, de, alone])

  it('names each of them to search engines, itself among them, and one for all other readers', () => {
    const expected = [
      ['nl-NL', 'https://example.org/blog/enkels.html'],
      ['de-DE', 'https://example.org/blog/knoechel.html'],
      ['en-GB', 'https://example.org/blog/ankles.html'],
      ['x-default', 'https://example.org/blog/enkels.html'],
    ]
    for (const article of [nl, en, de]) expect(alternates(metaOf(map, article))).toEqual(expected)
    expect(alternates(metaOf(map, alone))).toEqual([])
  })

  it('has no page for all other readers when none is in the site’s language', () => {
    const tags = alternates(metaOf(mapOf([en, de]), en)).map(([tag]) => tag)
    expect(tags).toEqual(['de-DE', 'en-GB'])
  })

  it('tells it to those who show a link to it', () => {
    expect(metaOf(map, en)).toMatch(
      /"og:locale" content="en_GB">\n.*"og:locale:alternate" content="nl_NL">\n.*"og:locale:alternate" content="de_DE">/,
    )
  })

  it('asks readers in their own language to read on in it', () => {
    expect(linksOf(map, nl)).toEqual([
      { name: 'Deutsch', href: 'knoechel.html', language: 'de-DE' },
      { name: 'Read this in English', href: 'ankles.html', language: 'en-GB' },
    ])
    expect(linksOf(map, en)?.[0]).toEqual({
      name: 'Lees dit in het Nederlands',
      href: 'enkels.html',
      language: 'nl-NL',
    })
    expect(linksOf(map, alone)).toBeNull()
  })

  it('says which of two kinds of one language it means', () => {
    const be = head(5, { slug: 'vlaams', language: 'nl-BE', translationKey: 'enkels' })
    const two = mapOf([nl, be, en])
    // The region has its own name in each system's data: it is said at all that matters.
    const names = linksOf(two, en)?.map(({ name }) => name) ?? []
    expect(new Set(names).size).toBe(2)
    expect(names[1]).toMatch(/Vlaams|België/)
  })

  it('leads from a draft to what is out, and from nowhere to the draft', () => {
    const out = mapOf([nl, en])
    expect(linksOf(out, de)?.map(({ href }) => href)).toEqual(['enkels.html', 'ankles.html'])
    expect(linksOf(out, nl)?.map(({ href }) => href)).toEqual(['ankles.html'])
  })

  it('leads to the older of two in one language, and the younger stands alone', () => {
    const twice = head(6, { slug: 'again', language: 'en', translationKey: 'enkels' })
    const map2 = mapOf([nl, twice, head(7, { ...en, id: 7, slug: 'later' })])
    expect(linksOf(map2, nl)?.length).toBe(2)
    const map3 = mapOf([nl, en, head(8, { slug: 'enkels-2', language: 'nl', translationKey: 'enkels' })])
    expect(linksOf(map3, en)?.map(({ href }) => href)).toEqual(['enkels.html'])
    expect(linksOf(map3, map3.article(8) ?? nl)).toBeNull()
  })

  it('is another page when a translation comes, and no other page is', () => {
    const [before, after] = [mapOf([nl, en, alone]), mapOf([nl, en, alone, { ...de, title: 'Anders' }])]
    const facts = (which: typeof map, id: number) => pageFacts(which, { kind: 'article', id })
    expect(facts(after, nl.id)).not.toBe(facts(before, nl.id))
    expect(facts(after, en.id)).not.toBe(facts(before, en.id))
    const retold = mapOf([nl, en, alone, de])
    expect(facts(retold, nl.id)).toBe(facts(after, nl.id))
    const rekeyed = mapOf([
      { ...nl, translationKey: 'x' },
      { ...en, translationKey: 'x' },
      { ...alone, translationKey: null },
    ])
    for (const { id } of [nl, en, alone]) expect(facts(rekeyed, id)).toBe(facts(before, id))
  })
})

describe('the sitemap', () => {
  it('has each page in all its languages, and says so only where there are any', () => {
    const text = sitemaps(mapOf([nl, en, alone])).get('sitemap.xml') ?? ''
    expect(text).toContain('xmlns:xhtml="http://www.w3.org/1999/xhtml"')
    const link = (tag: string, slug: string) =>
      `<xhtml:link rel="alternate" hreflang="${tag}" href="https://example.org/blog/${slug}.html"/>`
    const all = link('nl-NL', 'enkels') + link('en-GB', 'ankles') + link('x-default', 'enkels')
    for (const slug of ['enkels', 'ankles']) {
      expect(text).toContain(
        `<loc>https://example.org/blog/${slug}.html</loc><lastmod>2026-01-01</lastmod>${all}</url>`,
      )
    }
    expect(text).toMatch(/alleen\.html<\/loc><lastmod>[^<]*<\/lastmod><\/url>/)
    expect(sitemaps(mapOf([alone])).get('sitemap.xml')).not.toContain('xhtml')
  })
})

describe.each(['magazine', 'essay', 'documentation'])('the theme %s', (name) => {
  const folder = join(import.meta.dirname, '../../../resources/themes', name)
  const templates = Object.fromEntries(
    readdirSync(join(folder, 'templates')).map((file) => [
      file,
      readFileSync(join(folder, 'templates', file), 'utf8'),
    ]),
  )
  const rendered = (article: typeof nl): string => {
    const map = mapOf([nl, en, alone])
    const model = articlePage(map, article, [])
    return renderPage(compileTheme({ name, templates }), siteModel(map, {}), model, { html: '', outline: [] })
  }

  it('leads to the other languages in their own words, above the text', () => {
    const [header = ''] = /<article.*?<div class="article-body/s.exec(rendered(nl)) ?? []
    expect(header).toContain(
      '<a rel="alternate" href="ankles.html" hreflang="en-GB" lang="en-GB" dir="auto">Read this in English</a>',
    )
    expect(header).toContain('<nav class="translations" aria-label="Andere talen">')
    // What surrounds a text in another language is in the site's.
    expect(rendered(en)).toContain('<nav class="translations" aria-label="Andere talen" lang="nl-NL">')
    expect(rendered(alone)).not.toContain('translations')
  })

  it('leaves them out in print', () => {
    const [, print = ''] = readFileSync(join(folder, 'style.css'), 'utf8').split('@media print')
    expect(print).toMatch(/\.translations,[^{}]*\{\s*display: none/)
  })
})
