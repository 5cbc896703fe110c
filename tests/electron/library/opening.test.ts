import Database from 'better-sqlite3'
import {
  mkdirSync,
  openSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
  writeSync,
  closeSync,
} from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { SCHEMA_VERSION, openDatabase } from '../../../electron/library/database.ts'
import { createLibrary, openLibrary } from '../../../electron/library/library.ts'
import { failureOf, tempFolder, tempLibrary } from './temp-library.ts'

const SITE = { name: 'Proef', language: 'nl-NL' }

/** A closed library with one article. */
function closedLibrary(): { folder: string; file: string } {
  const folder = join(tempFolder(), 'library')
  const library = createLibrary(folder, SITE)
  library.articles.create({ title: 'Enkels', body: 'Bospad' })
  library.close()
  return { folder, file: library.file }
}

function withSql(file: string, sql: string): void {
  const db = new Database(file)
  db.exec(sql)
  db.close()
}

function overwrite(file: string, at: number, bytes: Uint8Array): void {
  const handle = openSync(file, 'r+')
  writeSync(handle, bytes, 0, bytes.length, at)
  closeSync(handle)
}

describe('createLibrary', () => {
  it('makes a folder with the file, media and backups', () => {
    const { folder } = closedLibrary()
    expect(readdirSync(folder).sort()).toEqual(['backups', 'library.db', 'media'])
  })

  it('takes an empty folder and refuses one that holds anything', () => {
    const folder = tempFolder()
    createLibrary(folder, SITE).close()
    expect(failureOf(() => createLibrary(folder, SITE))).toEqual({
      code: 'library.occupied',
      detail: { folder },
    })
  })

  it('refuses a file in the place of the folder', () => {
    const folder = join(tempFolder(), 'file')
    writeFileSync(folder, 'x')
    expect(failureOf(() => createLibrary(folder, SITE)).code).toBe('library.occupied')
  })

  it('leaves nothing behind when the site is refused', () => {
    const parent = tempFolder()
    const folder = join(parent, 'library')
    expect(failureOf(() => createLibrary(folder, { ...SITE, name: '  ' })).code).toBe('value.refused')
    expect(readdirSync(parent)).toEqual([])
  })

  it('leaves what was hidden in the folder before when the site is refused', () => {
    const folder = tempFolder()
    mkdirSync(join(folder, '.git'))
    expect(failureOf(() => createLibrary(folder, { ...SITE, language: '?' })).code).toBe('value.refused')
    expect(readdirSync(folder)).toEqual(['.git'])
  })
})

describe('openLibrary', () => {
  it('finds again what was written', () => {
    const { folder } = closedLibrary()
    const library = openLibrary(folder)
    expect(library.articles.get(1).title).toBe('Enkels')
    expect(library.site.get()).toMatchObject(SITE)
    library.close()
  })

  it('says so when the folder holds no library', () => {
    const folder = tempFolder()
    expect(failureOf(() => openLibrary(folder))).toEqual({ code: 'library.missing', detail: { folder } })
  })

  it.each([
    [
      'text',
      'not a database at all, but long enough to be read as if it had a header of a hundred bytes or more',
    ],
    ['an empty file', ''],
  ])('refuses %s as no library', (_, content) => {
    const folder = tempFolder()
    const file = join(folder, 'library.db')
    writeFileSync(file, content)
    expect(failureOf(() => openLibrary(folder))).toEqual({ code: 'library.notOne', detail: { file } })
    expect(readFileSync(file, 'utf8')).toBe(content)
  })

  it('refuses another program’s database as no library, and leaves it alone', () => {
    const folder = tempFolder()
    const file = join(folder, 'library.db')
    withSql(file, 'CREATE TABLE article (id INTEGER)')
    expect(failureOf(() => openLibrary(folder)).code).toBe('library.notOne')
    expect(readdirSync(folder)).toEqual(['library.db'])
  })

  it('refuses a folder in the place of the file', () => {
    const folder = tempFolder()
    mkdirSync(join(folder, 'library.db'))
    expect(failureOf(() => openLibrary(folder)).code).toBe('library.notOne')
  })

  it('refuses a library from the future and names both versions', () => {
    const { folder, file } = closedLibrary()
    withSql(file, `PRAGMA user_version = ${SCHEMA_VERSION + 1}`)
    expect(failureOf(() => openLibrary(folder))).toEqual({
      code: 'library.newer',
      detail: { file, version: SCHEMA_VERSION + 1, known: SCHEMA_VERSION },
    })
  })

  it.each([
    ['its first bytes', 0, 16],
    ['its page size', 16, 2],
    ['the root of its schema', 100, 40],
  ])('calls a library damaged when %s are overwritten', (_, at, length) => {
    const { folder, file } = closedLibrary()
    overwrite(file, at, new Uint8Array(length).fill(0xab))
    expect(failureOf(() => openLibrary(folder)).code).toBe('library.damaged')
  })

  it('calls a library damaged when a table is missing', () => {
    const { folder, file } = closedLibrary()
    withSql(file, 'PRAGMA foreign_keys = OFF; DROP TABLE tag')
    const failure = failureOf(() => openLibrary(folder))
    expect(failure).toMatchObject({
      code: 'library.damaged',
      detail: { problem: expect.stringContaining('tag') },
    })
  })

  it.each([
    ['trigger', 'CREATE TRIGGER evil AFTER UPDATE ON article BEGIN DELETE FROM article; END'],
    ['view', 'CREATE VIEW evil AS SELECT 1'],
  ])('refuses a library in which a stranger left a %s', (kind, sql) => {
    const { folder, file } = closedLibrary()
    withSql(file, sql)
    const failure = failureOf(() => openLibrary(folder))
    expect(failure).toMatchObject({
      code: 'library.damaged',
      detail: { problem: expect.stringContaining(kind) },
    })
  })

  it('makes the folder for pictures again when it is gone', () => {
    const { folder } = closedLibrary()
    rmSync(join(folder, 'media'), { recursive: true })
    openLibrary(folder).close()
    expect(readdirSync(folder)).toContain('media')
  })

  it('opens through a link to the folder', () => {
    const { folder } = closedLibrary()
    const link = join(tempFolder(), 'link')
    symlinkSync(folder, link)
    const library = openLibrary(link)
    expect(library.articles.counts().all).toBe(1)
    library.close()
  })

  it('reads but never writes when it is opened for reading', () => {
    const { folder } = closedLibrary()
    const library = openLibrary(folder, { readonly: true })
    expect(library.articles.get(1).title).toBe('Enkels')
    expect(failureOf(() => library.articles.create({ title: 'x' })).code).toBe('file.refused')
    library.close()
  })

  it('writes with full durability, foreign keys and no trust in the schema', () => {
    const db = openDatabase(closedLibrary().file)
    const pragma = (name: string) => db.pragma(name, { simple: true })
    expect(['journal_mode', 'synchronous', 'foreign_keys', 'trusted_schema'].map(pragma)).toEqual([
      'wal',
      2,
      1,
      0,
    ])
    db.close()
  })
})

describe.runIf(process.platform === 'linux')('the locks on a library that is open', () => {
  it('stay when this process opens and closes it once more', () => {
    const library = tempLibrary()
    const locks = () =>
      readFileSync('/proc/locks', 'utf8').split(`:${statSync(library.file).ino} `).length - 1
    library.articles.create({ title: 'Een' })
    const held = locks()
    expect(held).toBeGreaterThan(0)
    const again = openLibrary(library.folder)
    expect(again.articles.counts().all).toBe(1)
    again.close()
    expect(locks()).toBe(held)
  })
})
