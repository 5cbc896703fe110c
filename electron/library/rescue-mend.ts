import type { Database } from 'better-sqlite3'
import { makeSlug } from '../../core/slug.ts'
import { sortKey } from './fold.ts'
import type { BodyState } from './rescue-rows.ts'
import { unpackState } from './revision-state.ts'
import { timestamp } from './time.ts'

/** An article that did not come over whole, and what its body is made of now. */
export interface MendedArticle {
  readonly id: number
  readonly title: string
  readonly body: BodyState | 'whole'
  /** Its title, dates and place are lost: it is in no category now, a draft. */
  readonly isNew: boolean
}

/**
 * Makes one library of the rows that were found: gives every text an article and every article a text, and lets go
 * references to what is lost. Gives the articles that are not as they were.
 */
export function mendRows(db: Database, cut: ReadonlySet<number>, now: Date): MendedArticle[] {
  db.prepare(
    `INSERT OR IGNORE INTO site (id, name, description, base_url, language, reading_speed, theme, theme_options,
       front_title, related_count)
     VALUES (1, '', '', '', 'en', 240, 'magazine', '{}', '', 3)`,
  ).run()
  const isNew = new Set(addArticles(db, now))
  const bodies = addBodies(db)
  for (const id of cut) bodies.set(id, 'cut')
  nameArticles(db, isNew)
  dropLooseEnds(db)
  const title = db.prepare('SELECT title FROM article WHERE id = ?').pluck()
  return [...new Set([...isNew, ...bodies.keys()])]
    .sort((a, b) => a - b)
    .map((id) => ({
      id,
      title: String(title.get(id)),
      body: bodies.get(id) ?? 'whole',
      isNew: isNew.has(id),
    }))
}

/** An article for each body, revision or text of the index that has none. */
function addArticles(db: Database, now: Date): number[] {
  const ids = db
    .prepare(
      `SELECT article_id FROM article_body UNION SELECT article_id FROM revision UNION SELECT id FROM temp.words
       EXCEPT SELECT id FROM article`,
    )
    .pluck()
    .all() as number[]
  const insert = db.prepare(
    `INSERT INTO article (id, title, title_key, slug, slug_from, summary, status, category_id, cover, cover_alt,
       language, published_at, published_utc, meta_title, meta_description, words, version, created_at, updated_at,
       updated_utc, trashed_at)
     VALUES (?, '', '', 'rescued-' || ?, 'title', '', 'draft', NULL, NULL, '', NULL, NULL, NULL, '', '', 0, 1, ?, ?,
       ?, NULL)`,
  )
  for (const id of ids) insert.run(id, id, timestamp(now), timestamp(now), now.getTime())
  return ids
}

/** A body for each article that has none: of its newest revision, or the words that it was found by. */
function addBodies(db: Database): Map<number, BodyState> {
  const states = new Map<number, BodyState>()
  const missing = db
    .prepare('SELECT id FROM article WHERE id NOT IN (SELECT article_id FROM article_body)')
    .pluck()
    .all() as number[]
  const insert = db.prepare("INSERT INTO article_body VALUES (?, ?, '{}')")
  const words = db.prepare('SELECT body FROM temp.words WHERE id = ?').pluck()
  for (const id of missing) {
    const revised = bodyOfRevision(db, id)
    const found = words.get(id) as string | undefined
    insert.run(id, revised ?? found ?? '')
    states.set(id, revised === null ? (found === undefined ? 'lost' : 'words') : 'revision')
  }
  return states
}

function bodyOfRevision(db: Database, id: number): string | null {
  const rows = db
    .prepare<[number], { state: string; body?: string | Uint8Array | null }>(
      'SELECT * FROM revision WHERE article_id = ? ORDER BY id DESC',
    )
    .iterate(id)
  for (const { state, body } of rows) {
    try {
      return unpackState({ state, body: body ?? null }).body
    } catch {
      // This one is damaged; the one before it may not be.
      continue
    }
  }
  return null
}

