import type { Connection } from './connection.ts'
import { foldName, tidyName } from './fold.ts'
import { claimSlug, forgetSlugs, slugFor } from './slugs.ts'

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
