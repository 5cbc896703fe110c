import type { ActRef } from '../../core/acts.ts'
import type { Tag } from '../../core/article.ts'
import { Failure } from '../../core/errors.ts'
import type { Connection } from './connection.ts'
import { foldName, tidyName } from './fold.ts'
import { indexTags, tagNames } from './search-index.ts'
import { claimSlug, forgetSlugs, retireSlug, slugFor } from './slugs.ts'

export interface TagStore {
  /** By name. A tag that no article outside the trash has is not among them. */
  list(): Tag[]
  /**
   * Gives a tag another name; when another tag has that name already, the two become one. Gives the tag that
   * stays.
   * @throws Failure `notFound`, `value.refused`
   */
  rename(id: number, name: string): Tag & ActRef
  /** Takes a tag off every article. @throws Failure `notFound` */
  delete(id: number): ActRef
}

// The trash is small: counting all uses in the index and taking those off is quicker than asking each article.
const WITH_COUNT = `
  WITH
    used (id, uses) AS (SELECT tag_id, count(*) FROM article_tag GROUP BY tag_id),
    gone (id, uses) AS (
      SELECT tag_id, count(*) FROM article a JOIN article_tag ON article_id = a.id
      WHERE a.trashed_at IS NOT NULL GROUP BY tag_id)
  SELECT t.id, t.name, t.slug, coalesce(used.uses, 0) - coalesce(gone.uses, 0) AS articles
  FROM tag t LEFT JOIN used ON used.id = t.id LEFT JOIN gone ON gone.id = t.id`

export function tagStore(connection: Connection): TagStore {
  const get = (id: number): Tag => {
    const tag = connection.get<Tag>(`${WITH_COUNT} WHERE t.id = ?`, id)
    if (!tag) throw new Failure('notFound', { what: 'tag', which: String(id) })
    return tag
  }
  return {
    list: () => connection.all<Tag>(`${WITH_COUNT} WHERE articles > 0 ORDER BY t.name_key`),
    rename: (id, wanted) =>
      connection.transaction(() => {
        const before = get(id)
        const name = tidyName(wanted)
        if (name === '')
          throw new Failure('value.refused', { field: 'name', value: wanted, problem: 'empty' })
        const key = foldName(name)
        const other = connection.get<{ id: number }>(
          'SELECT id FROM tag WHERE name_key = ? AND id <> ?',
          key,
          id,
        )
        if (other) merge(connection, before, get(other.id))
        else changeName(connection, before, name, key)
        const stays = other?.id ?? id
        refreshArticles(connection, stays)
        connection.changed(['tags', 'articles', 'related'])
        return { ...get(stays), actId: null }
      }),
    delete: (id) =>
      connection.transaction(() => {
        get(id)
        const articles = articlesWith(connection, id)
        connection.run('DELETE FROM tag WHERE id = ?', id)
        forgetSlugs(connection, 'tag', id)
        for (const articleId of articles) refreshArticle(connection, articleId)
        connection.changed(['tags', 'articles', 'related'])
        return { actId: null }
      }),
  }
}

/** The tag of a name, made when there is none; the name that it has already stays. */
export function tagIdFor(connection: Connection, name: string): number {
  const key = foldName(name)
  const known = connection.get<{ id: number }>('SELECT id FROM tag WHERE name_key = ?', key)
  if (known) return known.id
  const slug = slugFor(connection, 'tag', name)
  claimSlug(connection, 'tag', slug)
  return connection.run('INSERT INTO tag (name, name_key, slug) VALUES (?, ?, ?)', tidyName(name), key, slug)
    .id
}

/** Of these tags, those that no article has any more are gone; one in the trash still counts. */
export function dropUnusedTags(connection: Connection, ids: readonly number[]): void {
  for (const id of ids) {
    if (connection.get('SELECT 1 FROM article_tag WHERE tag_id = ? LIMIT 1', id)) continue
    connection.run('DELETE FROM tag WHERE id = ?', id)
    forgetSlugs(connection, 'tag', id)
  }
}

/** The tags of an article, in the writer's order. */
export function tagIdsOf(connection: Connection, articleId: number): number[] {
  return connection
    .all<{ id: number }>(
      'SELECT tag_id AS id FROM article_tag WHERE article_id = ? ORDER BY position',
      articleId,
    )
    .map(({ id }) => id)
}

function changeName(connection: Connection, before: Tag, name: string, key: string): void {
  const slug = slugFor(connection, 'tag', name, before.id)
  connection.run('UPDATE tag SET name = ?, name_key = ?, slug = ? WHERE id = ?', name, key, slug, before.id)
  if (slug !== before.slug) retireSlug(connection, 'tag', before.id, before.slug, slug)
}

/** Where an article has both, it keeps the one that stays, in its place. */
function merge(connection: Connection, gone: Tag, stays: Tag): void {
  connection.run('UPDATE OR IGNORE article_tag SET tag_id = ? WHERE tag_id = ?', stays.id, gone.id)
  connection.run('DELETE FROM tag WHERE id = ?', gone.id)
  connection.run("UPDATE old_slug SET owner_id = ? WHERE kind = 'tag' AND owner_id = ?", stays.id, gone.id)
  retireSlug(connection, 'tag', stays.id, gone.slug, stays.slug)
}

function refreshArticles(connection: Connection, tagId: number): void {
  for (const articleId of articlesWith(connection, tagId)) refreshArticle(connection, articleId)
}

function refreshArticle(connection: Connection, articleId: number): void {
  indexTags(connection, articleId, tagNames(connection, articleId))
  // Tags are among the terms by which articles are related.
  connection.run('DELETE FROM term_vector WHERE article_id = ?', articleId)
}

function articlesWith(connection: Connection, tagId: number): number[] {
  return connection
    .all<{ id: number }>('SELECT article_id AS id FROM article_tag WHERE tag_id = ?', tagId)
    .map(({ id }) => id)
}
