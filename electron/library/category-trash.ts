import { writeFields } from './acts-fields.ts'
import { childrenOf, indexAfter, isLive, number, put } from './category-tree.ts'
import type { Connection } from './connection.ts'
import { parseObject } from './json.ts'
import { claimSlug } from './slugs.ts'
import { timestamp } from './time.ts'

/** What a category in the trash takes back when it is put back; in the column `had`. */
export interface Had {
  /** The category that its articles went to, or null. */
  readonly movedTo: number | null
  readonly articles: readonly number[]
  /** In their order. */
  readonly children: readonly number[]
  /** Siblings that came before it, in their order. */
  readonly before: readonly number[]
}

/** How a category lies in the trash. */
export interface Bin {
  readonly parentId: number | null
  readonly position: number
  readonly trashedAt: string
  readonly had: Had
  /** Those below its parent while it lay there, in their order: what it left there among them. Not kept at first. */
  readonly order?: readonly number[]
}

/** The same, with the parent below which it was put back. */
export interface Bound extends Bin {
  readonly restoredTo: number | null
}

/**
 * Puts a category in the trash. Its articles, those in the trash too, go to `moveTo`; its subcategories take its
 * place. It keeps its name, slug and the rest. `as` is how it lay there before, to lie there so again; in the place that
 * it has now when it `isMoved`.
 */
export function bin(
  connection: Connection,
  id: number,
  moveTo: number | null,
  as?: Bin,
  isMoved = false,
): void {
  const row = connection.get<{ parent: number | null; position: number }>(
    'SELECT parent_id AS parent, position FROM category WHERE id = ?',
    id,
  )
  if (!row) return
  const target = moveTo !== null && isLive(connection, moveTo) ? moveTo : null
  const articles = connection
    .all<{ id: number }>('SELECT id FROM article WHERE category_id = ? ORDER BY id', id)
    .map((article) => article.id)
  const siblings = childrenOf(connection, row.parent)
  const children = childrenOf(connection, id)
  const before = siblings.slice(0, siblings.indexOf(id))
  if (articles.length > 0) {
    writeFields(connection, [{ field: 'category', before: id, after: target, ids: articles }])
  }
  siblings.splice(before.length, 1, ...children)
  if (!isMoved) putBack(siblings, children, as?.order ?? [])
  for (const child of children)
    connection.run('UPDATE category SET parent_id = ? WHERE id = ?', row.parent, child)
  const had: Had = {
    // What it left elsewhere before is still sought there, though that be in the trash meanwhile.
    movedTo: as && articles.length === 0 ? as.had.movedTo : target,
    articles: union(as?.had.articles ?? [], articles),
    children: union(as?.had.children ?? [], children),
    before: as && !isMoved ? as.had.before : before,
  }
  connection.run(
    'UPDATE category SET parent_id = ?, position = ?, trashed_at = ?, had = ? WHERE id = ?',
    // A parent that was deleted meanwhile is none.
    as && !isMoved ? stillThere(connection, as.parentId) : row.parent,
    as && !isMoved ? as.position : row.position,
    as?.trashedAt ?? timestamp(connection.now()),
    JSON.stringify(had),
    id,
  )
  number(connection, siblings)
  connection.changed(['categories', 'articles', 'related'])
}

/**
 * Takes a category out of the trash: below the parent that it had (at the end of the top level when that is gone or in
 * the trash), behind the siblings that it came after, with the articles and subcategories that are still where it
 * left them. `kept` are those that are elsewhere by now.
 */
