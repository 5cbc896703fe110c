import Database from 'better-sqlite3'
import { closeSync, openSync, readFileSync, rmSync, writeFileSync, writeSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it, onTestFinished } from 'vitest'
import { SCHEMA_VERSION, APPLICATION_ID } from '../../../electron/library/database.ts'
import { diagnose } from '../../../electron/library/doctor.ts'
import { Keeper, type KeeperProcess } from '../../../electron/library/keeper.ts'
import { type Library, openLibrary } from '../../../electron/library/library.ts'
import { migrate } from '../../../electron/library/migrate.ts'
import { MIGRATIONS } from '../../../electron/library/migrations/index.ts'
import { type RescueReport, rescueInto } from '../../../electron/library/rescue.ts'
import { bodyOf, copyAsCrashed, laterBodyOf, richLibrary, writeToLog } from './damage.ts'
import { FIXTURES } from './migration-fixtures.ts'
import { tempFolder, tempLibrary } from './temp-library.ts'

const FRAME = 24 + 4096

function rich(): Library {
  const library = richLibrary(join(tempFolder(), 'library'))
  onTestFinished(() => library.close())
  return library
}

function withSql(file: string, sql: string): void {
  const db = new Database(file).unsafeMode()
  db.exec(sql)
  db.close()
}

function overwrite(file: string, at: number, bytes: Uint8Array): void {
  const handle = openSync(file, 'r+')
  writeSync(handle, bytes, 0, bytes.length, at)
  closeSync(handle)
}

const codes = (folder: string, full = true) => diagnose(folder, { full }).findings.map(({ code }) => code)

describe('a sound library', () => {
  it('is found sound, closed or in use, quickly or fully', () => {
    const library = rich()
    for (const full of [false, true]) {
      expect(diagnose(library.folder, { full })).toMatchObject({
        state: 'sound',
        failure: null,
        findings: [],
        articles: 60,
      })
    }
    library.close()
    expect(diagnose(library.folder, { full: true })).toMatchObject({ state: 'sound', findings: [] })
  })

  it('is found sound with its last saves in the log, as a crash leaves it', () => {
    const library = rich()
    writeToLog(library)
    const crashed = join(tempFolder(), 'crashed')
    copyAsCrashed(library.folder, crashed)
    expect(diagnose(crashed, { full: true })).toMatchObject({ state: 'sound', findings: [] })
  })

  it.each([1, 100, 2000, FRAME, FRAME + 1, 3 * FRAME - 7])(
    'is found sound when a power cut took the last %i bytes of its log',
    (bytes) => {
      const library = rich()
      writeToLog(library)
      const crashed = join(tempFolder(), 'crashed')
      copyAsCrashed(library.folder, crashed)
      const log = readFileSync(join(crashed, 'library.db-wal'))
      writeFileSync(join(crashed, 'library.db-wal'), log.subarray(0, log.length - bytes))
      expect(diagnose(crashed, { full: true }).state).toBe('sound')
    },
  )

  it('is found sound while others write to it and begin its log anew', () => {
    const library = rich()
    const other = new Database(library.file)
    for (let turn = 0; turn < 30; turn++) {
      const { version } = library.articles.get(30)
      library.articles.save(30, version, { body: `beurt ${turn}` })
      if (turn % 5 === 0) other.pragma('wal_checkpoint(RESTART)')
      expect(diagnose(library.folder, { full: turn % 7 === 0 }).state).toBe('sound')
    }
    other.close()
  })

  it.each(MIGRATIONS.map(({ version }) => version))(
    'of version %i is found sound and is left at that version',
    (version) => {
      const folder = tempFolder()
      const file = join(folder, 'library.db')
      const db = new Database(file)
      db.pragma(`application_id = ${APPLICATION_ID}`)
      migrate(db, MIGRATIONS.slice(0, version))
      for (const { sql } of FIXTURES.slice(0, version)) db.exec(sql)
      db.close()
      expect(diagnose(folder, { full: true }).state).toBe('sound')
      expect(codes(folder)).toEqual(version < SCHEMA_VERSION ? ['schema', 'media'] : ['media'])
      const again = new Database(file)
      expect(again.pragma('user_version', { simple: true })).toBe(version)
      again.close()
    },
  )
})

