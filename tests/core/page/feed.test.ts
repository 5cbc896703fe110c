import { describe, expect, it } from 'vitest'
import { type SiteMap, feedArticles, feedText, makeFeed, robots, sitemaps } from '../../../core/page/index.ts'
import { FEED_LENGTH } from '../../../core/page/feed.ts'
import { DAAN, LOPEN, SPORT, head, mapOf } from './site.ts'

const dated = (id: number, more = {}) =>
  head(id, { publishedAt: `2026-01-${String(id).padStart(2, '0')}T09:00:00+01:00`, ...more })
const texts = (body: string) => ({ body: () => body, urn: (path: string) => `urn:test:${path}` })
const json = (feed: ReturnType<typeof makeFeed>) => JSON.parse(feedText(feed, 'json'))

describe('the feed', () => {
  it('holds the newest dated articles', () => {
    const articles = [...Array.from({ length: FEED_LENGTH + 5 }, (_, index) => dated(index + 1)), head(90)]
    const ids = feedArticles(mapOf(articles)).map(({ id }) => id)
    expect(ids).toHaveLength(FEED_LENGTH)
    expect(ids[0]).toBe(FEED_LENGTH + 5)
  })

  it('escapes texts and bodies, and says when it changed last', () => {
    const article = dated(1, { title: '<b> & "', updatedAt: '2026-02-01T00:00:00Z' })
    const feed = makeFeed(mapOf([article]), null, texts('<p>x &amp; y</p>\u0000'))
    const atom = feedText(feed, 'atom')
    expect(atom).toContain('<title>&lt;b&gt; &amp; &quot;</title>')
    expect(atom).toContain('&lt;p&gt;x &amp;amp; y&lt;/p&gt;</content>')
    expect(atom).toContain('<updated>2026-02-01T00:00:00Z</updated>\n  <link')
    expect(atom).toContain('<id>https://example.org/blog/artikel-1.html</id>')
  })

  it('has lasting identifiers and relative links without a base URL', () => {
    const map = mapOf([dated(1, { categoryId: LOPEN.id })], { baseUrl: '' })
    const atom = feedText(makeFeed(map, null, texts('')), 'atom')
    expect(atom).toContain('<id>urn:test:artikel-1.html</id>')
    expect(atom).toContain('href="artikel-1.html"')
    expect(atom).not.toContain('xml:base')
    expect(feedText(makeFeed(map, LOPEN, texts('')), 'atom')).toContain('href="../../artikel-1.html"')
    expect(json(makeFeed(map, null, texts('')))).not.toHaveProperty('feed_url')
  })

  it('of a category holds what is in it and below it, under its own address', () => {
    const map = mapOf([dated(1, { categoryId: LOPEN.id }), dated(2)])
    const feed = makeFeed(map, SPORT, texts(''))
    expect(feed.items.map(({ title }) => title)).toEqual(['Artikel 1'])
    expect(feed.title).toBe('Proef & zo: Sport & gezondheid')
    expect(json(feed)).toMatchObject({
      home_page_url: 'https://example.org/blog/categorie/sport.html',
      feed_url: 'https://example.org/blog/categorie/sport/feed.json',
    })
  })

  it('says the same in JSON as in Atom', () => {
    const article = dated(1, {
      categoryId: LOPEN.id,
      tags: ['enkel'],
      authorIds: [DAAN.id],
      summary: 'Kort.',
      cover: 'media/enkel-1200x675.jpg',
      language: 'en',
    })
    expect(json(makeFeed(mapOf([article]), null, texts('<p>x</p>')))).toEqual({
      version: 'https://jsonfeed.org/version/1.1',
      title: 'Proef & zo',
      home_page_url: 'https://example.org/blog/',
      feed_url: 'https://example.org/blog/feed.json',
      description: 'Een site',
      authors: [{ name: 'Proef & zo' }],
      language: 'nl-NL',
      items: [
        {
          id: 'https://example.org/blog/artikel-1.html',
          url: 'https://example.org/blog/artikel-1.html',
          title: 'Artikel 1',
          content_html: '<p>x</p>',
          summary: 'Kort.',
          image: 'https://example.org/blog/media/enkel-1200x675.jpg',
          date_published: '2026-01-01T09:00:00+01:00',
          date_modified: '2026-01-01T09:00:00+01:00',
          authors: [{ name: 'Daan', url: 'https://example.org/blog/auteur/daan.html' }],
          tags: ['Lopen', 'enkel'],
          language: 'en',
        },
      ],
    })
  })

  it('carries addresses that lead to the site from anywhere', () => {
    const body =
      '<p><a href="twee.html">x</a> <a title="a > b" href="/drie.html">y</a> <img src="media/x.jpg" alt="src=&quot;z&quot;"> <a href="https://x.org/">u</a> <a href="#n">n</a> href="z.html"</p>'
    const [item] = makeFeed(mapOf([dated(1)]), null, texts(body)).items
    const at = 'https://example.org/blog/'
    expect(item?.content).toBe(
      `<p><a href="${at}twee.html">x</a> <a title="a > b" href="${at}drie.html">y</a> <img src="${at}media/x.jpg" alt="src=&quot;z&quot;"> <a href="https://x.org/">u</a> <a href="#n">n</a> href="z.html"</p>`,
    )
  })
})

const sitemapOf = (map: SiteMap) => sitemaps(map).get('sitemap.xml')

describe('the sitemap', () => {
  it('lists every page with its absolute address, and robots.txt names it', () => {
    const map = mapOf([dated(1)])
    expect(sitemapOf(map)).toContain(
      '<loc>https://example.org/blog/artikel-1.html</loc><lastmod>2026-01-01</lastmod>',
    )
    expect(sitemapOf(map)).toContain('<loc>https://example.org/blog/</loc>')
    expect(sitemapOf(map)).toContain('<loc>https://example.org/blog/archief/index.html</loc>')
    expect(sitemapOf(map)).not.toMatch(/404|zoeken/)
    expect(robots(map)).toContain('Sitemap: https://example.org/blog/sitemap.xml')
  })

  it('is not there without a base URL', () => {
    expect(sitemaps(mapOf([], { baseUrl: '' })).size).toBe(0)
    expect(robots(mapOf([], { baseUrl: '' }))).toBeNull()
  })

  it('is divided when it holds more than a sitemap may, with an index in its place', () => {
    const map = mapOf(Array.from({ length: 5 }, (_, index) => head(index + 1)))
    const parts = sitemaps(map, 3)
    expect([...parts.keys()]).toEqual(['sitemap.xml', 'sitemap-1.xml', 'sitemap-2.xml', 'sitemap-3.xml'])
    expect(parts.get('sitemap.xml')).toContain(
      '<sitemap><loc>https://example.org/blog/sitemap-3.xml</loc></sitemap>',
    )
    const all = [...parts.values()].join('').match(/<url><loc>[^<]+/g)
    expect(new Set(all).size).toBe(sitemapOf(map)?.match(/<url>/g)?.length)
  })
})