export function unbin(
  connection: Connection,
  id: number,
): { readonly was: Bound; readonly kept: readonly string[] } {
  const row = connection.get<{
    parentId: number | null
    position: number
    trashedAt: string
    had: string
    slug: string
  }>(
    'SELECT parent_id AS parentId, position, trashed_at AS trashedAt, had, slug FROM category WHERE id = ?',
    id,
  )
  if (!row) throw new Error(`category ${id} is not there`)
  const order = childrenOf(connection, row.parentId)
  // While it was away its address may have led to what it was merged with.
  claimSlug(connection, 'category', row.slug)
  const had = parseHad(row.had)
  const hasParent = row.parentId === null || isLive(connection, row.parentId)
  const parentId = hasParent ? row.parentId : null
  connection.run(
    'UPDATE category SET trashed_at = NULL, had = NULL, parent_id = ? WHERE id = ?',
    parentId,
    id,
  )
  const came = goingBack(connection, row.parentId, had)
  for (const child of came.children) {
    connection.run('UPDATE category SET parent_id = ? WHERE id = ?', id, child)
  }
  number(connection, came.children)
  const siblings = childrenOf(connection, parentId).filter((sibling) => sibling !== id)
  put(connection, id, parentId, hasParent ? indexAfter(siblings, had.before) : siblings.length)
  if (came.articles.length > 0) {
    writeFields(connection, [{ field: 'category', before: had.movedTo, after: id, ids: came.articles }])
  }
  connection.changed(['categories', 'articles', 'related'])
  const { trashedAt, position } = row
  return {
    was: { parentId: row.parentId, position, trashedAt, had, order, restoredTo: parentId },
    kept: [
      ...came.articlesElsewhere.map((article) => `article ${article}`),
      ...came.childrenElsewhere.map((child) => `category ${child}`),
    ],
  }
}

/** Has what lies in the trash from below a category that goes for good come back at the end of the top level. */
export function orphan(connection: Connection, id: number): void {
  const top = childrenOf(connection, null)
  const below = connection.all<{ id: number; had: string | null }>(
    'SELECT id, had FROM category WHERE parent_id = ?',
    id,
  )
  for (const child of below) {
    const had: Had = { ...parseHad(child.had), before: top }
    connection.run(
      'UPDATE category SET parent_id = NULL, had = ? WHERE id = ?',
      JSON.stringify(had),
      child.id,
    )
  }
}

/** Articles and subcategories of a category in the trash that are still where it left them, and those that are not. */
export function goingBack(
  connection: Connection,
  parentId: number | null,
  { movedTo, articles, children }: Had,
): Readonly<Record<'articles' | 'children' | 'articlesElsewhere' | 'childrenElsewhere', readonly number[]>> {
  const found = connection.all<{ id: number; isBack: number }>(
    `SELECT id, category_id IS ? AS isBack FROM article WHERE id IN (SELECT value FROM json_each(?)) ORDER BY id`,
    movedTo,
    JSON.stringify(articles),
  )
  const below = new Set(childrenOf(connection, parentId))
  const elsewhere = children.filter((child) => !below.has(child) && isLive(connection, child))
  return {
    articles: found.filter(({ isBack }) => isBack === 1).map(({ id }) => id),
    articlesElsewhere: found.filter(({ isBack }) => isBack === 0).map(({ id }) => id),
    children: children.filter((child) => below.has(child)),
    childrenElsewhere: elsewhere,
  }
}

/** What a category had; nothing of what a damaged file says otherwise. */
export function parseHad(text: string | null): Had {
  const { movedTo, articles, children, before } = parseObject(text ?? '{}')
  const ids = (value: unknown) =>
    Array.isArray(value) ? value.filter((id): id is number => Number.isSafeInteger(id)) : []
  return {
    movedTo: Number.isSafeInteger(movedTo) ? Number(movedTo) : null,
    articles: ids(articles),
    children: ids(children),
    before: ids(before),
  }
}

/** Puts each of the children behind those that it came after in an order of before; one that was not in it stays. */
function putBack(siblings: number[], children: readonly number[], order: readonly number[]): void {
  const known = order.filter((id) => children.includes(id))
  for (const id of known) siblings.splice(siblings.indexOf(id), 1)
  for (const id of known) siblings.splice(indexAfter(siblings, order.slice(0, order.indexOf(id))), 0, id)
}

function union(a: readonly number[], b: readonly number[]): number[] {
  return [...new Set([...a, ...b])]
}

function stillThere(connection: Connection, id: number | null): number | null {
  return id !== null && connection.get('SELECT 1 FROM category WHERE id = ?', id) ? id : null
}
