import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type SiteMap, feedText, makeFeed, pageModel, sitemaps } from '../../../core/page/index.ts'
import { findingsIn } from './libxml.ts'
import { DAAN, LOPEN, SPORT, head, mapOf } from './site.ts'
import { type XmlElement, readXml } from './xml.ts'

/** What writers paste: markup, quotes, controls, halves of characters, other scripts. */
const odd = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 20 }),
  fc.constantFrom('</title>', ']]>', '&amp;', '"\'', '\u0000\u000b', '\ud800', '漢字 ё', '<!--', '\ufffe'),
)
const day = fc.constantFrom(null, '2026-01-02T10:00:00+01:00', '2025-12-31T23:59:59.5Z', '2025-06-01', 'x')
const article = (id: number) =>
  fc
    .record({
      title: odd,
      summary: odd,
      tags: fc.array(odd, { maxLength: 3 }),
      publishedAt: day,
      updatedAt: fc.constantFrom('2026-02-01T00:00:00Z', '2024-01-01T00:00:00+05:30'),
      categoryId: fc.constantFrom(null, LOPEN.id),
      authorIds: fc.subarray([DAAN.id]),
      cover: fc.constantFrom(null, 'media/a-10x10.jpg'),
      language: fc.constantFrom(null, 'en', 'zh-Hant-TW'),
      footerPlace: fc.constantFrom(null, null, 1),
      slug: fc.constant(`a-${id}`),
    })
    .map((more) => head(id, more))
const site = fc.record({
  name: odd,
  description: odd,
  baseUrl: fc.constantFrom('', 'https://example.org/', 'https://example.org/een%20blog/'),
})
const map = fc
  .tuple(fc.tuple(article(1), article(2), article(3)), site)
  .map(([articles, more]) => mapOf(articles, more))
const texts = { body: () => '<p>x &amp; y</p>', urn: () => 'urn:uuid:7d444840-9dc0-81d1-b245-5ffdce74fad2' }

const RFC3339 = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?(Z|[+-]\d\d:\d\d)$/
const called = (element: XmlElement, name: string) => element.children.filter((child) => child.name === name)

/** RFC 4287, sections 4.1 and 4.2: what stands how often, and what it holds. */
function expectAtom(feed: XmlElement): void {
  expect(feed.name).toBe('feed')
  expect(feed.attributes.get('xmlns')).toBe('http://www.w3.org/2005/Atom')
  const allowed = {
    feed: ['title', 'subtitle', 'id', 'updated', 'link', 'author', 'generator', 'entry'],
    entry: ['title', 'id', 'link', 'published', 'updated', 'author', 'category', 'summary', 'content'],
  }
  for (const one of [feed, ...called(feed, 'entry')]) {
    const may = one === feed ? allowed.feed : allowed.entry
    expect(one.children.filter(({ name }) => !may.includes(name))).toEqual([])
    for (const name of ['id', 'title', 'updated']) expect(called(one, name), name).toHaveLength(1)
    for (const name of ['published', 'summary', 'content', 'subtitle', 'generator'])
      expect(called(one, name).length, name).toBeLessThanOrEqual(1)
    for (const { text } of [...called(one, 'updated'), ...called(one, 'published')])
      expect(text).toMatch(RFC3339)
    for (const { text } of called(one, 'id')) expect(URL.canParse(text), text).toBe(true)
    const alternates = called(one, 'link').filter(({ attributes }) => attributes.get('rel') === 'alternate')
    expect(alternates).toHaveLength(1)
    for (const { attributes } of called(one, 'link')) expect(attributes.has('href')).toBe(true)
    for (const { attributes } of called(one, 'category')) expect(attributes.has('term')).toBe(true)
    for (const author of called(one, 'author')) expect(called(author, 'name')).toHaveLength(1)
  }
  // An entry without an author has the feed's.
  expect(called(feed, 'author')).toHaveLength(1)
}

/** JSON Feed 1.1: what must be there, and the kind of all that is. */
function expectJsonFeed(feed: Record<string, unknown>, isAbsolute: boolean): void {
  expect(feed['version']).toBe('https://jsonfeed.org/version/1.1')
  expect(typeof feed['title']).toBe('string')
  const items = feed['items'] as readonly Record<string, unknown>[]
  expect(Array.isArray(items)).toBe(true)
  const addresses: unknown[] = [feed['home_page_url'], feed['feed_url']].filter((one) => one !== undefined)
  expect(addresses).toHaveLength(isAbsolute ? 2 : 0)
  for (const item of items) {
    for (const name of ['id', 'url', 'content_html', 'title', 'language'])
      expect(typeof item[name], name).toBe('string')
    for (const name of ['date_published', 'date_modified']) expect(item[name]).toMatch(RFC3339)
    if (isAbsolute) addresses.push(...[item['url'], item['image']].filter((one) => one !== undefined))
    const authors = (item['authors'] ?? [{ name: 'x' }]) as readonly Record<string, unknown>[]
    for (const author of authors) expect(typeof author['name']).toBe('string')
    for (const tag of (item['tags'] ?? []) as readonly unknown[]) expect(typeof tag).toBe('string')
  }
  for (const address of addresses) expect(URL.canParse(String(address)), String(address)).toBe(true)
}

/** https://www.sitemaps.org/protocol.html */
function expectSitemap(root: XmlElement, base: string): void {
  expect(root.attributes.get('xmlns')).toBe('http://www.sitemaps.org/schemas/sitemap/0.9')
  const inner = { urlset: 'url', sitemapindex: 'sitemap' }[root.name]
  const seen = new Set<string>()
  for (const url of root.children) {
    expect(url.name).toBe(inner)
    expect(url.children.map(({ name }) => name).join(' ')).toMatch(/^loc( lastmod)?$/)
    const [loc, lastmod] = url.children
    expect(loc?.text.startsWith(base)).toBe(true)
    expect(loc?.text.length).toBeLessThan(2048)
    if (lastmod) expect(lastmod.text).toMatch(/^\d{4}-\d\d-\d\d$/)
    seen.add(loc?.text ?? '')
  }
  expect(seen.size).toBe(root.children.length)
}

