import type { ActRef } from '../../core/acts.ts'
import { Failure } from '../../core/errors.ts'
import { LONGEST_QUERY, type SavedSearch } from '../../core/find/saved.ts'
import { asAct } from './acts-do.ts'
import { dropSearch, searchRow } from './acts-searches.ts'
import type { Connection } from './connection.ts'
import { tidyName } from './fold.ts'

export interface SearchStore {
  /** In the writer's order. */
  list(): SavedSearch[]
  /** It comes last. @throws Failure `value.refused` */
  create(input: Omit<SavedSearch, 'id'>): SavedSearch
  /** @throws Failure `notFound`, `value.refused` */
  update(id: number, patch: Partial<Omit<SavedSearch, 'id'>>): SavedSearch
  /** Puts it at a place among the others; a place past the end is the end. @throws Failure `notFound` */
  move(id: number, index: number): void
  /** @throws Failure `notFound` */
  delete(id: number): ActRef
}

export function searchStore(connection: Connection): SearchStore {
  const rowOf = (id: number) => {
    const row = searchRow(connection, id)
    if (!row) throw new Failure('notFound', { what: 'search', which: String(id) })
    return row
  }
  const get = (id: number): SavedSearch => {
    const { name, query } = rowOf(id)
    return { id, name, query }
  }
  const list = () =>
    connection.all<SavedSearch>('SELECT id, name, query FROM saved_search ORDER BY position, id')
  return {
    list,
    create: ({ name, query }) =>
      connection.transaction(() => {
        const { id } = connection.run(
          'INSERT INTO saved_search (position, name, query) SELECT count(*), ?, ? FROM saved_search',
          checked('name', tidyName(name)),
          checked('query', query.trim()),
        )
        connection.changed(['searches'])
        return get(id)
      }),
    update: (id, patch) =>
      connection.transaction(() => {
        const before = rowOf(id)
        connection.run(
          'UPDATE saved_search SET name = ?, query = ? WHERE id = ?',
          checked('name', tidyName(patch.name ?? before.name)),
          checked('query', (patch.query ?? before.query).trim()),
          id,
        )
        connection.changed(['searches'])
        return get(id)
      }),
    move: (id, index) =>
      connection.transaction(() => {
        rowOf(id)
        const ids = list()
          .map((search) => search.id)
          .filter((other) => other !== id)
        ids.splice(Math.max(0, index), 0, id)
        ids.forEach((each, position) =>
          connection.run('UPDATE saved_search SET position = ? WHERE id = ?', position, each),
        )
        connection.changed(['searches'])
      }),
    delete: (id) =>
      asAct(connection, () => {
        const row = rowOf(id)
        return {
          steps: [dropSearch(connection, row)],
          told: { kind: 'search.delete', count: 1, name: row.name },
        }
      }),
  }
}

function checked(field: 'name' | 'query', value: string): string {
  if (value === '') throw new Failure('value.refused', { field, value, problem: 'empty' })
  if (value.length > LONGEST_QUERY) throw new Failure('value.refused', { field, value, problem: 'tooLong' })
  return value
}
