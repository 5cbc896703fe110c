import type { Library } from '../library/library.ts'

/** Milliseconds between two looks: what another program saves is seen within a second. */
const EVERY = 500

export interface LibraryWatchOptions {
  readonly every?: number
  readonly log: (problem: string) => void
}

/**
 * Looks again and again whether another window, the command line or another computer has written to an open library,
 * and has its listeners told as if it had been written here. Ends with {@link LibraryWatch.close}.
 */
export class LibraryWatch {
  readonly #library: Library
  readonly #log: (problem: string) => void
  readonly #timer: NodeJS.Timeout
  #problem = ''

  constructor(library: Library, { every = EVERY, log }: LibraryWatchOptions) {
    this.#library = library
    this.#log = log
    this.look()
    this.#timer = setInterval(() => this.look(), every)
    this.#timer.unref()
  }

  /** Looks now. */
  look(): void {
    try {
      const parts = this.#library.fromOthers()
      this.#problem = ''
      if (parts.length > 0) this.#library.announce({ parts, articleId: null })
    } catch (error) {
      // The next look may succeed: another program holds the file for a moment, or its disk is away. Said once.
      const problem = String(error)
      if (problem !== this.#problem) this.#log(`Changes by others could not be looked for: ${problem}`)
      this.#problem = problem
    }
  }

  close(): void {
    clearInterval(this.#timer)
  }
}
