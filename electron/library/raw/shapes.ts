import Database from 'better-sqlite3'
import { migrate } from '../migrate.ts'
import { MIGRATIONS } from '../migrations/index.ts'
import type { Shape } from './tables.ts'

interface ColumnInfo {
  name: string
  type: string
  notnull: number
  pk: number
}

/** The text of every article as the search index keeps it: where a body cannot be read, its words still are. */
export const FOUND_TEXT = 'search_content'

/** The tables of a version of the schema, as their rows lie on disk; found by making it in memory. */
export function shapesAt(version: number): Shape[] {
  const db = new Database(':memory:')
  const least = new Map<string, number>()
  try {
    let shapes: Shape[] = []
    for (let step = 1; step <= version; step++) {
      migrate(db, MIGRATIONS.slice(0, step))
      shapes = shapesIn(db, least)
      for (const { name, columns } of shapes) if (!least.has(name)) least.set(name, columns.length)
    }
    return shapes
  } finally {
    db.close()
  }
}

function shapesIn(db: Database.Database, least: ReadonlyMap<string, number>): Shape[] {
  const tables = db
    .prepare<[], { name: string; wr: number }>("SELECT name, wr FROM pragma_table_list WHERE schema = 'main'")
    .all()
  return (
    tables
      .filter(
        ({ name }) => !name.startsWith('sqlite_') && (!name.startsWith('search') || name === FOUND_TEXT),
      )
      .map(({ name, wr }) => shapeOf(db, name, wr === 1, least.get(name)))
      // The more columns, the less a row fits by chance.
      .sort((a, b) => b.columns.length - a.columns.length || (a.name < b.name ? -1 : 1))
  )
}

function shapeOf(db: Database.Database, name: string, isIndex: boolean, least: number | undefined): Shape {
  const columns = db.pragma(`table_info(${name})`) as ColumnInfo[]
  const keys = columns.filter(({ pk }) => pk > 0).sort((a, b) => a.pk - b.pk)
  // A row without a number is stored with its key first.
  const stored = isIndex ? [...keys, ...columns.filter(({ pk }) => pk === 0)] : columns
  const number = !isIndex && keys.length === 1 && keys[0]?.type === 'INTEGER' ? keys[0].name : null
  return {
    name,
    isIndex,
    least: least ?? columns.length,
    columns: stored.map(({ name: column, type, notnull, pk }) => ({
      name: column,
      // The index names no types, and would take any row for one of its own.
      type: type === '' ? 'TEXT' : type,
      canBeNull: column === number || (notnull === 0 && !(isIndex && pk > 0)),
    })),
  }
}
