import type { RelatedRules } from '../../core/related/index.ts'
import type { TakenBack } from './acts-steps.ts'
import type { Connection } from './connection.ts'
import { type Hand, readHand, readRules, writeHand, writeRules } from './related-hand.ts'

/** What a writer said of the articles related to one, or of the rules, before and after. */
export type RelatedStep =
  | {
      readonly do: 'related'
      readonly articleId: number
      readonly before: Partial<Hand>
      readonly after: Partial<Hand>
    }
  | {
      readonly do: 'related'
      readonly articleId: null
      readonly before: RelatedRules
      readonly after: RelatedRules
    }

/** Takes back each part that still is as the act left it; articles that are gone stay gone. */
export function takeBackRelated(connection: Connection, step: RelatedStep): TakenBack {
  if (step.articleId === null) {
    if (!same(readRules(connection), step.after)) return { steps: [], kept: ['related rules'] }
    writeRules(connection, step.before)
    return { steps: [{ ...step, before: step.after, after: step.before }], kept: [] }
  }
  const { articleId } = step
  const kept = [`related to ${articleId}`]
  if (!isThere(connection, articleId)) return { steps: [], kept }
  const now = readHand(connection, articleId)
  const parts = (Object.keys(step.before) as (keyof Hand)[]).filter((part) =>
    same(now[part], thereIn(connection, step.after[part])),
  )
  if (parts.length === 0) return { steps: [], kept }
  const to = Object.fromEntries(parts.map((part) => [part, thereIn(connection, step.before[part])]))
  const from = Object.fromEntries(parts.map((part) => [part, now[part]]))
  writeHand(connection, articleId, to)
  const back: RelatedStep = { do: 'related', articleId, before: from, after: to }
  return { steps: [back], kept: parts.length === Object.keys(step.before).length ? [] : kept }
}

/** Whether two values are the same, of what a step keeps. */
export function same(a: unknown, b: unknown): boolean {
  return JSON.stringify(a) === JSON.stringify(b)
}

/** Of ids those whose articles are still there; what else was said stays. */
function thereIn(connection: Connection, value: Hand[keyof Hand] | undefined): Hand[keyof Hand] {
  if (!isList(value)) return value ?? null
  return value.filter((one) => typeof one !== 'number' || isThere(connection, one)) as
    Hand['pins'] | Hand['left']
}

function isList(value: unknown): value is readonly (number | string)[] {
  return Array.isArray(value)
}

function isThere(connection: Connection, id: number): boolean {
  return connection.get('SELECT 1 FROM article WHERE id = ?', id) !== undefined
}
