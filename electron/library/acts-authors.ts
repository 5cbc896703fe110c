import { changesBetween, type FieldStep, type FieldValues, readFields, writeFields } from './acts-fields.ts'
import type { TakenBack } from './acts-steps.ts'
import type { Connection } from './connection.ts'
import { foldName } from './fold.ts'
import { claimSlug, forgetSlugs, slugFor } from './slugs.ts'

interface AuthorRow {
  readonly id: number
  readonly name: string
  readonly slug: string
  readonly role: string
  readonly bio: string
  readonly picture: string | null
}

/** An author was deleted, or came. */
export interface AuthorStep {
  readonly do: 'authorGone' | 'authorCame'
  readonly row: AuthorRow
}

/** Takes an author off every article, and deletes them. */
export function takeAuthorAway(connection: Connection, row: AuthorRow): readonly (FieldStep | AuthorStep)[] {
  const ids = connection
    .all<{ id: number }>('SELECT article_id AS id FROM article_author WHERE author_id = ? ORDER BY 1', row.id)
    .map(({ id }) => id)
  const before = readFields(connection, ids)
  const without = ({ authors }: FieldValues) => authors.split(',').filter((id) => id !== String(row.id))
  const after = new Map([...before].map(([id, values]) => [id, { authors: without(values).join(',') }]))
  const step = writeFields(connection, changesBetween(before, after))
  return [...(step ? [step] : []), dropAuthor(connection, row)]
}

function dropAuthor(connection: Connection, row: AuthorRow): AuthorStep {
  connection.run('DELETE FROM author WHERE id = ?', row.id)
  forgetSlugs(connection, 'author', row.id)
  connection.changed(['authors', 'articles'])
  return { do: 'authorGone', row }
}

/** The row of an author as steps keep it; null when there is none. */
export function authorRow(connection: Connection, id: number): AuthorRow | null {
  return (
    connection.get<AuthorRow>('SELECT id, name, slug, role, bio, picture FROM author WHERE id = ?', id) ??
    null
  )
}

export function takeBackAuthor(connection: Connection, step: AuthorStep): TakenBack {
  const { row } = step
  const now = authorRow(connection, row.id)
  if (step.do === 'authorGone') {
    return now ? { steps: [], kept: [`author ${row.id}`] } : { steps: [bringBack(connection, row)], kept: [] }
  }
  if (now === null) return { steps: [], kept: [] }
  const isNamed =
    connection.get(
      `SELECT 1 FROM article_author JOIN article ON id = article_id
       WHERE author_id = ? AND trashed_at IS NULL LIMIT 1`,
      row.id,
    ) !== undefined
  const isAsLeft = JSON.stringify(now) === JSON.stringify(row)
  if (isNamed || !isAsLeft) return { steps: [], kept: [`author ${row.id}`] }
  return { steps: takeAuthorAway(connection, row), kept: [] }
}

function bringBack(connection: Connection, row: AuthorRow): AuthorStep {
  const { id, name, role, bio, picture } = row
  const isTaken = connection.get('SELECT 1 FROM author WHERE slug = ?', row.slug) !== undefined
  const slug = isTaken ? slugFor(connection, 'author', name) : row.slug
  claimSlug(connection, 'author', slug)
  connection.run(
    'INSERT INTO author (id, name, name_key, slug, role, bio, picture) VALUES (?, ?, ?, ?, ?, ?, ?)',
    id,
    name,
    foldName(name),
    slug,
    role,
    bio,
    picture,
  )
  connection.changed(['authors', 'articles'])
  return { do: 'authorCame', row: { ...row, slug } }
}
