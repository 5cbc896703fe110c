import type { Article } from '../../core/article.ts'
import { Failure } from '../../core/errors.ts'
import type { Connection } from './connection.ts'
import { parseObject, parseTexts } from './json.ts'
import type { ChangeCounts } from './related-told.ts'

export interface RelatedStore {
  /** In the writer's order; those in the trash are among them. */
  pins(articleId: number): number[]
  /** What is pinned is no longer hidden. @throws Failure `notFound` */
  setPins(articleId: number, pinned: readonly number[]): void
  hidden(articleId: number): number[]
  /** What is hidden is no longer pinned. @throws Failure `notFound` */
  setHidden(articleId: number, hidden: readonly number[]): void
  /** All that writers pinned and hid, in a fixed order: changes whenever any of it does. */
  byHand(): { readonly pins: readonly Pair[]; readonly hidden: readonly Pair[] }
  /** What the ranking needs of every article outside the trash beside its terms, or of these of them; by id. */
  heads(only?: readonly number[]): RelatedHead[]
  /** How often each part of the library was changed, by whomever. */
  changes(): ChangeCounts
  /** The vectors that this analyser stored of articles outside the trash, by id. */
  vectors(analyser: string): IterableIterator<StoredVector>
  /** The same for one article; null when there is none of its present version. */
  vector(analyser: string, id: number): StoredVector | null
  /** Puts vectors in the place of those that were there. */
  storeVectors(analyser: string, vectors: Iterable<StoredVector>): void
  /** Articles outside the trash without a vector of their version and this analyser, by id. */
  stale(analyser: string): number[]
}

/** An article, and one that its writer pinned to it or hid from it. */
export type Pair = readonly [articleId: number, otherId: number]

export interface StoredVector {
  readonly id: number
  /** The article's. */
  readonly version: number
  /** Slugs of the articles that its body links to. */
  readonly links: readonly string[]
  readonly vector: Uint8Array
}

/** An article as the ranking and its lists know it. */
export type RelatedHead = Pick<
  Article,
  'id' | 'version' | 'title' | 'slug' | 'status' | 'categoryId' | 'publishedAt' | 'tags'
> & {
  /** The article's own, or the site's. */
  readonly language: string
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
    byHand: () => ({
      pins: pairs(connection, 'SELECT article_id AS a, other_id AS b FROM related_pin ORDER BY a, position'),
      hidden: pairs(connection, 'SELECT article_id AS a, other_id AS b FROM related_hidden ORDER BY a, b'),
    }),
    heads: (only) => heads(connection, only),
    changes: () => changes(connection),
    vectors: (analyser) => vectors(connection, analyser),
    vector: (analyser, id) => {
      const row = connection.get<VectorRow>(
        `${VECTORS} WHERE v.article_id = ? AND v.analyser = ? AND v.version = a.version`,
        id,
        analyser,
      )
      return row ? fromRow(row) : null
    },
    storeVectors: (analyser, all) =>
      connection.transaction(() => {
        for (const { id, version, links, vector } of all) {
          // An article may have been deleted while it was being analysed.
          connection.run(
            'INSERT OR REPLACE INTO term_vector SELECT id, ?, ?, ?, ? FROM article WHERE id = ?',
            version,
            analyser,
            JSON.stringify(links),
            vector,
            id,
          )
        }
      }),
    stale: (analyser) =>
      connection
        .all<{ id: number }>(
          `SELECT a.id FROM article a LEFT JOIN term_vector v ON v.article_id = a.id
           WHERE +a.trashed_at IS NULL AND (v.version IS NOT a.version OR v.analyser IS NOT ?) ORDER BY a.id`,
          analyser,
        )
        .map(({ id }) => id),
  }
}

function pairs(connection: Connection, sql: string): Pair[] {
  return connection.all<{ a: number; b: number }>(sql).map(({ a, b }) => [a, b])
}

interface VectorRow {
  id: number
  version: number
  links: string
  vector: Uint8Array
}

// CROSS, and + below: by an index on articles the planner would sort all of them for every step.
const VECTORS = `
  SELECT v.article_id AS id, v.version, v.links, v.vector
  FROM term_vector v CROSS JOIN article a ON a.id = v.article_id`

function* vectors(connection: Connection, analyser: string): IterableIterator<StoredVector> {
  let after = 0
  for (;;) {
    const rows = connection.all<VectorRow>(
      `${VECTORS} WHERE v.article_id > ? AND v.analyser = ? AND v.version = a.version AND a.trashed_at IS NULL
       ORDER BY v.article_id LIMIT ${STEP}`,
      after,
      analyser,
    )
    const last = rows.at(-1)
    if (!last) return
    for (const row of rows) yield fromRow(row)
    after = last.id
  }
}

function fromRow({ links, ...row }: VectorRow): StoredVector {
  return { ...row, links: parseTexts(links) }
}

function heads(connection: Connection, only?: readonly number[]): RelatedHead[] {
  const [among, given] = only ? [`IN (SELECT value FROM json_each(?))`, [JSON.stringify(only)]] : ['', []]
  const tags = new Map<number, string[]>()
  for (const { id, name } of connection.all<{ id: number; name: string }>(
    `SELECT article_id AS id, name FROM article_tag JOIN tag ON tag.id = tag_id
     ${only ? `WHERE article_id ${among}` : ''} ORDER BY article_id, position`,
    ...given,
  )) {
    const known = tags.get(id)
    if (known) known.push(name)
    else tags.set(id, [name])
  }
  return connection
    .all<Omit<RelatedHead, 'tags'>>(
      `SELECT id, version, title, slug, status, category_id AS categoryId, published_at AS publishedAt,
         coalesce(language, (SELECT language FROM site)) AS language
       FROM article WHERE +trashed_at IS NULL ${only ? `AND id ${among}` : ''} ORDER BY id`,
      ...given,
    )
    .map((head) => ({ ...head, tags: tags.get(head.id) ?? [] }))
}

function changes(connection: Connection): ChangeCounts {
  const note = connection.get<{ value: string }>("SELECT value FROM note WHERE key = 'changes'")
  const counts = Object.entries(parseObject(note?.value ?? '{}'))
  return Object.fromEntries(counts.filter(([, count]) => typeof count === 'number'))
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
