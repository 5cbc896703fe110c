/** What depends on the moment at which it is shown. */
import { isScheduled, type Article } from '../core/article.ts'
import type { UiLanguage } from '../core/bridge.ts'
import { shortDate, timestampOf } from '../core/locale/ui/index.ts'

/** Whether a published article still waits for its date. */
export function isScheduledNow(article: Pick<Article, 'status' | 'publishedAt' | 'trashedAt'>): boolean {
  return isScheduled(article, Date.now())
}

/** A date for a list: without its year when that is this year. */
export function listDate(language: UiLanguage, timestamp: string): string {
  return shortDate(language, timestamp, new Date())
}

/** Today on the clock on the wall, `2025-12-10`. */
export function today(): string {
  return timestampOf(new Date()).slice(0, 10)
}
