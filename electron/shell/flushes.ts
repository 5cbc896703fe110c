/** Asking the window to save everything typed before something ends, and waiting for its answer. */
import { failureData, type FailureData } from '../../core/errors.ts'
import type { ArticleCopy } from '../../core/bridge.ts'
import { EVENT_CHANNEL } from '../ipc/channels.ts'

/** How long the window may take; after this it is taken to be stuck. Milliseconds. */
const PATIENCE = 10_000

/** Words that a window could not save. */
export interface Unsaved {
  readonly failure: FailureData
  /** The articles with those words, as they are in the window; none when it did not answer. */
  readonly articles: readonly ArticleCopy[]
}

/** What can be asked: a window. */
interface Asked {
  readonly webContents: { send(channel: string, ...words: unknown[]): void }
}

export class Flushes {
  readonly #everyone: () => readonly Asked[]
  readonly #waiting = new Map<number, (unsaved: Unsaved | null) => void>()
  #next = 1

  constructor(everyone: () => readonly Asked[]) {
    this.#everyone = everyone
  }

  /** Has these windows save, or all. Resolves to null when all is saved, or to why not. Never rejects. */
  async flush(windows: readonly Asked[] = this.#everyone()): Promise<FailureData | null> {
    const answers = await Promise.all(windows.map((window) => this.ask(window)))
    return answers.find((answer) => answer !== null)?.failure ?? null
  }

  /** The window's answer. An answer nobody waits for any more is let go. */
  answered(token: number, unsaved: Unsaved | null): void {
    const waiting = this.#waiting.get(token)
    this.#waiting.delete(token)
    waiting?.(unsaved)
  }

  /** Has one window save. Resolves to null when all is saved, or to what is not. Never rejects. */
  ask(window: Asked): Promise<Unsaved | null> {
    const token = this.#next++
    return new Promise((resolve) => {
      const timer = setTimeout(() => {
        const failure = failureData(new Error(`The window did not answer within ${PATIENCE} ms`))
        this.answered(token, { failure, articles: [] })
      }, PATIENCE)
      this.#waiting.set(token, (unsaved) => {
        clearTimeout(timer)
        resolve(unsaved)
      })
      window.webContents.send(EVENT_CHANNEL, 'app.flush', { token })
    })
  }
}
