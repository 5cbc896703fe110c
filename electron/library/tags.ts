import type { ActRef } from '../../core/acts.ts'
import type { Tag } from '../../core/article.ts'
import { Failure } from '../../core/errors.ts'
import { asAct } from './acts-do.ts'
import { changesBetween, readFields, writeFields } from './acts-fields.ts'
import type { Step } from './acts-steps.ts'
import { nameTag } from './acts-tags.ts'
import type { Connection } from './connection.ts'
import { foldName, tidyName } from './fold.ts'
import { retireSlug, slugFor } from './slugs.ts'
import { dropUnusedTags } from './tag-rows.ts'

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
    rename: (id, wanted) => {
      let stays = id
      const { actId } = asAct(connection, () => {
        const before = get(id)
        const name = tidyName(wanted)
        if (name === '')
          throw new Failure('value.refused', { field: 'name', value: wanted, problem: 'empty' })
        const other = connection.get<{ id: number }>(
          'SELECT id FROM tag WHERE name_key = ? AND id <> ?',
          foldName(name),
          id,
        )
        stays = other?.id ?? id
        const steps = other ? merge(connection, before, get(other.id)) : changeName(connection, before, name)
        return { steps, told: { kind: other ? 'tag.merge' : 'tag.rename', count: 1, name: before.name } }
      })
      return { ...get(stays), actId }
    },
    delete: (id) =>
      asAct(connection, () => {
        const { name } = get(id)
        return { steps: replace(connection, id, null), told: { kind: 'tag.delete', count: 1, name } }
      }),
  }
}

function changeName(connection: Connection, before: Tag, name: string): Step[] {
  const slug = slugFor(connection, 'tag', name, before.id)
  if (name === before.name && slug === before.slug) return []
  const step = nameTag(connection, before.id, { name, slug })
  if (slug !== before.slug) retireSlug(connection, 'tag', before.id, before.slug, slug)
  return [step]
}

function merge(connection: Connection, gone: Tag, stays: Tag): Step[] {
  connection.run("UPDATE old_slug SET owner_id = ? WHERE kind = 'tag' AND owner_id = ?", stays.id, gone.id)
  const steps = replace(connection, gone.id, stays.id)
  retireSlug(connection, 'tag', stays.id, gone.slug, stays.slug)
  return steps
}

/** Where an article has both, it keeps the one that stays, in its place. A tag that no article has is gone. */
function replace(connection: Connection, id: number, by: number | null): Step[] {
  const ids = connection
    .all<{ id: number }>('SELECT article_id AS id FROM article_tag WHERE tag_id = ? ORDER BY 1', id)
    .map((article) => article.id)
  const before = readFields(connection, ids)
  const after = new Map([...before].map(([article, { tags }]) => [article, { tags: swap(tags, id, by) }]))
  const step = writeFields(connection, changesBetween(before, after))
  // Also one that no article had, as a damaged library may have.
  dropUnusedTags(connection, [id])
  connection.changed(['tags', 'articles', 'related'])
  return step ? [step] : []
}

function swap(tags: string, id: number, by: number | null): string {
  const ids = tags.split(',').map(Number)
  const isThere = by === null || ids.includes(by)
  return (isThere ? ids.filter((one) => one !== id) : ids.map((one) => (one === id ? by : one))).join(',')
}
