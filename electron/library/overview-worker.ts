/** Looks over a whole library in a thread of its own, with its own connection: it takes seconds. */
import { parentPort, workerData } from 'node:worker_threads'
import type { Overview } from '../../core/bridge.ts'
import { type FailureData, failureData } from '../../core/errors.ts'
import { openLibrary } from './library.ts'
import { overview } from './overview.ts'

export interface OverviewSetup {
  readonly folder: string
  /** One 32-bit number, shared: not zero once it is to stop. A message would wait until all is done. */
  readonly stop: SharedArrayBuffer
}

export type FromOverview =
  | { readonly done: number; readonly total: number }
  | { readonly overview: Overview }
  | { readonly failure: FailureData }

if (parentPort) {
  const port = parentPort
  run(workerData as OverviewSetup, (message) => port.postMessage(message))
}

function run({ folder, stop }: OverviewSetup, say: (message: FromOverview) => void): void {
  const flag = new Int32Array(stop)
  try {
    const library = openLibrary(folder, { isOpen: true })
    try {
      const found = overview(library, {
        signal: {
          get aborted() {
            return Atomics.load(flag, 0) !== 0
          },
        },
        onProgress: (done, total) => say({ done, total }),
      })
      say({ overview: found })
    } finally {
      library.close()
    }
  } catch (thrown) {
    say({ failure: failureData(thrown) })
  }
}
