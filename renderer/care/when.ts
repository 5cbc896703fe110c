import type { UiLanguage } from '../../core/bridge.ts'
import { longDateTime, timestampOf } from '../../core/locale/ui/index.ts'
import type { CareWords } from '../../core/locale/ui/care.ts'

/** A moment in words: `22 November 2026, 14:03. */
export function momentOf(language: UiLanguage, utc: number): string {
  return longDateTime(language, timestampOf(new Date(utc)))
}

/** The time of day: `14:03`. */
export function timeOf(utc: number): string {
  return timestampOf(new Date(utc)).slice(11, 16)
}

/** The day of a moment as a heading: today, yesterday, or its date. */
export function dayOf(language: UiLanguage, words: CareWords, utc: number, now: number): string {
  const date = (at: number) => timestampOf(new Date(at)).slice(0, 10)
  if (date(utc) === date(now)) return words.today
  if (date(utc) === date(now - 24 * 3_600_000)) return words.yesterday
  return momentOf(language, utc).replace(/, \d\d:\d\d$/, '')
}
