import type { ChangeSet } from '@codemirror/state'
import type { FromWorker, Patch, ToWorker } from './messages.ts'

/** The part of a Worker that is used. */
export interface WorkerPort {
  postMessage(message: ToWorker): void
  onmessage: ((event: MessageEvent<FromWorker>) => void) | null
}

/** What the status line shows of a text. */
export interface Counts {
  readonly words: number
  /** Words selected; 0 when nothing is. */
  readonly selected: number
}

/**
 * The window's end of the worker that renders and counts. The worker follows the text by changes; a whole text
 * crosses only when another article is opened.
 */
export class LiveText {
  readonly #worker: WorkerPort
  readonly #afterFrame: (work: () => void) => void
  readonly #listeners = new Set<() => void>()
  #counts: Counts = { words: 0, selected: 0 }
  /** Where patches go; null while no page shows the text. */
  #page: ((patch: Patch) => Promise<void>) | null = null
  #pages = 0
  #selecting = false
  /** What the worker has not heard of yet. */
  #changes: ChangeSet | null = null
  #selection: { readonly from: number; readonly to: number } | null = null
  #planned = false

  /** `afterFrame` does work once the frame at hand has been drawn. */
  constructor(worker: WorkerPort, afterFrame: (work: () => void) => void) {
    this.#worker = worker
    this.#afterFrame = afterFrame
    worker.onmessage = ({ data }) => this.#receive(data)
  }

  /** Another text, whole, and the number of its words as far as it is known. */
  open(text: string, words: number): void {
    this.#changes = null
    this.#selection = null
    this.#setCounts({ words, selected: 0 })
    this.#worker.postMessage({ type: 'open', text })
  }

  change(changes: ChangeSet): void {
    this.#changes = this.#changes?.compose(changes) ?? changes
    this.#plan()
  }

  /** Counts the selected words; an empty selection needs no worker. */
  select(from: number, to: number): void {
    this.#selecting = from !== to
    if (from === to) this.#setCounts({ ...this.#counts, selected: 0 })
    this.#selection = from === to ? null : { from, to }
    if (from !== to) this.#plan()
  }

  /**
   * Sends the text's blocks to a page, from the first on, until the returned function is called. The next patch
   * comes when the promise that `page` returns has resolved.
   */
  show(page: (patch: Patch) => Promise<void>): () => void {
    this.#page = page
    this.#pages += 1
    this.#worker.postMessage({ type: 'show', page: this.#pages })
    return () => {
      if (this.#page !== page) return
      this.#page = null
      this.#worker.postMessage({ type: 'hide' })
    }
  }

  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener)
    return () => this.#listeners.delete(listener)
  }

  /** The same object until a count changes. */
  readonly counts = (): Counts => this.#counts

  /** A key comes first: the worker hears of it when the frame that shows it has been drawn. */
  #plan(): void {
    if (this.#planned) return
    this.#planned = true
    this.#afterFrame(() => {
      this.#planned = false
      this.#send()
    })
  }

  #send(): void {
    const [changes, selection] = [this.#changes, this.#selection]
    this.#changes = null
    this.#selection = null
    if (changes !== null) this.#worker.postMessage({ type: 'change', changes: changes.toJSON() })
    if (selection !== null) this.#worker.postMessage({ type: 'select', ...selection })
  }

  #receive(message: FromWorker): void {
    if (message.type === 'words') this.#setCounts({ ...this.#counts, words: message.words })
    else if (message.type === 'patch') void this.#patch(message)
    else if (this.#selecting) this.#setCounts({ ...this.#counts, selected: message.words })
  }

  async #patch(patch: Patch): Promise<void> {
    const page = this.#page
    if (page === null || patch.page !== this.#pages) return
    await page(patch)
    if (this.#page === page) this.#worker.postMessage({ type: 'shown' })
  }

  #setCounts(counts: Counts): void {
    if (counts.words === this.#counts.words && counts.selected === this.#counts.selected) return
    this.#counts = counts
    for (const listener of this.#listeners) listener()
  }
}
