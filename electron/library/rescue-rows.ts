import type { Database, Statement } from 'better-sqlite3'
import { STATUSES } from '../../core/article.ts'
import { FOUND_TEXT } from './raw/shapes.ts'
import type { FoundRow, Shape } from './raw/tables.ts'
import type { Value } from './raw/records.ts'
import { sqliteFailure } from './connection.ts'

/** How many rows of a table were rescued. */
export interface RescuedTable {
  rows: number
  /** Of these: found outside the table's tree, so that they may be older than what was there last. */
  loose: number
  /** Found, but of no use: they break a rule of the table, such as a second row of one number. */
  unusable: number
}

/** What is known of a body that did not come over whole. */
export type BodyState = 'cut' | 'revision' | 'words' | 'lost'

/** Puts found rows in a new library's tables, one by one, each as far as it can be used. */
export class RowWriter {
  readonly tables = new Map<string, RescuedTable>()
  /** Articles whose body was cut. */
  readonly cut = new Set<number>()
  readonly #db: Database
  readonly #file: string
  readonly #statements = new Map<string, Statement<Value[]>>()
  readonly #searchable: Statement<Value[]>

  constructor(db: Database, file: string) {
    this.#db = db
    this.#file = file
    // What the index holds is only needed until every body has been found.
    db.exec('CREATE TEMP TABLE words (id INTEGER PRIMARY KEY, title TEXT, summary TEXT, body TEXT)')
    this.#searchable = db.prepare('INSERT OR REPLACE INTO temp.words VALUES (?, ?, ?, ?)')
  }

  /** Never throws for what is wrong with the row; only when the new library cannot be written. */
  write(row: FoundRow): void {
    const values = columnValues(row)
    if (row.table.name === FOUND_TEXT) {
      this.#searchable.run(row.rowid, values.get('c0') ?? '', values.get('c1') ?? '', values.get('c2') ?? '')
      return
    }
    const tally = this.#tally(row.table.name)
    // Half a state or vector is none; half a body is a lot.
    const isBody = row.table.name === 'article_body' && !row.cut.includes(0)
    if (row.cut.length > 0 && !isBody && row.table.name !== 'article') {
      tally.unusable++
      return
    }
    mend(row.table.name, values)
    if (row.found === 'log') this.#forget(row.table, values)
    const put = this.#insert(row.table, values)
    if (put === 'unusable') tally.unusable++
    if (put !== 'written') return
    tally.rows++
    if (row.found !== 'tree') tally.loose++
    if (isBody) this.#noteCut(Number(values.get('article_id')), row.cut.length > 0)
  }

  #noteCut(id: number, isCut: boolean): void {
    if (isCut) this.cut.add(id)
    else this.cut.delete(id)
  }

  /** What the log says is newer than what stands in the tables. */
  #forget(table: Shape, values: ReadonlyMap<string, Value>): void {
    const key = table.isIndex ? null : [...values.keys()][0]
    if (!key) return
    const { changes } = this.#prepare(`DELETE FROM ${table.name} WHERE ${key} = ?`).run(
      values.get(key) ?? null,
    )
    this.#tally(table.name).rows -= changes
  }

  #insert(table: Shape, values: Map<string, Value>): 'written' | 'there' | 'unusable' {
    const names = [...values.keys()]
    const statement = this.#prepare(
      `INSERT INTO ${table.name} (${names.join(', ')}) VALUES (${names.map(() => '?').join(', ')})`,
    )
    for (let attempt = 1; ; attempt++) {
      try {
        statement.run(...values.values())
        return 'written'
      } catch (error) {
        const code = (error as { code?: string }).code ?? ''
        if (!code.startsWith('SQLITE_CONSTRAINT')) throw sqliteFailure(this.#file, error)
        // An older image of a row that was found before.
        if (/_(?:PRIMARYKEY|ROWID)$/.test(code)) return 'there'
        const isTaken = code === 'SQLITE_CONSTRAINT_UNIQUE' && values.has('slug') && values.has('id')
        if (!isTaken || attempt > 2) return 'unusable'
        values.set('slug', `${String(values.get('slug'))}-${String(values.get('id'))}`)
      }
    }
  }

  #tally(table: string): RescuedTable {
    let tally = this.tables.get(table)
    if (!tally) this.tables.set(table, (tally = { rows: 0, loose: 0, unusable: 0 }))
    return tally
  }

  #prepare(sql: string): Statement<Value[]> {
    let statement = this.#statements.get(sql)
    if (!statement) this.#statements.set(sql, (statement = this.#db.prepare<Value[]>(sql)))
    return statement
  }
}

/** A row's values by column; the number of a row is one of them. Columns that are missing are left out. */
function columnValues({ table, values, rowid }: FoundRow): Map<string, Value> {
  const named = values.map((value, index): [string, Value] => [table.columns[index]?.name ?? '', value])
  // The first column of every table with numbers is its number.
  if (!table.isIndex && named[0]) named[0][1] = rowid
  return new Map(named)
}

/** Puts right what a damaged byte made impossible, where the rest of the row is worth more. */
function mend(table: string, values: Map<string, Value>): void {
  if (table !== 'article') return
  const oneOf = (column: string, allowed: readonly string[], otherwise: string) => {
    if (!allowed.includes(String(values.get(column)))) values.set(column, otherwise)
  }
  oneOf('status', STATUSES, 'draft')
  oneOf('slug_from', ['title', 'hand', 'published'], 'hand')
  const slug = values.get('slug')
  if (typeof slug !== 'string' || !/^[a-z0-9]+(?:-[a-z0-9]+)*$/.test(slug)) {
    values.set('slug', `article-${String(values.get('id'))}`)
  }
  for (const [column, value] of values) {
    if (value === null && TEXTS.has(column)) values.set(column, '')
  }
}

const TEXTS = new Set([
  ...[
    'title',
    'title_key',
    'summary',
    'cover_alt',
    'created_at',
    'updated_at',
    'meta_title',
    'meta_description',
  ],
])
