/** What the order of suggestions goes by. */
export interface Ranked {
  readonly id: number
  readonly score: number
  readonly date: string | null
}

/**
 * The stated order of suggestions: the higher score, then the newer date (an article without a date comes
 * last), then the lower id. It compares code units, never by locale, so it is the same on every machine.
 */
export function byRank(a: Ranked, b: Ranked): number {
  if (a.score !== b.score) return b.score - a.score
  const [dateA, dateB] = [a.date ?? '', b.date ?? '']
  if (dateA !== dateB) return dateA < dateB ? 1 : -1
  return a.id - b.id
}

/** Plain order of two strings by code units, the same in every locale. */
export function byCodeUnits(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0
}
