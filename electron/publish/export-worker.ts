/** Runs in a thread of its own: a whole export with its own connection, or the rendering of pages for one. */
import { parentPort, workerData } from 'node:worker_threads'
import type { ExportPlan, ExportReport, TaskProgress } from '../../core/bridge.ts'
import { Failure, type FailureData, failureData } from '../../core/errors.ts'
import { dressingFor } from '../../core/markdown/index.ts'
import { openLibrary } from '../library/library.ts'
import { prepareRelated } from '../library/related-lists.ts'
import { beginExport, currentSite, noteCurrent } from './current-site.ts'
import { type ExportOptions, exportSite, planSite } from './export-site.ts'
import { type RenderSetup, type Renderer, renderer } from './render-job.ts'
import { type FromThread, type ToThread, bodiesOf } from './render-pool.ts'

/** What a thread is started for. */
export type WorkerTask =
  | { readonly role: 'render'; readonly setup: RenderSetup }
  | {
      readonly role: 'export'
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

if (parentPort) {
  const task = workerData as WorkerTask
  if (task.role === 'render') renderOnDemand(parentPort, task.setup)
  else await exportOnce(parentPort, task)
}

function renderOnDemand(port: NonNullable<typeof parentPort>, setup: RenderSetup): void {
  let made: Renderer | null = null
  const answer = async (message: ToThread): Promise<FromThread | null> => {
    try {
      const { render, hold } = (made ??= renderer(setup))
      if ('jobs' in message) {
        const dressing = await dressingFor(bodiesOf(message.jobs))
        return { results: message.jobs.map((job) => render(job, dressing)) }
      }
      const dressing = await dressingFor(message.bodies.map(([, markdown]) => markdown))
      for (const [path, markdown] of message.bodies) hold(path, markdown, dressing)
      return null
    } catch (thrown) {
      return { failure: failureData(thrown) }
    }
  }
  // One after the other: what is held must be there before it is asked for.
  let before = Promise.resolve()
  port.on('message', (message: ToThread) => {
    before = before.then(async () => {
      const said = await answer(message)
      if (said !== null) port.postMessage(said)
    })
  })
}

async function exportOnce(
  port: NonNullable<typeof parentPort>,
  task: Extract<WorkerTask, { role: 'export' }>,
): Promise<void> {
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
    try {
      const options = { ...task.options, signal, onProgress: (progress: TaskProgress) => say({ progress }) }
      if (isPlan) return say({ made: await planSite(library, task.folder, options) })
      const made = await exportSite(library, task.folder, options)
      noteCurrent(task.library, task.folder, task.options, beginning, made)
      say({ made })
    } finally {
      library.close()
    }
  } catch (thrown) {
    say({ failure: failureData(thrown) })
  } finally {
    port.close()
  }
}
