/** Runs one intake in a thread of its own, with its own connection, so that it never holds up the window. */
import { parentPort, workerData } from 'node:worker_threads'
import type { IntakeReport, TaskProgress, UiLanguage } from '../../core/bridge.ts'
import { type FailureData, failureData } from '../../core/errors.ts'
import { openLibrary } from '../library/library.ts'
import { intake } from './intake.ts'

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
  try {
    const library = openLibrary(folder, { isOpen: true })
    try {
      const report = intake(library, paths, {
        language,
        signal: {
          get aborted() {
            return Atomics.load(flag, 0) !== 0
          },
        },
        onProgress: (progress) => say({ progress }),
      })
      say({ report })
    } finally {
      library.close()
    }
  } catch (thrown) {
    say({ failure: failureData(thrown) })
  }
}
