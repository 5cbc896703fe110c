import Database from 'better-sqlite3'
import {
  copyFileSync,
  existsSync,
  readFileSync,
  readdirSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs'
import { dirname, join } from 'node:path'
import { describe, expect, it, onTestFinished, vi } from 'vitest'
import type { Article, ArticlePatch } from '../../../core/article.ts'
import type { Reopened } from '../../../core/bridge.ts'
import { readFrontMatter } from '../../../core/frontmatter.ts'
import { createLibrary, openLibrary } from '../../../electron/library/library.ts'
import { application, type Application } from '../ipc/handlers.ts'

/** An application with a library of one article that was there before, and no log. */
async function atWork() {
  const app = application()
  const folder = join(app.host.documents, 'Boek')
  const made = createLibrary(folder, { name: 'Boek', language: 'nl-NL' })
  made.articles.create({ title: 'Eerder', body: 'Wat er was.' })
  made.close()
  await app.session.openFolder(folder)
  return { ...app, folder, file: join(folder, 'library.db') }
}

async function write({ ask }: Application, id: number, patch: ArticlePatch): Promise<Article> {
  const { version } = await ask['article.get']({ id })
  await ask['article.save']({ id, baseVersion: version, patch })
  return ask['article.get']({ id })
}

/** What another program finds in a library's file. */
function bodies(file: string): Record<string, string> {
  const db = new Database(file, { readonly: true })
  try {
    const rows = db
      .prepare<[], { title: string; body: string }>(
        'SELECT title, body FROM article JOIN article_body ON article_id = id ORDER BY id',
      )
      .all()
    expect(db.pragma('integrity_check', { simple: true })).toBe('ok')
    return Object.fromEntries(rows.map(({ title, body }) => [title, body]))
  } finally {
    db.close()
  }
}

function reopened({ host }: Application): Reopened | undefined {
  return host.emitted.findLast(({ name }) => name === 'library.reopened')?.event as Reopened | undefined
}

function trouble({ session }: Application) {
  return session.state().trouble
}

const calm = { timeout: 60_000, interval: 20 }

/** Looks at the storage again and again, as the clock would, until what is expected is so. */
function looking({ session }: Application, expectation: () => void): Promise<void> {
  return vi.waitFor(() => {
    session.open.health.look()
    expectation()
  }, calm)
}

describe('a library that is taken from its place', () => {
  it('refuses to save, and goes on by itself when it is back', async () => {
    const app = await atWork()
    renameSync(app.folder, `${app.folder}-weg`)
    await expect(write(app, 1, { body: 'Getypt.' })).rejects.toMatchObject({ code: 'library.gone' })
    expect(trouble(app)).toMatchObject({ kind: 'gone', folder: app.folder })
    expect(app.host.emitted.at(-1)).toMatchObject({
      name: 'app.stateChanged',
      event: { trouble: { kind: 'gone' } },
    })
    renameSync(`${app.folder}-weg`, app.folder)
    app.session.recovery.recheck()
    expect(trouble(app)).toBeNull()
    expect(app.host.emitted.some(({ name }) => name === 'library.writable')).toBe(true)
    await write(app, 1, { body: 'Getypt.' })
    expect(bodies(app.file)).toEqual({ Eerder: 'Getypt.' })
  })

  it('is noticed without a save', async () => {
    const app = await atWork()
    rmSync(app.folder, { recursive: true })
    await vi.waitFor(() => expect(trouble(app)).toMatchObject({ kind: 'gone', movedTo: null }), calm)
  })

  it.runIf(process.platform !== 'win32')(
    'is put back when it was deleted, but not over another',
    async () => {
      const app = await atWork()
      const { opening } = app.session.state()
      rmSync(app.folder, { recursive: true })
      app.session.recovery.recheck()
      expect(trouble(app)).toMatchObject({ kind: 'gone', isDeleted: true })
      expect(await app.ask['library.putBack']({})).toMatchObject({ trouble: null, opening })
      expect(reopened(app)).toEqual({ isCopy: false, merged: [], moved: [] })
      await write(app, 1, { body: 'Weer daar.' })
      expect(bodies(app.file)).toEqual({ Eerder: 'Weer daar.' })
      rmSync(app.file)
      app.session.recovery.recheck()
      writeFileSync(app.file, 'van een ander')
      await expect(app.ask['library.putBack']({})).rejects.toMatchObject({ detail: { reason: 'EEXIST' } })
      expect(readFileSync(app.file, 'utf8')).toBe('van een ander')
    },
  )

  it.runIf(process.platform === 'linux')('is gone on with where it was moved to', async () => {
    const app = await atWork()
    await app.ask['app.setPlace']({ place: { ...PLACE, articleId: 1 } })
    const { opening } = app.session.state()
    const there = join(app.host.documents, 'Elders')
    renameSync(app.folder, there)
    await expect(write(app, 1, { body: 'Getypt.' })).rejects.toMatchObject({ detail: { movedTo: there } })
    const state = await app.ask['library.follow']({})
    expect(state).toMatchObject({
      trouble: null,
      opening,
      library: { folder: there },
      place: { articleId: 1 },
    })
    expect(state.recent.map(({ folder }) => folder)).toEqual([there])
    expect(reopened(app)).toEqual({ isCopy: false, merged: [], moved: [] })
    await write(app, 1, { body: 'Getypt.' })
    app.session.quit()
    expect(bodies(join(there, 'library.db'))).toEqual({ Eerder: 'Getypt.' })
  })

  it('is gone on with where the writer finds it, but not in another library', async () => {
    const app = await atWork()
    const there = join(app.host.documents, 'Elders')
    const other = join(app.host.documents, 'Ander')
    const library = createLibrary(other, { name: 'Ander', language: 'nl-NL' })
    library.articles.create({ title: 'Van een ander' }, '2001-01-01T00:00:00+00:00')
    library.close()
    renameSync(app.folder, there)
    app.host.answers.push(other, there)
    await expect(app.ask['library.locate']({})).rejects.toMatchObject({ code: 'library.other' })
    expect(await app.ask['library.locate']({})).toMatchObject({ trouble: null, library: { folder: there } })
  })

  it('does not lose what was committed while it was taken away', async () => {
    const app = await atWork()
    const { library } = app.session
    const away = `${app.folder}-weg`
    expect(() =>
      app.session.write(({ articles }) => {
        renameSync(app.folder, away)
        return articles.save(1, 1, { body: 'Op het nippertje.' })
      }),
    ).toThrow('library.gone')
    renameSync(away, app.folder)
    app.session.recovery.recheck()
    // The window finds its own words when it reads the article again.
    expect(library.articles.get(1)).toMatchObject({ version: 2, body: 'Op het nippertje.' })
  })
})

const PLACE = {
  view: 'write',
  filter: {},
  sort: { by: 'updated', direction: 'descending' },
  articleId: null,
  sidebarWidth: 240,
  listWidth: 320,
  inspectorWidth: 300,
  sidebarOpen: true,
  listOpen: true,
  inspectorOpen: true,
} as const

/** A copy of the library as it is now, in one plain file. */
async function copyNow({ session, host }: Application): Promise<string> {
  const copy = join(host.documents, `kopie-${Math.random()}.db`)
  await session.library.copyTo(copy)
  return copy
}

/** Ways in which others put a copy where the library stands. */
const WAYS = {
  'by moving a file over it': (copy: string, file: string) => renameSync(copy, file),
  'by deleting it first': (copy: string, file: string) => {
    rmSync(file)
    copyFileSync(copy, file)
  },
  'by writing into it': (copy: string, file: string) => writeFileSync(file, readFileSync(copy)),
}

describe.runIf(process.platform !== 'win32').each(Object.entries(WAYS))(
  'a library that is replaced %s',
  (_how, put) => {
    it('is opened as it is now, with what was written here on top and what stood there kept', async () => {
      const app = await atWork()
      const copy = await copyNow(app)
      const other = openLibrary(alone(copy))
      other.articles.save(1, 1, { body: 'Van een andere computer.' })
      other.close()
      await write(app, 1, { body: 'Hier geschreven.' })
      const extra = await app.ask['article.create']({ title: 'Nieuw hier' })
      const { opening } = app.session.state()
      put(join(alone(copy), 'library.db'), app.file)
      await looking(app, () => expect(reopened(app)).toBeDefined())
      expect(app.session.state()).toMatchObject({ trouble: null, opening })
      const made = reopened(app)!
      expect(made.merged).toEqual([{ id: 1, title: 'Eerder' }])
      expect(made.moved).toMatchObject([{ from: extra.id, title: 'Nieuw hier' }])
      await write(app, made.moved[0]!.to, { body: 'Verder.' })
      const [revision] = await app.ask['revision.list']({ articleId: 1 })
      expect(await app.ask['revision.get']({ id: revision!.id })).toMatchObject({
        kind: 'before',
        state: { body: 'Van een andere computer.' },
      })
      app.session.quit()
      expect(bodies(app.file)).toEqual({ Eerder: 'Hier geschreven.', 'Nieuw hier': 'Verder.' })
    })

    it('is never written over', async () => {
      const app = await atWork()
      const copy = await copyNow(app)
      const other = openLibrary(alone(copy))
      other.articles.save(1, 1, { body: 'Van een andere computer.' })
      other.close()
      await write(app, 1, { body: 'Hier geschreven.' })
      put(join(alone(copy), 'library.db'), app.file)
      const before = readFileSync(app.file)
      await expect(write(app, 1, { body: 'Daarna.' })).rejects.toMatchObject({ code: 'library.replaced' })
      expect(readFileSync(app.file).equals(before)).toBe(true)
    })
  },
)

/** A folder in which a copy is a library by itself; the same at each call. */
function alone(copy: string): string {
  const folder = `${copy}-alone`
  if (!existsSync(folder)) {
    createLibrary(folder, { name: 'x', language: 'nl' }).close()
    renameSync(copy, join(folder, 'library.db'))
  }
  return folder
}

describe.runIf(process.platform !== 'win32')('what stands in the place of a library', () => {
  it('is left alone when it is another library, or none, and opened once it is a copy after all', async () => {
    const app = await atWork()
    const copy = await copyNow(app)
    await write(app, 1, { body: 'Hier geschreven.' })
    writeFileSync(`${app.file}.new`, 'geen bibliotheek')
    renameSync(`${app.file}.new`, app.file)
    await looking(app, () =>
      expect(trouble(app)).toMatchObject({ kind: 'replaced', why: { code: 'library.notOne' } }),
    )
    expect(readFileSync(app.file, 'utf8')).toBe('geen bibliotheek')
    const other = join(app.host.documents, 'Ander')
    const library = createLibrary(other, { name: 'Ander', language: 'nl-NL' })
    library.articles.create({ title: 'Van een ander' }, '2001-01-01T00:00:00+00:00')
    library.close()
    renameSync(join(other, 'library.db'), app.file)
    await looking(app, () => expect(trouble(app)).toMatchObject({ kind: 'replaced', why: null }))
    expect(bodies(app.file)).toEqual({ 'Van een ander': '' })
    renameSync(copy, app.file)
    await looking(app, () => expect(trouble(app)).toBeNull())
    expect(await app.ask['article.get']({ id: 1 })).toMatchObject({ body: 'Hier geschreven.' })
  })

  it('keeps the library that stood there among the backups', async () => {
    const app = await atWork()
    const copy = await copyNow(app)
    await app.ask['category.create']({ name: 'Alleen hier', parentId: null })
    renameSync(copy, app.file)
    await looking(app, () => expect(reopened(app)).toBeDefined())
    const backups = join(app.folder, 'backups')
    await vi.waitFor(() => expect(namesIn(backups, 'category')).toEqual(['Alleen hier']), calm)
    await vi.waitFor(
      () => expect(readdirSync(app.folder).filter((name) => name.startsWith('.'))).toEqual([]),
      calm,
    )
  })
})

function namesIn(backups: string, table: string): string[] {
  const name = readdirSync(backups).find((each) => /^\d.*\.db$/.test(each))
  const db = new Database(join(backups, name ?? 'none'), { readonly: true, fileMustExist: true })
  try {
    return db.prepare<[], string>(`SELECT name FROM ${table}`).pluck().all()
  } finally {
    db.close()
  }
}

describe('the log of a library', () => {
  it('may be deleted: what was saved is in the file, and work goes on', async () => {
    const app = await atWork()
    await write(app, 1, { body: 'Voor.' })
    rmSync(`${app.file}-wal`)
    await write(app, 1, { body: 'Na.' })
    expect(bodies(app.file)).toEqual({ Eerder: 'Na.' })
    await vi.waitFor(() => expect(existsSync(`${app.file}-wal`)).toBe(true), calm)
    await vi.waitFor(async () => expect(await write(app, 1, { body: 'Later.' })).toBeDefined(), calm)
    app.session.quit()
    expect(bodies(app.file)).toEqual({ Eerder: 'Later.' })
  })
})

describe('a library that another program holds', () => {
  it('says so after two seconds, and saves when it is let go', async () => {
    const app = await atWork()
    const other = new Database(app.file)
    onTestFinished(() => void other.close())
    other.exec('BEGIN IMMEDIATE')
    const saving = write(app, 1, { body: 'Getypt.' })
    await vi.waitFor(() => expect(trouble(app)).toMatchObject({ kind: 'held' }), calm)
    other.exec('ROLLBACK')
    await saving
    expect(trouble(app)).toBeNull()
    expect(bodies(app.file)).toEqual({ Eerder: 'Getypt.' })
  })
})

describe('a copy of an article that cannot be saved', () => {
  it('is a Markdown file that can be brought in again', async () => {
    const app = await atWork()
    const category = await app.ask['category.create']({ name: 'Sport', parentId: null })
    const article = await write(app, 1, {
      body: '---\nGeen kop.\n',
      tags: ['een: twee'],
      categoryId: category.id,
    })
    const { id: _i, createdAt: _c, updatedAt: _u, trashedAt: _t, words: _w, version: _v, ...copy } = article
    const file = join(app.host.documents, 'kopie.md')
    app.host.answers.push(file)
    expect(await app.ask['article.saveCopy']({ articles: [copy] })).toEqual([file])
    expect(readFrontMatter(readFileSync(file, 'utf8'))).toMatchObject({
      values: { title: 'Eerder', tags: ['een: twee'], category: 'Sport', status: 'draft' },
      body: '---\nGeen kop.\n',
    })
  })

  it('is saved without a library, each under a name of its own', async () => {
    const app = application()
    const blank = {
      slug: '',
      summary: '',
      status: 'draft',
      categoryId: 3,
      tags: [],
      authorIds: [4],
      cover: null,
    } as const
    const rest = {
      coverAlt: '',
      language: null,
      publishedAt: null,
      metaTitle: '',
      metaDescription: '',
      footerPlace: null,
      extra: {},
    }
    const copies = ['Een', 'Twee'].map((body) => ({ ...blank, ...rest, title: 'Zelfde', body }))
    const folder = dirname(app.host.documents)
    app.host.answers.push(folder)
    const files = await app.ask['article.saveCopy']({ articles: copies })
    expect(files).toEqual([join(folder, 'zelfde.md'), join(folder, 'zelfde-2.md')])
    expect(files!.map((file) => readFrontMatter(readFileSync(file, 'utf8')).body)).toEqual(['Een', 'Twee'])
  })
})
