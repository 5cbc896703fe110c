import type { Timestamp } from '../../article.ts'
import type { UiLanguage } from '../../bridge.ts'
import { uiLocale } from './numbers.ts'

/**
 * The wall-clock date and time in a timestamp, as a Date whose UTC fields hold them: what its author wrote is
 * shown, whatever the time zone of the machine.
 */
function wallClock(timestamp: Timestamp): Date {
  return new Date(`${timestamp.slice(0, 19)}Z`)
}

/** What a date is written with. */
const SHAPES = {
  short: { day: 'numeric', month: 'short' },
  shortWithYear: { day: 'numeric', month: 'short', year: 'numeric' },
  long: { day: 'numeric', month: 'long', year: 'numeric' },
} as const satisfies Record<string, Intl.DateTimeFormatOptions>

/** Formatters by language and shape: making one takes a millisecond, and a list has many dates. */
const formatters = new Map<string, Intl.DateTimeFormat>()

function formatter(language: UiLanguage, shape: keyof typeof SHAPES): Intl.DateTimeFormat {
  const key = `${language} ${shape}`
  const known = formatters.get(key)
  if (known !== undefined) return known
  const made = new Intl.DateTimeFormat(uiLocale(language), { ...SHAPES[shape], timeZone: 'UTC' })
  formatters.set(key, made)
  return made
}

/** `10 dec`, and `10 dec 2024` when it is not in the year of `now`. For lists. */
export function shortDate(language: UiLanguage, timestamp: Timestamp, now: Date): string {
  const date = wallClock(timestamp)
  const sameYear = date.getUTCFullYear() === now.getFullYear()
  return formatter(language, sameYear ? 'short' : 'shortWithYear')
    .format(date)
    .replace('.', '')
}

/** `10 december 2025`. */
export function longDate(language: UiLanguage, timestamp: Timestamp): string {
  return formatter(language, 'long').format(wallClock(timestamp))
}

/** `10 december 2025, 09:30`. */
export function longDateTime(language: UiLanguage, timestamp: Timestamp): string {
  return `${longDate(language, timestamp)}, ${timestamp.slice(11, 16)}`
}

/** `now` as a timestamp with the offset that this machine's zone has at that moment. */
export function timestampOf(now: Date): Timestamp {
  return stamp(now, -now.getTimezoneOffset())
}

/** A date and time of day on this machine's clock as a timestamp; `seconds` are always `00`. */
export function timestampFrom(
  year: number,
  month: number,
  day: number,
  hour: number,
  minute: number,
): Timestamp {
  return timestampOf(new Date(year, month - 1, day, hour, minute))
}

function stamp(instant: Date, offsetMinutes: number): Timestamp {
  const local = new Date(instant.getTime() + offsetMinutes * 60_000).toISOString().slice(0, 19)
  const sign = offsetMinutes < 0 ? '-' : '+'
  const size = Math.abs(offsetMinutes)
  return `${local}${sign}${two(Math.floor(size / 60))}:${two(size % 60)}`
}

function two(value: number): string {
  return String(value).padStart(2, '0')
}
