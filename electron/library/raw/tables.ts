import { type Pages } from './pages.ts'
import {
  cellPlaces,
  INNER_INDEX,
  INNER_TABLE,
  LEAF_INDEX,
  LEAF_TABLE,
  type RawRow,
  rowAt,
  treeStart,
  type Value,
} from './records.ts'

/** A table as its rows lie on disk. */
export interface Shape {
  readonly name: string
  /** In stored order. */
  readonly columns: readonly { readonly name: string; readonly type: string; readonly canBeNull: boolean }[]
  /** Columns that it had at first: rows of then have no more. */
  readonly least: number
  /** Whether its rows lie in an index's tree, without numbers. */
  readonly isIndex: boolean
}

/**
 * How a row was found: `tree` as SQLite finds it; `loose` on a page that no tree leads to any more; `log` in a
 * part of the log that SQLite passes over.
 */
export type Found = 'tree' | 'loose' | 'log'

export interface FoundRow extends RawRow {
  readonly table: Shape
  readonly found: Found
}

export interface Walk {
  /** Pages that a tree leads to, or that hold rows, but that cannot be read. */
  unreadable: number
  /** Cells in which no row could be made out. */
  lostCells: number
}

/** The table whose tree leads to a page; null for an index and for what is made anew. */
type Owners = Map<number, Shape | null>

/** Every row of the given tables that is still on disk, those of their trees first. Never throws, always ends. */
export function* readRows(pages: Pages, shapes: readonly Shape[], walk: Walk): Generator<FoundRow> {
  const seen = new Set<number>()
  const owners: Owners = new Map()
  const roots = rootsIn(pages)
  const whole = new Set<Shape>()
  for (const table of shapes) {
    const root = roots.get(table.name)
    if (root === undefined) continue
    const { unreadable } = walk
    const own = new Set<number>()
    for (const row of treeRows(pages, root, seen, walk, own)) {
      if (fits(row, table)) yield { ...row, table, found: 'tree' }
      else walk.lostCells++
    }
    for (const number of own) owners.set(number, table)
    if (walk.unreadable === unreadable) whole.add(table)
  }
  for (const number of otherPages(pages, roots, shapes, seen)) owners.set(number, null)
  const free = freePages(pages)
  // Its rows are little more than two numbers, as are those of many an index: a lost one is not looked for in vain.
  const lost = shapes.filter((table) => !table.isIndex || !whole.has(table))
  for (let number = 1; number <= pages.count; number++) {
    if (owners.has(number) || free.has(number)) continue
    const page = pages.page(number)
    if (!page) walk.unreadable++
    else yield* looseRows(pages, page, number, lost, 'loose')
  }
  yield* loggedRows(pages, shapes, owners)
}

/** Rows of the saves that SQLite passes over, one save after the other, so that the last of each row comes last. */
function* loggedRows(pages: Pages, shapes: readonly Shape[], owners: Owners): Generator<FoundRow> {
  const newest = new Map<number, number>()
  const image = (number: number) => {
    const at = newest.get(number)
    return at === undefined ? pages.page(number) : pages.beyond(at)
  }
  const then: Pages = { ...pages, count: Infinity, page: image }
  let save = new Set<number>()
  for (const { page: number, at, ends } of pages.log?.beyond ?? []) {
    newest.set(number, at)
    save.add(number)
    if (!ends) continue
    for (const one of save) {
      const owner = owners.get(one)
      const page = owner === null ? null : image(one)
      if (page) yield* looseRows(then, page, one, owner ? [owner] : shapes, 'log')
    }
    save = new Set()
  }
}

/**
 * The pages of all other trees: of indexes, and of tables whose content is made anew. Those of a table count only when
 * its tree is whole: a damaged one may lead to pages that hold articles.
 */
function otherPages(
  pages: Pages,
  roots: ReadonlyMap<string, number>,
  shapes: readonly Shape[],
  seen: Set<number>,
): readonly number[] {
  const known = new Set(shapes.map(({ name }) => name))
  return [...roots].flatMap(([name, root]) => {
    if (known.has(name)) return []
    const walk: Walk = { unreadable: 0, lostCells: 0 }
    const own = new Set<number>()
    // What it holds is of no use, but each cell is looked at on the way.
    for (const _row of treeRows(pages, root, new Set(seen), walk, own));
    const kept = [...own].filter((number) => walk.unreadable === 0 || isIndexPage(pages, number))
    for (const number of kept) seen.add(number)
    return kept
  })
}

