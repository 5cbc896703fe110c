/** Which of many saved moments are kept: the older, the fewer. */

/** Up to `age`, one moment of every `step` is kept; both in milliseconds. `step` 0 keeps all of them. */
export interface ThinningStep {
  readonly age: number
  readonly step: number
}

export const HOUR = 3_600_000
export const DAY = 24 * HOUR
export const WEEK = 7 * DAY

/**
 * The moments to let go: of all that fall in one step (counted from 1970, in UTC), the last is kept, and what is
 * older than every step is let go. Thinning often and thinning once come to the same, as long as each step is a
 * multiple of the one before it. Moments ahead of `now`, as after a clock was set back, are kept.
 */
export function tooMany<T extends { readonly utc: number }>(
  moments: readonly T[],
  now: number,
  steps: readonly ThinningStep[],
): T[] {
  const newestFirst = [...moments].sort((a, b) => b.utc - a.utc)
  const taken = new Set<string>()
  return newestFirst.filter(({ utc }) => {
    const step = steps.find(({ age }) => now - utc < age)
    if (!step) return true
    if (step.step === 0) return false
    const place = `${step.step} ${Math.floor(utc / step.step)}`
    if (taken.has(place)) return true
    taken.add(place)
    return false
  })
}
