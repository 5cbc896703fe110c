/** What each kind of evidence weighs. */
export interface Signals {
  readonly terms: number
  readonly tags: number
  readonly category: number
  readonly links: number
  /** That the words of the other's title stand in an article: it speaks of what the other is about. */
  readonly title: number
  /** How much more two articles of one day count than two that lie years apart. */
  readonly nearness: number
  /** Evidence below this is chance and no suggestion. */
  readonly least: number
  /** Evidence from here up is a suggestion, also where the whole library is about one thing. */
  readonly enough: number
}

/**
 * The same for every library: chosen on a plateau on which fourteen libraries do well that differ in subject and
 * language, and none does best. Less than `least` by itself is what three quarters of a title add.
 */
export const SIGNALS: Signals = {
  terms: 1,
  tags: 0.1,
  category: 0.05,
  links: 0.1,
  title: 0.06,
  nearness: 0.5,
  least: 0.03,
  enough: 0.15,
}

/**
 * What an article must share with another to be suggested beside it: more than it shares with most of the
 * library. In a small one any two texts share some words that happen to be rare there. A mean of roots
 * says what is usual: a few strong likenesses hardly raise it.
 */
export function usualEvidence(evidence: Float64Array, others: number, enough: number): number {
  let sum = 0
  for (let slot = 0; slot < evidence.length; slot++) sum += Math.sqrt(evidence[slot]!)
  const root = sum / Math.max(1, others)
  return Math.min(enough, root * root)
}

/** Days over which nearness in time halves. */
const HALF = 180
/** Evidence that gives half a score. */
const HALF_SCORE = 0.25

/** The day of an ISO date or date-time, counted from 1970; null when there is none. */
export function dayOf(date: string | null): number | null {
  // Of a date-time only its date, and of no other writing: without a zone it would be read differently on every machine.
  const day = /^\d{4}-\d{2}-\d{2}(?!\d)/.exec(date ?? '')?.[0]
  const time = day === undefined ? NaN : Date.parse(day)
  return Number.isNaN(time) ? null : time / 86_400_000
}

/** 1 + worth for two articles of one day, towards 1 the longer the time between; 1 without dates. */
export function nearness(a: number | null, b: number | null, worth: number): number {
  return a === null || b === null ? 1 : 1 + worth / (1 + Math.abs(a - b) / HALF)
}

/** The most that evidence counts for of what it is, where newer articles count more by this. */
export function mostMore(signals: Signals, worth: number): number {
  return (1 + signals.nearness) * (1 + worth)
}

/** Evidence as a score from 0 to 1, at four decimals: beyond them machines need not agree. */
export function toScore(evidence: number): number {
  return Math.round((10_000 * evidence) / (evidence + HALF_SCORE)) / 10_000
}

/** Evidence below this gives less than `score`, also where it counts `more` than once: 1 + more times. */
export function leastFor(score: number, more: number): number {
  // Half a step below, since a score is rounded, and a little more, since this is too.
  const lower = score - 0.000_051
  return (lower * HALF_SCORE) / (1 - lower) / (1 + more)
}

/** The most that evidence counts for where it gives no more than `score`. */
export function mostFor(score: number): number {
  const higher = score + 0.000_051
  return (higher * HALF_SCORE) / (1 - higher)
}

/**
 * By how much two things that count for so much may both change, so that the score of the greater is still the higher one
 * when it is rounded; 0 where it is not certain. A score grows the less, the more there is: by no more than it does at `less`.
 */
export function slackBetween(more: number, less: number): number {
  const gap = more / (more + HALF_SCORE) - less / (less + HALF_SCORE) - 0.000_101
  return gap > 0 ? (gap * (less + HALF_SCORE) ** 2) / (2 * HALF_SCORE) : 0
}
