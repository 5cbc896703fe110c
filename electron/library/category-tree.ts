import type { Connection } from './connection.ts'

/** The categories right below one, or at the top, in the writer's order; those in the trash are not among them. */
export function childrenOf(connection: Connection, parentId: number | null): number[] {
  return connection
    .all<{ id: number }>(
      'SELECT id FROM category WHERE parent_id IS ? AND trashed_at IS NULL ORDER BY position, id',
      parentId,
    )
    .map(({ id }) => id)
}

export function parentOf(connection: Connection, id: number): number | null {
  return (
    connection.get<{ parent: number | null }>('SELECT parent_id AS parent FROM category WHERE id = ?', id)
      ?.parent ?? null
  )
}

/** Whether a category is there, outside the trash. */
export function isLive(connection: Connection, id: number): boolean {
  return connection.get('SELECT 1 FROM category WHERE id = ? AND trashed_at IS NULL', id) !== undefined
}

/** Whether a category is another or lies below it. */
export function isWithin(connection: Connection, id: number | null, other: number): boolean {
  const seen = new Set<number>()
  for (let above = id; above !== null && !seen.has(above); above = parentOf(connection, above)) {
    if (above === other) return true
    seen.add(above)
  }
  return false
}

/** Gives siblings the positions 0, 1, 2, … in this order. */
export function number(connection: Connection, ids: readonly number[]): void {
  ids.forEach((id, position) => {
    connection.run('UPDATE category SET position = ? WHERE id = ? AND position <> ?', position, id, position)
  })
}

/** Puts a category at a place among new siblings; a place past the end is the end. Parent and place are checked. */
export function put(connection: Connection, id: number, parentId: number | null, index: number): void {
  const old = parentOf(connection, id)
  const siblings = childrenOf(connection, parentId).filter((sibling) => sibling !== id)
  siblings.splice(Math.max(0, index), 0, id)
  connection.run('UPDATE category SET parent_id = ? WHERE id = ?', parentId, id)
  if (parentId !== old) number(connection, childrenOf(connection, old))
  number(connection, siblings)
}

/** The place behind the last of some siblings that is still there; the first when none is. */
export function indexAfter(siblings: readonly number[], before: readonly number[]): number {
  const last = before.findLast((id) => siblings.includes(id))
  return last === undefined ? 0 : siblings.indexOf(last) + 1
}
