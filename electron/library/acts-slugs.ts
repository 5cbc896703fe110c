import type { Connection } from './connection.ts'

/** What became of addresses that categories, tags and authors had before: kind, address, owner before and after. */
export interface SlugStep {
  readonly do: 'slugs'
  readonly changes: readonly (readonly [
    kind: string,
    slug: string,
    before: number | null,
    after: number | null,
  ])[]
}

type Slugs = ReadonlyMap<string, number>

/** Old addresses and their owners; those of articles are changed by no act but an intake, which keeps them. */
export function readSlugs(connection: Connection): Slugs {
  const rows = connection.all<{ key: string; owner: number }>(
    "SELECT kind || ' ' || slug AS key, owner_id AS owner FROM old_slug WHERE kind IN ('category', 'tag', 'author')",
  )
  return new Map(rows.map(({ key, owner }) => [key, owner]))
}

export function slugChanges(before: Slugs, after: Slugs): SlugStep | null {
  const keys = [...new Set([...before.keys(), ...after.keys()])]
  const changes = keys
    .filter((key) => before.get(key) !== after.get(key))
    .map((key) => {
      const [kind = '', slug = ''] = key.split(' ')
      return [kind, slug, before.get(key) ?? null, after.get(key) ?? null] as const
    })
  return changes.length > 0 ? { do: 'slugs', changes } : null
}

/**
 * An address that something else has or had meanwhile stays with that. `owners` are those from before anything else of
 * the act was taken back.
 */
export function takeBackSlugs(connection: Connection, { changes }: SlugStep, owners: Slugs): void {
  for (const [kind, slug, before, after] of changes) {
    if (!KINDS.includes(kind)) continue
    if ((owners.get(`${kind} ${slug}`) ?? null) !== after) continue
    connection.run('DELETE FROM old_slug WHERE kind = ? AND slug = ?', kind, slug)
    // One in the trash has no page: its address may lead to what it was merged with.
    const isLive = kind === 'category' ? 'trashed_at IS NULL' : 'TRUE'
    const isInUse = connection.get(`SELECT 1 FROM ${kind} WHERE slug = ? AND ${isLive}`, slug) !== undefined
    const isOwned = connection.get(`SELECT 1 FROM ${kind} WHERE id = ?`, before) !== undefined
    if (before !== null && isOwned && !isInUse) {
      connection.run('INSERT INTO old_slug VALUES (?, ?, ?)', kind, slug, before)
    }
  }
}

const KINDS: readonly string[] = ['category', 'tag', 'author']
