import { Failure } from '../../core/errors.ts'
import { type OldSlug, type SlugOf, freeSlug, makeSlug, slugProblem } from '../../core/slug.ts'
import type { Connection } from './connection.ts'

/** What stands in for a name of which nothing can be written in a slug, such as one in Chinese. */
const UNNAMED: Readonly<Record<SlugOf, string>> = {
  article: 'untitled',
  category: 'category',
  tag: 'tag',
  author: 'author',
}

/** A slug for a name that nothing else of its kind has; `ownId` is the thing that may keep its own. */
export function slugFor(
  connection: Connection,
  of: SlugOf,
  name: string,
  ownId: number | null = null,
): string {
  const language = connection.get<{ language: string }>('SELECT language FROM site')?.language ?? 'en'
  const wanted = makeSlug(name, language) || UNNAMED[of]
  return freeSlug(wanted, of, (slug) => isTaken(connection, of, slug, ownId))
}

/**
 * Checks a slug that a writer set by hand.
 * @throws Failure `value.refused` with the rule it breaks
 */
export function checkSlug(connection: Connection, of: SlugOf, slug: string, ownId: number | null): void {
  const problem = slugProblem(slug, of) ?? (isTaken(connection, of, slug, ownId) ? 'taken' : null)
  if (problem) throw new Failure('value.refused', { field: 'slug', value: slug, problem })
}

/** Keeps the address that something had, and frees one that it has now from whoever had it before. */
export function retireSlug(
  connection: Connection,
  of: SlugOf,
  id: number,
  before: string,
  now: string,
): void {
  connection.run(
    'INSERT INTO old_slug VALUES (?, ?, ?) ON CONFLICT DO UPDATE SET owner_id = excluded.owner_id',
    of,
    before,
    id,
  )
  claimSlug(connection, of, now)
}

/** A slug in use leads to its user alone, whoever had it before. */
export function claimSlug(connection: Connection, of: SlugOf, slug: string): void {
  connection.run('DELETE FROM old_slug WHERE kind = ? AND slug = ?', of, slug)
}

/** Every address that something had before and nothing of its kind has now, in a fixed order. */
export function oldSlugs(connection: Connection): readonly OldSlug[] {
  return connection.all<OldSlug>('SELECT kind, slug, owner_id AS ownerId FROM old_slug ORDER BY kind, slug')
}

/** Forgets the addresses of something that is gone. */
export function forgetSlugs(connection: Connection, of: SlugOf, id: number): void {
  connection.run('DELETE FROM old_slug WHERE kind = ? AND owner_id = ?', of, id)
}

function isTaken(connection: Connection, of: SlugOf, slug: string, ownId: number | null): boolean {
  const owner = connection.get<{ id: number }>(`SELECT id FROM ${of} WHERE slug = ?`, slug)
  return owner !== undefined && owner.id !== ownId
}
