/** Days in a search: written out, or told from today. All are wall-clock days, `2025-12-10`, as pages show them. */

/** From the first day up to the one after the last. */
export interface Days {
  readonly from: string
  readonly until: string
}

const DAY = 86_400_000
const FIRST_YEAR = 1
const LAST_YEAR = 9998

const NAMED: Readonly<Record<string, (today: string) => Days>> = {
  today: (today) => dayOf(today),
  yesterday: (today) => dayOf(shift(today, -1)),
  tomorrow: (today) => dayOf(shift(today, 1)),
  week: weekOf,
  month: (today) => spanOf(today.slice(0, 7)),
  year: (today) => spanOf(today.slice(0, 4)),
}

const DUTCH: Readonly<Record<string, string>> = {
  vandaag: 'today',
  gisteren: 'yesterday',
  morgen: 'tomorrow',
  maand: 'month',
  jaar: 'year',
}

/**
 * The days that a word means: `2025`, `2025-12`, `2025-12-10`, `10-12-2025`, `today`, `yesterday`, `tomorrow`, this
 * `week`, `month` or `year`, or the last `7d`, `2w`, `3m` or `1y` up to today; in Dutch as well. Null for anything
 * else, also for days that do not exist.
 */
export function daysOf(word: string, today: string): Days | null {
  const lower = word.toLowerCase()
  const name = Object.hasOwn(DUTCH, lower) ? (DUTCH[lower] ?? lower) : lower
  if (Object.hasOwn(NAMED, name)) return NAMED[name]?.(today) ?? null
  const ago = /^(\d{1,4})([dwmyj])$/.exec(lower)
  if (ago) return { from: back(today, Number(ago[1]), ago[2] ?? 'd'), until: shift(today, 1) }
  const dutch = /^(\d{1,2})-(\d{1,2})-(\d{4})$/.exec(lower)
  const iso = dutch ? `${dutch[3]}-${two(dutch[2])}-${two(dutch[1])}` : lower
  return isSpan(iso) ? spanOf(iso) : null
}

function two(digits: string | undefined): string {
  return (digits ?? '').padStart(2, '0')
}

/** A year, month or day that is in the calendar. */
function isSpan(iso: string): boolean {
  const [, year, month, day] = /^(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?$/.exec(iso) ?? []
  if (year === undefined || Number(year) < FIRST_YEAR || Number(year) > LAST_YEAR) return false
  const whole = `${year}-${month ?? '01'}-${day ?? '01'}`
  const time = Date.parse(`${whole}T00:00:00Z`)
  return !Number.isNaN(time) && isoDay(time) === whole
}

function spanOf(iso: string): Days {
  const [year = 0, month, day] = iso.split('-').map(Number)
  if (day !== undefined) return dayOf(iso)
  const first = (y: number, m: number) => isoDay(utc(y, m, 1))
  if (month !== undefined) return { from: first(year, month), until: first(year, month + 1) }
  return { from: first(year, 1), until: first(year + 1, 1) }
}

function dayOf(day: string): Days {
  return { from: day, until: shift(day, 1) }
}

/** Weeks begin on Monday. */
function weekOf(today: string): Days {
  const weekday = (new Date(`${today}T00:00:00Z`).getUTCDay() + 6) % 7
  const from = shift(today, -weekday)
  return { from, until: shift(from, 7) }
}

function shift(day: string, days: number): string {
  return isoDay(Date.parse(`${day}T00:00:00Z`) + days * DAY)
}

/** So many days, weeks, months or years back; the last day of a month where that one is shorter. */
function back(today: string, count: number, unit: string): string {
  if (unit === 'd') return shift(today, -count)
  if (unit === 'w') return shift(today, -7 * count)
  const [year = 0, month = 1, day = 1] = today.split('-').map(Number)
  const months = unit === 'm' ? count : 12 * count
  const last = new Date(utc(year, month - months + 1, 0)).getUTCDate()
  return isoDay(utc(year, month - months, Math.min(day, last)))
}

/** Months from 1; `Date.UTC` takes years below 100 for ones of the twentieth century. */
function utc(year: number, month: number, day: number): number {
  const date = new Date(0)
  return date.setUTCFullYear(year, month - 1, day)
}

/** Days before the first year are the first day of it. */
function isoDay(time: number): string {
  const date = new Date(time)
  return date.getUTCFullYear() < FIRST_YEAR ? '0001-01-01' : date.toISOString().slice(0, 10)
}
