import { useEffect, useState } from 'react'
import type { Compared } from './messages.ts'

/** A comparison, with the texts that it is of. */
export interface ComparedTexts extends Omit<Compared, 'job'> {
  readonly before: string
  readonly after: string
}

let worker: Worker | null = null
let jobs = 0

/** Line ends differ between systems and say nothing to a writer; the editor counts them as one sign. */
export function oneLineEnd(text: string): string {
  return text.includes('\r') ? text.replace(/\r\n?/g, '\n') : text
}

/**
 * What became of a text, worked out beside the window; null until it is known. Until a new answer comes, the one
 * before it stays.
 */
export function useComparison(before: string, after: string): ComparedTexts | null {
  const [compared, setCompared] = useState<ComparedTexts | null>(null)
  useEffect(() => {
    worker ??= new Worker(new URL('./compare-worker.ts', import.meta.url), { type: 'module' })
    const [asked, job] = [worker, (jobs += 1)]
    const onMessage = ({ data: { job: answered, ...rest } }: MessageEvent<Compared>) => {
      if (answered === job) setCompared({ ...rest, before, after })
    }
    asked.addEventListener('message', onMessage)
    asked.postMessage({ job, before, after })
    return () => asked.removeEventListener('message', onMessage)
  }, [before, after])
  return compared
}
