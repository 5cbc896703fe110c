import type { ActRef } from '../../core/acts.ts'
import type { Author } from '../../core/article.ts'
import type { AuthorPatch } from '../../core/bridge.ts'
import { Failure } from '../../core/errors.ts'
import { asAct } from './acts-do.ts'
import { authorRow, takeAuthorAway } from './acts-authors.ts'
import type { Connection } from './connection.ts'
import { foldName, tidyName } from './fold.ts'
import { checkSlug, claimSlug, retireSlug, slugFor } from './slugs.ts'

export interface AuthorStore {
  /** By name. */
  list(): Author[]
  /** @throws Failure `value.refused` */
  create(input: NewAuthor): Author
  /** A new name brings a new slug unless the slug was set by hand. @throws Failure `value.refused`, `notFound` */
  update(id: number, patch: AuthorPatch): Author
  /** Takes the author off every article. @throws Failure `notFound` */
  delete(id: number): ActRef
}

export interface NewAuthor {
  readonly name: string
  readonly slug?: string
  readonly role?: string
  readonly bio?: string
}

const COLUMNS = `
  SELECT id, name, slug, role, bio, picture,
    (SELECT count(*) FROM article_author JOIN article a ON a.id = article_id
     WHERE author_id = author.id AND trashed_at IS NULL) AS articles
  FROM author`

export function authorStore(connection: Connection): AuthorStore {
  const get = (id: number): Author => {
    const author = connection.get<Author>(`${COLUMNS} WHERE id = ?`, id)
    if (!author) throw new Failure('notFound', { what: 'author', which: String(id) })
    return author
  }
  return {
    list: () => connection.all<Author>(`${COLUMNS} ORDER BY name_key, id`),
    create: (input) =>
      connection.transaction(() => {
        const id = insert(connection, input)
        connection.changed(['authors'])
        return get(id)
      }),
    update: (id, patch) =>
      connection.transaction(() => {
        update(connection, get(id), patch)
        connection.changed(['authors'])
        return get(id)
      }),
    delete: (id) =>
      asAct(connection, () => {
        const { name } = get(id)
        const row = authorRow(connection, id)
        const steps = row ? takeAuthorAway(connection, row) : []
        return { steps, told: { kind: 'author.delete', count: 1, name } }
      }),
  }
}

function insert(connection: Connection, input: NewAuthor): number {
  const name = checkName(input.name)
  if (input.slug !== undefined) checkSlug(connection, 'author', input.slug, null)
  const slug = input.slug ?? slugFor(connection, 'author', name)
  claimSlug(connection, 'author', slug)
  return connection.run(
    'INSERT INTO author (name, name_key, slug, role, bio) VALUES (?, ?, ?, ?, ?)',
    name,
    foldName(name),
    slug,
    input.role ?? '',
    input.bio ?? '',
  ).id
}

function update(connection: Connection, before: Author, patch: AuthorPatch): void {
  const { id } = before
  const name = patch.name === undefined ? before.name : checkName(patch.name)
  let slug = before.slug
  if (patch.slug !== undefined && patch.slug !== slug) {
    checkSlug(connection, 'author', patch.slug, id)
    slug = patch.slug
  } else if (name !== before.name && slug === slugFor(connection, 'author', before.name, id)) {
    slug = slugFor(connection, 'author', name, id)
  }
  connection.run(
    'UPDATE author SET name = ?, name_key = ?, slug = ?, role = ?, bio = ?, picture = ? WHERE id = ?',
    name,
    foldName(name),
    slug,
    patch.role ?? before.role,
    patch.bio ?? before.bio,
    patch.picture === undefined ? before.picture : patch.picture,
    id,
  )
  if (slug !== before.slug) retireSlug(connection, 'author', id, before.slug, slug)
}

function checkName(name: string): string {
  const tidy = tidyName(name)
  if (tidy === '') throw new Failure('value.refused', { field: 'name', value: name, problem: 'empty' })
  return tidy
}
