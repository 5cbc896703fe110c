/** Revisions by their day. */
import type { RevisionHead } from '../../core/revisions.ts'
import type { Timestamp } from '../../core/article.ts'
import type { UiLanguage } from '../../core/bridge.ts'
import { shortDate, timestampOf } from '../../core/locale/ui/index.ts'

export interface Day {
  /** `2026-11-22`, as the clock of who saved it had it. */
  readonly date: string
  readonly revisions: readonly RevisionHead[]
}

/** Neighbours of one day together, in the order in which they came. */
export function daysOf(revisions: readonly RevisionHead[]): Day[] {
  const days: { date: string; revisions: RevisionHead[] }[] = []
  for (const revision of revisions) {
    const date = revision.at.slice(0, 10)
    const last = days.at(-1)
    if (last?.date === date) last.revisions.push(revision)
    else days.push({ date, revisions: [revision] })
  }
  return days
}

/** `Today`, `Yesterday`, `12 Nov`. */
export function dayName(
  words: { readonly today: string; readonly yesterday: string },
  language: UiLanguage,
  date: string,
  now = new Date(),
): string {
  if (date === timestampOf(now).slice(0, 10)) return words.today
  const before = new Date(now.getFullYear(), now.getMonth(), now.getDate() - 1, 12)
  if (date === timestampOf(before).slice(0, 10)) return words.yesterday
  return shortDate(language, `${date}T12:00:00Z`, now)
}

/** `14:02`, as the clock of who saved it had it. */
export function timeOf(timestamp: Timestamp): string {
  return timestamp.slice(11, 16)
}
