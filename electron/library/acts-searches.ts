import type { TakenBack } from './acts-steps.ts'
import type { Connection } from './connection.ts'

interface SearchRow {
  readonly id: number
  readonly position: number
  readonly name: string
  readonly query: string
}

/** A saved search was deleted, or came back. */
export interface SearchStep {
  readonly do: 'searchGone' | 'searchCame'
  readonly row: SearchRow
}

/** The row of a saved search; undefined when there is none. */
export function searchRow(connection: Connection, id: number): SearchRow | undefined {
  return connection.get<SearchRow>('SELECT id, position, name, query FROM saved_search WHERE id = ?', id)
}

/** Deletes a saved search; those behind it move up. */
export function dropSearch(connection: Connection, row: SearchRow): SearchStep {
  connection.run('DELETE FROM saved_search WHERE id = ?', row.id)
  connection.run('UPDATE saved_search SET position = position - 1 WHERE position > ?', row.position)
  connection.changed(['searches'])
  return { do: 'searchGone', row }
}

/** One that came back is deleted again only when it is still as it was. */
export function takeBackSearch(connection: Connection, step: SearchStep): TakenBack {
  const { row } = step
  const now = searchRow(connection, row.id)
  if (step.do === 'searchGone') {
    if (now) return { steps: [], kept: [`search ${row.id}`] }
    return { steps: [bringBack(connection, row)], kept: [] }
  }
  if (!now) return { steps: [], kept: [] }
  const isAsLeft = now.name === row.name && now.query === row.query
  return isAsLeft
    ? { steps: [dropSearch(connection, now)], kept: [] }
    : { steps: [], kept: [`search ${row.id}`] }
}

function bringBack(connection: Connection, row: SearchRow): SearchStep {
  const count = connection.get<{ count: number }>('SELECT count(*) AS count FROM saved_search')?.count ?? 0
  const position = Math.min(row.position, count)
  connection.run('UPDATE saved_search SET position = position + 1 WHERE position >= ?', position)
  connection.run(
    'INSERT INTO saved_search (id, position, name, query) VALUES (?, ?, ?, ?)',
    row.id,
    position,
    row.name,
    row.query,
  )
  connection.changed(['searches'])
  return { do: 'searchCame', row: { ...row, position } }
}
