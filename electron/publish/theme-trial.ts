import { Worker } from 'node:worker_threads'
import type { FailureData } from '../../core/errors.ts'
import { workerFile } from '../library/worker-file.ts'
import type { TrialAnswer, TrialTask } from './theme-trial-worker.ts'

/** What a theme may take for a page of every kind, start of the thread included. */
const MILLISECONDS = 20_000
const MEGABYTES = 512

/** Tries a theme on pages of every kind in a thread of its own; gives what is wrong with it, or null. */
export function tryTheme(task: TrialTask, { milliseconds = MILLISECONDS } = {}): Promise<FailureData | null> {
  const wrong = (problem: string): FailureData => ({
    code: 'theme.broken',
    detail: { theme: task.name, file: '', line: null, problem },
  })
  const worker = new Worker(workerFile('theme-trial-worker', import.meta.url), {
    workerData: task,
    resourceLimits: { maxOldGenerationSizeMb: MEGABYTES },
  })
  return new Promise<FailureData | null>((resolve, reject) => {
    const timer = setTimeout(() => resolve(wrong('takes too long')), milliseconds)
    worker.on('message', (answer: TrialAnswer) => resolve(answer))
    worker.on('error', (error: NodeJS.ErrnoException) => {
      if (error.code === 'ERR_WORKER_OUT_OF_MEMORY') resolve(wrong('takes too much memory'))
      else reject(error)
    })
    worker.on('exit', (code) => {
      clearTimeout(timer)
      reject(new Error(`the trial of a theme ended by itself (${code})`))
    })
  }).finally(() => void worker.terminate())
}
