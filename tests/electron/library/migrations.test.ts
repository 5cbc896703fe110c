import Database from 'better-sqlite3'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { openLibrary } from '../../../electron/library/library.ts'
import { migrate, schemaVersion } from '../../../electron/library/migrate.ts'
import { MIGRATIONS } from '../../../electron/library/migrations/index.ts'
import type { Migration } from '../../../electron/library/migrations/migration.ts'
import { databaseAt } from './history.ts'
import { FIXTURES } from './migration-fixtures.ts'
import { tempFolder } from './temp-library.ts'

function schemaOf(db: Database.Database): unknown {
  return db.prepare('SELECT type, name, tbl_name, sql FROM sqlite_schema ORDER BY type, name').all()
}

/** The tables of our own, without those that SQLite and the search index keep for themselves. */
function tables(db: Database.Database): string[] {
  return db
    .prepare<[], { name: string }>(
      `SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite%' AND name NOT LIKE 'search_%'`,
    )
    .all()
    .map(({ name }) => name)
}

const ROWS: (db: Database.Database, table: string) => unknown[] = (db, table) =>
  db.prepare(`SELECT * FROM ${table}`).all()

describe('the migrations', () => {
  it('are numbered from 1 without gaps, each with a fixture', () => {
    expect(MIGRATIONS.map(({ version }) => version)).toEqual(MIGRATIONS.map((_, index) => index + 1))
    expect(FIXTURES.map(({ version }) => version)).toEqual(MIGRATIONS.map(({ version }) => version))
  })

  it.each(MIGRATIONS.map(({ version }) => version))(
    'go to version %i from the one before and keep every row',
    (version) => {
      const db = databaseAt(version - 1)
      const before = tables(db).map((table) => [table, ROWS(db, table)] as const)
      migrate(db, MIGRATIONS.slice(0, version))
      expect(schemaVersion(db)).toBe(version)
      for (const [table, rows] of before) {
        expect(rows.length, `rows of ${table} in the fixture`).toBeGreaterThan(0)
        expect(ROWS(db, table)).toMatchObject(rows as object[])
      }
      db.exec(FIXTURES[version - 1]?.sql ?? '')
      expect(db.pragma('integrity_check', { simple: true })).toBe('ok')
      expect(db.pragma('foreign_key_check')).toEqual([])
    },
  )

  it.each(MIGRATIONS.map(({ version }) => version))(
    'lead from version %i to the schema of a new library',
    (version) => {
      const old = databaseAt(version)
      const fresh = new Database(':memory:')
      migrate(old, MIGRATIONS)
      migrate(fresh, MIGRATIONS)
      expect(schemaOf(old)).toEqual(schemaOf(fresh))
    },
  )

  it.each(MIGRATIONS.map(({ version }) => version))(
    'let a library of version %i be opened, read and searched',
    (version) => {
      const folder = tempFolder()
      databaseAt(version, join(folder, 'library.db')).close()
      const library = openLibrary(folder)
      expect(library.articles.get(1)).toMatchObject({
        title: 'Enkels',
        body: 'Over *bospad* lopen.',
        tags: ['Rennen'],
      })
      expect(library.articles.list({ query: 'bospa' }, null, 0, 10).total).toBe(1)
      library.close()
    },
  )

  it('do nothing to a database that has them all', () => {
    const db = databaseAt(MIGRATIONS.length)
    const before = db.prepare('SELECT total_changes()').get()
    migrate(db, MIGRATIONS)
    expect(db.prepare('SELECT total_changes()').get()).toEqual(before)
  })
})

describe('migrate', () => {
  const first: Migration = {
    version: 1,
    up: (db) => db.exec('CREATE TABLE a (id INTEGER PRIMARY KEY) STRICT'),
  }

  it('takes back the whole of a step that fails, and says why', () => {
    const db = new Database(':memory:')
    const broken: Migration = {
      version: 2,
      up: (inner) => {
        inner.exec('CREATE TABLE b (id INTEGER PRIMARY KEY)')
        throw new Error('no room')
      },
    }
    expect(() => migrate(db, [first, broken])).toThrow('no room')
    expect(schemaVersion(db)).toBe(1)
    expect(tables(db)).toEqual(['a'])
    expect(db.pragma('foreign_keys', { simple: true })).toBe(1)
  })

  it('takes back a step that leaves a reference to nothing', () => {
    const db = new Database(':memory:')
    const broken: Migration = {
      version: 2,
      up: (inner) => inner.exec('CREATE TABLE b (a INTEGER REFERENCES a (id)); INSERT INTO b VALUES (7)'),
    }
    expect(() => migrate(db, [first, broken])).toThrow('breaks 1 references')
    expect(tables(db)).toEqual(['a'])
  })

  it('can rebuild a table that others refer to', () => {
    const db = new Database(':memory:')
    const refer: Migration = {
      version: 2,
      up: (inner) =>
        inner.exec(
          'CREATE TABLE b (a INTEGER REFERENCES a (id) ON DELETE CASCADE); INSERT INTO a VALUES (7); INSERT INTO b VALUES (7)',
        ),
    }
    const rebuild: Migration = {
      version: 3,
      up: (inner) =>
        inner.exec(
          'CREATE TABLE n (id INTEGER PRIMARY KEY, x TEXT); INSERT INTO n (id) SELECT id FROM a; DROP TABLE a; ALTER TABLE n RENAME TO a',
        ),
    }
    migrate(db, [first, refer, rebuild])
    expect(ROWS(db, 'b')).toEqual([{ a: 7 }])
  })
})
