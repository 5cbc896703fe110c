import { calledBy, withAllBelow } from '../../core/find/names.ts'
import type { Having } from '../../core/find/fields.ts'
import type { NamedField, Wish } from '../../core/find/query.ts'
import type { Connection } from './connection.ts'
import { isWords, searchQuery } from './search-query.ts'

type Value = string | number

/** A condition on the article `a`, with its values in order. It is never NULL. */
export interface Condition {
  readonly sql: string
  readonly values: readonly Value[]
}

/** A wish in SQL. */
export interface WishSql {
  /** An FTS5 query that every article must answer and is ranked by; null when there is none. */
  readonly match: string | null
  /** What must hold as well. */
  readonly conditions: readonly Condition[]
  /** Whether articles in the trash are asked for somewhere. */
  readonly isAboutTrash: boolean
}

/** Puts a wish in SQL. Names are looked up now, since they may be of things that come and go. */
export function wishSql(connection: Connection, wish: Wish): WishSql {
  const all = wish.kind === 'and' ? wish.wishes : [wish]
  const words = all.filter(isWords)
  const match = words.length === 0 ? null : searchQuery({ kind: 'and', wishes: words })
  const conditions = all.filter((one) => !isWords(one)).map((one) => conditionOf(connection, one))
  return { match, conditions, isAboutTrash: asksForTrash(wish) }
}

function asksForTrash(wish: Wish): boolean {
  if (wish.kind === 'and' || wish.kind === 'or') return wish.wishes.some(asksForTrash)
  return wish.kind === 'status' && wish.status === 'trash'
}

function conditionOf(connection: Connection, wish: Wish): Condition {
  switch (wish.kind) {
    case 'and':
    case 'or': {
      if (isWords(wish)) return matching(searchQuery(wish))
      const inside = wish.wishes.map((one) => conditionOf(connection, one))
      const sql = `(${inside.map((one) => one.sql).join(wish.kind === 'and' ? ' AND ' : ' OR ')})`
      return { sql, values: inside.flatMap(({ values }) => values) }
    }
    case 'not': {
      const { sql, values } = conditionOf(connection, wish.wish)
      return { sql: `NOT ${sql}`, values }
    }
    case 'text':
      return matching(searchQuery(wish))
    case 'named':
      return named(connection, wish.what, wish.name)
    case 'status':
      return status(connection, wish.status)
    case 'language':
      return language(connection, wish.language)
    case 'days':
      return days(wish)
    case 'words':
      return {
        sql: wish.most === null ? '(a.words >= ?)' : '(a.words BETWEEN ? AND ?)',
        values: wish.most === null ? [wish.least] : [wish.least, wish.most],
      }
    case 'has':
      return { sql: `(${HAS[wish.what]})`, values: [] }
    case 'slug':
      return { sql: '(a.id IN (SELECT id FROM article WHERE instr(slug, ?) > 0))', values: [wish.slug] }
  }
}

function matching(query: string): Condition {
  return { sql: '(a.id IN (SELECT rowid FROM search WHERE search MATCH ?))', values: [query] }
}

/** Everything that has the name; nothing has a name that nobody knows. */
function named(connection: Connection, what: NamedField, name: string): Condition {
  const ids = idsCalled(connection, what, name)
  const list = '(SELECT value FROM json_each(?))'
  const sql =
    what === 'category'
      ? `(a.category_id IS NOT NULL AND a.category_id IN ${list})`
      : `(a.id IN (SELECT article_id FROM article_${what} WHERE ${what}_id IN ${list}))`
  return { sql, values: [JSON.stringify(ids)] }
}

function idsCalled(connection: Connection, what: NamedField, name: string): readonly number[] {
  if (what === 'category') {
    const all = connection.all<{ id: number; parentId: number | null; name: string; slug: string }>(
      'SELECT id, parent_id AS parentId, name, slug FROM category WHERE trashed_at IS NULL',
    )
    return withAllBelow(
      calledBy(all, name).map(({ id }) => id),
      all,
    )
  }
  const all = connection.all<{ id: number; name: string; slug: string }>(`SELECT id, name, slug FROM ${what}`)
  return calledBy(all, name).map(({ id }) => id)
}

function status(connection: Connection, wanted: Extract<Wish, { kind: 'status' }>['status']): Condition {
  const now = connection.now().getTime()
  switch (wanted) {
    case 'trash':
      return { sql: '(a.trashed_at IS NOT NULL)', values: [] }
    case 'scheduled':
      return {
        sql: "(a.trashed_at IS NULL AND a.status = 'published' AND ifnull(a.published_utc > ?, 0))",
        values: [now],
      }
    case 'published':
      return {
        sql: "(a.trashed_at IS NULL AND a.status = 'published' AND ifnull(a.published_utc <= ?, 1))",
        values: [now],
      }
    default:
      return { sql: '(a.trashed_at IS NULL AND a.status = ?)', values: [wanted] }
  }
}

/** An article without a language has the site's. */
function language(connection: Connection, wanted: string): Condition {
  const site = connection.get<{ language: string }>('SELECT language FROM site')?.language.toLowerCase() ?? ''
  const isSite = site === wanted || site.startsWith(`${wanted}-`)
  const own = 'a.language IS NOT NULL AND (lower(a.language) = ? OR substr(lower(a.language), 1, ?) = ?)'
  return {
    sql: isSite ? `(a.language IS NULL OR ${own})` : `(${own})`,
    values: [wanted, wanted.length + 1, `${wanted}-`],
  }
}

/** No clock on earth is further from UTC, in milliseconds. */
const FURTHEST = 14 * 3_600_000

/** Days are those on the writer's own clock; the instants beside them have an index. */
function days({ column, from, until }: Extract<Wish, { kind: 'days' }>): Condition {
  const [wall, utc] =
    column === 'published' ? ['a.published_at', 'a.published_utc'] : ['a.updated_at', 'a.updated_utc']
  const sql = [`${wall} IS NOT NULL`]
  const values: Value[] = []
  if (from !== null) {
    sql.push(`${utc} >= ?`, `substr(${wall}, 1, 10) >= ?`)
    values.push(Date.parse(`${from}T00:00:00Z`) - FURTHEST, from)
  }
  if (until !== null) {
    sql.push(`${utc} < ?`, `substr(${wall}, 1, 10) < ?`)
    values.push(Date.parse(`${until}T00:00:00Z`) + FURTHEST, until)
  }
  return { sql: `(${sql.join(' AND ')})`, values }
}

const HAS: Readonly<Record<Having, string>> = {
  cover: 'a.cover IS NOT NULL',
  summary: "a.summary <> ''",
  text: 'a.words > 0',
  tags: 'EXISTS (SELECT 1 FROM article_tag WHERE article_id = a.id)',
  category: 'a.category_id IS NOT NULL',
  author: 'EXISTS (SELECT 1 FROM article_author WHERE article_id = a.id)',
  date: 'a.published_at IS NOT NULL',
  language: 'a.language IS NOT NULL',
  description: "a.meta_description <> ''",
  pictures: 'EXISTS (SELECT 1 FROM media_use WHERE article_id = a.id)',
  footer: 'a.footer_place IS NOT NULL',
}
