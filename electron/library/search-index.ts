import type { Connection } from './connection.ts'
import { TEXT_VERSION, readBody } from './body-text.ts'

/** Marks before and after a hit in a snippet; taken out of every text that is indexed. */
export const HIT_START = '\u0002'
export const HIT_END = '\u0003'

/** Raised whenever rows of the index would be made otherwise. */
export const INDEX_VERSION = `1.${TEXT_VERSION}`

/** In articles of so many words together the index may lag behind: a search then waits a tenth of a second at most. */
const MOST_PENDING = 60_000

/** What an article is found by. */
export interface Findable {
  readonly title: string
  readonly summary: string
  /** Without markup. */
  readonly text: string
  readonly tags: readonly string[]
}

/** Puts an article in the index, or in the place of what it was; in the transaction that saves it. */
export function indexArticle(connection: Connection, id: number, article: Findable): void {
  const tags = article.tags.join('\n')
  const values = [article.title, article.summary, article.text, tags].map(clean)
  connection.run(
    'INSERT OR REPLACE INTO search (rowid, title, summary, body, tags) VALUES (?, ?, ?, ?, ?)',
    id,
    ...values,
  )
}

/**
 * Has the index brought up to date with an article that is in it, before anyone searches it; in the transaction that
 * saves the article. While a writer types, that is once in many saves, each of which would take three times as long.
 */
export function indexLater(connection: Connection, id: number): void {
  // CROSS: the planner must not begin with the articles.
  const pending = connection.get<{ words: number; isIn: number; count: number }>(
    `SELECT coalesce(sum(words), 0) AS words, coalesce(max(id = ?), 0) AS isIn, count(*) AS count
     FROM search_pending CROSS JOIN article ON id = article_id`,
    id,
  )
  if (pending?.isIn === 1 && pending.count <= SLICE) return
  if (pending?.isIn === 0 && pending.words < MOST_PENDING)
    connection.run('INSERT INTO search_pending VALUES (?)', id)
  else indexStored(connection, id)
}

/** The same for the articles in a JSON list of ids, however many: what searches waits for no more than {@link SLICE}. */
export function indexAllLater(connection: Connection, ids: string): void {
  connection.run('INSERT OR IGNORE INTO search_pending SELECT value FROM json_each(?)', ids)
}

/** So many articles are brought up to date at once; while more are waiting, searches do not wait for them. */
const SLICE = 50

/**
 * Brings the index up to date with some of the articles that {@link indexLater} and {@link indexAllLater} have named;
 * no work when there are none. Gives whether there are more.
 */
export function indexPending(connection: Connection): boolean {
  if (pendingIds(connection, 1).length === 0) return false
  return connection.transaction(() => {
    // Another connection may have done it meanwhile.
    const ids = pendingIds(connection, SLICE)
    for (const id of ids) indexStored(connection, id)
    connection.run(
      'DELETE FROM search_pending WHERE article_id IN (SELECT value FROM json_each(?))',
      JSON.stringify(ids),
    )
    return pendingIds(connection, 1).length > 0
  })
}

/** The same when that is all of them; many are left to whoever has the time. */
export function indexFew(connection: Connection): void {
  if (pendingIds(connection, SLICE + 1).length <= SLICE) indexPending(connection)
}

/** Articles whose rows in the index are older than their texts, so many at most. */
export function pendingIds(connection: Connection, most: number): readonly number[] {
  return connection
    .all<{ id: number }>('SELECT article_id AS id FROM search_pending ORDER BY article_id LIMIT ?', most)
    .map(({ id }) => id)
}

export function unindexArticle(connection: Connection, id: number): void {
  connection.run('DELETE FROM search WHERE rowid = ?', id)
}

/** Whether the search index was made by today's rules. */
export function isIndexed(connection: Connection): boolean {
  return (
    connection.get<{ value: string }>("SELECT value FROM note WHERE key = 'search'")?.value === INDEX_VERSION
  )
}

/** Makes the whole index anew when it was made by other rules than today's, or not yet; else what is pending of it. */
export function refreshIndex(connection: Connection): void {
  const current = () => isIndexed(connection)
  if (current()) return indexFew(connection)
  connection.transaction(() => {
    if (current()) return
    connection.run('DELETE FROM search')
    connection.run('DELETE FROM search_pending')
    for (const { id } of connection.all<{ id: number }>('SELECT id FROM article ORDER BY id')) {
      indexStored(connection, id)
    }
    connection.run("INSERT OR REPLACE INTO note VALUES ('search', ?)", INDEX_VERSION)
  })
}

function indexStored(connection: Connection, id: number): void {
  const row = connection.get<{ title: string; summary: string; body: string }>(
    'SELECT title, summary, body FROM article JOIN article_body ON article_id = id WHERE id = ?',
    id,
  )
  if (!row) return
  const { text, words } = readBody(row.body)
  connection.run('UPDATE article SET words = ? WHERE id = ? AND words <> ?', words, id, words)
  indexArticle(connection, id, { ...row, text, tags: tagNames(connection, id) })
}

/** The names of an article's tags, in the writer's order. */
export function tagNames(connection: Connection, articleId: number): string[] {
  return connection
    .all<{ name: string }>(
      'SELECT name FROM article_tag JOIN tag ON id = tag_id WHERE article_id = ? ORDER BY position',
      articleId,
    )
    .map(({ name }) => name)
}

/** A text as the index keeps it. */
export function clean(text: string): string {
  return text.replaceAll(HIT_START, '').replaceAll(HIT_END, '')
}
