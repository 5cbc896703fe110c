import type { Article } from '../../core/article.ts'
import { Failure } from '../../core/errors.ts'
import { ARTICLE_COLUMNS, type FullRow, articleFromRow } from './article-rows.ts'
import type { Connection } from './connection.ts'
import { tagNames } from './search-index.ts'

/** @throws Failure `notFound` */
export function readArticle(connection: Connection, id: number): Article {
  const article = findArticle(connection, 'id', id)
  if (!article) throw missingArticle(id)
  return article
}

export function findArticle(
  connection: Connection,
  by: 'id' | 'slug',
  value: number | string,
): Article | null {
  const row = connection.get<FullRow>(
    `SELECT ${ARTICLE_COLUMNS} FROM article a JOIN article_body b ON b.article_id = a.id WHERE a.${by} = ?`,
    value,
  )
  return row ? articleFromRow(row, tagNames(connection, row.id), authorIds(connection, row.id)) : null
}

export function missingArticle(id: number): Failure {
  return new Failure('notFound', { what: 'article', which: String(id) })
}

function authorIds(connection: Connection, articleId: number): number[] {
  return connection
    .all<{ id: number }>(
      'SELECT author_id AS id FROM article_author WHERE article_id = ? ORDER BY position',
      articleId,
    )
    .map(({ id }) => id)
}
