import type { Changed } from '../../core/bridge.ts'
import type { Change } from './connection.ts'

/** How often each part of a library was changed. */
export type ChangeCounts = Readonly<Partial<Record<Changed, number>>>

/** What was heard of commits that concern single articles; null once one was heard that concerns more. */
export type Told = { readonly articles: readonly number[]; readonly counts: ChangeCounts } | null

export const NOTHING_TOLD: Told = { articles: [], counts: {} }

/** From here on reading everything is no slower than reading what was told. */
const MOST_TOLD = 200

export function toldOf(told: Told, { articleId, parts }: Change): Told {
  if (!told || articleId === null || told.articles.length === MOST_TOLD) return null
  const counts = { ...told.counts }
  for (const part of parts) counts[part] = (counts[part] ?? 0) + 1
  return { articles: [...new Set([...told.articles, articleId])], counts }
}

/** Whether what was told is all that led from one count of changes to another. */
export function isAllTold(before: ChangeCounts, { counts }: NonNullable<Told>, now: ChangeCounts): boolean {
  const parts = new Set([...Object.keys(before), ...Object.keys(counts), ...Object.keys(now)] as Changed[])
  return [...parts].every((part) => (before[part] ?? 0) + (counts[part] ?? 0) === (now[part] ?? 0))
}
