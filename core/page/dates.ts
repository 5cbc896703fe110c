import type { Timestamp } from '../article.ts'

type Shape = 'long' | 'month' | 'day'

const SHAPES: Readonly<Record<Shape, Intl.DateTimeFormatOptions>> = {
  long: { dateStyle: 'long' },
  month: { month: 'long', year: 'numeric' },
  day: { day: 'numeric', month: 'long' },
}

const formats = new Map<string, Intl.DateTimeFormat>()

/** Dates as they were written out, since a date stands on many pages: years of days, and no more. */
const written = new Map<string, string>()
const MOST_WRITTEN = 20_000

/** `2025-12-10` of a timestamp: the date on its author's own wall. Null when it is no timestamp. */
export function wallDate(timestamp: Timestamp | null): string | null {
  const date = /^\d{4}-\d{2}-\d{2}/.exec(timestamp ?? '')?.[0] ?? null
  return date !== null && !Number.isNaN(Date.parse(date)) ? date : null
}

/** A `YYYY-MM-DD` date in long form: `10 december 2025` (nl), `10 December 2025` (en). The same on every machine. */
export function longDate(date: string, language: string): string {
  return formatted(date, language, 'long')
}

/** The month of a `YYYY-MM-DD` date: `december 2025`. */
export function monthOf(date: string, language: string): string {
  return formatted(date, language, 'month')
}

/** The day of a `YYYY-MM-DD` date within its year: `10 december`. */
export function dayOf(date: string, language: string): string {
  return formatted(date, language, 'day')
}

function formatted(date: string, language: string, shape: Shape): string {
  const key = `${shape} ${language}`
  let format = formats.get(key)
  if (!format) {
    format = new Intl.DateTimeFormat(dateLocale(language), { ...SHAPES[shape], timeZone: 'UTC' })
    formats.set(key, format)
  }
  const known = written.get(`${key} ${date}`)
  if (known !== undefined) return known
  if (written.size >= MOST_WRITTEN) written.clear()
  const text = format.format(new Date(`${date}T00:00:00Z`))
  written.set(`${key} ${date}`, text)
  return text
}

// `en` alone means American order to Intl; a page in plain English shows day before month.
function dateLocale(language: string): string {
  if (language.toLowerCase() === 'en') return 'en-GB'
  try {
    return Intl.getCanonicalLocales(language)[0] ?? 'en-GB'
  } catch {
    return 'en-GB'
  }
}

/** A timestamp as RFC 3339, for feeds and structured data. Null when it is none. */
export function exactTime(timestamp: Timestamp | null): string | null {
  if (timestamp === null || Number.isNaN(Date.parse(timestamp))) return null
  if (/T\d{2}:\d{2}:\d{2}(\.\d+)?(Z|[+-]\d{2}:\d{2})$/.test(timestamp)) return timestamp
  const date = wallDate(timestamp)
  return date === null ? null : `${date}T00:00:00Z`
}

/**
 * Whether an article with this publication date is out by the end of `day` (`YYYY-MM-DD`), by the wall-clock
 * date that its author gave it: no machine's time zone has a say.
 */
export function isOutBy(publishedAt: Timestamp | null, day: string): boolean {
  const date = wallDate(publishedAt)
  return date === null || date <= day
}
