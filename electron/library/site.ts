import type { Site } from '../../core/article.ts'
import { Failure } from '../../core/errors.ts'
import type { Connection } from './connection.ts'
import { tidyName } from './fold.ts'
import { inWords, parseObject } from './json.ts'

export interface SiteStore {
  get(): Site
  /** @throws Failure `value.refused` */
  update(patch: Partial<Site>): Site
}

/** What a new library's site is before its writer says otherwise. */
export interface NewSite {
  readonly name: string
  /** BCP 47. */
  readonly language: string
  readonly baseUrl?: string
}

/** Words a minute of a grown-up reading non-fiction silently: the mean of Brysbaert (2019), rounded. */
const READING_SPEED = 240
const DEFAULT_THEME = 'magazine'

interface SiteRow {
  name: string
  description: string
  base_url: string
  language: string
  reading_speed: number
  theme: string
  theme_options: string
  front_title: string
  related_count: number
  trash_days: number | null
}

/** Writes the one row of a new library's site. */
export function insertSite(connection: Connection, site: NewSite): void {
  const checked = checkSite({
    name: site.name,
    description: '',
    baseUrl: site.baseUrl ?? '',
    language: site.language,
    readingSpeed: READING_SPEED,
    theme: DEFAULT_THEME,
    themeOptions: {},
    frontTitle: '',
    relatedCount: 3,
    trashDays: null,
  })
  connection.transaction(() =>
    connection.run(
      `INSERT INTO site (id, name, description, base_url, language, reading_speed, theme, theme_options, front_title,
         related_count, trash_days)
       VALUES (1, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
      ...values(checked),
    ),
  )
}

export function siteStore(connection: Connection): SiteStore {
  const get = (): Site => {
    const row = connection.get<SiteRow>('SELECT * FROM site')
    if (!row) throw new Error('the library has no site')
    return fromRow(row)
  }
  return {
    get,
    update: (patch) =>
      connection.transaction(() => {
        const before = get()
        const after = checkSite({ ...before, ...patch })
        connection.run(
          `UPDATE site SET name = ?, description = ?, base_url = ?, language = ?, reading_speed = ?,
             theme = ?, theme_options = ?, front_title = ?, related_count = ?, trash_days = ?`,
          ...values(after),
        )
        if (after.language !== before.language) {
          // Articles without a language of their own are read by other rules now.
          connection.run(
            'DELETE FROM term_vector WHERE article_id IN (SELECT id FROM article WHERE language IS NULL)',
          )
        }
        connection.changed(['site', 'related'])
        return after
      }),
  }
}

function fromRow(row: SiteRow): Site {
  const options = Object.entries(parseObject(row.theme_options)).filter(
    (entry): entry is [string, string] => typeof entry[1] === 'string',
  )
  return {
    name: row.name,
    description: row.description,
    baseUrl: row.base_url,
    language: row.language,
    readingSpeed: row.reading_speed,
    theme: row.theme,
    themeOptions: Object.fromEntries(options),
    frontTitle: row.front_title,
    relatedCount: row.related_count,
    trashDays: row.trash_days,
  }
}

function values(site: Site): (string | number | null)[] {
  return [
    site.name,
    site.description,
    site.baseUrl,
    site.language,
    site.readingSpeed,
    site.theme,
    JSON.stringify(site.themeOptions),
    site.frontTitle,
    site.relatedCount,
    site.trashDays,
  ]
}

function checkSite(site: Site): Site {
  const name = tidyName(site.name)
  if (name === '') throw new Failure('value.refused', { field: 'name', value: site.name, problem: 'empty' })
  const malformed = (field: keyof Site) =>
    new Failure('value.refused', { field, value: inWords(site[field]), problem: 'malformed' })
  if (!Number.isInteger(site.readingSpeed) || site.readingSpeed < 50 || site.readingSpeed > 1000) {
    throw malformed('readingSpeed')
  }
  if (!Number.isInteger(site.relatedCount) || site.relatedCount < 0 || site.relatedCount > 12) {
    throw malformed('relatedCount')
  }
  if (site.trashDays !== null && (!Number.isInteger(site.trashDays) || site.trashDays < 1)) {
    throw malformed('trashDays')
  }
  const language = canonicalLanguage(site.language)
  if (language === null) throw malformed('language')
  const baseUrl = canonicalBaseUrl(site.baseUrl)
  if (baseUrl === null) throw malformed('baseUrl')
  return { ...site, name, language, baseUrl }
}

/** A BCP 47 tag in its usual letters (`nl-NL`), or null when it is none. */
export function canonicalLanguage(language: string): string | null {
  try {
    return Intl.getCanonicalLocales(language)[0] ?? null
  } catch (error) {
    if (error instanceof RangeError) return null
    throw error
  }
}

/** A site's address as a folder, without query or fragment; empty stays empty; null when it is no web address. */
function canonicalBaseUrl(address: string): string | null {
  const trimmed = address.trim()
  if (trimmed === '') return ''
  if (!URL.canParse(trimmed)) return null
  const url = new URL(trimmed)
  if (url.protocol !== 'https:' && url.protocol !== 'http:') return null
  const path = url.pathname.endsWith('/') ? url.pathname : `${url.pathname}/`
  return `${url.origin}${path}`
}
