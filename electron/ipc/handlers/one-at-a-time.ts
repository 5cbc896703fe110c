import { Failure, type FailureDetails } from '../../../core/errors.ts'

export interface OneAtATime {
  run<T>(work: (signal: AbortSignal) => Promise<T>): Promise<T>
  cancel(): null
}

/** Runs one task of a kind at a time; a second is refused with `busy`, and the running one can be stopped. */
export function oneAtATime(task: FailureDetails['busy']['task']): OneAtATime {
  let running: AbortController | null = null
  return {
    run: async (work) => {
      if (running) throw new Failure('busy', { task })
      running = new AbortController()
      try {
        return await work(running.signal)
      } finally {
        running = null
      }
    },
    cancel: () => {
      running?.abort()
      return null
    },
  }
}
