/** Runs as a process of its own: a damaged file may bring SQLite down, or keep it busy without end. */
import { constants, setPriority } from 'node:os'
import type { CareProgress } from '../../core/bridge.ts'
import { Failure, type FailureData, failureData } from '../../core/errors.ts'
import { mendSite } from '../publish/mend-site.ts'
import { startAnew } from './anew.ts'
import { archiveLibrary } from './archive.ts'
import { lookInto, readFromBackup } from './backup-look.ts'
import { type BackupOptions, makeBackup, rollBackups } from './backups.ts'
import { diagnose } from './doctor.ts'
import { mirrorBackups } from './elsewhere.ts'
import { clearLeftOvers } from './left-over.ts'
import { type RescueOptions, rescueBeside, rescueInto } from './rescue.ts'
import { type RestoreOptions, restoreBeside } from './restore.ts'
import { deleteAside, listAside, sizeOf } from './set-aside.ts'
import type { OnStep } from './steps.ts'
import { type BringIn, bringInCopy } from './sync-bring-in.ts'
import { compareCopy } from './sync-compare.ts'
import { thinRevisions } from './thin-revisions.ts'
import { emptyOldTrash, emptyTrash } from './trash-empty.ts'
import { readArchive } from './unpack.ts'

// Whoever types goes first: where the processor is short, this waits and the window does not.
setPriority(constants.priority.PRIORITY_LOW)

/** What is passed crosses as data; who watches does so by messages. */
type Plain<Options> = Omit<Options, 'onStep'>

/** The work that is done here, by name. */
const WORK = {
  diagnose: (_: OnStep, ...args: Parameters<typeof diagnose>) => diagnose(...args),
  rescueBeside: (onStep: OnStep, folder: string, options?: Plain<RescueOptions>) =>
    rescueBeside(folder, { ...options, onStep }),
  rescueInto: (onStep: OnStep, folder: string, into: string, options?: Plain<RescueOptions>) =>
    rescueInto(folder, into, { ...options, onStep }),
  restoreBeside: (onStep: OnStep, backup: string, folder: string, options?: Plain<RestoreOptions>) =>
    restoreBeside(backup, folder, { ...options, onStep }),
  startAnew: (_: OnStep, ...args: Parameters<typeof startAnew>) => startAnew(...args),
  makeBackup: (onStep: OnStep, folder: string, options?: Plain<BackupOptions>) =>
    makeBackup(folder, { ...options, onStep }),
  rollBackups: (onStep: OnStep, folder: string, options?: Plain<BackupOptions>) =>
    rollBackups(folder, { ...options, onStep }),
  mirrorBackups: (_: OnStep, ...args: Parameters<typeof mirrorBackups>) => mirrorBackups(...args),
  lookInto: (_: OnStep, ...args: Parameters<typeof lookInto>) => lookInto(...args),
  readFromBackup: (onStep: OnStep, backup: string, ids: readonly number[]) =>
    readFromBackup(backup, ids, onStep),
  archiveLibrary: (onStep: OnStep, folder: string, file: string, now?: Date) =>
    archiveLibrary(folder, file, { ...(now && { now }), onStep }),
  readArchive: async (_: OnStep, file: string) => {
    const { name, utc, counts } = await readArchive(file)
    return { name, utc, articles: counts['article'] ?? 0 }
  },
  folderSize: (_: OnStep, folder: string) => sizeOf(folder, () => false),
  listAside: (_: OnStep, folder: string) => listAside(folder),
  deleteAside: (_: OnStep, folder: string, aside: string) => deleteAside(folder, aside),
  compareCopy: (_: OnStep, folder: string, name: string) => compareCopy(folder, name),
  bringInCopy: (_: OnStep, folder: string, file: string, articles: readonly BringIn[], name: string) =>
    bringInCopy(folder, file, articles, name),
  emptyTrash: (_: OnStep, ...args: Parameters<typeof emptyTrash>) => emptyTrash(...args),
  emptyOldTrash: (_: OnStep, ...args: Parameters<typeof emptyOldTrash>) => emptyOldTrash(...args),
  thinRevisions: (_: OnStep, ...args: Parameters<typeof thinRevisions>) => thinRevisions(...args),
  clearLeftOvers: (_: OnStep, ...args: Parameters<typeof clearLeftOvers>) => clearLeftOvers(...args),
  mendSite: (_: OnStep, folder: string) => mendSite(folder),
} as const

type Work = typeof WORK
type Given<Args> = Args extends [OnStep, ...infer Rest] ? Rest : never
export type KeeperTask = keyof Work
export type KeeperArgs<T extends KeeperTask> = Given<Parameters<Work[T]>>
export type KeeperResult<T extends KeeperTask> = Awaited<ReturnType<Work[T]>>

/** A piece of work, or that the one by this token is to stop. */
export interface ToKeeper {
  readonly token: number
  readonly task: KeeperTask | 'stop'
  readonly args: readonly unknown[]
}

export type FromKeeper = { readonly token: number } & (
  { readonly result: unknown } | { readonly failure: FailureData } | { readonly progress: CareProgress }
)

/** What Electron gives a utility process, and Node does not. */
interface ParentPort {
  on(event: 'message', listener: (event: { data: unknown }) => void): void
  postMessage(message: unknown): void
}

/** At most so often it is said how far work is, in milliseconds. */
const PACE = 50

const stopped = new Set<number>()
const port = (process as { parentPort?: ParentPort }).parentPort
const send = (message: FromKeeper) =>
  port ? port.postMessage(message) : process.send?.(message, undefined, undefined, onSent)
if (port) port.on('message', ({ data }) => void serve(data as ToKeeper))
else process.on('message', (message) => void serve(message as ToKeeper))

/** Who asked may have gone: what was begun is still carried through, and nobody is left to be told how sending fails. */
function onSent(): void {}

async function serve({ token, task, args }: ToKeeper): Promise<void> {
  if (task === 'stop') {
    stopped.add(token)
    return
  }
  try {
    const work = WORK[task] as (onStep: OnStep, ...given: readonly unknown[]) => unknown
    send({ token, result: await work(stepsOf(token), ...args) })
  } catch (thrown) {
    send({ token, failure: failureData(thrown) })
  }
}

/** Tells how far a piece of work is, and ends it where it was told to stop. */
function stepsOf(token: number): OnStep {
  let last = -Infinity
  let shown = ''
  return (phase, done, total) => {
    if (stopped.has(token)) throw new Failure('cancelled', { task: 'care' })
    const now = performance.now()
    if (phase === shown && now - last < PACE) return
    last = now
    shown = phase
    send({ token, progress: { phase, done, total } })
  }
}
