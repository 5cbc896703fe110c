import Database from 'better-sqlite3'
import { copyFileSync, mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { SCHEMA_VERSION } from '../../../electron/library/database.ts'
import { diagnose } from '../../../electron/library/doctor.ts'
import { openLibrary } from '../../../electron/library/library.ts'
import { schemaVersion } from '../../../electron/library/migrate.ts'
import { MIGRATIONS } from '../../../electron/library/migrations/index.ts'
import { uiWords } from '../../../core/locale/ui/index.ts'
import { longhand } from '../cli/run.ts'
import { databaseAt, libraryAt, writeLibraryAt } from './history.ts'
import { failureOf, tempFolder } from './temp-library.ts'

type Row = Readonly<Record<string, unknown>>

/** Made anew from the rest at opening: not a word is in these alone. */
const DERIVED = /^(?:sqlite|search|note$|media_use$)/

/** Every row of every table that holds what somebody wrote, in the order of its key. */
function rowsOf(db: Database.Database): ReadonlyMap<string, readonly Row[]> {
  const tables = db
    .prepare<[], { name: string }>("SELECT name FROM sqlite_schema WHERE type = 'table' ORDER BY name")
    .all()
    .map(({ name }) => name)
    .filter((name) => !DERIVED.test(name))
  return new Map(
    tables.map((name) => {
      const columns = db
        .prepare<[string], { name: string }>('SELECT name FROM pragma_table_info(?) WHERE pk > 0 ORDER BY pk')
        .all(name)
      const order = columns.map((column) => column.name).join(', ') || 'rowid'
      const rows = db.prepare<[], Row>(`SELECT * FROM ${name} ORDER BY ${order}`).all()
      // Words are counted anew when the rules of counting are others.
      return [name, rows.map(({ words: _words, ...row }) => row)]
    }),
  )
}

function readRows(folder: string): ReadonlyMap<string, readonly Row[]> {
  const db = new Database(join(folder, 'library.db'), { readonly: true })
  try {
    return rowsOf(db)
  } finally {
    db.close()
  }
}

/** Each row from before, with each of its columns; newer versions may know more of it. */
function expectKept(before: ReadonlyMap<string, readonly Row[]>, folder: string): void {
  const after = readRows(folder)
  for (const [table, rows] of before) expect(after.get(table), table).toMatchObject(rows)
}

describe.each(MIGRATIONS.map(({ version }) => version))('a library of version %i', (version) => {
  function write(): { folder: string; rows: ReadonlyMap<string, readonly Row[]> } {
    const folder = tempFolder()
    writeLibraryAt(version, join(folder, 'library.db'))
    return { folder, rows: readRows(folder) }
  }

  it('has rows in every table and a value in every column', () => {
    const db = libraryAt(version, ':memory:')
    for (const [table, rows] of rowsOf(db)) {
      const columns = db
        .prepare<[string], { name: string; notnull: number; pk: number }>(
          'SELECT name, "notnull", pk FROM pragma_table_info(?)',
        )
        .all(table)
      for (const { name } of columns) {
        expect(
          rows.some((row) => row[name] !== null),
          `${table}.${name} of version ${version} in migration-fixtures.ts`,
        ).toBe(true)
      }
    }
  })

  it('opens with every row of every table, and again', () => {
    const { folder, rows } = write()
    for (let time = 1; time <= 2; time++) {
      openLibrary(folder).close()
      expectKept(rows, folder)
    }
    const db = new Database(join(folder, 'library.db'), { readonly: true })
    expect(schemaVersion(db)).toBe(SCHEMA_VERSION)
    db.close()
    const { state, findings } = diagnose(folder, { full: true, texts: true })
    // The pictures that the rows name never were.
    expect({ state, findings: findings.filter(({ code }) => code !== 'media') }).toEqual({
      state: 'sound',
      findings: [],
    })
  })

  it('opens with every row that a crash left in its log', () => {
    const folder = tempFolder()
    mkdirSync(join(folder, 'written'))
    const file = join(folder, 'written', 'library.db')
    const db = libraryAt(version, file)
    db.pragma('wal_checkpoint(TRUNCATE)')
    db.pragma('wal_autocheckpoint = 0')
    db.exec("UPDATE article SET summary = 'alleen in het log', version = version + 1")
    const rows = rowsOf(db)
    for (const name of ['library.db', 'library.db-wal']) {
      copyFileSync(join(folder, 'written', name), join(folder, name))
    }
    db.close()
    openLibrary(folder).close()
    expectKept(rows, folder)
    expect(readRows(folder).get('article')?.[0]).toMatchObject({ summary: 'alleen in het log' })
  })

  it('opens for reading alone, and is found in', () => {
    const { folder, rows } = write()
    const library = openLibrary(folder, { readonly: true })
    expect(library.articles.list({ query: 'bospa' }, null, 0, 10).total).toBe(1)
    expect(library.articles.counts().trash).toBe(10)
    library.close()
    expectKept(rows, folder)
  })
})

describe('a library of a version to come', () => {
  function future(): string {
    const folder = tempFolder()
    const db = databaseAt(SCHEMA_VERSION, join(folder, 'library.db'))
    db.pragma(`user_version = ${SCHEMA_VERSION + 1}`)
    db.close()
    return folder
  }

  it('is refused and left alone', () => {
    const folder = future()
    const before = readRows(folder)
    const failure = failureOf(() => openLibrary(folder))
    expect(failure).toEqual({
      code: 'library.newer',
      detail: { file: join(folder, 'library.db'), version: SCHEMA_VERSION + 1, known: SCHEMA_VERSION },
    })
    expect(readRows(folder)).toEqual(before)
    for (const language of ['nl', 'en'] as const) {
      const { title, detail } = uiWords[language].failure(failure)
      expect(`${title} ${detail}`).toMatch(/nieuwere|newer/)
    }
  })

  it('is refused by the command line in one line', async () => {
    const { code, err } = await longhand(['list', '--library', future()])
    expect(code).toBe(1)
    expect(err).toMatch(/newer/)
    expect(err.trim().split('\n')).toHaveLength(1)
  })
})
