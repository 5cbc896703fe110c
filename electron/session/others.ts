/** Who else reaches an open library: a synchroniser or another computer, and the copies that came of it. */
import type { Sharing } from '../../core/bridge/sharing.ts'
import { findCopies } from '../library/sync-copies.ts'
import { placeOf } from '../library/sync-facts.ts'
import { findPictureCopies } from '../library/sync-pictures.ts'

/** Milliseconds between two looks for copies: a listing of the library's own folder and of its pictures. */
const EVERY = 5000

export interface OthersOptions {
  readonly changed: (sharing: Sharing) => void
  /** Whether the writer has read about a place of this service. */
  readonly hasRead: (service: string) => boolean
  readonly log: (problem: string) => void
}

/** Looks after one open library until it is closed. */
export class Others {
  readonly #folder: string
  readonly #options: OthersOptions
  readonly #timer: NodeJS.Timeout
  #sharing: Sharing | null = null
  #problem = ''

  constructor(folder: string, options: OthersOptions) {
    this.#folder = folder
    this.#options = options
    this.#timer = setInterval(() => this.look(), EVERY)
    this.#timer.unref()
  }

  get sharing(): Sharing {
    return (this.#sharing ??= { place: this.#place(), ...this.#beside() })
  }

  /** Looks now, and tells when something is another than before. */
  look(): void {
    const before = this.#sharing
    // Nobody has asked yet.
    if (before === null) return
    const now: Sharing = { place: before.place && this.#place(), ...this.#beside() }
    if (JSON.stringify(now) === JSON.stringify(before)) return
    this.#sharing = now
    this.#options.changed(now)
  }

  close(): void {
    clearInterval(this.#timer)
  }

  #place(): Sharing['place'] {
    const place = placeOf(this.#folder)
    return place === null || this.#options.hasRead(place.service) ? null : place
  }

  #beside(): Pick<Sharing, 'copies' | 'pictures'> {
    try {
      const found = { copies: findCopies(this.#folder), pictures: findPictureCopies(this.#folder) }
      this.#problem = ''
      return found
    } catch (error) {
      // The folder is away for a moment; what that means for the library is told elsewhere. Said once.
      const problem = String(error)
      if (problem !== this.#problem) this.#options.log(`Copies could not be looked for: ${problem}`)
      this.#problem = problem
      return this.#sharing ?? { copies: [], pictures: [] }
    }
  }
}
