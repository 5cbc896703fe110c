import { describe, expect, it } from 'vitest'
import { sitemaps } from '../../../core/page/index.ts'
import { findingsIn } from './libxml.ts'
import { SPORT, head, mapOf } from './site.ts'

const SCHEMA = ['schema', 'sitemap.xsd', 'xhtml-link.xsd'] as const

/** A site of several languages: one article in three, one in two, one in none but the site's, and a page about it. */
const SITE = mapOf(
  [
    head(1, { slug: 'een', translationKey: 'a', publishedAt: '2026-01-02T10:00:00Z', categoryId: SPORT.id }),
    head(2, { slug: 'one', translationKey: 'a', language: 'en-GB' }),
    head(3, { slug: 'eins', translationKey: 'a', language: 'de', publishedAt: '2026-01-03T10:00:00+02:00' }),
    head(4, { slug: 'twee-&-drie', translationKey: 'b', tags: ['enkel'], authorIds: [1] }),
    head(5, { slug: '二', translationKey: 'b', language: 'zh-Hant-TW' }),
    head(6, { slug: 'alleen' }),
    head(7, { slug: 'over', footerPlace: 1 }),
  ],
  { baseUrl: 'https://example.org/een%20blog/' },
)

describe('the schema of sitemaps', () => {
  it('is met by a site in several languages, in one file and in several with their index', async () => {
    const [whole, divided] = [sitemaps(SITE), sitemaps(SITE, 3)]
    expect([...whole.values()].join('').match(/<xhtml:link /g)).toHaveLength(3 * 4 + 2 * 3)
    expect(divided.size).toBeGreaterThan(4)
    expect(await findingsIn(whole, ...SCHEMA)).toEqual([])
    expect(await findingsIn(divided, ...SCHEMA)).toEqual([])
  })

  it.each([
    ['a language that is none', 'hreflang="en-GB"', 'hreflang="en_GB!"'],
    ['a link that is none of XHTML', '<xhtml:link', '<xhtml:a'],
    ['an address of this site alone', 'href="https://example.org', 'href="'],
    ['a day that is none', '<lastmod>2026-01-02', '<lastmod>2026-13-02'],
    ['a day before the address', /(<loc>[^<]*<\/loc>)(<lastmod>[^<]*<\/lastmod>)/, '$2$1'],
    ['an address that is there twice', 'alleen.html', 'over.html'],
  ])('refuses %s', async (_what, from, to) => {
    const [[path, text] = ['', '']] = [...sitemaps(SITE)].filter(([name]) => name === 'sitemap.xml')
    const broken = text.replace('<lastmod>2026-01-03', '<lastmod>2026-01-02').replace(from, to)
    expect(broken).not.toBe(text)
    expect(await findingsIn(new Map([[path, broken]]), ...SCHEMA)).not.toEqual([])
  })
})
