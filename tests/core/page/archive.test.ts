import { describe, expect, it } from 'vitest'
import { pageModel } from '../../../core/page/index.ts'
import { ARCHIVE_LENGTH, UNDATED, archivePages } from '../../../core/page/archive.ts'
import { head, mapOf } from './site.ts'

const whole = { kind: 'archive', year: null, page: 1 } as const

describe('the archive', () => {
  it('of a small site is one page, by month, the newest first and what has no date last', () => {
    const map = mapOf([
      head(1, { publishedAt: '2025-01-31T23:00:00-05:00' }),
      head(2, { publishedAt: '2026-03-01T09:00:00Z', language: 'en' }),
      head(3),
      head(4, { publishedAt: '2026-03-20T09:00:00Z' }),
    ])
    expect(archivePages(map)).toEqual([whole])
    const archive = pageModel(map, whole)?.archive
    expect(archive?.years).toEqual([])
    expect(archive?.months.map(({ name, entries }) => [name, entries.map(({ title }) => title)])).toEqual([
      ['maart 2026', ['Artikel 4', 'Artikel 2']],
      ['januari 2025', ['Artikel 1']],
      ['Zonder datum', ['Artikel 3']],
    ])
    expect(archive?.months[0]?.entries[1]).toEqual({
      title: 'Artikel 2',
      href: '../artikel-2.html',
      date: { iso: '2026-03-01', text: '1 maart' },
      language: 'en',
    })
  })

  it('of a large one leads to a page for each year, and a full year goes on over pages', () => {
    const map = mapOf([
      ...Array.from({ length: ARCHIVE_LENGTH + 1 }, (_, index) =>
        head(index + 1, { publishedAt: '2025-06-01T09:00:00Z' }),
      ),
      head(900, { publishedAt: '2024-06-01T09:00:00Z' }),
      head(901),
    ])
    expect(archivePages(map).map((ref) => map.pathOf(ref))).toEqual([
      'archief/index.html',
      'archief/2025.html',
      'archief/2025/2.html',
      'archief/2024.html',
      `archief/${UNDATED}.html`,
    ])
    const index = pageModel(map, whole)?.archive
    expect(index?.months).toEqual([])
    expect(index?.years.map(({ name, href, count }) => [name, href, count])).toEqual([
      ['2025', '../archief/2025.html', `${ARCHIVE_LENGTH + 1} artikelen`],
      ['2024', '../archief/2024.html', '1 artikel'],
      ['Zonder datum', `../archief/${UNDATED}.html`, '1 artikel'],
    ])
    const second = pageModel(map, { kind: 'archive', year: '2025', page: 2 })
    expect(second?.archive?.months.flatMap(({ entries }) => entries)).toHaveLength(1)
    expect(second?.archive?.pagination?.newer).toBe('../../archief/2025.html')
    expect(second?.page.title).toBe('Archief: 2025 – Pagina 2 van 2 | Proef & zo')
  })
})

describe('the page for addresses that are not there', () => {
  it('has links that hold at any depth when the base URL is known, and is hidden from search engines', () => {
    const page = pageModel(mapOf([]), { kind: 'notFound' })?.page
    expect(page?.root).toBe('/blog/')
    expect(page?.meta).toContain('<meta name="robots" content="noindex">')
    expect(page?.meta).not.toContain('canonical')
    expect(pageModel(mapOf([], { baseUrl: '' }), { kind: 'notFound' })?.page.root).toBe('')
  })
})
