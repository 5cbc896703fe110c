import type { Connection } from './connection.ts'

/** So many articles are written between two looks at whether to go on: some tens of milliseconds, deleted some hundreds. */
const STEP = 500

/** Writes to articles some at a time. Of more than one step it is told how far they are; see `Connection.watchRows`. */
export function inSteps(
  connection: Connection,
  ids: readonly number[],
  write: (some: readonly number[]) => void,
): void {
  if (ids.length <= STEP) return write(ids)
  connection.rowsWritten(0, ids.length)
  for (let from = 0; from < ids.length; from += STEP) {
    const until = Math.min(from + STEP, ids.length)
    write(ids.slice(from, until))
    connection.rowsWritten(until, ids.length)
  }
}
