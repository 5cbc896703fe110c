/** Libraries as every version of Longhand has written them: the schema of its day, with rows of every kind. */
import Database from 'better-sqlite3'
import { APPLICATION_ID } from '../../../electron/library/database.ts'
import { migrate } from '../../../electron/library/migrate.ts'
import { MIGRATIONS } from '../../../electron/library/migrations/index.ts'
import { FIXTURES } from './migration-fixtures.ts'

const BODIES = [
  '',
  'Regel één\r\nRegel twee\r\n',
  '👩‍🚀 naïef “citaat” 𝔘nie \u200d zwart\u00a0op wit',
  'Een zin over de zee. '.repeat(20),
  '# Kop\n\n| a | b |\n|---|---|\n| 1 | 2 |\n\n<b>x</b>',
]

/** As long as a book. */
const LONG = 'Een zin over de zee. '.repeat(20_000)

const TITLES = ['', 'Ångström & Œuvre', '日本語のタイトル', "O'Neill; DROP TABLE article --", 'x'.repeat(500)]

/** A database at a version, with the rows of the fixtures up to it. */
export function databaseAt(version: number, file = ':memory:'): Database.Database {
  const db = new Database(file)
  db.pragma(`application_id = ${APPLICATION_ID}`)
  migrate(db, MIGRATIONS.slice(0, version))
  for (const fixture of FIXTURES.slice(0, version)) db.exec(fixture.sql)
  return db
}

/** The same, with many more rows: long ones, empty ones, other scripts, and what lies in the trash. */
export function libraryAt(version: number, file: string): Database.Database {
  const db = databaseAt(version, file)
  db.pragma('journal_mode = WAL')
  db.transaction(() => fill(db))()
  return db
}

/** The same, closed. */
export function writeLibraryAt(version: number, file: string): void {
  libraryAt(version, file).close()
}

/** Only columns of the first version: every later one has them. */
function fill(db: Database.Database): void {
  const article = db.prepare(`
    INSERT INTO article (title, title_key, slug, slug_from, summary, status, category_id, cover, cover_alt,
      language, published_at, published_utc, created_at, updated_at, updated_utc, trashed_at, meta_title,
      meta_description, words, version)
    VALUES (@title, lower(@title), @slug, @from, @summary, @status, @category, @cover, 'alt', @language, @date,
      @utc, '2025-12-09T09:30:00+01:00', '2025-12-10T09:30:00+01:00', 1765355400000, @trashed, @meta, '', 3, @version)`)
  const body = db.prepare('INSERT INTO article_body VALUES (?, ?, ?)')
  const tag = db.prepare('INSERT INTO tag (name, name_key, slug) VALUES (?, ?, ?)')
  const tagged = db.prepare('INSERT INTO article_tag VALUES (?, ?, ?)')
  const revision = db.prepare(`
    INSERT INTO revision (article_id, kind, name, made_at, made_utc, version, words, state)
    VALUES (?, 'manual', ?, '2025-12-10T09:30:00+01:00', 1765355400000, 2, 3, ?)`)
  db.exec(`
    INSERT INTO author (name, name_key, slug, role, bio, picture)
    VALUES ('Zoë', 'zoë', 'zoe', 'Redactie', 'Schrijft.', 'media/pad-4x3.png');
    INSERT INTO category (parent_id, position, name, slug, description, cover)
    VALUES (1, 0, 'Rennen & 🏃', 'rennen', 'Over rennen', 'media/pad-4x3.png');`)
  const tags = ['Zee', 'été', '🏃 lopen'].map((name, index) =>
    Number(tag.run(name, `sleutel ${index}`, `tag-${index}`).lastInsertRowid),
  )
  for (let index = 0; index < 40; index++) {
    const some = <T>(value: T): T | null => (index % 3 === 0 ? null : value)
    const title = `${TITLES[index % TITLES.length]} ${index}`
    const { lastInsertRowid } = article.run({
      title,
      slug: `artikel-${index}`,
      from: ['title', 'hand', 'published'][index % 3],
      summary: index % 2 ? 'Kort 👩‍🚀' : '',
      status: ['draft', 'ready', 'published'][index % 3],
      category: some(1),
      cover: some('media/pad-4x3.png'),
      language: some('en-GB'),
      date: some('2025-12-10T09:30:00+01:00'),
      utc: some(1_765_355_400_000),
      trashed: index % 4 === 0 ? '2025-12-11T09:30:00+01:00' : null,
      meta: index % 2 ? 'Zoek' : '',
      version: index + 1,
    })
    const id = Number(lastInsertRowid)
    const text = index === 7 ? LONG : (BODIES[index % BODIES.length] ?? '')
    body.run(id, text, index % 2 ? '{"layout":"post","n":[1,null]}' : '{}')
    for (const [at, tagId] of tags.slice(index % 4).entries()) tagged.run(id, at, tagId)
    if (index % 5 === 0) revision.run(id, `stand ${index}`, JSON.stringify({ title, body: text }))
  }
}
