import type { Overview } from '../../core/bridge.ts'
import { inThread } from './in-thread.ts'
import type { FromOverview, OverviewSetup } from './overview-worker.ts'

/** Looks over the library in `folder` in a thread of its own; see `overview`. Every rejection is a Failure. */
export function overviewInWorker(
  folder: string,
  signal: AbortSignal,
  onProgress: (done: number, total: number) => void,
): Promise<Overview> {
  const stop = new SharedArrayBuffer(4)
  const workerData: OverviewSetup = { folder, stop }
  return inThread<FromOverview, Overview>(
    { name: 'overview-worker', workerData, stop, signal },
    (message, settle) => {
      if ('overview' in message) settle.resolve(message.overview)
      else if ('failure' in message) settle.reject(message.failure)
      else onProgress(message.done, message.total)
    },
  )
}
