import type { ActRef, BulkChange } from '../../core/acts.ts'
import type { Article, ArticlePatch, Timestamp } from '../../core/article.ts'
import type { SaveResult } from '../../core/bridge.ts'
import { Failure } from '../../core/errors.ts'
import { type ArticleHead, headOf } from '../../core/page/index.ts'
import { ARTICLE_COLUMNS, HEAD_COLUMNS, type FullRow, articleFromRow } from './article-rows.ts'
import { changeArticles, trashArticles } from './acts-change.ts'
import { checkPatch } from './article-patch.ts'
import { findArticle, missingArticle, readArticle } from './article-read.ts'
import { insertArticle, updateArticle } from './article-write.ts'
import type { Connection } from './connection.ts'
import { inSteps } from './in-steps.ts'
import { keepAroundSave } from './revisions.ts'
import { unindexArticle } from './search-index.ts'
import { forgetSlugs } from './slugs.ts'
import { dropUnusedTags, tagIdsOf } from './tag-rows.ts'

export interface ArticleStore {
  /** @throws Failure `notFound` */
  get(id: number): Article
  bySlug(slug: string): Article | null
  /**
   * `updatedAt` is when its text became what it is, for one that comes from elsewhere; now otherwise.
   * @throws Failure `value.refused`, `notFound`
   */
  create(input: ArticlePatch, updatedAt?: Timestamp): Article
  /**
   * Writes what differs. `slug: ''` lets the slug of a never published article follow its title again. `updatedAt`
   * is as in `create`.
   * @throws Failure `article.conflict` when the article is at another version; `notFound`, `value.refused`
   */
  save(id: number, baseVersion: number, patch: ArticlePatch, updatedAt?: Timestamp): SaveResult
  /** A draft with the same content, without a date. */
  duplicate(id: number): Article
  trash(ids: readonly number[]): ActRef
  restore(ids: readonly number[]): ActRef
  /** All of them or none. @throws Failure `notFound`, `value.refused` */
  change(ids: readonly number[], change: BulkChange): ActRef & { readonly changed: number }
  /** For good. @throws Failure `notFound` when one of them is not in the trash; then none is deleted */
  delete(ids: readonly number[]): void
  /** The Markdown of an article alone. @throws Failure `notFound` */
  body(id: number): string
  /** All that are not in the trash, by id. Reads in steps, so that writing goes on between two articles. */
  iterate(): IterableIterator<Article>
  /** The same without what is long: many times as fast. */
  heads(): IterableIterator<ArticleHead>
  /** The article that was brought in from a source, if there is one. */
  bySource(source: string): number | null
  source(id: number): ArticleSource | null
  /** Notes where an article was brought in from: `hash` is of what was read, the version that of now. */
  setSource(id: number, source: string, hash: string): void
}

/** Where an article came from, and how much of it is still as it came. */
export interface ArticleSource {
  readonly source: string
  readonly hash: string
  /** The article's version then: a higher one now means that the writer changed it since. */
  readonly version: number
}

/** How many articles {@link ArticleStore.iterate} reads at once. */
const STEP = 100

