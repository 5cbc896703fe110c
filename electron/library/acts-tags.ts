import type { TakenBack } from './acts-steps.ts'
import type { Connection } from './connection.ts'
import { foldName } from './fold.ts'
import { inSteps } from './in-steps.ts'
import { indexAllLater } from './search-index.ts'
import { slugFor } from './slugs.ts'

/** A tag got another name. */
export interface TagStep {
  readonly do: 'tagged'
  readonly id: number
  readonly before: Named
  readonly after: Named
}

interface Named {
  readonly name: string
  readonly slug: string
}

/** Gives a tag a name and slug, and has its articles be found by it. */
export function nameTag(connection: Connection, id: number, { name, slug }: Named): TagStep {
  const before = connection.get<Named>('SELECT name, slug FROM tag WHERE id = ?', id) ?? { name, slug }
  connection.run(
    'UPDATE tag SET name = ?, name_key = ?, slug = ? WHERE id = ?',
    name,
    foldName(name),
    slug,
    id,
  )
  const articles = connection.all<{ id: number }>(
    'SELECT article_id AS id FROM article_tag WHERE tag_id = ? ORDER BY 1',
    id,
  )
  inSteps(
    connection,
    articles.map((article) => article.id),
    (some) => {
      const ids = JSON.stringify(some)
      // Tags are among the terms by which articles are related. The articles themselves stay what they are.
      connection.run('DELETE FROM term_vector WHERE article_id IN (SELECT value FROM json_each(?))', ids)
      indexAllLater(connection, ids)
    },
  )
  connection.changed(['tags', 'articles', 'related'])
  return { do: 'tagged', id, before, after: { name, slug } }
}

/** The name comes back unless the tag has another by now, or another tag has the name. */
export function takeBackTag(connection: Connection, { id, before, after }: TagStep): TakenBack {
  const now = connection.get<Named>('SELECT name, slug FROM tag WHERE id = ?', id)
  const isTaken =
    connection.get('SELECT 1 FROM tag WHERE name_key = ? AND id <> ?', foldName(before.name), id) !==
    undefined
  if (now?.name !== after.name || isTaken) return { steps: [], kept: [`tag ${id}`] }
  const other = connection.get('SELECT 1 FROM tag WHERE slug = ? AND id <> ?', before.slug, id)
  const slug = other === undefined ? before.slug : slugFor(connection, 'tag', before.name, id)
  return { steps: [nameTag(connection, id, { name: before.name, slug })], kept: [] }
}
