import { Worker } from 'node:worker_threads'
import type { AlikeGroup, OrderSuggestions, RelatedList } from '../../core/bridge.ts'
import { Failure } from '../../core/errors.ts'
import { USUAL_RULES } from '../../core/related/index.ts'
import type { Change } from './connection.ts'
import { NOTHING_TOLD, type Told, toldOf } from './related-told.ts'
import type { FromRelated, RelatedAnswer, RelatedSetup, ToRelated } from './related-worker.ts'
import { workerFile } from './worker-file.ts'

interface Waiting {
  resolve(answer: RelatedAnswer): void
  reject(reason: Failure): void
}

/** After a change so long without another, what changed is read ahead of the next question. */
const CALM = 1500
/** After so long without a question or change, in milliseconds, the lists of all pages are made ready for an export. */
const REST = 5000

/**
 * Asks a thread of its own which articles are related, so that relating never holds up the window. The thread
 * starts with the first question and starts again when it has died.
 */
export class RelatedClient {
  readonly #folder: string
  readonly #log: (problem: string) => void
  readonly #requireInPlace: () => void
  readonly #rest: number
  readonly #sent = new Int32Array(new SharedArrayBuffer(4))
  readonly #waiting = new Map<number, Waiting>()
  #worker: Worker | null = null
  #token = 0
  #calm: NodeJS.Timeout | null = null
  /** What the thread has not heard of yet. */
  #told: Told = NOTHING_TOLD
  /** Nothing has changed since lists were made ready. */
  #isReady = false
  #closed = false
  #ended: Promise<unknown> = Promise.resolve()

  /**
   * `log` is told what goes wrong while nobody waits for an answer. `requireInPlace` throws when another file stands in
   * the library's place: the thread must never open that. `rest`: milliseconds of calm before it makes lists ready.
   */
  constructor(
    folder: string,
    log: (problem: string) => void,
    requireInPlace: () => void = () => {},
    rest: number = REST,
  ) {
    this.#folder = folder
    this.#log = log
    this.#requireInPlace = requireInPlace
    this.#rest = rest
  }

  /** As `RelatedService.list`; every rejection is a Failure. */
  async list(articleId: number, limit: number): Promise<RelatedList> {
    const { list } = await this.#ask({ what: 'list', articleId, limit })
    return list ?? { items: [], hidden: [], never: [], count: null, rules: USUAL_RULES }
  }

  /** As `suggestOrder`; every rejection is a Failure. */
  async suggest(articleId: number): Promise<OrderSuggestions> {
    const { suggestions } = await this.#ask({ what: 'suggestions', articleId })
    return suggestions ?? { tags: [], category: null }
  }

  /** As `tags.alike()`; every rejection is a Failure. */
  async alike(): Promise<readonly AlikeGroup[]> {
    const { alike } = await this.#ask({ what: 'alike' })
    return alike ?? []
  }

  /**
   * Resolves when the lists of all pages are ready for an export, where that takes no longer than it takes an export to
   * read what they are made from: where nobody has asked for a list yet it does nothing. Never rejects.
   */
  async ready(): Promise<void> {
    if (!this.#worker || this.#isReady) return
    this.#isReady = true
    await this.#ask({ what: 'ready' }).catch((failure: unknown) => this.#log(String(failure)))
  }

  /** The library has changed: once it is calm, the thread reads what did. */
  changed(change: Change): void {
    if (this.#closed) return
    this.#told = toldOf(this.#told, change)
    this.#isReady = false
    if (this.#calm) clearTimeout(this.#calm)
    this.#calm = setTimeout(() => {
      this.#ask(null).catch((failure: unknown) => this.#log(String(failure)))
    }, CALM)
    this.#calm.unref()
  }

  /** After {@link RelatedClient.close}, resolves when the thread has let go of the library. */
  get ended(): Promise<unknown> {
    return this.#ended
  }

  /** Ends the thread, whatever it is doing: an unfinished write is rolled back. Questions still open fail. */
  close(): void {
    if (this.#closed) return
    this.#closed = true
    if (this.#calm) clearTimeout(this.#calm)
    this.#ended = this.#worker?.terminate().catch((error: unknown) => this.#log(String(error))) ?? this.#ended
    this.#fail(new Failure('library.none', {}))
  }

  async #ask(ask: ToRelated['ask']): Promise<RelatedAnswer> {
    if (this.#closed) throw new Failure('library.none', {})
    if (!this.#worker) this.#requireInPlace()
    const token = ++this.#token
    const worker = (this.#worker ??= this.#start())
    return new Promise((resolve, reject) => {
      this.#waiting.set(token, { resolve, reject })
      worker.ref()
      Atomics.add(this.#sent, 0, 1)
      worker.postMessage({ token, told: this.#told, ask } satisfies ToRelated)
      this.#told = NOTHING_TOLD
    })
  }

  #start(): Worker {
    const setup: RelatedSetup = { folder: this.#folder, sent: this.#sent.buffer, rest: this.#rest }
    const worker = new Worker(workerFile('related-worker', import.meta.url), { workerData: setup })
    worker.on('message', (message: FromRelated) => this.#answer(message))
    worker.on('error', (error) => this.#died(worker, error.stack ?? String(error)))
    worker.on('exit', (code) => this.#died(worker, `the thread ended with ${code}`))
    return worker
  }

  #answer(message: FromRelated): void {
    const waiting = this.#waiting.get(message.token)
    this.#waiting.delete(message.token)
    // A program may end while the thread has nothing to do.
    if (this.#waiting.size === 0) this.#worker?.unref()
    if (!waiting) return
    if ('failure' in message) waiting.reject(new Failure(message.failure.code, message.failure.detail))
    else waiting.resolve(message.answer)
  }

  #died(worker: Worker, problem: string): void {
    if (this.#closed || this.#worker !== worker) return
    this.#worker = null
    this.#log(`Relating articles stopped: ${problem}`)
    this.#fail(new Failure('unexpected', { problem }))
  }

  #fail(failure: Failure): void {
    for (const { reject } of this.#waiting.values()) reject(failure)
    this.#waiting.clear()
  }
}
