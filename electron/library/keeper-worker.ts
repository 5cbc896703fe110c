/** Runs as a process of its own: a damaged file may bring SQLite down, or keep it busy without end. */
import { type FailureData, failureData } from '../../core/errors.ts'
import { archiveLibrary } from './archive.ts'
import { makeBackup, rollBackups } from './backups.ts'
import { diagnose } from './doctor.ts'
import { rescueBeside, rescueInto } from './rescue.ts'
import { restoreBeside } from './restore.ts'
import { thinRevisions } from './thin-revisions.ts'

/** The work that is done here, by name; what is passed and given crosses as data. */
const WORK = {
  diagnose,
  rescueBeside,
  rescueInto,
  restoreBeside,
  makeBackup,
  rollBackups,
  archiveLibrary,
  thinRevisions,
} as const

type Work = typeof WORK
export type KeeperTask = keyof Work
export type KeeperArgs<T extends KeeperTask> = Parameters<Work[T]>
export type KeeperResult<T extends KeeperTask> = Awaited<ReturnType<Work[T]>>

export interface ToKeeper {
  readonly token: number
  readonly task: KeeperTask
  readonly args: readonly unknown[]
}

export type FromKeeper = { readonly token: number } & (
  { readonly result: unknown } | { readonly failure: FailureData }
)

/** What Electron gives a utility process, and Node does not. */
interface ParentPort {
  on(event: 'message', listener: (event: { data: unknown }) => void): void
  postMessage(message: unknown): void
}

const port = (process as { parentPort?: ParentPort }).parentPort
const send = (message: FromKeeper) => (port ? port.postMessage(message) : process.send?.(message))
if (port) port.on('message', ({ data }) => void serve(data as ToKeeper))
else process.on('message', (message) => void serve(message as ToKeeper))

async function serve({ token, task, args }: ToKeeper): Promise<void> {
  try {
    const work = WORK[task] as (...given: readonly unknown[]) => unknown
    send({ token, result: await work(...args) })
  } catch (thrown) {
    send({ token, failure: failureData(thrown) })
  }
}
