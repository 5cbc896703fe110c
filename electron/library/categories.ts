import type { ActRef } from '../../core/acts.ts'
import type { Category } from '../../core/article.ts'
import type { CategoryPatch } from '../../core/bridge.ts'
import { Failure } from '../../core/errors.ts'
import { mustExist } from './article-patch.ts'
import { missingArticle } from './article-read.ts'
import { asAct } from './acts-do.ts'
import { orphan } from './category-trash.ts'
import { binStep, place, unbinStep } from './acts-categories.ts'
import { mergeCategory, splitOff } from './category-merge.ts'
import { childrenOf, isWithin } from './category-tree.ts'
import type { Connection } from './connection.ts'
import { tidyName } from './fold.ts'
import { checkSlug, claimSlug, forgetSlugs, retireSlug, slugFor } from './slugs.ts'
import { instant } from './time.ts'

export interface CategoryStore {
  /** The tree from the top: each followed by what is below it, siblings in the writer's order. */
  list(): Category[]
  /** @throws Failure `notFound` */
  get(id: number): Category
  /** Comes last among its siblings. @throws Failure `value.refused`, `notFound` */
  create(input: NewCategory): Category
  /** A new name brings a new slug unless the slug was set by hand. @throws Failure `value.refused`, `notFound` */
  update(id: number, patch: CategoryPatch): Category
  /**
   * Puts it, with all below it, at a place among the new siblings; a place past the end is the end.
   * @throws Failure `value.refused` (`cycle`) when the parent is the category itself or below it
   */
  move(id: number, parentId: number | null, index: number): ActRef
  /**
   * To the trash. Articles go to `moveTo`; subcategories take its place, one level up.
   * @throws Failure `notFound`, `value.refused`
   */
  trash(id: number, moveTo: number | null): ActRef
  /**
   * Has one category be another, its articles and subcategories with it; see {@link mergeCategory}.
   * @throws Failure `notFound`, `value.refused` (`cycle`)
   */
  merge(id: number, into: number): ActRef
  /** Makes a category of articles that are elsewhere, as one act. @throws Failure `value.refused`, `notFound` */
  split(input: NewCategory, articles: readonly number[]): Category & ActRef
  /**
   * Out of the trash as one act, each with what is still where the trash left it. @throws Failure `notFound` when one of
   * them is not there; then none is put back
   */
  restore(ids: readonly number[]): ActRef
  /** For good. @throws Failure `notFound` when it is not in the trash */
  delete(id: number): void
  /** Has no category be suggested for an article any more, or takes that back. @throws Failure `notFound` */
  decline(articleId: number, declined: boolean): void
  isDeclined(articleId: number): boolean
}

export interface NewCategory {
  readonly name: string
  readonly parentId: number | null
  readonly slug?: string
  readonly description?: string
}

const COLUMNS = `
  SELECT id, parent_id AS parentId, position, name, slug, description, cover,
    (SELECT count(*) FROM article WHERE category_id = category.id AND trashed_at IS NULL) AS articles
  FROM category`

export function categoryStore(connection: Connection): CategoryStore {
  const get = (id: number): Category => {
    const category = connection.get<Category>(`${COLUMNS} WHERE id = ? AND trashed_at IS NULL`, id)
    if (!category) throw new Failure('notFound', { what: 'category', which: String(id) })
    return category
  }
  return {
    get,
    list: () =>
      inTreeOrder(connection.all<Category>(`${COLUMNS} WHERE trashed_at IS NULL ORDER BY position`)),
    create: (input) =>
      connection.transaction(() => {
        const id = insert(connection, input)
        connection.changed(['categories'])
        return get(id)
      }),
    update: (id, patch) =>
      connection.transaction(() => {
        update(connection, get(id), patch)
        connection.changed(['categories', 'related'])
        return get(id)
      }),
    move: (id, parentId, index) =>
      asAct(connection, () => {
        const { name } = get(id)
        if (parentId !== null) mustExist(connection, 'category', parentId)
        if (isWithin(connection, parentId, id)) throw cycle('parentId', String(parentId))
        const step = place(connection, id, parentId, index)
        return { steps: step ? [step] : [], told: { kind: 'category.move', count: 1, name } }
      }),
    trash: (id, moveTo) =>
      asAct(connection, () => {
        const { name } = get(id)
        if (moveTo === id) throw cycle('moveTo', String(id))
        if (moveTo !== null) mustExist(connection, 'category', moveTo)
        return {
          steps: [binStep(connection, id, moveTo)],
          told: { kind: 'category.trash', count: 1, name },
        }
      }),
    merge: (id, into) =>
      asAct(connection, () => {
        const [gone, stays] = [get(id), get(into)]
        return {
          steps: mergeCategory(connection, gone, stays),
          told: { kind: 'category.merge', count: 1, name: gone.name },
        }
      }),
    split: (input, articles) => {
      let id = 0
      const { actId } = asAct(connection, () => {
        id = insert(connection, input)
        const { name, slug } = get(id)
        connection.changed(['categories'])
        return {
          steps: splitOff(connection, { id, slug }, articles),
          told: { kind: 'category.split', count: articles.length, name },
        }
      })
      return { ...get(id), actId }
    },
    restore: (ids) =>
      asAct(connection, () => {
        const all = inOrderOfReturn([...new Set(ids)].map((id) => trashed(connection, id)))
        const steps = all.map(({ id }) => unbinStep(connection, id).step)
        const name = all.length === 1 ? (all[0]?.name ?? '') : ''
        return { steps, told: { kind: 'category.restore', count: all.length, name } }
      }),
    delete: (id) =>
      connection.transaction(() => {
        trashed(connection, id)
        orphan(connection, id)
        connection.run('DELETE FROM category WHERE id = ?', id)
        forgetSlugs(connection, 'category', id)
        connection.changed(['categories'])
      }),
    decline: (articleId, declined) =>
      connection.transaction(() => {
        if (!connection.get('SELECT 1 FROM article WHERE id = ?', articleId)) throw missingArticle(articleId)
        const sql = declined
          ? 'INSERT OR IGNORE INTO category_declined (article_id) VALUES (?)'
          : 'DELETE FROM category_declined WHERE article_id = ?'
        connection.run(sql, articleId)
        connection.changed(['related'], articleId)
      }),
    isDeclined: (articleId) =>
      connection.get('SELECT 1 FROM category_declined WHERE article_id = ?', articleId) !== undefined,
  }
}

