/** Opening a library with care: one that was not closed in order is examined before anything is written to it. */
import { existsSync, statSync } from 'node:fs'
import { setTimeout as pause } from 'node:timers/promises'
import { join } from 'node:path'
import type { Diagnosis } from '../../core/diagnosis.ts'
import { Failure, type FailureData, failureData } from '../../core/errors.ts'
import { Keeper, type KeeperOptions } from '../library/keeper.ts'
import { type Library, openLibrary } from '../library/library.ts'
import { isWritable, prepareReadOnlyCopy } from '../library/read-only.ts'

type Start = KeeperOptions['start']

/** Milliseconds that an examination may take before the library is opened without its result. */
const LONGEST_LOOK = 5000
/** How often and how long to wait for processes of our own that are still letting go of the library; milliseconds. */
const TRIES = 40
const PAUSE = 150

/** Why a library was refused, with what was found. */
class Refusal extends Failure {
  readonly diagnosis: Diagnosis

  constructor({ code, detail }: FailureData, diagnosis: Diagnosis) {
    super(code, detail)
    this.diagnosis = diagnosis
  }
}

/**
 * Opens a library. One whose log is not empty was left by a crash, or is in use: what SQLite would pass over is
 * looked for first. One that cannot be opened is examined for what it is.
 * @throws Failure as `openLibrary`; see {@link refusalOf}
 */
export async function openExamined(folder: string, start: Start): Promise<Library> {
  const file = join(folder, 'library.db')
  if (existsSync(file) && !isWritable(file)) await prepareReadOnlyCopy(file)
  if (isLogEmpty(folder)) {
    try {
      return openLibrary(folder)
    } catch (error) {
      const failure = failureData(error)
      const diagnosis = failure.code === 'library.damaged' ? await examine(folder, start) : null
      throw diagnosis ? new Refusal(failure, diagnosis) : error
    }
  }
  const diagnosis = await examine(folder, start)
  if (diagnosis && isDamaged(diagnosis)) throw new Refusal(damageOf(diagnosis), diagnosis)
  return openLibrary(folder)
}

/** What a refusal to open says, as data. */
export function refusalOf(thrown: unknown): { failure: FailureData; diagnosis: Diagnosis | null } {
  return { failure: failureData(thrown), diagnosis: thrown instanceof Refusal ? thrown.diagnosis : null }
}

/** Does work with a keeper of its own. */
export async function withKeeper<T>(start: Start, work: (keeper: Keeper) => Promise<T>): Promise<T> {
  const keeper = new Keeper({ start })
  try {
    return await work(keeper)
  } finally {
    keeper.close()
  }
}

/** Does work that needs the library closed, again when a process that is ending still has it open. */
export async function whenFree<T>(work: () => Promise<T>): Promise<T> {
  for (let tries = 1; ; tries++) {
    try {
      return await work()
    } catch (error) {
      const failure = failureData(error)
      const isBusy = failure.code === 'file.refused' && failure.detail.reason === 'EBUSY'
      if (!isBusy || tries === TRIES) throw error
      await pause(PAUSE)
    }
  }
}

/** Null when it takes too long. */
function examine(folder: string, start: Start): Promise<Diagnosis | null> {
  return withKeeper(start, async (keeper) => {
    const stop = new AbortController()
    const late = pause(LONGEST_LOOK, null, { signal: stop.signal }).catch(() => null)
    const diagnosis = await Promise.race([keeper.diagnose(folder), late])
    stop.abort()
    return diagnosis
  })
}

/** Damage that was found: where the process could not end its work nothing was, and a sound library stays usable. */
export function isDamaged({ state, findings }: Diagnosis): boolean {
  return state === 'damaged' && !findings.some(({ code }) => code === 'unfinished')
}

/** The damage that an examination found, in one failure. */
export function damageOf({ folder, failure, findings }: Diagnosis): FailureData {
  const problem = findings.flatMap(({ examples }) => examples)[0] ?? ''
  return failure ?? { code: 'library.damaged', detail: { file: join(folder, 'library.db'), problem } }
}

/**
 * The same of a library that was open a moment ago: one of which not even the first page can be read any more is no
 * other kind of file, it is damaged.
 */
export function asDamaged(diagnosis: Diagnosis): Diagnosis {
  if (diagnosis.state !== 'notOne') return diagnosis
  const damaged: Diagnosis = { ...diagnosis, state: 'damaged', failure: null }
  return { ...damaged, failure: damageOf(damaged) }
}

function isLogEmpty(folder: string): boolean {
  return (statSync(join(folder, 'library.db-wal'), { throwIfNoEntry: false })?.size ?? 0) === 0
}