describe('a library that is not sound', () => {
  it('is missing, foreign or newer, and says so', () => {
    const folder = tempFolder()
    expect(diagnose(folder)).toMatchObject({ state: 'missing', failure: { code: 'library.missing' } })
    writeFileSync(join(folder, 'library.db'), 'Beste lezer,')
    expect(diagnose(folder)).toMatchObject({ state: 'notOne' })
    const library = tempLibrary()
    library.close()
    withSql(library.file, `PRAGMA user_version = ${SCHEMA_VERSION + 1}`)
    expect(diagnose(library.folder)).toMatchObject({ state: 'newer' })
  })

  it('is damaged when rows refer to rows that are not there', () => {
    const library = rich()
    library.close()
    withSql(library.file, 'PRAGMA foreign_keys = OFF; DELETE FROM author')
    expect(diagnose(library.folder)).toMatchObject({
      state: 'damaged',
      failure: null,
      findings: [{ code: 'references', count: 60 }],
    })
  })

  it('is sound, with findings, when pictures are gone or the search index is wrong', () => {
    const library = rich()
    rmSync(library.media.file(library.media.list()[0]?.path ?? ''))
    library.close()
    withSql(library.file, "UPDATE search_content SET c2 = 'anders' WHERE id = 3")
    expect(diagnose(library.folder, { full: true })).toMatchObject({ state: 'sound' })
    expect(codes(library.folder)).toEqual(['index', 'media'])
  })

  it('is sound, with a finding, when a letter inside a text has turned over on the disk', () => {
    const library = rich()
    library.close()
    expect(diagnose(library.folder, { texts: true }).findings).toEqual([])
    const at = readFileSync(library.file).indexOf(bodyOf(3).slice(0, 60))
    overwrite(library.file, at + 3, Buffer.from('x'))
    const finding = { code: 'text', count: 1, examples: ['Artikel nummer 3'] }
    expect(diagnose(library.folder, { full: true, texts: true })).toMatchObject({
      state: 'sound',
      findings: [finding],
    })
  })

  it('is damaged when saves in its log cannot be read, and they are rescued', async () => {
    const library = rich()
    withSql(library.file, 'PRAGMA wal_checkpoint(TRUNCATE)')
    writeToLog(library)
    const crashed = join(tempFolder(), 'crashed')
    copyAsCrashed(library.folder, crashed)
    // In the first frame: SQLite passes over all that follows.
    overwrite(join(crashed, 'library.db-wal'), 32 + 24 + 10, new Uint8Array([0xff, 0xfe, 0xfd]))
    expect(diagnose(crashed)).toMatchObject({ state: 'damaged', findings: [{ code: 'log' }] })

    const into = join(tempFolder(), 'rescued')
    await rescueInto(crashed, into)
    const rescued = openLibrary(into)
    onTestFinished(() => rescued.close())
    for (let index = 2; index <= 10; index++)
      expect(rescued.articles.get(index).body).toBe(laterBodyOf(index))
    expect(rescued.articles.get(40).body).toBe(bodyOf(40))
  })
})

