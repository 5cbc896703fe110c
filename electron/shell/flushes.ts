/** Asking the window to save everything typed before something ends, and waiting for its answer. */
import { failureData, type FailureData } from '../../core/errors.ts'
import { EVENT_CHANNEL } from '../ipc/channels.ts'

/** How long the window may take; after this it is taken to be stuck. Milliseconds. */
const PATIENCE = 10_000

export class Flushes {
  readonly #ask: (token: number) => void
  readonly #waiting = new Map<number, (failure: FailureData | null) => void>()
  #next = 1

  constructor(ask: (token: number) => void) {
    this.#ask = ask
  }

  /** What goes over the event channel for a token. */
  message(token: number): [string, string, { token: number }] {
    return [EVENT_CHANNEL, 'app.flush', { token }]
  }

  /** Resolves to null when all is saved, or to why not. Never rejects. */
  flush(): Promise<FailureData | null> {
    const token = this.#next++
    return new Promise((resolve) => {
      const timer = setTimeout(() => {
        this.answered(token, failureData(new Error(`The window did not answer within ${PATIENCE} ms`)))
      }, PATIENCE)
      this.#waiting.set(token, (failure) => {
        clearTimeout(timer)
        resolve(failure)
      })
      this.#ask(token)
    })
  }

  /** The window's answer. An answer nobody waits for any more is let go. */
  answered(token: number, failure: FailureData | null): void {
    const waiting = this.#waiting.get(token)
    this.#waiting.delete(token)
    waiting?.(failure)
  }
}
