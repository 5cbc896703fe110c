import type { Article, ArticlePatch } from '../core/article.ts'
import type { FailureData } from '../core/errors.ts'
import { FIELDS } from './article-fields.ts'
import { ArticleEntry } from './article-entry.ts'
import type { ArticlePort, ArticleSnapshot } from './article-snapshot.ts'

/** How many articles that nobody looks at stay read, so that going back shows them at once. */
const KEPT = 20

export interface UnsavedArticle {
  readonly id: number
  readonly title: string
  readonly failure: FailureData
}

/** An article that the window has read, as it stands there. */
export interface ArticleInHand {
  readonly article: Article
  /** Whether all that was typed in it was saved. */
  readonly isSaved: boolean
}

const NOTHING: ArticleSnapshot = {
  article: null,
  saveState: 'saved',
  failure: null,
  refused: {},
  conflict: null,
  foreign: 0,
}

/** The articles that the window has in hand, each with its own queue of saves. */
export class ArticleStore {
  readonly #port: ArticlePort
  readonly #entries = new Map<number, ArticleEntry>()
  readonly #listeners = new Map<number, Set<() => void>>()
  readonly #watchers = new Map<number, Set<() => void>>()
  readonly #everyChange = new Set<() => void>()
  readonly #beforeFlush = new Set<() => void>()
  #failures: readonly UnsavedArticle[] = []

  constructor(port: ArticlePort) {
    this.#port = port
  }

  /** Listens to one article, which is read if it was not. Ends with the returned function. */
  readonly subscribe = (id: number, listener: () => void): (() => void) => {
    const listeners = this.#listeners.get(id) ?? new Set()
    this.#listeners.set(id, listeners.add(listener))
    this.#open(id)
    return () => {
      listeners.delete(listener)
      if (listeners.size === 0) this.#listeners.delete(id)
      this.#forgetOldest()
    }
  }

  /** Listens to one article if it happens to be in hand, and reads nothing for it: for rows of lists. */
  readonly watch = (id: number, listener: () => void): (() => void) => {
    const watchers = this.#watchers.get(id) ?? new Set()
    this.#watchers.set(id, watchers.add(listener))
    return () => {
      watchers.delete(listener)
      if (watchers.size === 0) this.#watchers.delete(id)
    }
  }

  /** The article as it is to be shown now. */
  snapshot(id: number): ArticleSnapshot {
    return this.#entries.get(id)?.snapshot ?? NOTHING
  }

  /** Changes fields of an article: shown at once, saved soon (or `now`). */
  patch(id: number, patch: ArticlePatch, when: 'soon' | 'now' = 'soon'): void {
    this.#open(id).patch(patch, when)
  }

