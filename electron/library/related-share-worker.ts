/** Runs in a thread of its own: makes some of the related lists that another thread makes the rest of. */
import { parentPort, workerData } from 'node:worker_threads'
import { openLibrary } from './library.ts'
import { relatedService } from './related-service.ts'
import { type MadeList, type ShareSetup, batchesLeft } from './related-share.ts'

if (parentPort) share(workerData as ShareSetup)

function share({ folder, state, out, date, next, beat, port }: ShareSetup): void {
  const beats = new Int32Array(beat)
  const made: MadeList[] = []
  try {
    const library = openLibrary(folder, { isOpen: true })
    try {
      const service = relatedService(library)
      library.view(() => {
        // Of another state of the library other lists would come out.
        if (library.related.state() !== state) return
        const isOut = new Set(out)
        const shown = service.showing((id) => isOut.has(id), date)
        for (const ids of batchesLeft(out, next)) {
          for (const id of ids) made.push({ id, ...shown(id) })
          Atomics.add(beats, 0, 1)
        }
      })
    } finally {
      library.close()
    }
  } finally {
    // Whatever went wrong here, the other thread makes what is not made, and meets the same.
    port.postMessage(made)
    Atomics.store(beats, 1, 1)
    Atomics.notify(beats, 1)
  }
}
