import type { Timestamp } from '../../core/article.ts'
import { instant } from '../library/time.ts'

/** Minutes east of UTC of the zones that people write by name. */
const ZONES: Readonly<Record<string, number>> = {
  z: 0,
  utc: 0,
  gmt: 0,
  wet: 0,
  west: 60,
  bst: 60,
  cet: 60,
  cest: 120,
  eet: 120,
  eest: 180,
  est: -300,
  edt: -240,
  cst: -360,
  cdt: -300,
  mst: -420,
  mdt: -360,
  pst: -480,
  pdt: -420,
}

/** The first three letters of the months tell them apart, in English and in Dutch; Dutch has three of its own. */
const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec']
const DUTCH_MONTHS: Readonly<Record<string, number>> = { mrt: 3, maa: 3, mei: 5, okt: 10 }

const TIME = String.raw`(?:[T\s]+(?:at\s+|om\s+)?(?<hour>\d{1,2})[:.](?<minute>\d{2})(?:[:.](?<second>\d{2})(?:[.,]\d+)?)?\s*(?<half>[ap]\.?m\.?)?\s*(?<zone>Z|[A-Za-z]{3,4}(?:[+-]\d{4})?|(?:UTC|GMT)?[+-]\d{1,2}(?::?\d{2})?)?(?:\s*\([^)]*\))?)?`
const WEEKDAY = String.raw`(?:[A-Za-z]+,?\s+)?`

const FORMS = [
  // 2025-12-10, 2025/12/10, with or without a time and an offset
  String.raw`(?<year>\d{4})[-/.](?<month>\d{1,2})[-/.](?<day>\d{1,2})${TIME}`,
  // Wed, 10 Dec 2025 09:30:00 +0100 and 10 december 2025
  String.raw`${WEEKDAY}(?<day>\d{1,2})(?:st|nd|rd|th|e)?\.?[\s-]+(?<name>[A-Za-z]{3,})\.?,?[\s-]+(?<year>\d{4})${TIME}`,
  // December 10, 2025 and Wed Dec 10 2025 09:30:00 GMT+0100 (CET)
  String.raw`${WEEKDAY}(?<name>[A-Za-z]{3,})\.?\s+(?<day>\d{1,2})(?:st|nd|rd|th)?,?\s+(?<year>\d{4})${TIME}`,
  // 10-12-2025 and 10/12/2025; see `dayAndMonth`
  String.raw`(?<first>\d{1,2})(?<sign>[-/.])(?<other>\d{1,2})\k<sign>(?<year>\d{4})${TIME}`,
].map((form) => new RegExp(`^${form}$`, 'i'))

/**
 * A date as people and programs write it, with exactly the day and the time on the clock that stand there. Without a
 * time it is midnight, without an offset UTC: the same on every machine. Null when it can't be told for sure, such
 * as 03/04/2025.
 */
export function readDate(written: string): Timestamp | null {
  const text = written.trim()
  for (const form of FORMS) {
    const found = form.exec(text)?.groups
    if (found) return assemble(found)
  }
  return null
}

type Groups = Partial<Record<string, string>>

function assemble(found: Groups): Timestamp | null {
  const [day, month] = dayAndMonth(found)
  const hour = hourOf(found)
  const offset = found['zone'] === undefined ? 0 : offsetOf(found['zone'])
  if (month === null || offset === null || hour === null) return null
  const two = (value: string | number | undefined) => String(value ?? 0).padStart(2, '0')
  const away = Math.abs(offset)
  const zone = `${offset < 0 ? '-' : '+'}${two(Math.floor(away / 60))}:${two(away % 60)}`
  const date = `${found['year']}-${two(month)}-${two(day)}`
  const stamp = `${date}T${two(hour)}:${two(found['minute'])}:${two(found['second'])}${zone}`
  return instant(stamp) === null ? null : stamp
}

/** With hyphens or points between, the day comes first, as in Dutch; with slashes only one above 12 can tell. */
function dayAndMonth(found: Groups): readonly [day: number, month: number | null] {
  if (found['name'] !== undefined) return [Number(found['day']), monthOf(found['name'])]
  if (found['first'] === undefined) return [Number(found['day']), Number(found['month'])]
  const [first, other] = [Number(found['first']), Number(found['other'])]
  if (found['sign'] !== '/' || first > 12) return [first, other]
  return [other, other > 12 ? first : null]
}

function monthOf(name: string): number | null {
  const start = name.slice(0, 3).toLowerCase()
  return DUTCH_MONTHS[start] ?? (MONTHS.indexOf(start) + 1 || null)
}

function hourOf({ hour, half }: Groups): number | null {
  const value = Number(hour ?? 0)
  if (half === undefined) return value
  if (value < 1 || value > 12) return null
  return (value % 12) + (/^p/i.test(half) ? 12 : 0)
}

/** Minutes east of UTC; null for a name that is not known. */
function offsetOf(zone: string): number | null {
  const named = ZONES[zone.toLowerCase()]
  if (named !== undefined) return named
  const found = /^(?:UTC|GMT)?([+-])(\d{1,2}?):?(\d{2})?$/i.exec(zone)
  if (!found) return null
  const minutes = Number(found[2]) * 60 + Number(found[3] ?? 0)
  return found[1] === '-' ? -minutes : minutes
}
