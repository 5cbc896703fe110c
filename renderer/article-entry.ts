import type { Article, ArticlePatch } from '../core/article.ts'
import type { SaveResult } from '../core/bridge.ts'
import type { FailureData, ValueProblem } from '../core/errors.ts'
import { FIELDS, REFERS, WORDS, same, without, type Field } from './article-fields.ts'
import { joined } from './article-join.ts'
import type { ArticlePort, ArticleSnapshot, Conflict, Refusal, SaveState } from './article-snapshot.ts'
import { FailedSaves } from './failed-saves.ts'

/** How long typing may go on before it is sent, in milliseconds: with the save itself, well under half a second. */
export const SAVE_AFTER = 300

/** Waits between tries after a failure, in milliseconds; the last one repeats. */
const RETRY_AFTER = [1000, 2000, 4000, 8000, 15_000, 30_000]

/** How often a save that met a newer version is put on top of it before the writer is asked. */
const MOST_REBASES = 5

const NONE: ReadonlySet<Field> = new Set()

/**
 * One article in the window: the only one that knows its version. Saves go one at a time; what is typed during
 * a save is sent by the next. A late answer never overwrites what was typed since.
 */
export class ArticleEntry {
  readonly id: number
  readonly #port: ArticlePort
  readonly #publish: () => void

  #stored: Article | null = null
  #sending: ArticlePatch | null = null
  #unsent: ArticlePatch = {}
  readonly #failedSaves = new FailedSaves()
  /** Fields other than words that were set since news of a change came that is not read yet; null: no such news. */
  #since: Set<Field> | null = null
  /** The newer version that collides with what was typed, until the writer chooses. */
  #theirs: Article | null = null
  #failure: FailureData | null = null
  #refused: Partial<Record<Field, Refusal>> = {}
  #foreign = 0
  #retries = 0
  #rebases = 0
  #timer: ReturnType<typeof setTimeout> | undefined
  #save: Promise<void> | null = null
  #reading: Promise<void> | null = null
  #readingNext: Promise<void> | null = null
  /** What is in the library could not be read when it was time to. */
  #isStale = false
  #changedDuringSave = 0
  /** The library is read from another file: what is read next counts, whatever its version. */
  #isElsewhere = false
  #snapshot: ArticleSnapshot | null = null

  constructor(id: number, port: ArticlePort, publish: () => void) {
    this.id = id
    this.#port = port
    this.#publish = publish
  }