/** Gives articles whose own row is lost the title that their newest revision, the index or their text tells. */
function nameArticles(db: Database, ids: ReadonlySet<number>): void {
  const state = db.prepare('SELECT state FROM revision WHERE article_id = ? ORDER BY id DESC LIMIT 1').pluck()
  const words = db.prepare<[number], { title: string; summary: string }>(
    'SELECT title, summary FROM temp.words WHERE id = ?',
  )
  const body = db.prepare('SELECT body FROM article_body WHERE article_id = ?').pluck()
  const update = db.prepare('UPDATE article SET title = ?, title_key = ?, summary = ? WHERE id = ?')
  const address = db.prepare('UPDATE OR IGNORE article SET slug = ? WHERE id = ?')
  for (const id of ids) {
    const revised = unpackState({ state: (state.get(id) as string | undefined) ?? '{}', body: '' })
    const found = words.get(id)
    const title = revised.title || found?.title || firstLine(String(body.get(id)))
    update.run(title, sortKey(title), revised.summary || (found?.summary ?? ''), id)
    const slug = makeSlug(title)
    if (slug !== '') address.run(slug, id)
  }
}

function firstLine(body: string): string {
  const line = body.split('\n').find((one) => /\p{L}/u.test(one)) ?? ''
  return line.replace(/^[#>*\s-]+/, '').slice(0, 80)
}

/** References to rows that are lost. A library without any is what SQLite calls whole. */
function dropLooseEnds(db: Database): void {
  db.exec(`
    UPDATE category SET parent_id = NULL WHERE parent_id NOT IN (SELECT id FROM category);
    -- Categories that lead in a circle lead nowhere.
    WITH RECURSIVE below (id) AS (
      SELECT id FROM category WHERE parent_id IS NULL
      UNION SELECT category.id FROM category JOIN below ON parent_id = below.id
    )
    UPDATE category SET parent_id = NULL WHERE id NOT IN (SELECT id FROM below);
    UPDATE article SET category_id = NULL WHERE category_id NOT IN (SELECT id FROM category);
  `)
  placeCategories(db)
  for (let left = danglingRows(db); left.length > 0; left = danglingRows(db)) {
    for (const { table, key, value } of left) db.prepare(`DELETE FROM ${table} WHERE ${key} = ?`).run(value)
  }
}

/** Siblings are numbered anew; what lies in the trash is none, and nothing is in it or below it. */
function placeCategories(db: Database): void {
  const columns = db.pragma('table_info(category)') as { name: string }[]
  const hasTrash = columns.some(({ name }) => name === 'trashed_at')
  if (hasTrash) {
    db.exec(`
      CREATE TEMP TABLE trashed AS SELECT id FROM category WHERE trashed_at IS NOT NULL;
      UPDATE article SET category_id = NULL WHERE category_id IN (SELECT id FROM trashed);
      UPDATE category SET parent_id = NULL WHERE trashed_at IS NULL AND parent_id IN (SELECT id FROM trashed);
      DROP TABLE trashed;
    `)
  }
  const isLive = (of: string) => (hasTrash ? `${of}.trashed_at IS NULL` : 'TRUE')
  db.exec(`
    UPDATE category SET position = (
      SELECT count(*) FROM category AS other
      WHERE other.parent_id IS category.parent_id AND ${isLive('other')}
        AND (other.position, other.id) < (category.position, category.id)
    ) WHERE ${isLive('category')};
  `)
}

interface Dangling {
  readonly table: string
  readonly key: string
  readonly value: unknown
}

/** What else refers to a row that is lost: tags, authors, pins of articles; they mean nothing without it. */
function danglingRows(db: Database): Dangling[] {
  const broken = db.pragma('foreign_key_check') as { table: string; fkid: number }[]
  const kinds = new Map(broken.map((one) => [`${one.table} ${one.fkid}`, one]))
  return [...kinds.values()].flatMap(({ table, fkid }) => {
    const keys = db.pragma(`foreign_key_list(${table})`) as {
      id: number
      table: string
      from: string
      to: string
    }[]
    const key = keys.find(({ id }) => id === fkid)
    if (!key) return []
    const lost = db
      .prepare(
        `SELECT DISTINCT ${key.from} FROM ${table} WHERE ${key.from} NOT IN (SELECT ${key.to ?? 'id'} FROM ${key.table})`,
      )
      .pluck()
      .all()
    return lost.map((value) => ({ table, key: key.from, value }))
  })
}
