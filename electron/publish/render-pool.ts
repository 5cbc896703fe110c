import { type ResourceLimits, Worker } from 'node:worker_threads'
import { Failure, type FailureData } from '../../core/errors.ts'
import { dressingFor } from '../../core/markdown/index.ts'
import {
  HELD,
  type RenderJob,
  type RenderResult,
  type RenderSetup,
  type Renderer,
  renderer,
} from './render-job.ts'

/** Below this many pages, starting threads takes longer than they save. */
const WORTH_THREADS = 150
/** Pages handed to a thread at once: few enough to stop soon, enough to make messages cheap. */
const BATCH = 50
const MOST_THREADS = 4

/** Markdown of an article, by the path of its page. */
export type Body = readonly [path: string, markdown: string]

/** A job whose model is made when its turn comes: while threads render, and never all at once. */
export interface WaitingJob extends Omit<RenderJob, 'model'> {
  model(): RenderJob['model']
}

/** What goes to a rendering thread and what comes back; nothing comes back for bodies. */
export type ToThread = { readonly bodies: readonly Body[] } | { readonly jobs: readonly RenderJob[] }
export type FromThread = { readonly results: readonly RenderResult[] } | { readonly failure: FailureData }

/**
 * How a thread of an export may use memory. Texts and pages are dropped as soon as they are made: left alone, V8
 * keeps so many of them that an export has twice the memory, and is no faster for it.
 */
export const THREAD_LIMITS: ResourceLimits = { maxYoungGenerationSizeMb: 24 }

/** The file of the worker, beside this one: TypeScript from source, JavaScript when built. */
export function workerFile(): URL {
  const ending = import.meta.url.endsWith('.ts') ? 'ts' : 'js'
  return new URL(`export-worker.${ending}`, import.meta.url)
}

/** How many threads rendering so many pages deserves; 0 means: this one does it. */
export function threadsFor(pages: number, processors: number): number {
  return pages < WORTH_THREADS || processors < 2 ? 0 : Math.min(processors, MOST_THREADS)
}

/** Renders the pages of one export, in threads or, with none, here. End it in any case. */
export class RenderPool {
  readonly #threads: readonly Worker[]
  readonly #setup: RenderSetup
  /** Which thread has a body already, by the path of its page. */
  readonly #owners = new Map<string, Worker>()
  #here: Renderer | null = null

  constructor(setup: RenderSetup, threads: number) {
    this.#setup = setup
    this.#threads = Array.from(
      { length: threads },
      () =>
        new Worker(workerFile(), { workerData: { role: 'render', setup }, resourceLimits: THREAD_LIMITS }),
    )
  }

  /** Lets the threads make the HTML of bodies ahead, while this one is busy with something else. */
  prepare(bodies: readonly Body[]): void {
    for (const [index, batch] of batchesOf(bodies).entries()) {
      const thread = this.#threads[index % this.#threads.length]
      thread?.postMessage({ bodies: batch } satisfies ToThread)
      for (const [path] of batch) if (thread) this.#owners.set(path, thread)
    }
  }

  /**
   * Renders pages and hands over each batch of results. Lets go between batches, so that a cancellation is heard;
   * then it throws `cancelled`.
   */
  async render(
    jobs: readonly WaitingJob[],
    signal: Pick<AbortSignal, 'aborted'>,
    onResults: (results: readonly RenderResult[]) => void,
  ): Promise<void> {
    const queues = new Map<Worker | undefined, (readonly WaitingJob[])[]>()
    for (const [owner, own] of Map.groupBy(jobs, ({ path }) => this.#owners.get(path))) {
      queues.set(owner, batchesOf(own).reverse())
    }
    const next = (thread?: Worker): readonly RenderJob[] | undefined => {
      if (signal.aborted) throw new Failure('cancelled', { task: 'export' })
      const own = thread && queues.get(thread)?.pop()
      // The thread has these bodies.
      if (own) return own.map((job) => ({ ...ready(job), body: job.body === null ? null : HELD }))
      const batch = [...queues.values()].find((queue) => queue.length > 0)?.pop()
      return batch?.map(ready)
    }
    if (this.#threads.length > 0) {
      await Promise.all(this.#threads.map((thread) => drive(thread, () => next(thread), onResults)))
    } else await this.#renderHere(next, onResults)
  }

  /** Resolves when every thread has ended. */
  async end(): Promise<void> {
    await Promise.all(this.#threads.map((thread) => thread.terminate()))
  }

  async #renderHere(
    next: () => readonly RenderJob[] | undefined,
    onResults: (results: readonly RenderResult[]) => void,
  ): Promise<void> {
    const { render } = (this.#here ??= renderer(this.#setup))
    for (let batch = next(); batch; batch = next()) {
      const dressing = await dressingFor(bodiesOf(batch))
      onResults(batch.map((job) => render(job, dressing)))
      await new Promise((resolve) => setImmediate(resolve))
    }
  }
}

/** The texts among jobs that are not held already. */
export function bodiesOf(jobs: readonly RenderJob[]): readonly string[] {
  return jobs.flatMap(({ body }) => (typeof body === 'string' ? body : []))
}

function drive(
  thread: Worker,
  next: () => readonly RenderJob[] | undefined,
  onResults: (results: readonly RenderResult[]) => void,
): Promise<void> {
  return new Promise((resolve, reject) => {
    const send = (): void => {
      try {
        const jobs = next()
        if (jobs) thread.postMessage({ jobs } satisfies ToThread)
        else resolve()
      } catch (thrown) {
        reject(thrown)
      }
    }
    thread.on('message', (message: FromThread) => {
      if ('failure' in message) return reject(new Failure(message.failure.code, message.failure.detail))
      onResults(message.results)
      send()
    })
    thread.on('error', reject)
    thread.on('exit', (code) => reject(new Error(`a rendering thread ended by itself (${code})`)))
    send()
  })
}

function ready({ model, ...job }: WaitingJob): RenderJob {
  return { ...job, model: model() }
}

function batchesOf<T>(all: readonly T[]): (readonly T[])[] {
  const batches: (readonly T[])[] = []
  for (let start = 0; start < all.length; start += BATCH) batches.push(all.slice(start, start + BATCH))
  return batches
}
