import type { Article } from '../../core/article.ts'
import { asAct } from './acts-do.ts'
import { authorRow } from './acts-authors.ts'
import { hashOf, type Rewriting, rewriting, rewritten } from './acts-arrivals.ts'
import { titleOf } from './acts-change.ts'
import { writeFields } from './acts-fields.ts'
import { NOW } from './acts-media.ts'
import type { Step } from './acts-steps.ts'
import type { Connection } from './connection.ts'

/** What an intake tells of itself while it writes, so that it can be undone. */
export interface IntakeNotes {
  created(article: Article): void
  /** Keeps an article's state before it gets the text of the file of that name. */
  rewriting(id: number, name: string): void
  /** Takes an article out of the trash that an undone intake had put there; the same file brings it back. */
  bringBack(id: number): void
}

/**
 * Does an intake as one act, in one transaction. Undone, what it made goes to the trash: articles, pictures that
 * nothing else shows, categories that nothing else is in; authors whom nothing else names are gone, and articles that
 * it rewrote are what they were. What anyone has touched since stays. `name` is the file or folder, if it was one.
 */
export function asIntake<T>(connection: Connection, name: string, work: (notes: IntakeNotes) => T): T {
  let result: { readonly of: T } | null = null
  asAct(connection, () => {
    const before = inventory(connection)
    const notes = new Notes(connection)
    result = { of: work(notes) }
    const steps = [...arrivals(connection, before, inventory(connection)), ...notes.steps()]
    const only = notes.ids.length === 1 ? titleOf(connection, notes.ids[0] ?? 0) : ''
    return { steps, told: { kind: 'intake', count: notes.ids.length, name: name || only } }
  })
  return (result as unknown as { readonly of: T }).of
}

class Notes implements IntakeNotes {
  readonly #connection: Connection
  readonly #created: { id: number; version: number; hash: string }[] = []
  readonly #rewriting: Rewriting[] = []
  readonly #fields: Step[] = []

  constructor(connection: Connection) {
    this.#connection = connection
  }

  /** The articles that the intake was about. */
  get ids(): readonly number[] {
    return [...this.#created, ...this.#rewriting].map(({ id }) => id)
  }

  created(article: Article): void {
    this.#created.push({ id: article.id, version: article.version, hash: hashOf(article) })
  }

  rewriting(id: number, name: string): void {
    this.#rewriting.push(rewriting(this.#connection, id, name))
  }

  bringBack(id: number): void {
    const trashed = this.#connection.get<{ at: string | null }>(
      'SELECT trashed_at AS at FROM article WHERE id = ?',
      id,
    )
    const step = writeFields(this.#connection, [
      { field: 'trashed', before: trashed?.at ?? null, after: null, ids: [id] },
    ])
    if (step) this.#fields.push(step)
  }

  steps(): Step[] {
    const rewrites = this.#rewriting
      .map((one) => rewritten(this.#connection, one))
      .filter((one) => one !== null)
    const arrived: Step[] = this.#created.length > 0 ? [{ do: 'arrived', rows: this.#created }] : []
    return [...this.#fields, ...rewrites, ...arrived]
  }
}

interface Inventory {
  readonly categories: readonly number[]
  readonly authors: readonly number[]
  /** Pictures with the time when they were put in the trash, if they were. */
  readonly media: ReadonlyMap<string, string | null>
}

function inventory(connection: Connection): Inventory {
  const ids = (table: 'category' | 'author') =>
    connection.all<{ id: number }>(`SELECT id FROM ${table} ORDER BY id`).map(({ id }) => id)
  const media = connection.all<{ path: string; at: string | null }>(
    'SELECT path, trashed_at AS at FROM media ORDER BY id',
  )
  return {
    categories: ids('category'),
    authors: ids('author'),
    media: new Map(media.map(({ path, at }) => [path, at])),
  }
}

/** What came beside articles: pictures, authors and categories, parents before what is below them. */
function arrivals(connection: Connection, before: Inventory, after: Inventory): Step[] {
  const isNew = (known: readonly number[]) => {
    const all = new Set(known)
    return (id: number) => !all.has(id)
  }
  const cameBack = [...after.media].filter(([path, at]) => at === null && before.media.get(path) !== null)
  const media = Map.groupBy(cameBack, ([path]) => before.media.get(path) ?? null)
  return [
    ...[...media].map(([at, pictures]): Step => ({
      do: 'media',
      paths: pictures.map(([path]) => path),
      before: at ?? NOW,
      after: null,
      careful: true,
    })),
    ...after.authors
      .filter(isNew(before.authors))
      .map((id) => authorRow(connection, id))
      .filter((row) => row !== null)
      .map((row): Step => ({ do: 'authorCame', row })),
    ...after.categories
      .filter(isNew(before.categories))
      .map((id): Step => ({ do: 'unbinned', id, was: null, careful: true })),
  ]
}
