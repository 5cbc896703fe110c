import type { Act, ActOutcome } from '../../core/acts.ts'
import { Failure } from '../../core/errors.ts'
import type { Connection } from './connection.ts'

export interface ActStore {
  /** Newest first. */
  list(limit: number): Act[]
  /**
   * Takes back what an act changed, as far as it still is as the act left it; in one transaction.
   * @throws Failure `notFound` when it is no longer kept, or is undone already
   */
  undo(id: number): ActOutcome
  /** Does again what was undone, likewise. @throws Failure `notFound` when it is not undone */
  redo(id: number): ActOutcome
}

export function actStore(_connection: Connection): ActStore {
  const gone = (id: number): never => {
    throw new Failure('notFound', { what: 'act', which: String(id) })
  }
  return { list: () => [], undo: gone, redo: gone }
}
