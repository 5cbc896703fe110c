import { useEffect, useState } from 'react'
import type { CareProgress } from '../../core/bridge.ts'
import type { CareWords } from '../../core/locale/ui/care.ts'
import type { FailureData } from '../../core/errors.ts'
import { call, failureOf, listen } from '../bridge.ts'
import { attempt } from '../ui/toasts.tsx'

export type CareAct = keyof CareWords['working']

/** Long work on a whole library, as the window shows it. */
export interface CareWork {
  /** What is being done; null when nothing is. */
  readonly act: CareAct | null
  readonly progress: CareProgress | null
  readonly isStopping: boolean
  /** Why the last piece of work failed; null when it did not, or was stopped by the writer. */
  readonly failure: FailureData | null
  /** Does one piece of work; undefined when it failed or was stopped. */
  run<T>(act: CareAct, work: () => Promise<T>): Promise<T | undefined>
  stop(): void
}

export function useCareWork(): CareWork {
  const [act, setAct] = useState<CareAct | null>(null)
  const [progress, setProgress] = useState<CareProgress | null>(null)
  const [isStopping, setStopping] = useState(false)
  const [failure, setFailure] = useState<FailureData | null>(null)
  useEffect(() => listen('care.progress', setProgress), [])
  return {
    act,
    progress,
    isStopping,
    failure,
    run: async (next, work) => {
      setAct(next)
      setProgress(null)
      setStopping(false)
      setFailure(null)
      try {
        return await work()
      } catch (thrown) {
        const why = failureOf(thrown)
        if (why.code !== 'cancelled') setFailure(why)
        return undefined
      } finally {
        setAct(null)
      }
    },
    stop: () => {
      setStopping(true)
      void attempt(call('care.cancel', {}))
    },
  }
}
