import { Worker } from 'node:worker_threads'
import type { ExportPlan, ExportReport, TaskProgress } from '../../core/bridge.ts'
import { Failure } from '../../core/errors.ts'
import { followed } from '../library/live-threads.ts'
import { workerFile } from '../library/worker-file.ts'
import type { FromExport, WorkerTask } from './export-worker.ts'
import { THREAD_LIMITS } from './helper-thread.ts'

/** After so long without work, in milliseconds, a thread ends: what it holds is memory that others could use. */
const MOST_REST = 300_000

interface Waiting {
  readonly onProgress: ((progress: TaskProgress) => void) | undefined
  resolve(made: ExportPlan | ExportReport): void
  reject(reason: unknown): void
}

/** A thread that plans and exports, one task after another. A process may end while it rests. */
export class ExportThread {
  readonly #worker = followed(
    new Worker(workerFile('export-worker', import.meta.url), { resourceLimits: THREAD_LIMITS }),
  )
  #waiting: Waiting | null = null
  #resting: NodeJS.Timeout | undefined
  #onEnd: () => void = () => {}

  constructor() {
    this.#worker.on('message', (message: FromExport) => {
      if ('progress' in message) this.#waiting?.onProgress?.(message.progress)
      else if ('made' in message) this.#waiting?.resolve(message.made)
      else this.#waiting?.reject(new Failure(message.failure.code, message.failure.detail))
    })
    this.#worker.on('error', (error) => this.#waiting?.reject(error))
    this.#worker.on('exit', (code) => {
      this.#waiting?.reject(new Error(`the export ended by itself (${code})`))
      this.end()
    })
  }

  /** What was wanted; rejects with the Failure that was met. No second task before the first is over. */
  carryOut(
    task: WorkerTask,
    onProgress: ((progress: TaskProgress) => void) | undefined,
  ): Promise<ExportPlan | ExportReport> {
    clearTimeout(this.#resting)
    this.#worker.ref()
    return new Promise<ExportPlan | ExportReport>((resolve, reject) => {
      this.#waiting = { onProgress, resolve, reject }
      this.#worker.postMessage(task)
    }).finally(() => (this.#waiting = null))
  }

  /** Waits for the next task, for a while; `onEnd` is told when there is none any more to wait for. */
  rest(onEnd: () => void): void {
    this.#onEnd = onEnd
    this.#worker.unref()
    this.#resting = setTimeout(() => this.end(), MOST_REST)
    this.#resting.unref()
  }

  /** Ends the thread, which has nothing to do. */
  end(): void {
    clearTimeout(this.#resting)
    this.#onEnd()
    void this.#worker.terminate()
  }
}
