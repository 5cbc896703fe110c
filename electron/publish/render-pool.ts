import { Worker } from 'node:worker_threads'
import { Failure, type FailureData } from '../../core/errors.ts'
import { type RenderJob, type RenderResult, type RenderSetup, renderer } from './render-job.ts'

/** Below this many pages, starting threads takes longer than they save. */
const WORTH_THREADS = 150
/** Pages handed to a thread at once: few enough to stop soon, enough to make messages cheap. */
const BATCH = 50
const MOST_THREADS = 4

/** What goes to a rendering thread and what comes back. */
export type ToThread = readonly RenderJob[]
export type FromThread = { readonly results: readonly RenderResult[] } | { readonly failure: FailureData }

/** The file of the worker, beside this one: TypeScript from source, JavaScript when built. */
export function workerFile(): URL {
  const ending = import.meta.url.endsWith('.ts') ? 'ts' : 'js'
  return new URL(`export-worker.${ending}`, import.meta.url)
}

/** How many threads rendering so many pages deserves; 0 means: this one does it. */
export function threadsFor(pages: number, processors: number): number {
  return pages < WORTH_THREADS || processors < 2 ? 0 : Math.min(processors, MOST_THREADS)
}

/**
 * Renders pages in `threads` threads (0: here) and hands over each batch of results. Lets go between batches, so
 * that a cancellation is heard; then it throws `cancelled`, and the threads have ended.
 */
export async function renderAll(
  setup: RenderSetup,
  jobs: readonly RenderJob[],
  threads: number,
  signal: Pick<AbortSignal, 'aborted'>,
  onResults: (results: readonly RenderResult[]) => void,
): Promise<void> {
  const batches = batchesOf(jobs)
  const next = (): readonly RenderJob[] | undefined => {
    if (signal.aborted) throw new Failure('cancelled', { task: 'export' })
    return batches.pop()
  }
  if (threads === 0) return renderHere(setup, next, onResults)
  const workers = Array.from({ length: threads }, () => renderThread(setup))
  try {
    await Promise.all(workers.map((worker) => drive(worker, next, onResults)))
  } finally {
    await Promise.all(workers.map((worker) => worker.terminate()))
  }
}

async function renderHere(
  setup: RenderSetup,
  next: () => readonly RenderJob[] | undefined,
  onResults: (results: readonly RenderResult[]) => void,
): Promise<void> {
  const render = renderer(setup)
  for (let batch = next(); batch; batch = next()) {
    onResults(batch.map(render))
    await new Promise((resolve) => setImmediate(resolve))
  }
}

function renderThread(setup: RenderSetup): Worker {
  return new Worker(workerFile(), { workerData: { role: 'render', setup } })
}

function drive(
  worker: Worker,
  next: () => readonly RenderJob[] | undefined,
  onResults: (results: readonly RenderResult[]) => void,
): Promise<void> {
  return new Promise((resolve, reject) => {
    const send = (): void => {
      try {
        const batch = next()
        if (batch) worker.postMessage(batch satisfies ToThread)
        else resolve()
      } catch (thrown) {
        reject(thrown)
      }
    }
    worker.on('message', (message: FromThread) => {
      if ('failure' in message) return reject(new Failure(message.failure.code, message.failure.detail))
      onResults(message.results)
      send()
    })
    worker.on('error', reject)
    worker.on('exit', (code) => reject(new Error(`a rendering thread ended by itself (${code})`)))
    send()
  })
}

// Taken from the end, so they are stored backwards: pages are made in their order.
function batchesOf(jobs: readonly RenderJob[]): (readonly RenderJob[])[] {
  const batches: (readonly RenderJob[])[] = []
  for (let start = 0; start < jobs.length; start += BATCH) batches.push(jobs.slice(start, start + BATCH))
  return batches.reverse()
}
