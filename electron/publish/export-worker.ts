/** Runs in a thread of its own: one whole export or plan after another, each with its own connection. */
import { type MessagePort, parentPort } from 'node:worker_threads'
import type { ExportPlan, ExportReport, TaskProgress } from '../../core/bridge.ts'
import { Failure, type FailureData, failureData } from '../../core/errors.ts'
import { openLibrary } from '../library/library.ts'
import { prepareRelated } from '../library/related-lists.ts'
import { beginExport, currentSite, noteCurrent } from './current-site.ts'
import type { ExportOptions } from './export-options.ts'
import { exportSite, planSite } from './export-site.ts'

/** What the thread is asked. */
export interface WorkerTask {
  readonly library: string
  readonly folder: string
  /** A plan alone, or the report of an export that was carried out. */
  readonly wanted: 'plan' | 'report'
  readonly options: Pick<ExportOptions, 'date' | 'full' | 'overwrite' | 'plan'>
  /** Its first byte becomes 1 when the export is to stop: seen at once, where a message waits its turn. */
  readonly stop: SharedArrayBuffer
  /** Becomes 1 when related lists are as ready as another thread makes them; null: nobody makes any. */
  readonly related: SharedArrayBuffer | null
}

/** Milliseconds that another thread's related lists are waited for; after that they are made here. */
const RELATED_PATIENCE = 2_000

/** What an exporting thread says. */
export type FromExport =
  | { readonly progress: TaskProgress }
  | { readonly made: ExportPlan | ExportReport }
  | { readonly failure: FailureData }

if (parentPort) serve(parentPort)

function serve(port: MessagePort): void {
  const say = (message: FromExport): void => port.postMessage(message)
  let before = Promise.resolve()
  port.on('message', (task: WorkerTask) => {
    before = before.then(async () => {
      try {
        say({ made: await carryOut(task, (progress) => say({ progress })) })
      } catch (thrown) {
        say({ failure: failureData(thrown) })
      }
    })
  })
}

/** When it is over, the library is closed again. */
async function carryOut(
  task: WorkerTask,
  onProgress: (progress: TaskProgress) => void,
): Promise<ExportPlan | ExportReport> {
  const stop = new Uint8Array(task.stop)
  const signal = {
    get aborted(): boolean {
      return Atomics.load(stop, 0) === 1
    },
  }
  if (signal.aborted) throw new Failure('cancelled', { task: 'export' })
  const isPlan = task.wanted === 'plan'
  const current = isPlan ? null : currentSite(task.library, task.folder, task.options, { isOpen: true })
  if (current) return current
  const beginning = beginExport(task.library, task.options, { isOpen: true })
  onProgress({ task: 'export', phase: 'relating', done: 0, total: 0 })
  const library = openLibrary(task.library, { readonly: true, isOpen: true })
  let release = (): void => {}
  try {
    prepareRelated(library, (done, total) => {
      if (signal.aborted) throw new Failure('cancelled', { task: 'export' })
      if (done % 50 === 0) onProgress({ task: 'export', phase: 'relating', done, total })
    })
    release = library.hold()
    const options = { ...task.options, signal, onProgress, beforeRelating: () => waitFor(task.related) }
    if (isPlan) return await planSite(library, task.folder, options)
    const made = await exportSite(library, task.folder, options)
    noteCurrent(task.library, task.folder, task.options, beginning, made)
    return made
  } finally {
    release()
    library.close()
  }
}

function waitFor(flag: SharedArrayBuffer | null): void {
  if (flag !== null) Atomics.wait(new Int32Array(flag), 0, 0, RELATED_PATIENCE)
}
