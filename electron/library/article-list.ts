import type { ArticleCounts, ArticleFilter, ArticlePage, ArticleSort } from '../../core/bridge.ts'
import type { ArticleRow } from '../../core/article.ts'
import { parseQuery } from '../../core/find/parse.ts'
import type { Connection } from './connection.ts'
import { HIT_END, HIT_START } from './search-index.ts'
import { shownWords } from './search-query.ts'
import { timestamp } from './time.ts'
import { wishSql } from './wish-sql.ts'

/** A list in SQL: conditions and their values, in order. */
interface Where {
  readonly conditions: string[]
  readonly values: (string | number)[]
}

const SORT_COLUMNS: Readonly<Record<ArticleSort['by'], string>> = {
  updated: 'updated_utc',
  published: 'published_utc',
  title: 'title_key',
  words: 'words',
}

/** A hit in the title says most, one in the body least. */
const RANK = 'bm25(search, 10.0, 4.0, 1.0, 6.0)'
const NOT_TRASHED = 'a.trashed_at IS NULL'
const TRASHED_IDS = '(SELECT id FROM article WHERE trashed_at IS NOT NULL)'
/** So many articles are sorted sooner than found one by one among a hundred thousand that are in order. */
const FEW = 5_000
const SNIPPET_WORDS = 24
const BODY_COLUMN = 2

/**
 * A part of the articles that a filter lets through. Without a sort: best first when searching for words, else what
 * was written at last first. Equals are in the order of their ids. `published` ascending starts with those that have
 * no date. Pieces of the query that mean nothing are left out of it, as they are while someone types them.
 */
export function listArticles(
  connection: Connection,
  filter: ArticleFilter,
  sort: ArticleSort | null,
  offset: number,
  limit: number,
): ArticlePage {
  const where = whereOf(connection, filter)
  if (!filter.query?.trim()) return pageOf(connection, idsByFilter(connection, where, sort, offset, limit))
  const { wish, problems } = parseQuery(filter.query, timestamp(connection.now()).slice(0, 10))
  // Signs alone find nothing, rather than everything.
  if (wish === null && problems.length === 0) return { total: 0, rows: [] }
  const asked = wish === null ? null : wishSql(connection, wish)
  for (const { sql, values } of asked?.conditions ?? []) {
    where.conditions.push(sql)
    where.values.push(...values)
  }
  if (asked?.isAboutTrash && filter.status === undefined) where.conditions.splice(0, 1)
  const match = asked?.match ?? null
  const page = pageOf(
    connection,
    match === null
      ? idsByFilter(connection, where, sort, offset, limit)
      : idsByQuery(connection, where, match, sort, offset, limit),
  )
  const words = wish === null ? null : shownWords(wish)
  if (words === null) return page
  const ids = page.rows.map(({ id }) => id)
  const found = snippets(connection, ids, words)
  return { ...page, rows: page.rows.map((row) => withSnippet(row, found.get(row.id))) }
}

/** One that was found by something else than words has none. */
function withSnippet(row: ArticleRow, snippet: string | undefined): ArticleRow {
  return snippet === undefined ? row : { ...row, snippet }
}

function pageOf(connection: Connection, { total, ids }: Found): ArticlePage {
  return { total, rows: ids.map((id) => rowOf(connection, id)) }
}

/** How many articles each list of the sidebar holds. */
export function countArticles(connection: Connection): ArticleCounts {
  const now = connection.now().getTime()
  const rows = connection.all<{ status: string; scheduled: number; count: number }>(
    `SELECT status, status = 'published' AND published_utc > ? AS scheduled, count(*) AS count
     FROM article WHERE trashed_at IS NULL GROUP BY 1, 2`,
    now,
  )
  const count = (status: string, scheduled = false) =>
    rows
      .filter((row) => row.status === status && Boolean(row.scheduled) === scheduled)
      .reduce((sum, row) => sum + row.count, 0)
  const one = (where: string) =>
    connection.get<{ count: number }>(`SELECT count(*) AS count FROM article WHERE ${where}`)?.count ?? 0
  return {
    all: rows.reduce((sum, row) => sum + row.count, 0),
    draft: count('draft'),
    ready: count('ready'),
    published: count('published'),
    scheduled: count('published', true),
    trash: one('trashed_at IS NOT NULL'),
    uncategorised: one('category_id IS NULL AND trashed_at IS NULL'),
  }
}

