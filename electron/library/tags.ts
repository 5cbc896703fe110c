import type { ActRef } from '../../core/acts.ts'
import type { Tag } from '../../core/article.ts'
import { Failure } from '../../core/errors.ts'
import { alikeTags, type AlikeGroup } from '../../core/tags/alike.ts'
import { asAct } from './acts-do.ts'
import { changesBetween, readFields, writeFields } from './acts-fields.ts'
import type { Step } from './acts-steps.ts'
import { nameTag } from './acts-tags.ts'
import type { Connection } from './connection.ts'
import { foldName, tidyName } from './fold.ts'
import { retireSlug, slugFor } from './slugs.ts'
import { type Apart, readApart, setApart } from './tags-apart.ts'
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
  /**
   * Has tags be another one, as one act: an article that had several of them has that one once, in the place of the
   * first or where it was; their addresses lead to it. @throws Failure `notFound`, `value.refused` (`empty`) when there
   * is none to merge
   */
  merge(ids: readonly number[], into: number): Tag & ActRef
  /** Takes a tag off every article. @throws Failure `notFound` */
  delete(id: number): ActRef
  /** Those that look as if they were meant to be one, without what is known to be apart; see `alikeTags`. */
  alike(): readonly AlikeGroup[]
  /** Says of every two of these that they are not meant to be one, or takes that back. @throws Failure `notFound` */
  setApart(ids: readonly number[], apart: boolean): void
  /** Every two names that are known to be apart, in a fixed order. */
  apart(): readonly Apart[]
  /** Forgets all that was said to be apart. */
  forgetApart(): void
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
  const list = () => connection.all<Tag>(`${WITH_COUNT} WHERE articles > 0 ORDER BY t.name_key`)
  return {
    list,
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
        const steps = other
          ? merge(connection, [before], get(other.id))
          : changeName(connection, before, name)
        return { steps, told: { kind: other ? 'tag.merge' : 'tag.rename', count: 1, name: before.name } }
      })
      return { ...get(stays), actId }
    },
    delete: (id) =>
      asAct(connection, () => {
        const { name } = get(id)
        return { steps: replace(connection, [id], null), told: { kind: 'tag.delete', count: 1, name } }
      }),
    merge: (ids, into) => {
      const { actId } = asAct(connection, () => {
        const stays = get(into)
        const gone = [...new Set(ids)].filter((id) => id !== into).map(get)
        const [only] = gone
        if (!only) throw new Failure('value.refused', { field: 'ids', value: '', problem: 'empty' })
        const steps = merge(connection, gone, stays)
        const name = gone.length === 1 ? only.name : stays.name
        return { steps, told: { kind: 'tag.merge', count: gone.length, name } }
      })
      return { ...get(into), actId }
    },
    alike: () => {
      const { has } = readApart(connection)
      return alikeTags(
        list().map(({ id, name, articles }) => ({ id, name, articles })),
        (a, b) => has(a.name, b.name),
      )
    },
    setApart: (ids, apart) =>
      connection.transaction(() => {
        setApart(
          connection,
          ids.map((id) => get(id).name),
          apart,
        )
      }),
    apart: () => readApart(connection).all,
    forgetApart: () =>
      connection.transaction(() => {
        connection.run('DELETE FROM tag_apart')
        connection.changed(['tags'])
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

function merge(connection: Connection, gone: readonly Tag[], stays: Tag): Step[] {
  for (const { id } of gone) {
    connection.run("UPDATE old_slug SET owner_id = ? WHERE kind = 'tag' AND owner_id = ?", stays.id, id)
  }
  const steps = replace(
    connection,
    gone.map(({ id }) => id),
    stays.id,
  )
  for (const { slug } of gone) retireSlug(connection, 'tag', stays.id, slug, stays.slug)
  return steps
}

/** Where an article has the one that stays, it keeps that in its place. A tag that no article has is gone. */
function replace(connection: Connection, gone: readonly number[], by: number | null): Step[] {
  const ids = connection
    .all<{ id: number }>(
      `SELECT DISTINCT article_id AS id FROM article_tag WHERE tag_id IN (SELECT value FROM json_each(?))
       ORDER BY 1`,
      JSON.stringify(gone),
    )
    .map((article) => article.id)
  const before = readFields(connection, ids)
  const set = new Set(gone)
  const after = new Map([...before].map(([article, { tags }]) => [article, { tags: swap(tags, set, by) }]))
  const step = writeFields(connection, changesBetween(before, after))
  // Also one that no article had, as a damaged library may have.
  dropUnusedTags(connection, gone)
  connection.changed(['tags', 'articles', 'related'])
  return step ? [step] : []
}

function swap(tags: string, gone: ReadonlySet<number>, by: number | null): string {
  const ids = tags.split(',').map(Number)
  const isThere = by === null || ids.includes(by)
  const now = isThere ? ids.filter((one) => !gone.has(one)) : ids.map((one) => (gone.has(one) ? by : one))
  return [...new Set(now)].join(',')
}
