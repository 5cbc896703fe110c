/** The window and the main process as they really are, beside the model of what they must keep. */
import Database from 'better-sqlite3'
import { deepStrictEqual as equal } from 'node:assert/strict'
import { rmSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { diagnose } from '../../electron/library/doctor.ts'
import { type Library, openLibrary } from '../../electron/library/library.ts'
import type { Article } from '../../core/article.ts'
import { openArticle } from '../../renderer/actions.ts'
import { articles, connectArticles, flushAll } from '../../renderer/article.ts'
import { queryClient } from '../../renderer/bridge.ts'
import { place } from '../../renderer/place.ts'
import { randomFrom } from '../electron/library/damage.ts'
import { pass, passUntil, stopClock } from './clock.ts'
import { readDisk } from './disk.ts'
import { copyLibrary, MainProcess } from './main-process.ts'
import { type Content, Model, ModelArticle } from './model.ts'
import { PlainDesk } from './plain-desk.ts'

/** What was typed is on disk after so many milliseconds, when nothing is in the way. */
const AT_MOST = 500
/** Milliseconds that a message takes from one process to the other. */
const SLOWEST = 12

/** What the modules of the window find where a browser has its own. */
const browser = {
  addEventListener: () => {},
  removeEventListener: () => {},
  querySelector: () => null,
  getElementById: () => null,
  activeElement: null,
}

export class World {
  readonly model = new Model()
  main: MainProcess
  desk: PlainDesk
  /** Whether anything has stood in the way of a save since everything was last known to be on disk. */
  isTroubled = false
  /** Counts what must differ from everything before it. */
  count = 0
  readonly #delay: () => number
  #other: Library | null = null
  #lock: Database.Database | null = null
  readonly #watched = new Set<number>()
  #disconnect: () => void = () => {}

  private constructor(folder: string, seed: number) {
    const random = randomFrom(seed)
    this.#delay = () => random(SLOWEST)
    this.main = new MainProcess(folder, this.#delay)
    this.#connect()
    this.desk = new PlainDesk()
  }

  /** A window on a copy of a library. */
  static async begin(template: string, seed: number): Promise<World> {
    stopClock()
    place.start(null)
    const world = new World(copyLibrary(template), seed)
    await passUntil(world.main.open())
    const disk = readDisk(world.main.folder)
    for (const [id, { content }] of disk.articles) world.add(id, content)
    for (const [parent, children] of disk.tree) world.model.tree.set(parent, [...children])
    openArticle(world.ids()[0] ?? 0)
    await pass(60)
    return world
  }

  /** Takes everything away. */
  end(): void {
    this.releaseLock()
    this.#forgetWindow()
    this.#other?.close()
    this.main.close()
    rmSync(dirname(this.main.folder), { recursive: true, force: true })
  }

  add(id: number, content: Content): ModelArticle {
    const article = new ModelArticle(id, content)
    this.model.articles.set(id, article)
    if (!this.#watched.has(id)) articles.watch(id, () => this.#listen(id))
    this.#watched.add(id)
    return article
  }

  ids(trashed = false): number[] {
    return [...this.model.articles.values()].filter((one) => one.trashed === trashed).map(({ id }) => id)
  }

  article(id: number): ModelArticle {
    const article = this.model.articles.get(id)
    if (!article) throw new Error(`the model has no article ${id}`)
    return article
  }

  /** The article that the writer is in, when it can be written in. */
  get written(): ModelArticle | null {
    const id = this.desk.articleId
    const article = id === null ? undefined : this.model.articles.get(id)
    return article && !article.trashed ? article : null
  }

  /** Another process that has the library open, such as the command line. */
  get other(): Library {
    return (this.#other ??= openLibrary(this.main.folder))
  }

  /** Another process begins to write, and ends after so many milliseconds. */
  lockFor(milliseconds: number): void {
    if (this.#lock !== null) return
    this.isTroubled = true
    const lock = new Database(join(this.main.folder, 'library.db'), { timeout: 0 })
    lock.exec('BEGIN IMMEDIATE')
    this.#lock = lock
    setTimeout(() => this.releaseLock(lock), milliseconds)
  }

  releaseLock(lock = this.#lock): void {
    if (lock === null || lock !== this.#lock) return
    this.#lock = null
    lock.exec('COMMIT')
    lock.close()
  }

  /** Ends whatever is in the way, and has everything saved; then disk, window and model must say the same. */
  async settle(): Promise<void> {
    this.releaseLock()
    this.main.trouble.refusal = null
    this.main.trouble.lostAnswers = 0
    await pass(60)
    await passUntil(articles.retry())
    equal(await passUntil(flushAll()), null, 'not everything could be saved')
    await pass(60)
    this.compare()
    for (const article of this.model.articles.values()) article.keep()
    this.isTroubled = false
  }

  /** Disk and window, held to the model. */
  compare(): void {
    const disk = readDisk(this.main.folder)
    const expected = [...this.model.articles.values()].map(({ id, now, trashed }) => ({
      id,
      ...now,
      trashed,
    }))
    const found = [...disk.articles].map(([id, { content, trashed }]) => ({ id, ...content, trashed }))
    equal(found.toSorted(byId), expected.toSorted(byId))
    equal(disk.tree, this.model.shape())
    for (const { id, now, text } of this.model.articles.values()) {
      const { article } = articles.snapshot(id)
      if (article !== null) equal(contentOf(article), now)
      if (id === this.desk.articleId) equal(this.desk.text(id), text)
    }
    equal(this.main.faults, [])
    equal(articles.failures(), [])
  }

  /** The library is sound to the last text of its search index. */
  examine(): void {
    const { state, findings } = diagnose(this.main.folder, { full: true, texts: true })
    equal({ state, findings }, { state: 'sound', findings: [] })
  }

  /** Every process ends at once; then the application starts again on what was on disk. */
  async crash(): Promise<void> {
    const since = this.isTroubled ? null : Date.now() - AT_MOST
    this.#other?.close()
    this.#other = null
    this.#forgetWindow()
    const left = this.main.kill()
    this.releaseLock()
    const found = readDisk(left)
    const wrong = [...this.model.articles.values()].flatMap((article) => {
      const stored = found.articles.get(article.id)
      if (stored?.trashed !== article.trashed) return [`article ${article.id} is not where it was put`]
      return article.problems(stored.content, since)
    })
    equal(wrong, [])
    equal(new Set(found.articles.keys()), new Set(this.model.articles.keys()))
    equal(found.tree, this.model.shape())
    for (const [id, { content }] of found.articles) {
      this.article(id).keep(content)
      this.article(id).forgetHistory()
    }
    const { articleId } = place.get()
    this.main = new MainProcess(left, this.#delay)
    this.#connect()
    this.desk = new PlainDesk()
    await passUntil(this.main.open())
    if (articleId !== null) openArticle(articleId)
    await pass(60)
    this.isTroubled = false
  }

  #connect(): void {
    Object.assign(globalThis, {
      window: { ...browser, longhand: this.main.bridge },
      document: browser,
      HTMLElement: class {},
      requestAnimationFrame: () => 0,
    })
    this.#disconnect = connectArticles()
  }

  #forgetWindow(): void {
    this.desk.end()
    this.#disconnect()
    articles.clear()
    queryClient.clear()
    const { articleId } = place.get()
    place.start(null)
    if (articleId !== null) place.start({ ...place.get(), articleId })
  }

  /** What the window says of an article: that it is saved must be true whatever happens next. */
  #listen(id: number): void {
    const { article, saveState } = articles.snapshot(id)
    const known = this.model.articles.get(id)
    if (article !== null && known !== undefined && saveState === 'saved')
      known.acknowledge(contentOf(article))
  }
}

function contentOf({ title, summary, body, status, categoryId, tags }: Article): Content {
  return { title, summary, body, status, categoryId, tags }
}

function byId(a: { readonly id: number }, b: { readonly id: number }): number {
  return a.id - b.id
}
