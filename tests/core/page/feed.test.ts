import { describe, expect, it } from 'vitest'
import { atomFeed, feedArticles, robots, sitemap } from '../../../core/page/index.ts'
import { FEED_LENGTH } from '../../../core/page/feed.ts'
import { head, mapOf } from './site.ts'

const dated = (id: number, more = {}) =>
  head(id, { publishedAt: `2026-01-${String(id).padStart(2, '0')}T09:00:00+01:00`, ...more })
const urn = (path: string) => `urn:test:${path}`

describe('the feed', () => {
  it('holds the newest dated articles', () => {
    const articles = [...Array.from({ length: FEED_LENGTH + 5 }, (_, index) => dated(index + 1)), head(90)]
    const ids = feedArticles(mapOf(articles)).map(({ id }) => id)
    expect(ids).toHaveLength(FEED_LENGTH)
    expect(ids[0]).toBe(FEED_LENGTH + 5)
  })

  it('escapes texts and bodies, and says when it changed last', () => {
    const article = dated(1, { title: '<b> & "', updatedAt: '2026-02-01T00:00:00Z' })
    const feed = atomFeed(mapOf([article]), new Map([[1, '<p>x &amp; y</p>\u0000']]), urn)
    expect(feed).toContain('<title>&lt;b&gt; &amp; &quot;</title>')
    expect(feed).toContain('&lt;p&gt;x &amp;amp; y&lt;/p&gt;</content>')
    expect(feed).toContain('<updated>2026-02-01T00:00:00Z</updated>\n  <link')
    expect(feed).toContain('<id>https://example.org/blog/artikel-1.html</id>')
  })

  it('has lasting identifiers and relative links without a base URL', () => {
    const feed = atomFeed(mapOf([dated(1)], { baseUrl: '' }), new Map(), urn)
    expect(feed).toContain('<id>urn:test:artikel-1.html</id>')
    expect(feed).toContain('href="artikel-1.html"')
    expect(feed).not.toContain('xml:base')
  })
})

describe('the sitemap', () => {
  it('lists every page with its absolute address, and robots.txt names it', () => {
    const map = mapOf([dated(1)])
    expect(sitemap(map)).toContain(
      '<loc>https://example.org/blog/artikel-1.html</loc><lastmod>2026-01-01</lastmod>',
    )
    expect(sitemap(map)).toContain('<loc>https://example.org/blog/</loc>')
    expect(robots(map)).toContain('Sitemap: https://example.org/blog/sitemap.xml')
  })

  it('is not there without a base URL', () => {
    expect(sitemap(mapOf([], { baseUrl: '' }))).toBeNull()
    expect(robots(mapOf([], { baseUrl: '' }))).toBeNull()
  })
})
