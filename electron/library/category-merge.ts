import { Failure } from '../../core/errors.ts'
import { binStep, place } from './acts-categories.ts'
import { changesBetween, readFields, writeFields } from './acts-fields.ts'
import type { Step } from './acts-steps.ts'
import { missingArticle } from './article-read.ts'
import { childrenOf, isWithin } from './category-tree.ts'
import type { Connection } from './connection.ts'
import { retireSlug } from './slugs.ts'

interface Named {
  readonly id: number
  readonly slug: string
}

/**
 * Has one category be another: its subcategories come last below that one, its articles go to it, its addresses lead
 * to it, and what is left of it goes to the trash. Gives the steps that were done.
 * @throws Failure `value.refused` (`cycle`) when the other is the category itself or below it
 */
export function mergeCategory(connection: Connection, gone: Named, stays: Named): readonly Step[] {
  if (isWithin(connection, stays.id, gone.id)) {
    throw new Failure('value.refused', { field: 'into', value: String(stays.id), problem: 'cycle' })
  }
  const moved = childrenOf(connection, gone.id).map((child) =>
    place(connection, child, stays.id, childrenOf(connection, stays.id).length),
  )
  connection.run(
    "UPDATE old_slug SET owner_id = ? WHERE kind = 'category' AND owner_id = ?",
    stays.id,
    gone.id,
  )
  const binned = binStep(connection, gone.id, stays.id)
  retireSlug(connection, 'category', stays.id, gone.slug, stays.slug)
  return [...moved.filter((step) => step !== null), binned]
}

/** Puts articles in a category that was just made. @throws Failure `notFound` */
export function splitOff(connection: Connection, category: Named, ids: readonly number[]): readonly Step[] {
  const before = readFields(connection, ids)
  for (const id of ids) if (!before.has(id)) throw missingArticle(id)
  const after = new Map([...before].map(([id]) => [id, { category: category.id }]))
  const step = writeFields(connection, changesBetween(before, after))
  return [{ do: 'unbinned', id: category.id, was: null, careful: true }, ...(step ? [step] : [])]
}
