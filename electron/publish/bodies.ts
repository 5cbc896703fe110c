import type { Article } from '../../core/article.ts'
import { picturesNamedIn } from '../../core/renditions.ts'
import type { Library } from '../library/library.ts'
import { fingerprint } from './fingerprint.ts'
import type { KeptBody, KnownBody } from './kept-bodies.ts'

/** Characters of bodies that are kept at hand: those of thousands of articles. */
const MOST_KEPT = 32_000_000

const NONE: KnownBody = { key: '', named: [] }

/**
 * The Markdown of the articles of a site. Of a library that is held in one state no more than {@link MOST_KEPT} of it is
 * kept, whatever its size: the rest is read again when it is asked for. Of another library all of it is.
 */
export class Bodies {
  readonly #library: Library
  readonly #texts = new Map<number, string>()
  readonly #known = new Map<number, KeptBody>()
  readonly #most: number
  #length = 0
  #hasRead = false

  constructor(library: Library, most = MOST_KEPT) {
    this.#library = library
    this.#most = most
  }

  add({ id, body, version, updatedAt }: Pick<Article, 'id' | 'body' | 'version' | 'updatedAt'>): void {
    this.#known.set(id, { version, updatedAt, key: fingerprint(body), named: picturesNamedIn(body) })
    this.#hasRead = true
    this.#length += body.length
    if (this.#length <= this.#most || !this.#library.isHeld) this.#texts.set(id, body)
  }

  /** Adds one that is read when it is asked for: nobody has written to the article since `kept`. False: it has to be read. */
  addKept(
    { id, version, updatedAt }: Pick<Article, 'id' | 'version' | 'updatedAt'>,
    kept: KeptBody | undefined,
  ): boolean {
    if (!this.#library.isHeld || kept?.version !== version || kept.updatedAt !== updatedAt) return false
    this.#known.set(id, kept)
    return true
  }

  /** Empty where there is no such article. */
  get(id: number): string {
    return this.#texts.get(id) ?? (this.#known.has(id) ? this.#library.articles.body(id) : '')
  }

  /** What is known of a body; as of none where there is no such article. */
  of(id: number): KnownBody {
    return this.#known.get(id) ?? NONE
  }

  /** What is to be known of them the next time; null where that is `kept`. */
  toKeep(kept: ReadonlyMap<number, KeptBody>): ReadonlyMap<number, KeptBody> | null {
    return this.#hasRead || kept.size !== this.#known.size ? this.#known : null
  }
}