  get snapshot(): ArticleSnapshot {
    return (this.#snapshot ??= {
      article: this.#stored === null ? null : { ...this.#stored, ...this.#sending, ...this.#unsent },
      saveState: this.#saveState(),
      failure: this.#failure,
      refused: this.#refused,
      conflict: this.#conflict(),
      foreign: this.#foreign,
    })
  }

  /** Whether everything typed is in the library. */
  get clean(): boolean {
    return this.#sending === null && !this.#hasUnsent()
  }

  /** Takes over what the writer changed; it is sent within `SAVE_AFTER`, or at once. */
  patch(patch: ArticlePatch, when: 'soon' | 'now'): void {
    this.#unsent = { ...this.#unsent, ...patch }
    const fields = Object.keys(patch) as Field[]
    this.#refused = without(this.#refused, fields)
    // Whoever sets one now has seen, or done, what the news is of: a category chosen in place of one just deleted.
    for (const field of fields) if (!WORDS.includes(field)) this.#since?.add(field)
    this.#changed()
    if (this.#waitsForWriter()) return
    if (when === 'now') void this.#send()
    else this.#sendAfter(SAVE_AFTER)
  }

  /**
   * Reads the article from the library, and joins what is there with what was typed since. What is being read
   * already may be from before the caller's time: then it is read once more.
   */
  read(): Promise<void> {
    if (this.#reading === null) {
      return (this.#reading = this.#readNow().finally(() => {
        this.#reading = null
      }))
    }
    return (this.#readingNext ??= this.#reading.then(() => {
      this.#readingNext = null
      return this.read()
    }))
  }

  /** The library says that this article changed. It may be by a save of ours that is still under way. */
  libraryChanged(): void {
    this.#since ??= new Set()
    if (this.#sending === null) void this.read()
    else this.#changedDuringSave += 1
  }

  /** Resolves when everything typed until now is saved, with null, or could not be, with the reason. */
  async flush(): Promise<FailureData | null> {
    let tried = false
    for (;;) {
      if (this.#save !== null) await this.#save
      else if (!this.#hasUnsent()) return null
      else if (this.#waitsForWriter() || (tried && this.#failure !== null)) return this.#failure
      else await this.#send()
      tried = true
    }
  }

  /**
   * Ends a conflict: what was typed here goes on top of the newer version, or gives way to it, or `choice` is what
   * the writer made of both. `version` is the newer one that the choice was about: when there is a newer one still,
   * nothing happens, and the conflict stays.
   */
  async resolve(choice: 'mine' | 'theirs' | ArticlePatch, version?: number): Promise<void> {
    if (this.#failure?.code !== 'article.conflict') return
    if (version !== undefined && version !== this.#theirs?.version) return
    const [base, theirs] = [this.#stored, this.#theirs ?? this.#stored]
    this.#rebases = 0
    this.#stored = theirs
    this.#theirs = null
    this.#failure = null
    if (choice === 'theirs') {
      // What was changed here alone is no part of the choice.
      const changed = FIELDS.filter((field) => !same(base?.[field], theirs?.[field]))
      this.#unsent = without(this.#unsent, changed)
    } else if (choice !== 'mine') this.#unsent = choice
    this.#foreign += 1
    this.#changed()
    await this.#send()
  }

  /**
   * The library is read from another file from now on, in which this article may be at any version. False when it is
   * not there, or another article has its number: then what was typed here is still {@link ArticleEntry.unsaved}.
   */
  async reopened(): Promise<boolean> {
    // Whatever was under way went to the file from before.
    while (this.#save !== null || this.#reading !== null) await (this.#save ?? this.#reading)
    const born = this.#stored?.createdAt
    this.#isElsewhere = true
    if (this.#failure?.code === 'notFound') this.#failure = null
    try {
      const latest = await this.#port.get(this.id)
      this.#isStale = false
      if (born !== undefined && latest.createdAt !== born) return false
      this.#adopt(latest)
      this.#changed()
    } catch (thrown) {
      if (this.#port.failureOf(thrown).code === 'notFound') return false
      this.#fail(this.#port.failureOf(thrown))
    }
    void this.retry()
    return true
  }

  /** What was typed and is not in the library. */
  get unsaved(): ArticlePatch {
    return { ...this.#sending, ...this.#unsent }
  }

  /** Tries again at once what failed. */
  async retry(): Promise<void> {
    if (this.#stored === null || this.#isStale) await (this.#reading ?? this.read())
    if (!this.#waitsForWriter()) await this.#send()
  }

  /** Stops the clock; nothing is sent any more. */
  dispose(): void {
    clearTimeout(this.#timer)
  }

  #send(): Promise<void> {
    clearTimeout(this.#timer)
    this.#timer = undefined
    this.#save ??= this.#sendNow().finally(() => {
      this.#save = null
      if (this.#timer === undefined && this.#failure === null && this.#hasUnsent()) this.#sendAfter(0)
    })
    return this.#save
  }

  async #sendNow(): Promise<void> {
    if (this.#stored === null || this.#isStale) await (this.#reading ?? this.read())
    const base = this.#stored
    if (base === null || this.#waitsForWriter()) return
    if (!this.#hasUnsent()) return
    const patch = this.#unsent
    this.#sending = patch
    this.#unsent = {}
    this.#changedDuringSave = 0
    this.#changed()
    try {
      this.#taken(base, patch, await this.#port.save(this.id, base.version, patch))
    } catch (thrown) {
      this.#unsent = { ...patch, ...this.#unsent }
      this.#sending = null
      await this.#failed(this.#port.failureOf(thrown), patch)
    }
    this.#changed()
  }

  #taken(base: Article, patch: ArticlePatch, result: SaveResult): void {
    this.#stored = { ...base, ...patch, ...result }
    this.#sending = null
    this.#failedSaves.clear()
    this.#failure = null
    this.#retries = 0
    this.#rebases = 0
    // The library may put these otherwise than they were sent.
    const tidied = 'tags' in patch || 'status' in patch || 'publishedAt' in patch
    // A save that found everything as it was is told to nobody: what was told then was not ours.
    const ours = result.version === base.version ? 0 : 1
    if (tidied || this.#isStale || this.#changedDuringSave > ours) void this.read()
    // The news was of this save.
    else this.#since = null
  }

  async #failed(failure: FailureData, patch: ArticlePatch): Promise<void> {
    if (failure.code === 'article.conflict' && this.#rebases < MOST_REBASES) {
      this.#rebases += 1
      const unsettled = this.#failure
      await this.read()
      if (this.#failure === unsettled) {
        this.#failure = null
        this.#sendAfter(0)
      }
      return
    }
    if (
      failure.code === 'value.refused' &&
      this.#setAside(failure.detail.field, failure.detail.problem, patch)
    ) {
      if (this.#hasUnsent()) this.#sendAfter(0)
      return
    }
    const lost = failure.code === 'notFound' ? REFERS[failure.detail.what] : undefined
    if (lost !== undefined && lost in patch) {
      this.#unsent = without(this.#unsent, [lost])
      this.#sendAfter(0)
      return
    }
    this.#failedSaves.note(failure, patch)
    this.#fail(failure)
  }

  /** Sets a refused value apart, so that it does not keep the rest from being saved. */
  #setAside(field: string, problem: ValueProblem, patch: ArticlePatch): boolean {
    if (WORDS.includes(field) || !(field in patch)) return false
    const name = field as Field
    if (!same(this.#unsent[name], patch[name])) return true
    this.#refused = { ...this.#refused, [name]: { value: patch[name], problem } }
    this.#unsent = without(this.#unsent, [name])
    return true
  }

  #fail(failure: FailureData): void {
    this.#failure = failure
    this.#changed()
    if (this.#waitsForWriter()) return
    this.#sendAfter(RETRY_AFTER[Math.min(this.#retries, RETRY_AFTER.length - 1)] ?? 0)
    this.#retries += 1
  }

  async #readNow(): Promise<void> {
    try {
      const latest = await this.#port.get(this.id)
      this.#isStale = false
      if (this.#sending !== null) this.#changedDuringSave += 1
      else this.#adopt(latest)
    } catch (thrown) {
      const failure = this.#port.failureOf(thrown)
      if (failure.code === 'notFound' && this.clean) this.#stored = null
      this.#isStale = failure.code !== 'notFound'
      if (this.#isStale || this.#hasUnsent()) this.#fail(failure)
      else this.#failure = failure
    }
    this.#changed()
  }

  #adopt(latest: Article): void {
    const stored = this.#stored
    const isElsewhere = this.#isElsewhere
    if (stored !== null && latest.version < stored.version && !isElsewhere) return
    this.#isElsewhere = false
    const both = joined({
      stored,
      latest,
      typed: this.#unsent,
      sent: this.#failedSaves.sent,
      since: this.#since ?? NONE,
      isElsewhere,
    })
    if (both === null) {
      this.#theirs = latest
      this.#failure = { code: 'article.conflict', detail: { id: this.id, version: latest.version } }
      return
    }
    this.#stored = latest
    this.#theirs = null
    this.#since = null
    this.#unsent = both.unsent
    if (both.isForeign) this.#foreign += 1
    if (!this.#hasUnsent()) this.#failure = null
    else if (this.#failure?.code === 'article.conflict') {
      this.#failure = null
      this.#sendAfter(0)
    }
  }

  #sendAfter(delay: number): void {
    this.#timer ??= setTimeout(() => void this.#send(), delay)
  }

  /** Trying again would not help: it collides with a newer version, or the article is gone. */
  #waitsForWriter(): boolean {
    return this.#failure?.code === 'article.conflict' || this.#failure?.code === 'notFound'
  }

  #conflict(): Conflict | null {
    const [base, theirs] = [this.#stored, this.#theirs]
    if (this.#failure?.code !== 'article.conflict' || base === null || theirs === null) return null
    return { base, theirs, typed: this.#unsent }
  }

  #hasUnsent(): boolean {
    return Object.keys(this.#unsent).length > 0
  }

  #saveState(): SaveState {
    if (this.#failure !== null) return 'failed'
    if (this.#sending !== null) return 'saving'
    return this.#hasUnsent() ? 'unsaved' : 'saved'
  }

  #changed(): void {
    this.#snapshot = null
    this.#publish()
  }
}