describe('rescuing', () => {
  /** Makes the pages of a table unreadable, from the `from`th on. */
  function zeroPages(file: string, table: string, from = 0): number {
    const db = new Database(file, { readonly: true })
    const pages = db
      .prepare<[string], { pageno: number }>('SELECT pageno FROM dbstat WHERE name = ? ORDER BY pageno')
      .all(table)
    db.close()
    for (const { pageno } of pages.slice(from)) overwrite(file, (pageno - 1) * 4096, new Uint8Array(4096))
    return pages.length
  }

  async function rescued(library: Library): Promise<{ report: RescueReport; found: Library }> {
    const report = await rescueInto(library.folder, join(tempFolder(), 'rescued'))
    const found = openLibrary(report.folder)
    onTestFinished(() => found.close())
    return { report, found }
  }

  it('loses nothing of a library that is whole', async () => {
    const library = rich()
    writeToLog(library)
    const { report, found } = await rescued(library)
    expect([...found.articles.iterate()]).toEqual([...library.articles.iterate()])
    expect(found.categories.list()).toEqual(library.categories.list())
    expect(found.tags.list()).toEqual(library.tags.list())
    expect(found.authors.list()).toEqual(library.authors.list())
    expect(found.media.list()).toEqual(library.media.list())
    expect(found.site.get()).toEqual(library.site.get())
    expect(found.related.hand(1).pins).toEqual([2, 3])
    expect(found.revisions.list(3)).toEqual(library.revisions.list(3))
    expect(found.articles.list({ query: 'later' }, null, 0, 99).total).toBe(10)
    expect(report).toMatchObject({
      articles: 60,
      mended: [],
      missing: [],
      unreadablePages: 0,
      lostRows: 0,
      aside: null,
    })
  })

  it('takes a lost text from its newest revision, or else the words that it was found by, and says which', async () => {
    const library = rich()
    library.close()
    zeroPages(library.file, 'article_body')
    const { report, found } = await rescued(library)
    expect(report.mended.filter(({ body }) => body === 'revision').map(({ id }) => id)).toEqual(
      Array.from({ length: 20 }, (_, index) => index + 1),
    )
    expect(report.mended.filter(({ body }) => body === 'words')).toHaveLength(40)
    for (let index = 1; index <= 60; index++) expect(found.articles.get(index).body).toBe(bodyOf(index))
  })

  it('keeps texts whose own rows are lost, under the title that is still known', async () => {
    const library = rich()
    library.close()
    zeroPages(library.file, 'article')
    const { report, found } = await rescued(library)
    expect(report.mended).toHaveLength(60)
    expect(report.mended.every(({ isNew }) => isNew)).toBe(true)
    expect(found.articles.get(5)).toMatchObject({
      title: 'Artikel nummer 5',
      status: 'draft',
      body: bodyOf(5),
      categoryId: null,
    })
    expect(found.articles.get(45)).toMatchObject({
      title: 'Artikel nummer 45',
      body: bodyOf(45),
      slug: 'artikel-nummer-45',
    })
  })

  it('finds rows when the schema itself is gone', async () => {
    const library = rich()
    library.close()
    overwrite(library.file, 100, new Uint8Array(4096 - 100))
    const { found } = await rescued(library)
    for (let index = 1; index <= 60; index++) expect(found.articles.get(index).body).toBe(bodyOf(index))
  })

  it('keeps the readable part of a text that was cut, and says so', async () => {
    const library = rich()
    library.close()
    const bytes = readFileSync(library.file)
    writeFileSync(library.file, bytes.subarray(0, bytes.length >> 1))
    const { report, found } = await rescued(library)
    for (const { id, body } of report.mended.filter((one) => one.body === 'cut')) {
      const text = found.articles.get(id).body
      expect(bodyOf(id).startsWith(text.replace(/\ufffd+$/, ''))).toBe(true)
      expect(body).toBe('cut')
    }
    expect(found.articles.counts().all).toBeGreaterThan(0)
  })

  it('enters pictures again whose rows are lost', async () => {
    const library = rich()
    const media = library.media.list()
    library.close()
    zeroPages(library.file, 'media')
    // When they were added is lost with their rows.
    const again = (await rescued(library)).found.media.list()
    expect(again).toEqual(media.map((medium) => ({ ...medium, addedAt: again[0]?.addedAt })))
  })

  it('refuses what holds no library at all', async () => {
    const folder = tempFolder()
    writeFileSync(join(folder, 'library.db'), 'x'.repeat(10_000))
    await expect(rescueInto(folder, join(tempFolder(), 'x'))).rejects.toThrow('library.notOne')
  })
})

describe('the process that examines libraries', () => {
  it('does several pieces of work and gives their failures as failures', async () => {
    const keeper = new Keeper()
    onTestFinished(() => keeper.close())
    const library = tempLibrary()
    const [diagnosis, made] = await Promise.all([
      keeper.diagnose(library.folder),
      keeper.run('makeBackup', library.folder),
    ])
    expect(diagnosis).toMatchObject({ state: 'sound', articles: 0 })
    expect(made).toMatchObject({ articles: 0 })
    await expect(keeper.run('rescueBeside', join(library.folder, 'nergens'))).rejects.toMatchObject({
      code: 'library.missing',
    })
  })

  it('is started again after it was brought down, and that is a finding', async () => {
    let listener: (how: string) => void = () => {}
    let starts = 0
    const start = (): KeeperProcess => {
      starts++
      return {
        send: () => listener('SIGSEGV'),
        onMessage: () => {},
        onEnd: (end) => (listener = end),
        kill: () => {},
      }
    }
    const keeper = new Keeper({ start })
    for (const turn of [1, 2]) {
      expect(await keeper.diagnose('/x')).toMatchObject({
        state: 'damaged',
        findings: [{ code: 'unfinished', examples: [expect.stringContaining('SIGSEGV')] }],
      })
      expect(starts).toBe(turn)
    }
  })

  it('is ended when it takes too long', async () => {
    let listener: (how: string) => void = () => {}
    const start = (): KeeperProcess => ({
      send: () => {},
      onMessage: () => {},
      onEnd: (end) => (listener = end),
      kill: () => listener('SIGKILL'),
    })
    const keeper = new Keeper({ start, patience: 1 })
    expect((await keeper.diagnose('/x')).findings[0]?.code).toBe('unfinished')
  })
})
