import type { TakenBack } from './acts-steps.ts'
import { type Bin, bin, type Bound, unbin } from './category-trash.ts'
import { childrenOf, indexAfter, isLive, isWithin, parentOf, put } from './category-tree.ts'
import type { Connection } from './connection.ts'

/** A place in the tree: a parent and all of its children, the category itself among them. */
interface Place {
  readonly parent: number | null
  readonly siblings: readonly number[]
}

/** A category was moved, put in the trash, or taken out of it (or made). */
export type CategoryStep =
  | { readonly do: 'placed'; readonly id: number; readonly from: Place; readonly to: Place }
  /** `careful`: it came with an intake, and goes again only when nothing else is in it. */
  | { readonly do: 'binned'; readonly id: number; readonly careful: boolean }
  /** `was` is how it lay in the trash, null when it was made. */
  | { readonly do: 'unbinned'; readonly id: number; readonly was: Bound | null; readonly careful: boolean }

/** Moves a category; null when it is there already. Parent and place are checked. */
export function place(
  connection: Connection,
  id: number,
  parentId: number | null,
  index: number,
): CategoryStep | null {
  const from = placeOf(connection, id)
  put(connection, id, parentId, index)
  const to = placeOf(connection, id)
  if (JSON.stringify(from) === JSON.stringify(to)) return null
  connection.changed(['categories', 'related'])
  return { do: 'placed', id, from, to }
}

/** Puts a category in the trash; see {@link bin}. */
export function binStep(connection: Connection, id: number, moveTo: number | null, as?: Bin): CategoryStep {
  bin(connection, id, moveTo, as)
  return { do: 'binned', id, careful: false }
}

/** Takes a category out of the trash, with the step that takes that back and what did not come back to it. */
export function unbinStep(
  connection: Connection,
  id: number,
  careful = false,
): { readonly step: CategoryStep; readonly kept: readonly string[] } {
  const { was, kept } = unbin(connection, id)
  return { step: { do: 'unbinned', id, was, careful }, kept }
}

export function takeBackCategory(connection: Connection, step: CategoryStep): TakenBack {
  const { id } = step
  const stays: TakenBack = { steps: [], kept: [`category ${id}`] }
  if (step.do === 'binned') {
    const isTrashed = connection.get('SELECT 1 FROM category WHERE id = ? AND trashed_at IS NOT NULL', id)
    if (isTrashed === undefined) return stays
    const { step: back, kept } = unbinStep(connection, id, step.careful)
    return { steps: [back], kept }
  }
  if (!isLive(connection, id)) return stays
  if (step.do === 'unbinned') {
    if (step.careful && !isEmpty(connection, id)) return stays
    binAgain(connection, id, step.was)
    return { steps: [{ do: 'binned', id, careful: step.careful }], kept: [] }
  }
  const { from, to } = step
  if (!isAt(connection, id, to)) return stays
  const isThere = from.parent === null || isLive(connection, from.parent)
  if (!isThere || isWithin(connection, from.parent, id)) return stays
  const siblings = childrenOf(connection, from.parent).filter((sibling) => sibling !== id)
  const index = indexAfter(siblings, from.siblings.slice(0, from.siblings.indexOf(id)))
  const back = place(connection, id, from.parent, index)
  return { steps: back ? [back] : [], kept: [] }
}

function placeOf(connection: Connection, id: number): Place {
  const parent = parentOf(connection, id)
  return { parent, siblings: childrenOf(connection, parent) }
}

/** Whether a category is still where it was put: brothers and sisters may have come and gone, or have changed places. */
function isAt(connection: Connection, id: number, { parent, siblings }: Place): boolean {
  const now = placeOf(connection, id)
  if (now.parent !== parent) return false
  const ahead = (all: readonly number[], others: readonly number[]) =>
    new Set(all.slice(0, all.indexOf(id)).filter((one) => others.includes(one)))
  const [then, today] = [ahead(siblings, now.siblings), ahead(now.siblings, siblings)]
  return then.size === today.size && [...then].every((one) => today.has(one))
}

function isEmpty(connection: Connection, id: number): boolean {
  const article = connection.get(
    'SELECT 1 FROM article WHERE category_id = ? AND trashed_at IS NULL LIMIT 1',
    id,
  )
  return article === undefined && childrenOf(connection, id).length === 0
}

/** As it lay in the trash before, unless it was moved since it was put back: then it comes from where it is now. */
function binAgain(connection: Connection, id: number, was: Bound | null): void {
  const isMoved = was !== null && parentOf(connection, id) !== was.restoredTo
  bin(connection, id, was?.had.movedTo ?? null, was ?? undefined, isMoved)
}
