/** Runs in a thread of its own: a whole export with its own connection. */
import { parentPort, workerData } from 'node:worker_threads'
import type { ExportPlan, ExportReport, TaskProgress } from '../../core/bridge.ts'
import { Failure, type FailureData, failureData } from '../../core/errors.ts'
import { openLibrary } from '../library/library.ts'
import { prepareRelated } from '../library/related-lists.ts'
import { beginExport, currentSite, noteCurrent } from './current-site.ts'
import type { ExportOptions } from './export-options.ts'
import { exportSite, planSite } from './export-site.ts'

/** What the thread is started for. */
export interface WorkerTask {
  readonly library: string
  readonly folder: string
  /** A plan alone, or the report of an export that was carried out. */
  readonly wanted: 'plan' | 'report'
  readonly options: Pick<ExportOptions, 'date' | 'full' | 'overwrite' | 'plan'>
  /** Its first byte becomes 1 when the export is to stop: seen at once, where a message waits its turn. */
  readonly stop: SharedArrayBuffer
}

/** What an exporting thread says. */
export type FromExport =
  | { readonly progress: TaskProgress }
  | { readonly made: ExportPlan | ExportReport }
  | { readonly failure: FailureData }

if (parentPort) await exportOnce(parentPort, workerData as WorkerTask)

async function exportOnce(port: NonNullable<typeof parentPort>, task: WorkerTask): Promise<void> {
  const stop = new Uint8Array(task.stop)
  const signal = {
    get aborted(): boolean {
      return Atomics.load(stop, 0) === 1
    },
  }
  const say = (message: FromExport): void => port.postMessage(message)
  try {
    if (signal.aborted) throw new Failure('cancelled', { task: 'export' })
    const isPlan = task.wanted === 'plan'
    const current = isPlan ? null : currentSite(task.library, task.folder, task.options, { isOpen: true })
    if (current) return say({ made: current })
    const beginning = beginExport(task.library, task.options, { isOpen: true })
    say({ progress: { task: 'export', phase: 'relating', done: 0, total: 0 } })
    prepareRelated(task.library, (done, total) => {
      if (signal.aborted) throw new Failure('cancelled', { task: 'export' })
      if (done % 50 === 0) say({ progress: { task: 'export', phase: 'relating', done, total } })
    })
    const library = openLibrary(task.library, { readonly: true, isOpen: true })
    const release = library.hold()
    try {
      const options = { ...task.options, signal, onProgress: (progress: TaskProgress) => say({ progress }) }
      if (isPlan) return say({ made: await planSite(library, task.folder, options) })
      const made = await exportSite(library, task.folder, options)
      noteCurrent(task.library, task.folder, task.options, beginning, made)
      say({ made })
    } finally {
      release()
      library.close()
    }
  } catch (thrown) {
    say({ failure: failureData(thrown) })
  } finally {
    port.close()
  }
}
