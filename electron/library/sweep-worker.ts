/** Runs in a thread of its own, with its own connection: one act on very many articles. */
import { parentPort, workerData } from 'node:worker_threads'
import { Failure, type FailureData, failureData } from '../../core/errors.ts'
import { openLibrary } from './library.ts'
import { sweep, type Sweeping } from './sweeping.ts'

export interface SweepSetup {
  readonly folder: string
  readonly request: Sweeping
  /** The request's own. */
  readonly args: unknown
  /** One 32-bit number, shared: not zero once it is to stop. A message would wait until all is done. */
  readonly stop: SharedArrayBuffer
}

export type FromSweep =
  | { readonly done: number; readonly total: number }
  | { readonly result: unknown }
  | { readonly failure: FailureData }

if (parentPort) {
  const port = parentPort
  run(workerData as SweepSetup, (message) => port.postMessage(message))
}

function run({ folder, request, args, stop }: SweepSetup, say: (message: FromSweep) => void): void {
  const flag = new Int32Array(stop)
  try {
    const library = openLibrary(folder, { isOpen: true })
    try {
      library.watchRows((done, total) => {
        if (Atomics.load(flag, 0) !== 0) throw new Failure('cancelled', { task: 'care' })
        say({ done, total })
      })
      say({ result: sweep(library, request, args as Parameters<typeof sweep>[2]) })
    } finally {
      library.close()
    }
  } catch (thrown) {
    say({ failure: failureData(thrown) })
  }
}
