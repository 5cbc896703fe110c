import type { Args, Result } from '../../core/bridge.ts'
import type { RowsWatcher } from './connection.ts'
import type { FromSweep, SweepSetup } from './sweep-worker.ts'
import type { Sweeping } from './sweeping.ts'
import { inThread } from './in-thread.ts'

/**
 * Does an act on very many articles of the library in `folder` in a thread of its own; see `sweep`. Aborted, it leaves
 * everything as it was. Every rejection is a Failure.
 */
export function sweepInThread<R extends Sweeping>(
  folder: string,
  request: R,
  args: Args<R>,
  { signal, onProgress }: { readonly signal: AbortSignal; readonly onProgress: RowsWatcher },
): Promise<Result<R>> {
  const stop = new SharedArrayBuffer(4)
  const workerData: SweepSetup = { folder, request, args, stop }
  return inThread<FromSweep, Result<R>>(
    { name: 'sweep-worker', workerData, stop, signal },
    (message, settle) => {
      if ('result' in message) settle.resolve(message.result as Result<R>)
      else if ('failure' in message) settle.reject(message.failure)
      else onProgress(message.done, message.total)
    },
  )
}