function whereOf(connection: Connection, filter: ArticleFilter): Where {
  const conditions = [filter.status === 'trash' ? 'a.trashed_at IS NOT NULL' : NOT_TRASHED]
  const values: (string | number)[] = []
  const add = (condition: string, ...more: (string | number)[]) => {
    conditions.push(condition)
    values.push(...more)
  }
  const now = connection.now().getTime()
  if (filter.status === 'draft' || filter.status === 'ready') add('a.status = ?', filter.status)
  if (filter.status === 'published') {
    add("a.status = 'published' AND (a.published_utc IS NULL OR a.published_utc <= ?)", now)
  }
  if (filter.status === 'scheduled') add("a.status = 'published' AND a.published_utc > ?", now)
  if (filter.categoryId === null) add('a.category_id IS NULL')
  else if (filter.categoryId !== undefined) {
    // UNION, not UNION ALL: it ends even when a damaged file holds a cycle.
    add(
      `a.category_id IN (WITH RECURSIVE below (id) AS (VALUES (?) UNION
         SELECT category.id FROM category JOIN below ON category.parent_id = below.id) SELECT id FROM below)`,
      filter.categoryId,
    )
  }
  if (filter.tagId !== undefined) {
    add('a.id IN (SELECT article_id FROM article_tag WHERE tag_id = ?)', filter.tagId)
  }
  if (filter.authorId !== undefined) {
    add('a.id IN (SELECT article_id FROM article_author WHERE author_id = ?)', filter.authorId)
  }
  return { conditions, values }
}

function idsIn(conditions: readonly string[]): string {
  return `(SELECT a.id FROM article a WHERE ${allOf(conditions)})`
}

/** Of no conditions at all every article is left. */
function allOf(conditions: readonly string[]): string {
  return conditions.length === 0 ? 'TRUE' : conditions.join(' AND ')
}

interface Found {
  readonly total: number
  readonly ids: readonly number[]
}

function idsByFilter(
  connection: Connection,
  { conditions, values }: Where,
  sort: ArticleSort | null,
  offset: number,
  limit: number,
): Found {
  const from = `FROM article a WHERE ${allOf(conditions)}`
  const total = count(connection, from, values)
  if (total <= offset) return { total, ids: [] }
  const order = orderBy(sort, total < FEW)
  return {
    total,
    ids: ids(connection, `SELECT a.id ${from} ORDER BY ${order} LIMIT ? OFFSET ?`, [
      ...values,
      limit,
      offset,
    ]),
  }
}

function idsByQuery(
  connection: Connection,
  { conditions, values }: Where,
  query: string,
  sort: ArticleSort | null,
  offset: number,
  limit: number,
): Found {
  // A set of ids, made once: looking up the article of every hit takes many times as long. The plus keeps the
  // planner from asking the index about each id of the set.
  const allowed =
    conditions.join(' AND ') === NOT_TRASHED ? `NOT IN ${TRASHED_IDS}` : `IN ${idsIn(conditions)}`
  const from = `FROM search WHERE search MATCH ? AND +search.rowid ${allowed}`
  const total = count(connection, from, [query, ...values])
  const page = [query, ...values, limit, offset]
  if (!sort) {
    const ranked = `SELECT rowid AS id ${from} ORDER BY ${RANK}, rowid LIMIT ? OFFSET ?`
    return { total, ids: ids(connection, ranked, page) }
  }
  const sorted = `SELECT a.id FROM article a WHERE a.id IN (SELECT rowid ${from}) ORDER BY ${orderBy(sort, total < FEW)} LIMIT ? OFFSET ?`
  return { total, ids: ids(connection, sorted, page) }
}

function count(connection: Connection, from: string, values: readonly (string | number)[]): number {
  return connection.get<{ count: number }>(`SELECT count(*) AS count ${from}`, ...values)?.count ?? 0
}

function ids(connection: Connection, sql: string, values: readonly (string | number)[]): number[] {
  return connection.all<{ id: number }>(sql, ...values).map(({ id }) => id)
}

/** The plus keeps the planner from going through all articles in this order to find the few that are asked for. */
function orderBy(sort: ArticleSort | null, areFew: boolean): string {
  const column = SORT_COLUMNS[sort?.by ?? 'updated']
  const direction = sort?.direction === 'ascending' ? 'ASC' : 'DESC'
  return `${areFew ? '+' : ''}a.${column} ${direction}, a.id ${direction}`
}

function rowOf(connection: Connection, id: number): ArticleRow {
  const row = connection.get<ArticleRow>(
    `SELECT id, title, slug, summary, status, category_id AS categoryId, cover, published_at AS publishedAt,
       updated_at AS updatedAt, trashed_at AS trashedAt, words FROM article WHERE id = ?`,
    id,
  )
  if (!row) throw new Error(`article ${id} left the list while it was being read`)
  return row
}

/**
 * Where each article of a page was found: in the body if a hit is there, else wherever it is, since the title
 * stands above the snippet anyway. All in one statement: the query is worked out only once.
 */
function snippets(connection: Connection, ids: readonly number[], query: string): Map<number, string> {
  const marks = [HIT_START, HIT_END]
  const rows = connection.all<{ id: number; body: string; any: string }>(
    `SELECT rowid AS id,
       snippet(search, ${BODY_COLUMN}, ?, ?, '…', ${SNIPPET_WORDS}) AS body,
       snippet(search, -1, ?, ?, '…', ${SNIPPET_WORDS}) AS any
     FROM search WHERE search MATCH ? AND +rowid IN (SELECT value FROM json_each(?))`,
    ...marks,
    ...marks,
    query,
    JSON.stringify(ids),
  )
  return new Map(
    rows.map(({ id, body, any }) => {
      const snippet = body.includes(HIT_START) ? body : any
      return [id, snippet.replace(/\s+/g, ' ').trim()]
    }),
  )
}
