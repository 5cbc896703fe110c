/** Writing to a library that others write to as well, without ever waiting in this thread. */
import { Failure } from '../../core/errors.ts'

/** Between two attempts, in milliseconds. */
const PAUSE = 40
/** So long another program may hold the library before a write is refused, in milliseconds. */
const PATIENCE = 30_000
/** After so long the writer is told what is waited for, in milliseconds. */
const TOLD_AFTER = 2_000

interface Waiting {
  attempt(): void
  reject(reason: unknown): void
  readonly since: number
}

/**
 * The writes to one open library, in the order in which they were asked for. One that finds the library held by
 * another connection waits for its turn, with all that come after it; reading goes on meanwhile.
 */
export class Writes {
  readonly #waiting: Waiting[] = []
  #timer: NodeJS.Timeout | null = null
  #tasks = 0
  /** When work of our own that holds the library ended last. */
  #freeSince = -Infinity
  #isHeld = false
  readonly #onHeld: (isHeld: boolean) => void

  /** `onHeld` is told when a write has waited two seconds for another program, and when one got through again. */
  constructor(onHeld: (isHeld: boolean) => void = () => {}) {
    this.#onHeld = onHeld
  }

  /**
   * Does the work now, or as soon as the library is free. `work` is one transaction: it is tried again when it was
   * refused with `EBUSY`, and that is passed on only when another program does not let go for half a minute.
   */
  run<T>(work: () => T): T | Promise<T> {
    if (this.#waiting.length === 0) {
      try {
        const result = work()
        this.#held(false)
        return result
      } catch (error) {
        if (!isBusy(error)) throw error
      }
    }
    return new Promise<T>((resolve, reject) => {
      this.#waiting.push({ attempt: () => resolve(work()), reject, since: performance.now() })
      this.#tryLater()
    })
  }

  /** While a task of our own holds the library, writes wait as long as it takes. */
  async during<T>(task: () => Promise<T>): Promise<T> {
    this.#tasks++
    try {
      return await task()
    } finally {
      this.#tasks--
      this.#freeSince = performance.now()
      this.#drain()
    }
  }

  /** Tries what is waiting for the last time, before the library is closed. */
  finish(): void {
    for (const waiting of this.#waiting.splice(0)) {
      try {
        waiting.attempt()
      } catch (error) {
        waiting.reject(error)
      }
    }
    if (this.#timer) clearTimeout(this.#timer)
    this.#timer = null
  }

  #tryLater(): void {
    this.#timer ??= setTimeout(() => {
      this.#timer = null
      this.#drain()
    }, PAUSE)
  }

  #drain(): void {
    for (;;) {
      const [first] = this.#waiting
      if (!first) return
      try {
        first.attempt()
        this.#held(false)
      } catch (error) {
        if (isBusy(error) && !this.#hasWaited(first, PATIENCE)) {
          if (this.#hasWaited(first, TOLD_AFTER)) this.#held(true)
          this.#tryLater()
          return
        }
        first.reject(error)
      }
      this.#waiting.shift()
    }
  }

  #hasWaited({ since }: Waiting, milliseconds: number): boolean {
    return this.#tasks === 0 && performance.now() - Math.max(since, this.#freeSince) > milliseconds
  }

  #held(isHeld: boolean): void {
    if (this.#isHeld === isHeld) return
    this.#isHeld = isHeld
    this.#onHeld(isHeld)
  }
}

/** Whether a library was refused because another connection writes to it. */
export function isBusy(error: unknown): boolean {
  return error instanceof Failure && error.code === 'file.refused' && 'reason' in error.detail
    ? error.detail.reason === 'EBUSY'
    : false
}
