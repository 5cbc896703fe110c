import { describe, expect, it } from 'vitest'
import { articlePage, feedArticles, siteModel, sitemaps } from '../../../core/page/index.ts'
import { LOPEN, head, mapOf } from './site.ts'

const FULL = head(1, {
  title: 'Over <b>enkels</b> & "knieën"',
  summary: 'Kort.',
  categoryId: LOPEN.id,
  tags: ['enkel'],
  authorIds: [1],
  cover: 'media/enkel-1200x675.jpg',
  publishedAt: '2025-12-10T23:30:00-05:00',
  updatedAt: '2025-12-12T10:00:00+01:00',
  words: 1190,
})

function graphOf(meta: string): readonly Record<string, unknown>[] {
  const json = /<script type="application\/ld\+json">(.*)<\/script>/.exec(meta)?.[1] ?? ''
  return JSON.parse(json)['@graph']
}

describe('the page of an article', () => {
  it('leaves out whatever the article lacks', () => {
    const { article, related, newer, older, page } = articlePage(mapOf([head(1)]), head(1), [])
    expect(article).toEqual({
      title: 'Artikel 1',
      summary: '',
      date: null,
      readingTime: null,
      words: 0,
      category: null,
      authors: [],
      cover: null,
      tags: [],
      translations: null,
    })
    expect([related, newer, older]).toEqual([null, null, null])
    expect(page.meta).not.toContain('description')
    expect(page.meta).not.toContain('undefined')
    expect(page.meta).not.toContain('null')
  })

  it('tells what a reader wants to know first', () => {
    const { article, page } = articlePage(mapOf([FULL]), FULL, [])
    expect(article).toMatchObject({
      date: { iso: '2025-12-10', text: '10 december 2025' },
      readingTime: '6 min leestijd',
      category: { name: 'Lopen', href: 'categorie/lopen.html' },
      authors: [{ name: 'Daan', role: 'Auteur', initial: 'D', href: 'auteur/daan.html' }],
      cover: { src: 'media/enkel-1200x675.jpg', alt: FULL.title, width: 1200, height: 675 },
      tags: [{ name: 'enkel', href: 'tag/enkel.html' }],
    })
    expect(page.title).toBe(`${FULL.title} | Proef & zo`)
    expect(page.section).toBe('sport')
  })

  it('describes itself as a BlogPosting with a trail of breadcrumbs', () => {
    const [posting, trail] = graphOf(articlePage(mapOf([FULL]), FULL, []).page.meta)
    expect(posting).toMatchObject({
      '@type': 'BlogPosting',
      headline: FULL.title,
      datePublished: '2025-12-10T23:30:00-05:00',
      dateModified: '2025-12-12T10:00:00+01:00',
      image: 'https://example.org/blog/media/enkel-1200x675.jpg',
      url: 'https://example.org/blog/artikel-1.html',
      author: [{ '@type': 'Person', name: 'Daan' }],
      articleSection: 'Lopen',
      inLanguage: 'nl-NL',
      wordCount: 1190,
    })
    expect((trail!.itemListElement as { name: string }[]).map(({ name }) => name)).toEqual([
      'Proef & zo',
      'Sport & gezondheid',
      'Lopen',
      FULL.title,
    ])
  })

  it('keeps the language of the article apart from that of the site', () => {
    const english = head(2, { language: 'en-GB', publishedAt: '2025-12-10T09:00:00Z', words: 10 })
    const { page, article } = articlePage(mapOf([english, FULL]), english, [
      FULL,
      head(3, { language: 'en' }),
    ])
    expect([page.language, page.siteLanguage]).toEqual(['en-GB', 'nl-NL'])
    expect(article?.date?.text).toBe('10 december 2025')
    const dutch = articlePage(mapOf([english, FULL]), FULL, [english])
    expect(dutch.page.siteLanguage).toBeNull()
    expect(dutch.related?.cards[0]?.language).toBe('en-GB')
  })

  it('leads to the newer and the older article', () => {
    const articles = [1, 2, 3].map((day) => head(day, { publishedAt: `2026-01-0${day}T09:00:00Z` }))
    const { newer, older } = articlePage(mapOf(articles), articles[1]!, [])
    expect([newer?.href, older?.href]).toEqual(['artikel-3.html', 'artikel-1.html'])
  })

  it('has absolute addresses only when the site has one', () => {
    const { page } = articlePage(mapOf([FULL], { baseUrl: '' }), FULL, [])
    expect(page.meta).not.toContain('canonical')
    expect(page.meta).not.toContain('og:image')
    expect(page.meta).not.toContain('example.org')
  })

  it('shows no cover whose address could run something', () => {
    const trap = head(1, { cover: 'javascript:alert(1)' })
    expect(articlePage(mapOf([trap]), trap, []).article?.cover).toBeNull()
  })

  it('drops characters that no page may hold', () => {
    const odd = head(1, { title: 'A\u0000B\u001f \ud800C\ufffe' })
    expect(articlePage(mapOf([odd]), odd, []).article?.title).toBe('AB C')
  })
})

describe('a page outside the stream', () => {
  const about = head(8, { ...FULL, id: 8, title: 'Over ons', slug: 'over', footerPlace: 2 })
  const contact = head(9, { title: 'Contact', slug: 'contact', footerPlace: 1, language: 'en' })
  const map = mapOf([FULL, about, contact])

  it('stands on no list, in no feed and beside no article', () => {
    expect(map.articles.map(({ id }) => id)).toEqual([FULL.id])
    expect(map.articlesOf({ kind: 'category', id: LOPEN.id }).map(({ id }) => id)).toEqual([FULL.id])
    expect(feedArticles(map).map(({ id }) => id)).toEqual([FULL.id])
    expect(map.neighbours(about.id)).toEqual({ newer: null, older: null })
  })

  it('is named by every footer in the writer’s order, and by the sitemap', () => {
    expect(siteModel(map).footer).toEqual([
      { name: 'Contact', path: 'contact.html', language: 'en' },
      { name: 'Over ons', path: 'over.html', language: null },
    ])
    expect(sitemaps(map).get('sitemap.xml')).toContain('<loc>https://example.org/blog/over.html</loc>')
  })

  it('says what it is about and not when it came out', () => {
    const { article, page, related } = articlePage(map, about, [FULL])
    expect(article).toMatchObject({
      title: 'Over ons',
      date: null,
      readingTime: null,
      category: null,
      tags: [],
    })
    expect(related).toBeNull()
    expect(graphOf(page.meta)[0]).toMatchObject({ '@type': 'WebPage', name: 'Over ons' })
    expect(page.meta).not.toMatch(/article:|datePublished/)
  })
})
