import { resolve } from 'node:path'
import { Worker } from 'node:worker_threads'
import type { ExportPlan, ExportReport } from '../../core/bridge.ts'
import { Failure } from '../../core/errors.ts'
import type { ExportOptions } from './export-options.ts'
import type { FromExport, WorkerTask } from './export-worker.ts'
import { THREAD_LIMITS } from './helper-thread.ts'
import { workerFile } from '../library/worker-file.ts'

type Options = Omit<ExportOptions, 'threads' | 'signal'> & { readonly signal?: AbortSignal }

/** Says what an export would do, in a thread of its own; promises what `planSite` promises. */
export async function planInWorker(
  library: string,
  folder: string,
  options: Omit<Options, 'overwrite' | 'plan'> = {},
): Promise<ExportPlan> {
  return (await inWorker(library, folder, options, 'plan')) as ExportPlan
}

/**
 * Exports the library in `library` to `folder` in a thread of its own with its own connection, so that the window
 * never waits. Cancelled, failed or finished, it promises what `exportSite` promises.
 */
export async function exportInWorker(
  library: string,
  folder: string,
  options: Options = {},
): Promise<ExportReport> {
  return (await inWorker(library, folder, options, 'report')) as ExportReport
}

function inWorker(
  library: string,
  folder: string,
  { signal, onProgress, date, full, overwrite, plan }: Options,
  wanted: 'plan' | 'report',
): Promise<ExportPlan | ExportReport> {
  const stopFlag = new Uint8Array(new SharedArrayBuffer(1))
  const task: WorkerTask = {
    library,
    folder: resolve(folder),
    wanted,
    options: { date, full, overwrite, plan },
    stop: stopFlag.buffer,
  }
  const worker = new Worker(workerFile('export-worker', import.meta.url), {
    workerData: task,
    resourceLimits: THREAD_LIMITS,
  })
  const stop = (): void => void Atomics.store(stopFlag, 0, 1)
  return new Promise<ExportPlan | ExportReport>((succeed, fail) => {
    if (signal?.aborted) stop()
    signal?.addEventListener('abort', stop, { once: true })
    worker.on('message', (message: FromExport) => {
      if ('progress' in message) onProgress?.(message.progress)
      else if ('made' in message) succeed(message.made)
      else fail(new Failure(message.failure.code, message.failure.detail))
    })
    worker.on('error', fail)
    worker.on('exit', (code) => fail(new Error(`the export ended by itself (${code})`)))
  }).finally(() => signal?.removeEventListener('abort', stop))
}
