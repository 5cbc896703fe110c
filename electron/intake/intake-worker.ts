/** Runs one intake in a thread of its own, with its own connection, so that it never holds up the window. */
import { parentPort, workerData } from 'node:worker_threads'
import type { IntakeReport, TaskProgress, UiLanguage } from '../../core/bridge.ts'
import { Failure, type FailureData, failureData } from '../../core/errors.ts'
import { type Library, openLibrary } from '../library/library.ts'
import { relateArrivals } from '../library/related-lists.ts'
import { type IntakeOptions, intake } from './intake.ts'

export interface IntakeSetup {
  readonly folder: string
  readonly paths: readonly string[]
  readonly language: UiLanguage
  /** One 32-bit number, shared: not zero once it is to stop. A message would wait until all is done. */
  readonly stop: SharedArrayBuffer
}

export type FromIntake =
  { readonly progress: TaskProgress } | { readonly report: IntakeReport } | { readonly failure: FailureData }

if (parentPort) {
  const port = parentPort
  run(workerData as IntakeSetup, (message) => port.postMessage(message))
}

function run({ folder, paths, language, stop }: IntakeSetup, say: (message: FromIntake) => void): void {
  const flag = new Int32Array(stop)
  const signal = {
    get aborted() {
      return Atomics.load(flag, 0) !== 0
    },
  }
  const onProgress = (progress: TaskProgress): void => say({ progress })
  try {
    const library = openLibrary(folder, { isOpen: true })
    try {
      const started = performance.now()
      const report = intake(library, paths, { language, signal, onProgress })
      relate(library, report, { signal, onProgress })
      say({ report: { ...report, milliseconds: Math.round(performance.now() - started) } })
    } finally {
      library.close()
    }
  } catch (thrown) {
    say({ failure: failureData(thrown) })
  }
}

/** What has come in stays, whatever becomes of this: the lists that are not made now the next export makes. */
function relate(
  library: Library,
  { created, updated }: IntakeReport,
  { signal, onProgress }: Required<Pick<IntakeOptions, 'signal' | 'onProgress'>>,
): void {
  try {
    relateArrivals(library, created.length + updated.length, (done, total) => {
      if (signal.aborted) throw new Failure('cancelled', { task: 'intake' })
      if (done % 50 === 0) onProgress({ task: 'intake', phase: 'relating', done, total })
    })
  } catch (thrown) {
    if (!(thrown instanceof Failure)) throw thrown
  }
}
