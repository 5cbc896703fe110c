import { Worker } from 'node:worker_threads'
import type { Overview } from '../../core/bridge.ts'
import { Failure } from '../../core/errors.ts'
import type { FromOverview, OverviewSetup } from './overview-worker.ts'
import { workerFile } from './worker-file.ts'

/** Looks over the library in `folder` in a thread of its own; see `overview`. Every rejection is a Failure. */
export function overviewInWorker(
  folder: string,
  signal: AbortSignal,
  onProgress: (done: number, total: number) => void,
): Promise<Overview> {
  const stop = new SharedArrayBuffer(4)
  const abort = () => void Atomics.store(new Int32Array(stop), 0, 1)
  signal.addEventListener('abort', abort)
  const workerData: OverviewSetup = { folder, stop }
  const worker = new Worker(workerFile('overview-worker', import.meta.url), { workerData })
  return new Promise<Overview>((resolve, reject) => {
    const died = (problem: string) => reject(new Failure('unexpected', { problem }))
    worker.on('message', (message: FromOverview) => {
      if ('overview' in message) resolve(message.overview)
      else if ('failure' in message) reject(new Failure(message.failure.code, message.failure.detail))
      else onProgress(message.done, message.total)
    })
    worker.on('error', (error) => died(error.stack ?? String(error)))
    worker.on('exit', (code) => died(`the thread ended with ${code}`))
  }).finally(() => signal.removeEventListener('abort', abort))
}
