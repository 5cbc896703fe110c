import type { ArticlePatch } from '../../core/article.ts'
import type { ActRef, BulkChange } from '../../core/acts.ts'
import { checkPatch } from './article-patch.ts'
import { missingArticle } from './article-read.ts'
import { asAct } from './acts-do.ts'
import { changesBetween, type FieldValues, readFields, writeFields } from './acts-fields.ts'
import type { Connection } from './connection.ts'
import { foldName } from './fold.ts'
import { revisionStore } from './revisions.ts'
import { dropUnusedTags, tagIdFor } from './tag-rows.ts'
import { timestamp } from './time.ts'

/** Up to so many articles a change of status makes revisions; of more, the act alone keeps what they were. */
const MOST_REVISIONS = 200

/** Gives many articles the same, as one act; what is undefined stays. @throws Failure `notFound`, `value.refused` */
export function changeArticles(
  connection: Connection,
  ids: readonly number[],
  change: BulkChange,
): ActRef & { readonly changed: number } {
  let changed = 0
  const { actId } = asAct(connection, () => {
    const before = readFields(connection, ids)
    for (const id of ids) if (!before.has(id)) throw missingArticle(id)
    const checked = checkPatch(connection, patchOf(change))
    const wanted = new Wanted(connection, change, checked)
    const after = new Map<number, Partial<FieldValues>>()
    for (const [id, values] of before) {
      const now = wanted.of(values)
      if (differs(values, now)) after.set(id, { ...now, updated: wanted.now })
    }
    changed = after.size
    const [only = 0] = after.keys()
    const step = writeFields(connection, changesBetween(before, after))
    dropUnusedTags(connection, wanted.added)
    const revisions = revisionStore(connection)
    if (change.status !== undefined && changed <= MOST_REVISIONS) {
      for (const [id, { status }] of after) {
        if (status !== undefined && status !== before.get(id)?.status) revisions.record(id, 'status')
      }
    }
    const name = changed === 1 ? titleOf(connection, only) : ''
    return { steps: step ? [step] : [], told: { kind: 'article.change', count: changed, name, change } }
  })
  return { actId, changed }
}

/** Puts articles in the trash or takes them out, as one act. @throws Failure `notFound` */
export function trashArticles(connection: Connection, ids: readonly number[], isIn: boolean): ActRef {
  return asAct(connection, () => {
    const before = readFields(connection, ids)
    for (const id of ids) if (!before.has(id)) throw missingArticle(id)
    const trashed = isIn ? timestamp(connection.now()) : null
    const moving = [...before].filter(([, values]) => (values.trashed === null) === isIn)
    const after = new Map(moving.map(([id]) => [id, { trashed }]))
    const step = writeFields(connection, changesBetween(before, after))
    const name = moving.length === 1 ? titleOf(connection, moving[0]?.[0] ?? 0) : ''
    const kind = isIn ? 'article.trash' : 'article.restore'
    return { steps: step ? [step] : [], told: { kind, count: moving.length, name } }
  })
}

export function titleOf(connection: Connection, id: number): string {
  return connection.get<{ title: string }>('SELECT title FROM article WHERE id = ?', id)?.title ?? ''
}

function patchOf({ addTags, removeTags: _removed, ...rest }: BulkChange): ArticlePatch {
  return { ...rest, ...(addTags ? { tags: addTags } : {}) }
}

function differs(before: FieldValues, after: Partial<FieldValues>): boolean {
  return (Object.keys(after) as (keyof FieldValues)[]).some((field) => after[field] !== before[field])
}

/** What an article is to have, from what it has. */
class Wanted {
  readonly now: string
  readonly #change: BulkChange
  readonly #same: Partial<FieldValues>
  readonly added: readonly number[]
  readonly #remove: ReadonlySet<number>

  constructor(connection: Connection, change: BulkChange, checked: ArticlePatch) {
    this.now = timestamp(connection.now())
    this.#change = change
    this.#same = {
      ...(checked.categoryId === undefined ? {} : { category: checked.categoryId }),
      ...(checked.publishedAt === undefined ? {} : { published: checked.publishedAt }),
      ...(checked.language === undefined ? {} : { language: checked.language }),
      ...(checked.authorIds === undefined ? {} : { authors: checked.authorIds.join(',') }),
    }
    this.added = (checked.tags ?? []).map((name) => tagIdFor(connection, name))
    this.#remove = new Set((change.removeTags ?? []).flatMap((name) => tagCalled(connection, name)))
  }

  of(before: FieldValues): Partial<FieldValues> {
    return { ...this.#same, ...this.#status(before), ...this.#tags(before) }
  }

  /** What goes out without a date goes out today; an address that readers may have met stays. */
  #status({ status, published }: FieldValues): Partial<FieldValues> {
    const wanted = this.#change.status
    const [was, from] = status.split(' ')
    if (wanted === undefined || wanted === was) return {}
    if (wanted !== 'published') return { status: `${wanted} ${from}` }
    const isDated = this.#change.publishedAt !== undefined || published !== null
    return { status: 'published published', ...(isDated ? {} : { published: this.now }) }
  }

  #tags({ tags }: FieldValues): Partial<FieldValues> {
    if (this.added.length === 0 && this.#remove.size === 0) return {}
    const ids = tags === '' ? [] : tags.split(',').map(Number)
    const all = [...new Set([...ids.filter((id) => !this.#remove.has(id)), ...this.added])]
    return { tags: all.join(',') }
  }
}

function tagCalled(connection: Connection, name: string): number[] {
  return connection
    .all<{ id: number }>('SELECT id FROM tag WHERE name_key = ?', foldName(name))
    .map(({ id }) => id)
}
