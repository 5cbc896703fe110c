import type { TaskProgress } from '../../core/bridge.ts'
import { exportWords } from '../../core/locale/ui/export.ts'
import type { CliIo } from './io.ts'

/** At most so often, in milliseconds: a terminal is no place for thousands of lines. */
const PACE = 80

/** Shows how far a task is, on a line of stderr that wipes itself; nothing at all when stderr is no terminal. */
export function progressLine(io: CliIo): { show(progress: TaskProgress): void; clear(): void } {
  const line = wipingLine(io)
  return {
    show: ({ phase, done, total }) => line.show(exportWords.en.phases[phase], done, total),
    clear: line.clear,
  }
}

/** A line of stderr that wipes itself: what is being done, and how much of it is. */
export function wipingLine(io: CliIo): {
  show(what: string, done: number, total: number): void
  clear(): void
} {
  if (!io.stderr.isTTY) return { show: () => {}, clear: () => {} }
  let last = 0
  return {
    show: (what, done, total) => {
      const now = performance.now()
      if (now - last < PACE && done !== total) return
      last = now
      const share = total > 0 ? ` ${Math.floor((100 * done) / total)}%` : ''
      io.stderr.write(`\r\u001b[K${what}${share}`)
    },
    clear: () => {
      io.stderr.write('\r\u001b[K')
    },
  }
}
