import { Worker } from 'node:worker_threads'
import type { IntakeReport, TaskProgress, UiLanguage } from '../../core/bridge.ts'
import { Failure } from '../../core/errors.ts'
import { workerFile } from '../library/worker-file.ts'
import type { FromIntake, IntakeSetup } from './intake-worker.ts'

export interface IntakeInWorkerOptions {
  /** Of the notes in the report. English unless it is said otherwise. */
  readonly language?: UiLanguage
  readonly signal?: AbortSignal
  readonly onProgress?: (progress: TaskProgress) => void
}

/**
 * Brings files and folders into the library in `folder`, in a thread of its own; see `intake`. Rejects with a
 * Failure; then nothing was brought in. Other connections see it all at once when it is done.
 */
export function intakeInWorker(
  folder: string,
  paths: readonly string[],
  { language = 'en', signal, onProgress }: IntakeInWorkerOptions = {},
): Promise<IntakeReport> {
  const stop = new SharedArrayBuffer(4)
  const abort = () => void Atomics.store(new Int32Array(stop), 0, 1)
  if (signal?.aborted) abort()
  signal?.addEventListener('abort', abort)
  const workerData: IntakeSetup = { folder, paths, language, stop }
  const worker = new Worker(workerFile('intake-worker', import.meta.url), { workerData })
  return new Promise<IntakeReport>((resolve, reject) => {
    const died = (problem: string) => reject(new Failure('unexpected', { problem }))
    worker.on('message', (message: FromIntake) => {
      if ('progress' in message) onProgress?.(message.progress)
      else if ('report' in message) resolve(message.report)
      else reject(new Failure(message.failure.code, message.failure.detail))
    })
    worker.on('error', (error) => died(error.stack ?? String(error)))
    worker.on('exit', (code) => died(`the thread ended with ${code}`))
  }).finally(() => signal?.removeEventListener('abort', abort))
}
