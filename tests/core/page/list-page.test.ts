import { describe, expect, it } from 'vitest'
import { pageAt } from '../../../core/page/index.ts'
import { listPage } from '../../../core/page/list-page.ts'
import { PAGE_LENGTH } from '../../../core/page/site-map.ts'
import { DAAN, LOPEN, SPORT, TAG, head, mapOf } from './site.ts'

const many = (count: number) =>
  Array.from({ length: count }, (_, index) =>
    head(index + 1, {
      categoryId: LOPEN.id,
      publishedAt: `2026-01-01T00:${String(index % 60).padStart(2, '0')}:00Z`,
    }),
  )

describe('lists of articles', () => {
  it('begin with the newest, which the front page shows large', () => {
    const articles = [
      head(1, { publishedAt: '2025-01-01T00:00:00Z' }),
      head(2, { publishedAt: '2026-01-01T00:00:00Z' }),
      head(3),
    ]
    const list = listPage(mapOf(articles), { kind: 'index', page: 1 })?.list
    expect(list?.featured?.title).toBe('Artikel 2')
    expect(list?.cards.map(({ title }) => title)).toEqual(['Artikel 1', 'Artikel 3'])
  })

  it('have titles, summaries and names in composed letters', () => {
    const article = head(1, { title: 'Cafe\u0301', summary: 'U\u0308ber', tags: ['cre\u0300me'] })
    const page = listPage(mapOf([article]), { kind: 'index', page: 1 })
    expect(page?.list?.featured?.title).toBe('Caf\u00e9')
    expect(JSON.stringify(page)).not.toMatch(/\p{M}/u)
  })

  it('go on over pages that know each other', () => {
    const map = mapOf(many(PAGE_LENGTH * 2 + 1))
    const first = listPage(map, { kind: 'index', page: 1 })
    const second = listPage(map, { kind: 'index', page: 2 })
    expect(first?.list?.pagination).toMatchObject({ newer: null, older: 'pagina/2.html' })
    expect(second?.list?.pagination).toMatchObject({ newer: '../index.html', older: '../pagina/3.html' })
    expect(second?.page.title).toBe('Proef & zo – Pagina 2 van 3 | Proef & zo')
    expect(listPage(map, { kind: 'index', page: 3 })?.list?.cards).toHaveLength(1)
  })

  it('of a category hold what is below it, and name what is above it', () => {
    const map = mapOf(many(2))
    const sport = listPage(map, { kind: 'category', id: SPORT.id, page: 1 })?.list
    expect(sport?.cards).toHaveLength(2)
    expect(sport?.subcategories).toMatchObject([
      { name: 'Lopen', href: '../categorie/lopen.html', count: '2 artikelen' },
    ])
    const lopen = listPage(map, { kind: 'category', id: LOPEN.id, page: 1 })?.list
    expect(lopen?.breadcrumb.map(({ name }) => name)).toEqual(['Home', 'Sport & gezondheid'])
  })

  it('have pages only for subjects that have articles', () => {
    const paths = (articles: Parameters<typeof mapOf>[0]) => {
      const map = mapOf(articles)
      return map.pages().map((ref) => map.pathOf(ref))
    }
    const always = ['archief/index.html', 'zoeken/index.html', '404.html']
    expect(paths([])).toEqual(['index.html', ...always])
    expect(paths([head(1, { tags: ['enkel'], authorIds: [1] })])).toEqual([
      'index.html',
      'tag/enkel.html',
      'auteur/daan.html',
      ...always,
      'artikel-1.html',
    ])
  })

  it('are found again by their path', () => {
    const map = mapOf(many(1))
    const source = { categories: [SPORT, LOPEN], tags: [TAG], authors: [DAAN] }
    expect(pageAt(map, source, 'index.html')).toEqual({ kind: 'index', page: 1 })
    expect(pageAt(map, source, 'pagina/2.html')).toEqual({ kind: 'index', page: 2 })
    expect(pageAt(map, source, 'categorie/lopen.html')).toEqual({ kind: 'category', id: 2, page: 1 })
    expect(pageAt(map, source, 'tag/enkel/3.html')).toEqual({ kind: 'tag', id: 1, page: 3 })
    expect(pageAt(map, source, 'artikel-1.html')).toBeNull()
  })
})
