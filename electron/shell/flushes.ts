/** Asking the window to save everything typed before something ends, and waiting for its answer. */
import { failureData, type FailureData } from '../../core/errors.ts'
import { EVENT_CHANNEL } from '../ipc/channels.ts'

/** How long the window may take; after this it is taken to be stuck. Milliseconds. */
const PATIENCE = 10_000

/** What can be asked: a window. */
interface Asked {
  readonly webContents: { send(channel: string, ...words: unknown[]): void }
}

export class Flushes {
  readonly #everyone: () => readonly Asked[]
  readonly #waiting = new Map<number, (failure: FailureData | null) => void>()
  #next = 1

  constructor(everyone: () => readonly Asked[]) {
    this.#everyone = everyone
  }

  /** Has these windows save, or all. Resolves to null when all is saved, or to why not. Never rejects. */
  async flush(windows: readonly Asked[] = this.#everyone()): Promise<FailureData | null> {
    const failures = await Promise.all(windows.map((window) => this.#ask(window)))
    return failures.find((failure) => failure !== null) ?? null
  }

  /** The window's answer. An answer nobody waits for any more is let go. */
  answered(token: number, failure: FailureData | null): void {
    const waiting = this.#waiting.get(token)
    this.#waiting.delete(token)
    waiting?.(failure)
  }
  #ask(window: Asked): Promise<FailureData | null> {
    const token = this.#next++
    return new Promise((resolve) => {
      const timer = setTimeout(() => {
        this.answered(token, failureData(new Error(`The window did not answer within ${PATIENCE} ms`)))
      }, PATIENCE)
      this.#waiting.set(token, (failure) => {
        clearTimeout(timer)
        resolve(failure)
      })
      window.webContents.send(EVENT_CHANNEL, 'app.flush', { token })
    })
  }
}
