import type { Ranked } from './order.ts'
import { slackBetween } from './signals.ts'

/**
 * What a list hangs on besides the articles in it. How rare a word is changes a little with nearly every edit, and with it
 * what many pairs of articles count for: this tells how much of that leaves a list what it is.
 */
export interface Hold {
  /** Ids of those that come next after the list, best first. */
  readonly reserve: readonly number[]
  /** No other counts for more. */
  readonly next: number
  /** What each counts for may change by so much, either way, and the list is in the same order. */
  readonly slack: number
}

/** An article as it came into a list. */
export interface Counted extends Ranked {
  /** What its evidence counts for, before it is made a score. */
  readonly counted: number
  /** By how much its evidence is more than what makes it certain. */
  readonly room: number
}

/** What the first `limit` of `ranked` hang on, when no other counts for more than `next`. */
export function holdOf(ranked: readonly Counted[], limit: number, next: number): Hold {
  let slack = 1
  for (const [at, { counted, room }] of ranked.slice(0, limit).entries()) {
    const after = ranked[at + 1]
    slack = Math.min(slack, room, after ? slackBetween(counted, after.counted) : slack)
    if (at === limit - 1) slack = Math.min(slack, slackBetween(counted, next))
  }
  return { reserve: ranked.slice(limit).map(({ id }) => id), next, slack }
}
