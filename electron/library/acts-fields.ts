import type { Changed } from '../../core/bridge.ts'
import type { Connection } from './connection.ts'
import { idsIn, writeRows } from './acts-fields-write.ts'
import { claimSlug, forgetSlugs, slugFor } from './slugs.ts'
import { foldName } from './fold.ts'
import { dropUnusedTags } from './tag-rows.ts'

/**
 * What acts change in many articles at once, without their text. Each is one value that can be compared: `status` with
 * where the slug comes from, `tags` and `authors` as their ids in order.
 */
export interface FieldValues {
  readonly status: string
  readonly category: number | null
  readonly published: string | null
  readonly language: string | null
  readonly tags: string
  readonly authors: string
  readonly trashed: string | null
  /** What translations of each other share. Records of before there was this do without. */
  readonly translation: string | null
  readonly updated: string
}

export type Field = keyof FieldValues

/** One field of some articles, before and after. */
export interface FieldChange {
  readonly field: Field
  readonly before: string | number | null
  readonly after: string | number | null
  readonly ids: readonly number[]
}

/** A tag as it can be made again after it vanished: id, name, slug. */
export type KnownTag = readonly [id: number, name: string, slug: string]

/** Changes of fields that can be taken back. */
export interface FieldStep {
  readonly do: 'fields'
  readonly changes: readonly FieldChange[]
  readonly tags: readonly KnownTag[]
}

interface ValuesRow extends FieldValues {
  readonly id: number
}

/** What these articles have, by id; those that are not there are left out. */
export function readFields(connection: Connection, ids: readonly number[]): Map<number, FieldValues> {
  const rows = connection.all<ValuesRow>(
    `SELECT id, status || ' ' || slug_from AS status, category_id AS category, published_at AS published, language,
       (SELECT coalesce(group_concat(tag_id ORDER BY position), '') FROM article_tag WHERE article_id = id) AS tags,
       (SELECT coalesce(group_concat(author_id ORDER BY position), '') FROM article_author
        WHERE article_id = id) AS authors,
       trashed_at AS trashed, translation_key AS translation, updated_at AS updated
     FROM article WHERE id IN (SELECT value FROM json_each(?)) ORDER BY id`,
    JSON.stringify(ids),
  )
  return new Map(rows.map(({ id, ...values }) => [id, values]))
}

/** The changes that lead from one reading to another, gathered by value; articles in only one of them are left out. */
export function changesBetween(
  before: ReadonlyMap<number, FieldValues>,
  after: ReadonlyMap<number, Partial<FieldValues>>,
): FieldChange[] {
  const groups = new Map<string, FieldChange & { readonly ids: number[] }>()
  for (const [id, now] of after) {
    const was = before.get(id)
    if (!was) continue
    for (const field of FIELDS) {
      const value = now[field]
      if (value === undefined || value === was[field]) continue
      const key = JSON.stringify([field, was[field], value])
      const group = groups.get(key)
      if (group) group.ids.push(id)
      else groups.set(key, { field, before: was[field], after: value, ids: [id] })
    }
  }
  return [...groups.values()]
}

const FIELDS: readonly Field[] = [
  'status',
  'category',
  'published',
  'language',
  'tags',
  'authors',
  'trashed',
  'translation',
  'updated',
]

/**
 * Writes changes, as one more version of each article whose page says something else then; gives the step by which
 * they are taken back, or null when there are none.
 */
export function writeFields(connection: Connection, changes: readonly FieldChange[]): FieldStep | null {
  if (changes.length === 0) return null
  const tagIds = idsIn(
    changes.filter(({ field }) => field === 'tags').flatMap(({ before, after }) => [before, after]),
  )
  const tags = knownTags(connection, tagIds)
  writeRows(connection, changes)
  dropUnusedTags(connection, tagIds)
  tell(connection, changes)
  return { do: 'fields', changes, tags }
}

