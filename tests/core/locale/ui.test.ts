import { describe, expect, it } from 'vitest'
import type { FailureCode, FailureData } from '../../../core/errors.ts'
import {
  describeReasons,
  formatBytes,
  formatNumber,
  formatSeconds,
  longDateTime,
  shortDate,
  timestampFrom,
  timestampOf,
  uiWords,
} from '../../../core/locale/ui/index.ts'

const LANGUAGES = ['nl', 'en'] as const

/** Every word, by its path; functions are left out. */
function words(value: unknown, path = ''): readonly (readonly [string, string])[] {
  if (typeof value === 'string') return [[path, value]]
  if (typeof value !== 'object' || value === null) return []
  return Object.entries(value).flatMap(([key, inner]) => words(inner, `${path}.${key}`))
}

const FAILURES: { readonly [C in FailureCode]: Extract<FailureData, { code: C }>['detail'] } = {
  'request.invalid': { request: 'article.save', problem: 'id' },
  'request.foreign': { request: 'article.save' },
  'library.none': {},
  'library.missing': { folder: '/boek' },
  'library.notOne': { file: '/boek/library.db' },
  'library.newer': { file: '/boek/library.db', version: 9, known: 3 },
  'library.damaged': { file: '/boek/library.db', problem: 'malformed' },
  'library.occupied': { folder: '/boek' },
  'library.gone': { folder: '/boek', movedTo: null },
  'library.replaced': { folder: '/boek' },
  'library.other': { folder: '/boek' },
  'file.refused': { path: '/boek', reason: 'ENOSPC' },
  notFound: { what: 'article', which: '7' },
  'value.refused': { field: 'slug', value: 'index', problem: 'reserved' },
  'article.conflict': { id: 7, version: 3 },
  'intake.unreadable': { path: 'a.md', problem: 'YAML' },
  'export.occupied': { folder: '/site' },
  'export.changed': { folder: '/site' },
  'onward.refused': { problem: 'noGit', what: 'git' },
  busy: { task: 'export' },
  cancelled: { task: 'intake' },
  'theme.broken': { theme: 'magazine', file: 'article.liquid', line: 3, problem: 'unclosed' },
  unexpected: { problem: 'TypeError: x\n    at somewhere' },
}

describe.each(LANGUAGES)('the words of the window (%s)', (language) => {
  it('are all there, without space at their ends', () => {
    for (const [path, text] of words(uiWords[language])) {
      expect(text.trim(), path).not.toBe('')
      expect(text, path).toBe(text.trim())
    }
  })

  it('use the apostrophes and dots of print', () => {
    for (const [path, text] of words(uiWords[language])) expect(text, path).not.toMatch(/['"]|\.\.\./u)
  })

  it.each(Object.keys(FAILURES) as FailureCode[])('say what happened and what to do at %s', (code) => {
    const { title, detail } = uiWords[language].failure({ code, detail: FAILURES[code] } as FailureData)
    expect(title).toMatch(/[.]$/u)
    expect(detail.length).toBeGreaterThan(10)
    expect(`${title}${detail}`).not.toMatch(/undefined|\[object/u)
  })

  it('show no stack trace', () => {
    const { detail } = uiWords[language].failure({ code: 'unexpected', detail: FAILURES.unexpected })
    expect(detail).not.toContain('somewhere')
  })
})

describe('plurals', () => {
  it('are singular for one alone', () => {
    expect(uiWords.nl.list.trashed(1)).toBe('1 artikel in de prullenbak gelegd.')
    expect(uiWords.nl.list.trashed(2)).toBe('2 artikelen in de prullenbak gelegd.')
    expect(uiWords.en.list.trashed(0)).toBe('0 articles moved to the trash.')
  })
})

describe('dates', () => {
  const now = new Date(2025, 11, 20)

  it('are short in lists, with the year when it is another', () => {
    expect(shortDate('nl', '2025-12-10T09:30:00+01:00', now)).toBe('10 dec')
    expect(shortDate('en', '2024-03-01T09:30:00+01:00', now)).toBe('1 Mar 2024')
  })

  it('show the clock of their author, not of this machine', () => {
    expect(longDateTime('nl', '2025-12-10T23:45:00-11:00')).toBe('10 december 2025, 23:45')
  })

  it('are made on this machine’s clock, with its offset', () => {
    const stamp = timestampFrom(2025, 7, 1, 9, 5)
    expect(stamp).toMatch(/^2025-07-01T09:05:00[+-]\d\d:\d\d$/u)
    expect(new Date(stamp)).toEqual(new Date(2025, 6, 1, 9, 5))
    const moment = new Date(2025, 0, 31, 23, 59, 58)
    expect(new Date(timestampOf(moment))).toEqual(moment)
  })
})

describe('numbers', () => {
  it('are grouped as the language does', () => {
    expect(formatNumber('nl', 12_345)).toBe('12.345')
    expect(formatNumber('en', 12_345)).toBe('12,345')
  })

  it('tell sizes and times roughly', () => {
    expect(formatBytes('nl', 2_412_000)).toBe('2,4 MB')
    expect(formatBytes('en', 900)).toBe('0.9 kB')
    expect(formatSeconds('nl', 812)).toBe('0,8 s')
    expect(formatSeconds('en', 12_400)).toBe('12 s')
  })
})

describe('reasons', () => {
  const said = (language: 'nl' | 'en', ...reasons: Parameters<typeof describeReasons>[1]) =>
    describeReasons(language, reasons, (slug) => slug.toUpperCase())
      .map(({ text, emphasis }) => (emphasis ? `*${text}*` : text))
      .join('')

  it('become one line, the articles’ own words set apart', () => {
    expect(
      said(
        'en',
        { kind: 'category', path: ['sport'], same: true },
        { kind: 'terms', terms: ['enkel', 'bospad', 'pezen'] },
      ),
    ).toBe('same category, shares *enkel, bospad, pezen*')
  })

  it('name a category that is near', () => {
    expect(said('nl', { kind: 'category', path: ['sport', 'lopen'], same: false })).toBe('ook in LOPEN')
  })

  it('name a few words at most', () => {
    expect(said('nl', { kind: 'tags', tags: ['a', 'b', 'c', 'd', 'e'] })).toBe('tags *a, b, c, d*')
  })

  it('tell who links to whom', () => {
    expect(said('nl', { kind: 'link', direction: 'to' })).toBe('dit artikel linkt ernaar')
    expect(said('en', { kind: 'link', direction: 'from' })).toBe('links to this article')
  })
})