function cycle(field: string, value: string): Failure {
  return new Failure('value.refused', { field, value, problem: 'cycle' })
}

interface Trashed {
  readonly id: number
  readonly name: string
  readonly parentId: number | null
  readonly trashedAt: string
}

/** A category in the trash. @throws Failure `notFound` */
function trashed(connection: Connection, id: number): Trashed {
  const row = connection.get<Trashed>(
    `SELECT id, name, parent_id AS parentId, trashed_at AS trashedAt FROM category
     WHERE id = ? AND trashed_at IS NOT NULL`,
    id,
  )
  if (!row) throw new Failure('notFound', { what: 'category', which: String(id) })
  return row
}

/** What went last comes first, and what is above another before that: so each comes back to what it left. */
function inOrderOfReturn(all: readonly Trashed[]): readonly Trashed[] {
  const moment = ({ trashedAt }: Trashed) => instant(trashedAt) ?? 0
  const left = new Map(all.map((one) => [one.id, one]))
  const ordered: Trashed[] = []
  const put = (one: Trashed | undefined) => {
    if (!one || !left.delete(one.id)) return
    if (one.parentId !== null) put(left.get(one.parentId))
    ordered.push(one)
  }
  for (const one of all.toSorted((a, b) => moment(b) - moment(a) || b.id - a.id)) put(one)
  return ordered
}

function inTreeOrder(categories: readonly Category[]): Category[] {
  const children = Map.groupBy(categories, ({ parentId }) => parentId)
  const ordered: Category[] = []
  const walk = (parentId: number | null) => {
    for (const category of children.get(parentId) ?? []) {
      ordered.push(category)
      walk(category.id)
    }
  }
  walk(null)
  return ordered
}

function insert(connection: Connection, { name, parentId, slug, description }: NewCategory): number {
  const tidy = checkName(name)
  if (parentId !== null) mustExist(connection, 'category', parentId)
  if (slug !== undefined) checkSlug(connection, 'category', slug, null)
  const used = slug ?? slugFor(connection, 'category', tidy)
  claimSlug(connection, 'category', used)
  return connection.run(
    'INSERT INTO category (parent_id, position, name, slug, description) VALUES (?, ?, ?, ?, ?)',
    parentId,
    childrenOf(connection, parentId).length,
    tidy,
    used,
    description ?? '',
  ).id
}

function update(connection: Connection, before: Category, patch: CategoryPatch): void {
  const { id } = before
  const name = patch.name === undefined ? before.name : checkName(patch.name)
  let slug = before.slug
  if (patch.slug !== undefined && patch.slug !== slug) {
    checkSlug(connection, 'category', patch.slug, id)
    slug = patch.slug
  } else if (name !== before.name && slug === slugFor(connection, 'category', before.name, id)) {
    slug = slugFor(connection, 'category', name, id)
  }
  connection.run(
    'UPDATE category SET name = ?, slug = ?, description = ?, cover = ? WHERE id = ?',
    name,
    slug,
    patch.description ?? before.description,
    patch.cover === undefined ? before.cover : patch.cover,
    id,
  )
  if (slug !== before.slug) retireSlug(connection, 'category', id, before.slug, slug)
}

function checkName(name: string): string {
  const tidy = tidyName(name)
  if (tidy === '') throw new Failure('value.refused', { field: 'name', value: name, problem: 'empty' })
  return tidy
}
