import { Failure } from '../../core/errors.ts'
import type { Connection } from './connection.ts'

export interface RelatedStore {
  /** In the writer's order; those in the trash are among them. */
  pins(articleId: number): number[]
  /** What is pinned is no longer hidden. @throws Failure `notFound` */
  setPins(articleId: number, pinned: readonly number[]): void
  hidden(articleId: number): number[]
  /** What is hidden is no longer pinned. @throws Failure `notFound` */
  setHidden(articleId: number, hidden: readonly number[]): void
  /** The stored vectors of articles outside the trash, by id; each of the version that it was made from. */
  vectors(): IterableIterator<StoredVector>
  /** Puts vectors in the place of those that were there. */
  storeVectors(analyser: string, vectors: Iterable<StoredVector>): void
  /** Articles outside the trash without a vector of their version and this analyser, by id. */
  stale(analyser: string): number[]
}

export interface StoredVector {
  readonly id: number
  /** The article's. */
  readonly version: number
  readonly vector: Uint8Array
}

/** How many vectors are read at once. */
const STEP = 500

export function relatedStore(connection: Connection): RelatedStore {
  const ids = (sql: string, articleId: number) =>
    connection.all<{ id: number }>(sql, articleId).map(({ id }) => id)
  return {
    pins: (id) => ids('SELECT other_id AS id FROM related_pin WHERE article_id = ? ORDER BY position', id),
    hidden: (id) =>
      ids('SELECT other_id AS id FROM related_hidden WHERE article_id = ? ORDER BY other_id', id),
    setPins: (articleId, pinned) =>
      connection.transaction(() => {
        const others = checkOthers(connection, articleId, pinned)
        connection.run('DELETE FROM related_pin WHERE article_id = ?', articleId)
        others.forEach((id, position) => {
          connection.run('INSERT INTO related_pin VALUES (?, ?, ?)', articleId, position, id)
          connection.run('DELETE FROM related_hidden WHERE article_id = ? AND other_id = ?', articleId, id)
        })
        connection.changed(['related'], articleId)
      }),
    setHidden: (articleId, hidden) =>
      connection.transaction(() => {
        const others = checkOthers(connection, articleId, hidden)
        connection.run('DELETE FROM related_hidden WHERE article_id = ?', articleId)
        for (const id of others) {
          connection.run('INSERT INTO related_hidden VALUES (?, ?)', articleId, id)
          connection.run('DELETE FROM related_pin WHERE article_id = ? AND other_id = ?', articleId, id)
        }
        connection.changed(['related'], articleId)
      }),
    vectors: () => vectors(connection),
    storeVectors: (analyser, all) =>
      connection.transaction(() => {
        for (const { id, version, vector } of all) {
          // An article may have been deleted while it was being analysed.
          connection.run(
            `INSERT OR REPLACE INTO term_vector SELECT id, ?, ?, ? FROM article WHERE id = ?`,
            version,
            analyser,
            vector,
            id,
          )
        }
      }),
    stale: (analyser) =>
      connection
        .all<{ id: number }>(
          `SELECT a.id FROM article a LEFT JOIN term_vector v ON v.article_id = a.id
           WHERE a.trashed_at IS NULL AND (v.version IS NOT a.version OR v.analyser IS NOT ?) ORDER BY a.id`,
          analyser,
        )
        .map(({ id }) => id),
  }
}

function* vectors(connection: Connection): IterableIterator<StoredVector> {
  let after = 0
  for (;;) {
    const rows = connection.all<StoredVector>(
      `SELECT v.article_id AS id, v.version, v.vector FROM term_vector v JOIN article a ON a.id = v.article_id
       WHERE v.article_id > ? AND a.trashed_at IS NULL ORDER BY v.article_id LIMIT ${STEP}`,
      after,
    )
    const last = rows.at(-1)
    if (!last) return
    yield* rows
    after = last.id
  }
}

/** Each once, in order, without the article itself. */
function checkOthers(connection: Connection, articleId: number, others: readonly number[]): number[] {
  const distinct = [...new Set(others)].filter((id) => id !== articleId)
  for (const id of [articleId, ...distinct]) {
    if (!connection.get('SELECT 1 FROM article WHERE id = ?', id)) {
      throw new Failure('notFound', { what: 'article', which: String(id) })
    }
  }
  return distinct
}
