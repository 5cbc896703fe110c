import { type Status, STATUSES } from '../article.ts'
import { dayOf } from './signals.ts'

/** How much newer articles are wished for: see {@link freshFactor}. */
export const FRESHNESS = ['none', 'gentle', 'strong'] as const
export type Freshness = (typeof FRESHNESS)[number]

/** What a site says of which articles are related. */
export interface RelatedRules {
  /** Pages show articles of their own language alone; otherwise also what the writer pinned in another. */
  readonly sameLanguage: boolean
  /** Articles of these are suggested; pinned ones are listed whatever they are. Never empty. */
  readonly statuses: readonly Status[]
  readonly freshness: Freshness
}

export const USUAL_RULES: RelatedRules = { sameLanguage: true, statuses: STATUSES, freshness: 'none' }

/** The most related articles that a page shows. */
export const MOST_RELATED = 12

/** What an article of today counts more than one that is very old. */
const WORTH: Readonly<Record<Freshness, number>> = { none: 0, gentle: 0.25, strong: 1 }
/** Days in which that halves. */
const HALF = 365

/** A wish for newer articles, against the date of the export. */
export interface Fresh {
  /** Days from 1970. */
  readonly today: number
  /** What an article of today counts more, from 0 up. */
  readonly worth: number
}

/** The wish as the ranking takes it; `date` is the export's, an ISO date or date-time. */
export function freshBy(wish: Freshness, date: string): Fresh | null {
  const today = dayOf(date)
  return wish === 'none' || today === null ? null : { today, worth: WORTH[wish] }
}

/**
 * What evidence is multiplied by: 1 + worth · 2^(−age / 365 days). An article dated ahead counts as one of today,
 * one without a date as an old one. Age is in whole days, so it is the same at any hour.
 */
export function freshFactor(day: number | null, fresh: Fresh | null): number {
  if (fresh === null || day === null) return 1
  return 1 + fresh.worth * 2 ** (-Math.max(0, fresh.today - day) / HALF)
}
