/** The main process without Electron: the real session, handlers and schemas over a library's real file. */
import { cpSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import type { Args, Bridge, EventName, Events, Reply, RequestName } from '../../core/bridge.ts'
import type { FailureData } from '../../core/errors.ts'
import { allHandlers } from '../../electron/ipc/handlers/index.ts'
import { serveBridge } from '../../electron/ipc/bridge.ts'
import { diagnose } from '../../electron/library/doctor.ts'
import type { KeeperProcess } from '../../electron/library/keeper.ts'
import type { FromKeeper } from '../../electron/library/keeper-worker.ts'
import { Session } from '../../electron/session/session.ts'
import { fakeHost, type FakeHost } from '../electron/fake-host.ts'

const WINDOW = 'app://longhand/index.html'
const OWN_WINDOW = { senderFrame: { url: WINDOW, parent: null } }

type Answer = (sender: unknown, name: string, args: unknown) => Promise<Reply<RequestName>>

/** What stands between the window's saves and the library for a while. */
export interface Trouble {
  /** Reading and saving articles fails with this. */
  refusal: FailureData | null
  /** So many saves are written while their answers are lost. */
  lostAnswers: number
}

/** One life of the main process over one library. */
export class MainProcess {
  readonly folder: string
  readonly session: Session
  /** What the preload script gives the window. */
  readonly bridge: Bridge
  readonly trouble: Trouble = { refusal: null, lostAnswers: 0 }
  /** Requests that failed in a way that nobody foresaw. */
  readonly faults: string[] = []
  readonly #host: FakeHost
  readonly #answer: Answer
  readonly #listeners = new Map<EventName, Set<(event: never) => void>>()
  readonly #delay: () => number
  #isDead = false

  /** `delay` gives how many milliseconds the next message takes from one process to the other. */
  constructor(folder: string, delay: () => number) {
    this.folder = folder
    this.#delay = delay
    this.#host = { ...fakeHost(), emit: (name, event) => this.#tell(name, event), startKeeper: keeperHere }
    this.session = new Session(this.#host)
    let answer: Answer | null = null
    serveBridge(
      { handle: (_channel, listener) => (answer = listener as Answer) },
      allHandlers(this.session),
      {
        windowUrl: WINDOW,
        onUnexpected: (request, thrown) => this.faults.push(`${request}: ${String(thrown)}`),
      },
    )
    if (answer === null) throw new Error('nobody answers')
    this.#answer = answer
    this.bridge = {
      request: <R extends RequestName>(name: R, args: Args<R>) => this.#request<R>(name, args),
      on: (name, listener) => this.#listen(name, listener),
    }
  }

  async open(): Promise<void> {
    await this.session.openFolder(this.folder)
    // A lock that another holds is waited for in line, not in this thread: see `Writes`.
    this.session.library.setPatience(0)
  }

  /** Ends it in order. */
  close(): void {
    this.#isDead = true
    this.session.quit()
    rmSync(dirname(this.#host.userData), { recursive: true, force: true })
  }

  /** Ends it as a power cut of its process would: gives a copy of what was on disk at that moment. */
  kill(): string {
    const left = copyLibrary(this.folder)
    this.close()
    rmSync(dirname(this.folder), { recursive: true, force: true })
    return left
  }

  /** Tells the window that others have written to the library. */
  tellOfOthers(): void {
    this.session.library.announce({ parts: ['articles', 'tags'], articleId: null })
  }

  async #request<R extends RequestName>(name: R, given: Args<R>): Promise<Reply<R>> {
    const args = structuredClone(given)
    await this.#wait()
    const { trouble } = this
    const isOfText = name === 'article.save' || name === 'article.get'
    if (trouble.refusal !== null && isOfText) return { ok: false, failure: trouble.refusal }
    const reply = (await this.#answer(OWN_WINDOW, name, args)) as Reply<R>
    await this.#wait()
    if (name === 'article.save' && reply.ok && trouble.lostAnswers > 0) {
      trouble.lostAnswers -= 1
      return { ok: false, failure: { code: 'unexpected', detail: { problem: 'the answer was lost' } } }
    }
    return structuredClone(reply)
  }

  /** A dead process answers nothing. */
  #wait(): Promise<void> {
    return new Promise((resolve) => setTimeout(() => this.#isDead || resolve(), this.#delay()))
  }

  #tell<E extends EventName>(name: E, event: Events[E]): void {
    if (this.#isDead) return
    for (const listener of this.#listeners.get(name) ?? []) listener(structuredClone(event) as never)
  }

  #listen(name: EventName, listener: (event: never) => void): () => void {
    const listeners = this.#listeners.get(name) ?? new Set()
    this.#listeners.set(name, listeners.add(listener))
    return () => listeners.delete(listener)
  }
}

/** A copy of a library's files in a folder of its own, as whoever pulls the plug now would find them. */
export function copyLibrary(folder: string): string {
  const target = join(mkdtempSync(join(tmpdir(), 'longhand-model-')), 'library')
  mkdirSync(target)
  // Without the log's index: it is memory of processes, and made anew.
  cpSync(folder, target, { recursive: true, filter: (path) => !path.endsWith('-shm') })
  return target
}

/** Examines in this process; what else a keeper does is not of interest here. */
function keeperHere(): KeeperProcess {
  const listeners = new Set<(message: FromKeeper) => void>()
  return {
    send: ({ token, task, args }) => {
      const result = task === 'diagnose' ? diagnose(...(args as Parameters<typeof diagnose>)) : null
      queueMicrotask(() => {
        for (const listener of listeners) listener({ token, result })
      })
    },
    onMessage: (listener) => void listeners.add(listener),
    onEnd: () => {},
    kill: () => {},
  }
}