export function articleStore(connection: Connection): ArticleStore {
  const get = (id: number) => readArticle(connection, id)
  return {
    get,
    bySlug: (slug) => findArticle(connection, 'slug', slug),
    create: (input, updatedAt) =>
      connection.transaction(() => get(insertArticle(connection, checkPatch(connection, input), updatedAt))),
    save: (id, baseVersion, patch, updatedAt) =>
      connection.transaction(() => {
        const before = get(id)
        if (before.version !== baseVersion) {
          throw new Failure('article.conflict', { id, version: before.version })
        }
        const checked = checkPatch(connection, patch)
        const result = updateArticle(connection, before, checked, updatedAt)
        if (result.version !== before.version) keepAroundSave(connection, before, checked)
        return result
      }),
    duplicate: (id) =>
      connection.transaction(() => {
        const { title, summary, body, categoryId, tags, authorIds, cover, coverAlt, language, extra } =
          get(id)
        const copy: ArticlePatch = {
          title,
          summary,
          body,
          categoryId,
          tags,
          authorIds,
          cover,
          coverAlt,
          language,
          extra,
        }
        return get(insertArticle(connection, copy))
      }),
    trash: (ids) => trashArticles(connection, ids, true),
    restore: (ids) => trashArticles(connection, ids, false),
    change: (ids, change) => changeArticles(connection, ids, change),
    delete: (ids) => deleteArticles(connection, ids),
    body: (id) => {
      const row = connection.get<{ body: string }>('SELECT body FROM article_body WHERE article_id = ?', id)
      if (!row) throw missingArticle(id)
      return row.body
    },
    iterate: () => iterate(connection, WHOLE),
    *heads() {
      for (const article of iterate(connection, HEAD)) yield headOf(article)
    },
    bySource: (source) =>
      connection.get<{ id: number }>('SELECT article_id AS id FROM article_source WHERE source = ?', source)
        ?.id ?? null,
    source: (id) =>
      connection.get<ArticleSource>(
        'SELECT source, hash, version FROM article_source WHERE article_id = ?',
        id,
      ) ?? null,
    setSource: (id, source, hash) =>
      connection.transaction(() => {
        connection.run('DELETE FROM article_source WHERE article_id = ?', id)
        connection.run(
          'INSERT INTO article_source SELECT id, ?, ?, version FROM article WHERE id = ?',
          source,
          hash,
          id,
        )
      }),
  }
}

function deleteArticles(connection: Connection, ids: readonly number[]): void {
  connection.transaction(() => {
    const tags = ids.flatMap((id) => tagIdsOf(connection, id))
    inSteps(connection, [...new Set(ids)], (some) => {
      for (const id of some) deleteOne(connection, id)
    })
    dropUnusedTags(connection, tags)
  })
}

function deleteOne(connection: Connection, id: number): void {
  const { changes } = connection.run('DELETE FROM article WHERE id = ? AND trashed_at IS NOT NULL', id)
  if (changes === 0) throw missingArticle(id)
  unindexArticle(connection, id)
  forgetSlugs(connection, 'article', id)
  connection.changed(ALL_COUNTS, id)
}

const WHOLE = `SELECT ${ARTICLE_COLUMNS} FROM article a JOIN article_body b ON b.article_id = a.id`
const HEAD = `SELECT ${HEAD_COLUMNS}, '' AS body, '{}' AS extra FROM article a`

/** `what` is {@link WHOLE} or {@link HEAD}. */
function* iterate(connection: Connection, what: string): IterableIterator<Article> {
  let after = 0
  for (;;) {
    const rows = connection.all<FullRow>(
      `${what} WHERE a.id > ? AND +a.trashed_at IS NULL ORDER BY a.id LIMIT ${STEP}`,
      after,
    )
    const [first, last] = [rows[0], rows.at(-1)]
    if (!first || !last) return
    const tags = groupBy(
      connection.all<{ article: number; value: string }>(
        `SELECT article_id AS article, name AS value FROM article_tag JOIN tag ON id = tag_id
         WHERE article_id BETWEEN ? AND ? ORDER BY article_id, position`,
        first.id,
        last.id,
      ),
    )
    const authors = groupBy(
      connection.all<{ article: number; value: number }>(
        `SELECT article_id AS article, author_id AS value FROM article_author
         WHERE article_id BETWEEN ? AND ? ORDER BY article_id, position`,
        first.id,
        last.id,
      ),
    )
    for (const row of rows) yield articleFromRow(row, tags.get(row.id) ?? [], authors.get(row.id) ?? [])
    after = last.id
  }
}

function groupBy<T>(rows: readonly { article: number; value: T }[]): Map<number, T[]> {
  const groups = new Map<number, T[]>()
  for (const { article, value } of rows) {
    const group = groups.get(article)
    if (group) group.push(value)
    else groups.set(article, [value])
  }
  return groups
}

const ALL_COUNTS = ['articles', 'categories', 'tags', 'authors', 'related'] as const
