import type { Connection } from './connection.ts'
import { TEXT_VERSION, readBody } from './body-text.ts'

/** Marks before and after a hit in a snippet; taken out of every text that is indexed. */
export const HIT_START = '\u0002'
export const HIT_END = '\u0003'

/** Raised whenever rows of the index would be made otherwise. */
export const INDEX_VERSION = `1.${TEXT_VERSION}`

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

/** The same when the body is as it was: spares reading its text again. */
export function indexAllButBody(connection: Connection, id: number, article: Omit<Findable, 'text'>): void {
  const tags = article.tags.join('\n')
  const values = [article.title, article.summary, tags].map(clean)
  connection.run('UPDATE search SET title = ?, summary = ?, tags = ? WHERE rowid = ?', ...values, id)
}

/** Renews the tags by which an article is found. */
export function indexTags(connection: Connection, id: number, tags: readonly string[]): void {
  connection.run('UPDATE search SET tags = ? WHERE rowid = ?', clean(tags.join('\n')), id)
}

export function unindexArticle(connection: Connection, id: number): void {
  connection.run('DELETE FROM search WHERE rowid = ?', id)
}

/** Makes the whole index anew when it was made by other rules than today's, or not yet. */
export function refreshIndex(connection: Connection): void {
  const current = () =>
    connection.get<{ value: string }>("SELECT value FROM note WHERE key = 'search'")?.value === INDEX_VERSION
  if (current()) return
  connection.transaction(() => {
    if (current()) return
    connection.run('DELETE FROM search')
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