  /** Saves what was typed in one article. Resolves with null, or with why it could not. */
  async flush(id: number): Promise<FailureData | null> {
    this.#handOver()
    const failure = (await this.#entries.get(id)?.flush()) ?? null
    this.#forgetOldest()
    return failure
  }

  /** Saves everything that was typed. Resolves with null, or with the first reason why it could not. */
  async flushAll(): Promise<FailureData | null> {
    this.#handOver()
    const failures = await Promise.all([...this.#entries.values()].map((entry) => entry.flush()))
    return failures.find((failure) => failure !== null) ?? null
  }

  /** Calls `listener` before a flush, so that an editor can hand over keys that it still holds. */
  onBeforeFlush(listener: () => void): () => void {
    this.#beforeFlush.add(listener)
    return () => this.#beforeFlush.delete(listener)
  }

  /** To be told of every commit that touches articles; null means any of them. */
  libraryChanged(id: number | null): void {
    for (const entry of this.#entries.values()) {
      if (id !== null && entry.id !== id) continue
      if (entry.clean && !this.#listeners.has(entry.id)) this.#forget(entry)
      else entry.libraryChanged()
    }
  }

  /** Forgets everything: another library is open. Flush first. */
  clear(): void {
    for (const entry of this.#entries.values()) entry.dispose()
    this.#entries.clear()
    this.#changed(null)
  }

  /** Tries again everything that could not be saved. */
  async retry(): Promise<void> {
    await Promise.all([...this.#entries.values()].map((entry) => entry.retry()))
  }

  /**
   * The library is read from another file from now on; `moved` are articles that have another number there. What was
   * typed in an article that is not there becomes an article of its own. Gives every new number, by the old one.
   */
  async reopened(moved: ReadonlyMap<number, number>): Promise<ReadonlyMap<number, number>> {
    this.#handOver()
    const now = new Map(moved)
    for (const entry of [...this.#entries.values()]) {
      const to = moved.get(entry.id)
      if (to === undefined && (await entry.reopened())) continue
      const { unsaved, id, snapshot } = entry
      const isTyped = Object.keys(unsaved).length > 0
      entry.dispose()
      this.#entries.delete(id)
      if (to !== undefined && isTyped) this.patch(to, unsaved, 'now')
      else if (isTyped && snapshot.article !== null) {
        const made = await this.#port.create()
        now.set(id, made.id)
        this.patch(made.id, wholeOf(snapshot.article), 'now')
      }
    }
    this.#changed(null)
    return now
  }

  /** The articles with words that are not in the library, as they are in the window. */
  unsaved(): readonly Article[] {
    this.#handOver()
    const dirty = [...this.#entries.values()].filter(({ clean }) => !clean)
    return dirty.flatMap(({ snapshot }) => snapshot.article ?? [])
  }

  /** Every article that was read, with what was typed in it. */
  inHand(): readonly ArticleInHand[] {
    this.#handOver()
    return [...this.#entries.values()].flatMap(({ clean, snapshot }) =>
      snapshot.article === null ? [] : [{ article: snapshot.article, isSaved: clean }],
    )
  }

  /** Ends a conflict; see `ArticleEntry.resolve`. */
  async resolve(id: number, choice: 'mine' | 'theirs' | ArticlePatch, version?: number): Promise<void> {
    await this.#entries.get(id)?.resolve(choice, version)
  }

  /** Articles with words that could not be saved. The same array until that changes. */
  readonly failures = (): readonly UnsavedArticle[] => this.#failures

  readonly subscribeFailures = (listener: () => void): (() => void) => {
    this.#everyChange.add(listener)
    return () => this.#everyChange.delete(listener)
  }

  #open(id: number): ArticleEntry {
    const known = this.#entries.get(id)
    if (known !== undefined) {
      // The map keeps the order of use: the first is the one that was looked at longest ago.
      this.#entries.delete(id)
      this.#entries.set(id, known)
      return known
    }
    const entry = new ArticleEntry(id, this.#port, () => this.#changed(id))
    this.#entries.set(id, entry)
    void entry.read()
    return entry
  }

  #forgetOldest(): void {
    for (const entry of this.#entries.values()) {
      if (this.#entries.size <= KEPT) return
      if (entry.clean && !this.#listeners.has(entry.id)) this.#forget(entry)
    }
  }

  #forget(entry: ArticleEntry): void {
    entry.dispose()
    this.#entries.delete(entry.id)
  }

  #handOver(): void {
    for (const listener of this.#beforeFlush) listener()
  }

  #changed(id: number | null): void {
    for (const map of [this.#listeners, this.#watchers]) {
      const told = id === null ? [...map.values()] : [map.get(id) ?? []]
      for (const listeners of told) for (const listener of listeners) listener()
    }
    this.#countFailures()
  }

  #countFailures(): void {
    const now: UnsavedArticle[] = []
    for (const { id, clean, snapshot } of this.#entries.values()) {
      if (clean || snapshot.failure === null) continue
      now.push({ id, title: snapshot.article?.title ?? '', failure: snapshot.failure })
    }
    if (JSON.stringify(now) === JSON.stringify(this.#failures)) return
    this.#failures = now
    for (const listener of this.#everyChange) listener()
  }
}

/** What a writer made of an article, to be made again in another; its slug follows its title there. */
function wholeOf(article: Article): ArticlePatch {
  const fields = FIELDS.filter((field) => field !== 'slug' && field !== 'categoryId' && field !== 'authorIds')
  return Object.fromEntries(fields.map((field) => [field, article[field]]))
}
