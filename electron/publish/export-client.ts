import { resolve } from 'node:path'
import type { ExportPlan, ExportReport } from '../../core/bridge.ts'
import type { ExportOptions } from './export-options.ts'
import { ExportThread } from './export-thread.ts'
import type { WorkerTask } from './export-worker.ts'

type Options = Omit<ExportOptions, 'threads' | 'signal' | 'beforeRelating'> & {
  readonly signal?: AbortSignal
  /** Resolves when another thread has made related lists ready, which the export waits for when it comes to them. */
  readonly related?: Promise<void>
}

/** Says what an export would do, in a thread of its own; promises what `planSite` promises. */
export async function planInWorker(
  library: string,
  folder: string,
  options: Omit<Options, 'overwrite' | 'plan'> = {},
): Promise<ExportPlan> {
  return (await inWorker(library, folder, options, 'plan')) as ExportPlan
}

/**
 * Exports the library in `library` to `folder` in a thread of its own with its own connection, so that the window
 * never waits. Cancelled, failed or finished, it promises what `exportSite` promises.
 */
export async function exportInWorker(
  library: string,
  folder: string,
  options: Options = {},
): Promise<ExportReport> {
  return (await inWorker(library, folder, options, 'report')) as ExportReport
}

/** The one that waits for work, if any does. */
let resting: ExportThread | null = null

async function inWorker(
  library: string,
  folder: string,
  { signal, onProgress, related, date, full, overwrite, plan }: Options,
  wanted: 'plan' | 'report',
): Promise<ExportPlan | ExportReport> {
  const stopFlag = new Uint8Array(new SharedArrayBuffer(1))
  const stop = (): void => void Atomics.store(stopFlag, 0, 1)
  if (signal?.aborted) stop()
  signal?.addEventListener('abort', stop, { once: true })
  const thread = resting ?? new ExportThread()
  resting = null
  const options = { date, full, overwrite, plan }
  const task: WorkerTask = {
    library,
    folder: resolve(folder),
    wanted,
    options,
    stop: stopFlag.buffer,
    related: related ? flagOf(related) : null,
  }
  try {
    const made = await thread.carryOut(task, onProgress)
    rest(thread)
    return made
  } catch (thrown) {
    thread.end()
    throw thrown
  } finally {
    signal?.removeEventListener('abort', stop)
  }
}

/** Becomes 1 when the promise is settled. */
function flagOf(promise: Promise<void>): SharedArrayBuffer {
  const flag = new Int32Array(new SharedArrayBuffer(4))
  void promise.finally(() => {
    Atomics.store(flag, 0, 1)
    Atomics.notify(flag, 0)
  })
  return flag.buffer
}

/** Keeps a thread for the next export, which then need not load the program again; no more than one. */
function rest(thread: ExportThread): void {
  if (resting) return thread.end()
  resting = thread
  thread.rest(() => {
    if (resting === thread) resting = null
  })
}
