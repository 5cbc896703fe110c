import type { ActKind, ActRef } from '../../core/acts.ts'
import { Failure } from '../../core/errors.ts'
import { MOST_RELATED, type RelatedRules } from '../../core/related/index.ts'
import { asAct } from './acts-do.ts'
import { type RelatedStep, same } from './acts-related.ts'
import type { Connection } from './connection.ts'
import { type Hand, readHand, readRules, writeHand, writeRules } from './related-hand.ts'

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

function requireArticle(connection: Connection, id: number): { title: string } {
  const row = connection.get<{ title: string }>('SELECT title FROM article WHERE id = ?', id)
  if (!row) throw new Failure('notFound', { what: 'article', which: String(id) })
  return row
}
