import type { TakenBack } from './acts-steps.ts'
import type { Connection } from './connection.ts'
import { countUses } from './media-uses.ts'
import { timestamp } from './time.ts'

/** Pictures were put in the trash or taken out of it; a time is when they were put there. */
export interface MediaStep {
  readonly do: 'media'
  readonly paths: readonly string[]
  readonly before: string | null
  readonly after: string | null
  /** They came with an intake, and go again only when nothing else shows them. */
  readonly careful: boolean
}

/** As the time before: pictures that are new go to the trash at the time at which that is taken back. */
export const NOW = 'now'

/** Puts pictures in the trash, or takes them out. */
export function writeMedia(connection: Connection, step: MediaStep): MediaStep {
  connection.run(
    'UPDATE media SET trashed_at = ? WHERE path IN (SELECT value FROM json_each(?))',
    step.after,
    JSON.stringify(step.paths),
  )
  connection.changed(['media'])
  return step
}

export function takeBackMedia(
  connection: Connection,
  { paths, before, after, careful }: MediaStep,
): TakenBack {
  const uses = careful && before !== null ? countUses(connection) : null
  const isAsLeft = (path: string) =>
    connection.get('SELECT 1 FROM media WHERE path = ? AND trashed_at IS ?', path, after) !== undefined
  const asLeft = paths.filter((path) => isAsLeft(path) && !uses?.has(path))
  const kept = paths.filter((path) => !asLeft.includes(path)).map((path) => `media ${path}`)
  if (asLeft.length === 0) return { steps: [], kept }
  const to = before === NOW ? timestamp(connection.now()) : before
  const back: MediaStep = { do: 'media', paths: asLeft, before: after, after: to, careful }
  return { steps: [writeMedia(connection, back)], kept }
}
