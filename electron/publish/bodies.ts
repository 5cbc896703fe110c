import type { Article } from '../../core/article.ts'
import type { Library } from '../library/library.ts'
import { fingerprint } from './fingerprint.ts'

/** Characters of bodies that are kept at hand: those of thousands of articles. */
const MOST_KEPT = 32_000_000

/**
 * The Markdown of the articles of a site. Of a library that is held in one state no more than {@link MOST_KEPT} of it is
 * kept, whatever its size: the rest is read again when it is asked for. Of another library all of it is.
 */
export class Bodies {
  readonly #library: Library
  readonly #kept = new Map<number, string>()
  readonly #keys = new Map<number, string>()
  readonly #most: number
  #length = 0

  constructor(library: Library, most = MOST_KEPT) {
    this.#library = library
    this.#most = most
  }

  add({ id, body }: Pick<Article, 'id' | 'body'>): void {
    this.#keys.set(id, fingerprint(body))
    this.#length += body.length
    if (this.#length <= this.#most || !this.#library.isHeld) this.#kept.set(id, body)
  }

  /** Empty where there is no such article. */
  get(id: number): string {
    return this.#kept.get(id) ?? (this.#keys.has(id) ? this.#library.articles.body(id) : '')
  }

  /** Stands for a body; empty where there is no such article. */
  key(id: number): string {
    return this.#keys.get(id) ?? ''
  }
}
