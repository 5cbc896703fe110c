import type { Connection } from './connection.ts'

/** Raised whenever the same bodies would be found to speak of other pictures. */
const VERSION = '1'
/** An address in `media/` as bodies write it: in links, pictures and raw HTML. */
const PREFIX = 'media/'
const NAME = /[^\s"'<>()[\]{}|\\?#&/]+/y
/** Before the prefix: part of another address, unless it is `./`. */
const INSIDE = /[\w/.-]$/
/** Of one body no more are noted: a page that shows a thousand pictures is none. */
const MOST = 1000

/**
 * Notes which pictures an article's body speaks of, in the transaction that saves it; `before` is the body that was
 * there, so that nothing is written while they stay the same.
 */
export function noteMediaUses(connection: Connection, articleId: number, body: string, before = ''): void {
  const [paths, old] = [mediaIn(body), mediaIn(before)]
  for (const path of old) {
    if (paths.has(path)) continue
    connection.run('DELETE FROM media_use WHERE path = ? AND article_id = ?', path, articleId)
  }
  for (const path of paths) {
    if (!old.has(path)) connection.run('INSERT OR IGNORE INTO media_use VALUES (?, ?)', path, articleId)
  }
}

/** The addresses in `media/` that a body speaks of. */
export function mediaIn(body: string): ReadonlySet<string> {
  const paths = new Set<string>()
  for (let at = body.indexOf(PREFIX); at !== -1 && paths.size < MOST; at = body.indexOf(PREFIX, at + 1)) {
    const ahead = body.slice(Math.max(0, at - 3), at)
    if (INSIDE.test(ahead) && !/(?:^|[^\w/.-])\.\/$/.test(ahead)) continue
    NAME.lastIndex = at + PREFIX.length
    const name = NAME.exec(body)?.[0]
    if (name !== undefined) paths.add(`${PREFIX}${decode(name)}`)
  }
  return paths
}

/** Notes the pictures of every body, when that was done by other rules than today's, or not yet. */
export function refreshMediaUses(connection: Connection): void {
  const current = () =>
    connection.get<{ value: string }>("SELECT value FROM note WHERE key = 'media_use'")?.value === VERSION
  if (current()) return
  connection.transaction(() => {
    if (current()) return
    connection.run('DELETE FROM media_use')
    const bodies = connection.all<{ id: number; body: string }>(
      "SELECT article_id AS id, body FROM article_body WHERE instr(body, 'media/') > 0",
    )
    for (const { id, body } of bodies) noteMediaUses(connection, id, body)
    connection.run("INSERT OR REPLACE INTO note VALUES ('media_use', ?)", VERSION)
  })
}

/** How many articles outside the trash, categories and authors show each picture; the site's logo is one more use. */
export function countUses(connection: Connection): Map<string, number> {
  const rows = connection.all<{ path: string; uses: number }>(
    `SELECT path, count(*) AS uses FROM (
       SELECT path, article_id FROM media_use
       WHERE article_id NOT IN (SELECT id FROM article WHERE trashed_at IS NOT NULL)
       UNION SELECT cover, id FROM article WHERE cover IS NOT NULL AND trashed_at IS NULL
       UNION ALL SELECT cover, id FROM category WHERE cover IS NOT NULL AND trashed_at IS NULL
       UNION ALL SELECT picture, id FROM author WHERE picture IS NOT NULL
       UNION ALL SELECT theme_options ->> '$.logo', 0 FROM site
         WHERE CASE WHEN json_valid(theme_options) THEN json_type(theme_options, '$.logo') END = 'text')
     GROUP BY path`,
  )
  return new Map(rows.map(({ path, uses }) => [path, uses]))
}

/** The articles outside the trash that show a picture, by title. */
export function articlesShowing(
  connection: Connection,
  path: string,
): { readonly id: number; readonly title: string }[] {
  return connection.all(
    `SELECT id, title FROM article
     WHERE trashed_at IS NULL
       AND (id IN (SELECT article_id FROM media_use WHERE path = ?) OR id IN (SELECT id FROM article WHERE cover = ?))
     ORDER BY title_key, id`,
    path,
    path,
  )
}

/** A name without percent signs; as it is when they stand for nothing. */
function decode(name: string): string {
  try {
    return decodeURIComponent(name)
  } catch (error) {
    if (error instanceof URIError) return name
    throw error
  }
}