function isIndexPage(pages: Pages, number: number): boolean {
  const kind = pages.page(number)?.[treeStart(number)]
  return kind === LEAF_INDEX || kind === INNER_INDEX
}

/** The first pages of the trees by name, as far as the schema can be read: of tables and of indexes. */
function rootsIn(pages: Pages): Map<string, number> {
  const roots = new Map<string, number>()
  for (const { values } of treeRows(pages, 1, new Set(), { unreadable: 0, lostCells: 0 })) {
    const [type, name, , root] = values
    const isTree = type === 'table' || type === 'index'
    // That of a view or of a virtual table is 0.
    if (isTree && typeof name === 'string' && typeof root === 'number' && root > 0) roots.set(name, root)
  }
  return roots
}

/** The rows of a tree; notes its pages among those that were seen, and in `own`. */
function* treeRows(
  pages: Pages,
  root: number,
  seen: Set<number>,
  walk: Walk,
  own = new Set<number>(),
): Generator<RawRow> {
  const open = [root]
  for (let number = open.pop(); number !== undefined; number = open.pop()) {
    if (number < 1 || number > pages.count || seen.has(number)) {
      walk.unreadable++
      continue
    }
    const page = pages.page(number)
    const start = treeStart(number)
    const kind = page?.[start]
    if (!page || kind === undefined || !isTree(kind)) {
      // Not marked as seen: what is left on it is looked for as on any page that no tree leads to.
      walk.unreadable++
      continue
    }
    seen.add(number)
    own.add(number)
    const isInner = kind === INNER_TABLE || kind === INNER_INDEX
    if (isInner) open.push(page.readUInt32BE(start + 8))
    for (const place of cellPlaces(page, start, isInner)) {
      if (isInner) open.push(page.readUInt32BE(place))
      if (kind === INNER_TABLE) continue
      const row = rowAt(pages, page, place, kind === LEAF_TABLE ? 'table' : isInner ? 'inner' : 'leaf')
      if (row) yield row
      else walk.lostCells++
    }
  }
}

function isTree(kind: number): boolean {
  return kind === LEAF_TABLE || kind === INNER_TABLE || kind === LEAF_INDEX || kind === INNER_INDEX
}

/** Rows of a page on its own, each given to the table that it fits. */
function* looseRows(
  pages: Pages,
  page: Buffer,
  number: number,
  shapes: readonly Shape[],
  found: Found,
): Generator<FoundRow> {
  const start = treeStart(number)
  const kind = page[start]
  // A leaf whose first byte is damaged is read as one: what fits no table is passed over.
  const isIndex = kind === LEAF_INDEX || kind === INNER_INDEX
  if (kind === INNER_TABLE) return
  const isInner = kind === INNER_INDEX
  for (const place of cellPlaces(page, start, isInner)) {
    const row = rowAt(pages, page, place, isIndex ? (isInner ? 'inner' : 'leaf') : 'table')
    const table = row && shapes.find((shape) => shape.isIndex === isIndex && fits(row, shape))
    if (row && table) yield { ...row, table, found }
  }
}

/** Whether a row can be one of a table. Columns that were added later are missing in older rows. */
function fits({ values, cut }: RawRow, { columns, least }: Shape): boolean {
  if (values.length > columns.length || values.length < least) return false
  return values.every((value, index) => {
    const column = columns[index]
    return column !== undefined && (cut.includes(index) || isOf(value, column.type, column.canBeNull))
  })
}

function isOf(value: Value, type: string, canBeNull: boolean): boolean {
  if (value === null) return canBeNull
  if (type === 'ANY' || type === '') return true
  if (type === 'TEXT') return typeof value === 'string'
  if (type === 'BLOB') return typeof value === 'object'
  return typeof value === 'number' || typeof value === 'bigint'
}

/** Pages that are free: what lies on them was deleted. */
function freePages(pages: Pages): Set<number> {
  const free = new Set<number>()
  let trunk = pages.page(1)?.readUInt32BE(32) ?? 0
  while (trunk > 1 && trunk <= pages.count && !free.has(trunk)) {
    const page = pages.page(trunk)
    if (!page) break
    const count = page.readUInt32BE(4)
    if (count > pages.usable / 4 - 2) break
    free.add(trunk)
    for (let index = 0; index < count; index++) free.add(page.readUInt32BE(8 + 4 * index))
    trunk = page.readUInt32BE(0)
  }
  return free
}