/** Takes a step back where articles still have what it gave them. */
export function takeBackFields(
  connection: Connection,
  { changes, tags }: FieldStep,
): { readonly step: FieldStep | null; readonly kept: readonly number[] } {
  const known = new Map(tags.map((tag) => [tag[0], tag]))
  const now = readFields(connection, [...new Set(changes.flatMap(({ ids }) => ids))])
  const after = new Map<number, { [F in Field]?: FieldValues[F] }>()
  const kept = new Set<number>()
  for (const { field, before, after: left, ids } of changes) {
    const asLeft = ids.filter((id) => now.get(id)?.[field] === left)
    const value = asLeft.length === 0 ? null : usable(connection, field, before, known)
    for (const id of value ? asLeft : []) after.set(id, { ...after.get(id), [field]: value?.now })
    // When it was saved last tells nobody of a change.
    const others = field === 'updated' ? [] : value ? ids.filter((id) => now.get(id)?.[field] !== left) : ids
    for (const id of others) kept.add(id)
  }
  // What was changed elsewhere in an article is its newest change.
  for (const id of kept) if (after.get(id)?.updated !== undefined) delete after.get(id)?.updated
  return { step: writeFields(connection, changesBetween(now, after)), kept: [...kept] }
}

/** A value that an article had, as it can have it now; null when what it names is gone. */
function usable(
  connection: Connection,
  field: Field,
  value: string | number | null,
  known: ReadonlyMap<number, KnownTag>,
): { readonly now: string | number | null } | null {
  const isThere = (sql: string, id: number) => connection.get(sql, id) !== undefined
  if (field === 'category' && value !== null) {
    return isThere('SELECT 1 FROM category WHERE id = ? AND trashed_at IS NULL', Number(value))
      ? { now: value }
      : null
  }
  if (field === 'authors') {
    return idsIn([value]).every((id) => isThere('SELECT 1 FROM author WHERE id = ?', id))
      ? { now: value }
      : null
  }
  if (field === 'tags') {
    const ids = idsIn([value]).map((id) => tagAgain(connection, id, known.get(id)))
    return ids.includes(null) ? null : { now: [...new Set(ids)].join(',') }
  }
  return { now: value }
}

/** A tag that may have vanished meanwhile: the one of that id, else of that name, else made anew as it was. */
function tagAgain(connection: Connection, id: number, tag: KnownTag | undefined): number | null {
  if (connection.get('SELECT 1 FROM tag WHERE id = ?', id)) return id
  if (!tag) return null
  const [, name, slug] = tag
  const key = foldName(name)
  const other = connection.get<{ id: number }>('SELECT id FROM tag WHERE name_key = ?', key)
  if (other) return other.id
  const isTaken = connection.get('SELECT 1 FROM tag WHERE slug = ?', slug) !== undefined
  const used = isTaken ? slugFor(connection, 'tag', name) : slug
  forgetSlugs(connection, 'tag', id)
  claimSlug(connection, 'tag', used)
  connection.run('INSERT INTO tag (id, name, name_key, slug) VALUES (?, ?, ?, ?)', id, name, key, used)
  return id
}

function knownTags(connection: Connection, ids: readonly number[]): KnownTag[] {
  return connection
    .all<{ id: number; name: string; slug: string }>(
      'SELECT id, name, slug FROM tag WHERE id IN (SELECT value FROM json_each(?)) ORDER BY id',
      JSON.stringify(ids),
    )
    .map(({ id, name, slug }) => [id, name, slug])
}

const PARTS: Readonly<Partial<Record<Field, readonly Changed[]>>> = {
  category: ['categories'],
  tags: ['tags'],
  authors: ['authors'],
  trashed: ['categories', 'tags', 'authors'],
}

function tell(connection: Connection, changes: readonly FieldChange[]): void {
  const ids = new Set(changes.flatMap((change) => change.ids))
  const parts = new Set(changes.flatMap(({ field }) => PARTS[field] ?? []))
  const [only] = ids
  connection.changed(['articles', 'related', ...parts], ids.size === 1 ? (only ?? null) : null)
}
