import { resolve } from 'node:path'
import { Worker } from 'node:worker_threads'
import type { ExportReport } from '../../core/bridge.ts'
import { Failure } from '../../core/errors.ts'
import type { ExportOptions } from './export-site.ts'
import type { FromExport, WorkerTask } from './export-worker.ts'
import { workerFile } from './render-pool.ts'

/**
 * Exports the library in `library` to `folder` in a thread of its own with its own connection, so that the window
 * never waits. Cancelled, failed or finished, it promises what `exportSite` promises.
 */
export function exportInWorker(
  library: string,
  folder: string,
  {
    signal,
    onProgress,
    date,
    full,
    overwrite,
  }: Omit<ExportOptions, 'threads' | 'signal'> & {
    readonly signal?: AbortSignal
  } = {},
): Promise<ExportReport> {
  const stopFlag = new Uint8Array(new SharedArrayBuffer(1))
  const task: WorkerTask = {
    role: 'export',
    library,
    folder: resolve(folder),
    options: { date, full, overwrite },
    stop: stopFlag.buffer,
  }
  const worker = new Worker(workerFile(), { workerData: task })
  const stop = (): void => void Atomics.store(stopFlag, 0, 1)
  return new Promise<ExportReport>((succeed, fail) => {
    if (signal?.aborted) stop()
    signal?.addEventListener('abort', stop, { once: true })
    worker.on('message', (message: FromExport) => {
      if ('progress' in message) onProgress?.(message.progress)
      else if ('report' in message) succeed(message.report)
      else fail(new Failure(message.failure.code, message.failure.detail))
    })
    worker.on('error', fail)
    worker.on('exit', (code) => fail(new Error(`the export ended by itself (${code})`)))
  }).finally(() => signal?.removeEventListener('abort', stop))
}