const categories = (made: SiteMap) =>
  [null, SPORT, LOPEN].filter(
    (one) => one === null || made.articlesOf({ kind: 'category', id: one.id }).length > 0,
  )

describe('the reader of XML', () => {
  it.each([
    '<a>',
    '<a></b>',
    '<a>&</a>',
    '<a x="1" x="2"/>',
    '<a/><b/>',
    '<a>\u0001</a>',
    '<a x=1/>',
    'x',
    '<a><</a>',
  ])('refuses %j', (document) =>
    expect(() => readXml(document)).toThrow(/well-formed|ends as|two attributes|bare|forbidden|not one/),
  )
})

describe('whatever is written', () => {
  it('its Atom feeds are valid', () => {
    expect.hasAssertions()
    fc.assert(
      fc.property(map, (made) => {
        for (const one of categories(made)) expectAtom(readXml(feedText(makeFeed(made, one, texts), 'atom')))
      }),
      { numRuns: 150 },
    )
  })

  it('its Atom feeds meet the grammar of their standard', async () => {
    const feeds = fc
      .sample(map, { numRuns: 100, seed: 4287 })
      .flatMap((made) => categories(made).map((one) => feedText(makeFeed(made, one, texts), 'atom')))
    expect(feeds.length).toBeGreaterThan(100)
    const documents = new Map(feeds.map((text, at) => [`feed-${at}.xml`, text]))
    expect(await findingsIn(documents, 'relaxng', 'atom.rng')).toEqual([])
    const [feed = ''] = feeds.filter((text) => text.includes('<entry'))
    const broken = [
      feed.replace(/<id>.*<\/id>/, ''),
      feed.replace(/<updated>[^<]*/, '<updated>2026-01-02'),
      feed.replace('<entry', '<entry more="x"'),
      feed.replace(' href=', ' src='),
    ]
    for (const text of broken)
      expect(await findingsIn(new Map([['feed.xml', text]]), 'relaxng', 'atom.rng')).not.toEqual([])
  })

  it('its JSON feeds are valid', () => {
    expect.hasAssertions()
    fc.assert(
      fc.property(map, (made) => {
        for (const one of categories(made))
          expectJsonFeed(JSON.parse(feedText(makeFeed(made, one, texts), 'json')), made.base !== null)
      }),
      { numRuns: 150 },
    )
  })

  it('its sitemaps are valid, one or many', () => {
    expect.hasAssertions()
    fc.assert(
      fc.property(map, fc.constantFrom(2, 50_000), (made, most) => {
        for (const text of sitemaps(made, most).values()) expectSitemap(readXml(text), made.base ?? '')
      }),
      { numRuns: 150 },
    )
  })

  it('its pages tell machines what schema.org has words for', () => {
    expect.hasAssertions()
    fc.assert(
      fc.property(map, (made) => {
        for (const ref of made.pages())
          expectLinkedData(pageModel(made, ref)?.page.meta ?? '', made.base !== null)
      }),
      { numRuns: 100 },
    )
  })
})

/** https://schema.org/BlogPosting, WebPage and BreadcrumbList: each field that is used, and what it may hold. */
function expectLinkedData(meta: string, isAbsolute: boolean): void {
  const json = /<script type="application\/ld\+json">(.*)<\/script>/.exec(meta)?.[1] ?? ''
  const made = JSON.parse(json) as { '@context': string; '@graph': readonly Record<string, unknown>[] }
  expect(made['@context']).toBe('https://schema.org')
  const text = (value: unknown) => typeof value === 'string'
  const address = (value: unknown) => text(value) && (!isAbsolute || URL.canParse(String(value)))
  const time = (value: unknown) => RFC3339.test(String(value))
  const party = (value: unknown) =>
    [value].flat().every((one) => {
      const { '@type': type, name, url } = one as Record<string, unknown>
      return ['Person', 'Organization'].includes(String(type)) && text(name) && address(url)
    })
  const fields: Readonly<Record<string, (value: unknown) => boolean>> = {
    '@type': text,
    headline: text,
    name: text,
    description: text,
    image: address,
    datePublished: time,
    dateModified: time,
    author: party,
    publisher: party,
    mainEntityOfPage: address,
    url: address,
    articleSection: text,
    keywords: text,
    wordCount: Number.isInteger,
    timeRequired: (value) => /^PT\d+M$/.test(String(value)),
    inLanguage: (value) => Intl.getCanonicalLocales(String(value)).length === 1,
    itemListElement: (value) =>
      (value as readonly Record<string, unknown>[]).every(
        ({ '@type': type, position, name, item }, index) =>
          type === 'ListItem' && position === index + 1 && text(name) && address(item),
      ),
  }
  for (const thing of made['@graph']) {
    expect(['BlogPosting', 'WebPage', 'BreadcrumbList']).toContain(thing['@type'])
    for (const [name, value] of Object.entries(thing))
      expect(fields[name]?.(value), `${name}: ${String(value)}`).toBe(true)
    const must = {
      BlogPosting: ['headline', 'author', 'publisher', 'mainEntityOfPage'],
      WebPage: ['name', 'url'],
      BreadcrumbList: ['itemListElement'],
    }[String(thing['@type'])]
    for (const name of must ?? []) expect(thing).toHaveProperty(name)
  }
}
