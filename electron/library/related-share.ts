import { availableParallelism } from 'node:os'
import { MessageChannel, type MessagePort, Worker, receiveMessageOnPort } from 'node:worker_threads'
import type { Shown } from './related-service.ts'
import { workerFile } from './worker-file.ts'

/** The list of an article, as another thread made it. */
export interface MadeList extends Shown {
  readonly id: number
}

/** What two threads that make lists of one library know of each other. */
export interface ShareSetup {
  readonly folder: string
  /** The state of the library that lists are made of: see `related.state()`. */
  readonly state: string
  /** Ids of the articles on the site, ascending: each gets a list. */
  readonly out: readonly number[]
  /** The export's, ISO. */
  readonly date: string
  /** The place in `out` where the next batch begins that no thread has taken. */
  readonly next: SharedArrayBuffer
  /** Batches that the other thread has made, and whether it has ended. */
  readonly beat: SharedArrayBuffer
  readonly port: MessagePort
}

/** Lists that are taken at once: few enough that no thread waits long for the other's last. */
const BATCH = 25
/** From so many lists on a second thread, which has to read the index too, ends sooner than it would have begun. */
const WORTH_SHARING = 2_000
/** Milliseconds without a sign of life after which the other thread is given up. */
const PATIENCE = 20_000
const GLANCE = 50

/** Batches of ids, each given to one thread only. */
export function* batchesLeft(out: readonly number[], next: SharedArrayBuffer): Generator<readonly number[]> {
  const place = new Int32Array(next)
  for (;;) {
    const at = Atomics.add(place, 0, BATCH)
    if (at >= out.length) return
    yield out.slice(at, at + BATCH)
  }
}

/** A second thread at work on the lists of a library. */
export interface Share {
  /** Batches of ids whose lists this thread is to make. */
  batches(): Generator<readonly number[]>
  /** Waits for what the other thread made, step by step; of some lists that may be nothing. */
  made(): Generator<void, readonly MadeList[]>
  /** Ends the other thread, whatever it is doing. */
  end(): void
}

/** Has a second thread help with many lists; null where that does not pay. */
export function shareLists(wanted: Pick<ShareSetup, 'folder' | 'state' | 'out' | 'date'>): Share | null {
  if (wanted.out.length < WORTH_SHARING || availableParallelism() < 2) return null
  const next = new SharedArrayBuffer(4)
  const beats = new Int32Array(new SharedArrayBuffer(8))
  const { port1, port2 } = new MessageChannel()
  const setup: ShareSetup = { ...wanted, next, beat: beats.buffer, port: port2 }
  const worker = new Worker(workerFile('related-share-worker', import.meta.url), {
    workerData: setup,
    transferList: [port2],
  })
  let problem: unknown = null
  // Heard only when this thread comes to rest; by then its lists are made here.
  worker.on('error', (error) => (problem = error))
  worker.unref()
  port1.unref()
  return {
    batches: () => batchesLeft(wanted.out, next),
    *made() {
      let [seen, waited] = [Atomics.load(beats, 0), 0]
      while (Atomics.load(beats, 1) === 0 && waited < PATIENCE && problem === null) {
        Atomics.wait(beats, 1, 0, GLANCE)
        waited = Atomics.load(beats, 0) === seen ? waited + GLANCE : 0
        seen = Atomics.load(beats, 0)
        yield
      }
      return (receiveMessageOnPort(port1)?.message as readonly MadeList[] | undefined) ?? []
    },
    end: () => {
      port1.close()
      void worker.terminate()
    },
  }
}
