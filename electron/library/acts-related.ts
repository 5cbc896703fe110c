import type { ActKind, ActRef } from '../../core/acts.ts'
import { Failure } from '../../core/errors.ts'
import { MOST_RELATED, type RelatedRules } from '../../core/related/rules.ts'
import { asAct } from './acts-do.ts'
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

/** Acts on what is related to one article. */
export type HandKind = Exclude<Extract<ActKind, `related.${string}`>, 'related.rules'>

/**
 * Says something of the articles related to one, as one act. What is pinned is no longer hidden, and what is hidden is
 * no longer pinned. @throws Failure `notFound`, `value.refused`
 */
export function sayOfRelated(
  connection: Connection,
  kind: HandKind,
  articleId: number,
  said: Partial<Hand>,
): ActRef {
  return asAct(connection, () => {
    const { title } = requireArticle(connection, articleId)
    const { count = null } = said
    if (count !== null && !(Number.isInteger(count) && count >= 0 && count <= MOST_RELATED)) {
      throw new Failure('value.refused', { field: 'count', value: String(count), problem: 'malformed' })
    }
    const before = readHand(connection, articleId)
    const after = changedParts(before, settled(connection, articleId, before, said))
    const parts = Object.keys(after) as (keyof Hand)[]
    if (parts.length === 0) return { steps: [], told: { kind, count: 1 } }
    writeHand(connection, articleId, after)
    const was = Object.fromEntries(parts.map((part) => [part, before[part]]))
    return {
      steps: [{ do: 'related', articleId, before: was, after }],
      told: { kind, count: 1, name: title },
    }
  })
}

/** Changes the rules of the site, as one act. */
export function setRules(connection: Connection, after: RelatedRules): ActRef {
  return asAct(connection, () => {
    const before = readRules(connection)
    writeRules(connection, after)
    const step: RelatedStep = { do: 'related', articleId: null, before, after: readRules(connection) }
    return { steps: same(before, step.after) ? [] : [step], told: { kind: 'related.rules', count: 1 } }
  })
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

/** What was said with what follows from it, each other article once. */
function settled(
  connection: Connection,
  articleId: number,
  before: Hand,
  said: Partial<Hand>,
): Partial<Hand> {
  const others = (ids: readonly number[]) => {
    const distinct = [...new Set(ids)].filter((id) => id !== articleId)
    for (const id of distinct) requireArticle(connection, id)
    return distinct
  }
  const inOrder = (ids: readonly number[]) => others(ids).sort((a, b) => a - b)
  const pins = said.pins && others(said.pins)
  const hidden = said.hidden && inOrder(said.hidden)
  return {
    ...said,
    ...(hidden && { hidden, pins: before.pins.filter((id) => !hidden.includes(id)) }),
    ...(pins && { pins, hidden: (hidden ?? before.hidden).filter((id) => !pins.includes(id)) }),
    ...(said.never && { never: inOrder(said.never) }),
  }
}

function changedParts(before: Hand, after: Partial<Hand>): Partial<Hand> {
  return Object.fromEntries(
    Object.entries(after).filter(([part, value]) => !same(value, before[part as keyof Hand])),
  )
}

function same(a: unknown, b: unknown): boolean {
  return JSON.stringify(a) === JSON.stringify(b)
}

/** Of ids those whose articles are still there; what else was said stays. */
function thereIn(connection: Connection, value: Hand[keyof Hand] | undefined): Hand[keyof Hand] {
  return Array.isArray(value) ? value.filter((id) => isThere(connection, id)) : (value ?? null)
}

function isThere(connection: Connection, id: number): boolean {
  return connection.get('SELECT 1 FROM article WHERE id = ?', id) !== undefined
}

function requireArticle(connection: Connection, id: number): { title: string } {
  const row = connection.get<{ title: string }>('SELECT title FROM article WHERE id = ?', id)
  if (!row) throw new Failure('notFound', { what: 'article', which: String(id) })
  return row
}
