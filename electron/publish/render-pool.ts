import { Failure } from '../../core/errors.ts'
import { dressingFor } from '../../core/markdown/index.ts'
import {
  type PageBody,
  type PageModel,
  type SiteModel,
  type Theme,
  type ThemeSource,
  compileTheme,
  renderPage,
} from '../../core/page/index.ts'
import { workerFile } from '../library/worker-file.ts'
import { HelperThread } from './helper-thread.ts'
import type { Made } from './manifest.ts'
import { type Sheets, withOwnStyles } from './own-styles.ts'
import { type Page, type WriterSetup, type Written, pageWriter } from './page-writer.ts'
import { type Pages, eachOf, packPages } from './pages.ts'
import { type RenderedBody, renderBody } from './render-body.ts'

/** What every page of an export has in common. */
export interface RenderSetup extends WriterSetup {
  readonly theme: ThemeSource
  readonly site: SiteModel
}

/** A page to make. */
export interface RenderJob {
  readonly path: string
  readonly key: string
  /** Gives the Markdown of an article; null on other pages. */
  readonly body: (() => string) | null
  /** On a page that is to have its style sheets inside. */
  readonly sheets?: Sheets
  /** Hash of the file as it stands in the folder, when that is as it was made; else null. */
  readonly standing: string | null
  /** What the theme is given; made when its turn comes, never for all at once. */
  model(): PageModel
}

export interface RenderResult extends Omit<Written, 'hash' | 'size'> {
  readonly made: Made
}

/** What gives the Markdown of an article, by the path of its page. */
export type Body = readonly [path: string, markdown: () => string]

/** Below this many pages, starting threads takes longer than they save. */
const WORTH_THREADS = 150
/** Pages made in one go: few enough to stop soon, enough to make messages cheap. */
const BATCH = 50
/** So many batches of bodies are made before any is asked for: they come while the library is read … */
const AHEAD = 40
/** … and so many batches of pages wait to be written. */
const MOST_WAITING = 4
const NO_BODY: RenderedBody = { html: '', outline: [] }

/** How many threads making the bodies of so many pages deserves; 0 means: this one does everything. */
export function threadsFor(pages: number, processors: number): number {
  if (pages < WORTH_THREADS || processors < 2) return 0
  return processors < 4 ? 1 : 2
}

/**
 * Renders the pages of one export. This thread does what the theme says; others make the HTML of bodies before it and
 * write pages after it. So each piece of the program is warm in one thread only: threads that each did all of it took
 * twice the processor's time. End it in any case.
 */
export class RenderPool {
  readonly #setup: RenderSetup
  readonly #theme: Theme
  readonly #bodies: BodyThreads | null
  readonly #writer: HelperThread<Pages, readonly Written[]> | null
  readonly #write: (page: Page, bytes: Uint8Array) => Written

  constructor(setup: RenderSetup, threads: number) {
    this.#setup = setup
    this.#theme = compiled(setup.theme)
    const { folder, isDry } = setup
    this.#bodies = threads === 0 ? null : new BodyThreads(threads)
    const file = workerFile('page-writer-worker', import.meta.url)
    this.#writer = threads === 0 ? null : new HelperThread(file, { folder, isDry })
    this.#write = pageWriter({ folder, isDry })
  }

  /** Has the HTML of bodies made while this thread is busy with something else: in the order of the pages to come. */
  prepare(bodies: readonly Body[]): void {
    this.#bodies?.begin(bodies)
  }

  /**
   * Renders pages and hands over each batch of results, and before them the HTML of each body. Lets go between batches,
   * so that a cancellation is heard; then it throws `cancelled`. Throws `theme.broken` and `file.refused`.
   */
  async render(
    jobs: readonly RenderJob[],
    signal: Pick<AbortSignal, 'aborted'>,
    onResults: (results: readonly RenderResult[]) => void,
    onBody: (path: string, html: string) => void = () => {},
  ): Promise<void> {
    this.#bodies?.begin(bodiesOf(jobs))
    const writing: Promise<void>[] = []
    for (const batch of batchesOf(jobs)) {
      const bodies = await this.#bodiesOf(batch)
      for (const [path, { html }] of bodies) onBody(path, html)
      const made = this.#makePages(batch, bodies).then(onResults)
      // What goes wrong is heard when its turn comes to be waited for.
      made.catch(() => {})
      writing.push(made)
      if (writing.length > MOST_WAITING) await writing.shift()
      await new Promise((resume) => setImmediate(resume))
      if (signal.aborted) throw new Failure('cancelled', { task: 'export' })
    }
    await Promise.all(writing)
  }

  /** Resolves when every thread has ended. */
  async end(): Promise<void> {
    await Promise.all([this.#bodies?.end(), this.#writer?.end()])
  }

  async #makePages(batch: readonly RenderJob[], bodies: Bodies): Promise<readonly RenderResult[]> {
    const texts = batch.map((job) => this.#textOf(job, bodies.get(job.path) ?? NO_BODY))
    const pages = batch.map(({ path, standing }) => {
      return { path, standing, body: (this.#setup.isDry && bodies.get(path)?.html) || '' }
    })
    const packed = packPages(pages, texts)
    const written = this.#writer
      ? await this.#writer.ask(packed, [packed.bytes.buffer])
      : eachOf(packed, this.#write)
    return written.map(({ hash, size, ...result }, at) => {
      const { html: _html, outline: _outline, ...found } = bodies.get(result.path) ?? NO_BODY
      return { ...result, made: { hash, size, key: batch[at]!.key, ...found } }
    })
  }

  #textOf({ model: modelOf, sheets }: RenderJob, { html, outline }: PageBody): string {
    const model = modelOf()
    const page = renderPage(this.#theme, this.#setup.site, model, { html, outline })
    return sheets ? withOwnStyles(page, model.page.root, sheets) : page
  }

  async #bodiesOf(batch: readonly RenderJob[]): Promise<Bodies> {
    const bodies = bodiesOf(batch)
    if (this.#bodies) return this.#bodies.take(bodies)
    const texts = bodies.map(([, markdown]) => markdown())
    const dressing = await dressingFor(texts)
    return new Map(bodies.map(([path], at) => [path, renderBody(texts[at]!, dressing)]))
  }
}

/** The theme that was compiled last, with the parts it keeps: mostly the next export is made with the same. */
let last: { readonly source: ThemeSource; readonly theme: Theme } | null = null

function compiled(source: ThemeSource): Theme {
  if (last === null || !isSame(last.source, source)) last = { source, theme: compileTheme(source) }
  return last.theme
}

function isSame(a: ThemeSource, b: ThemeSource): boolean {
  const names = Object.keys(a.templates)
  return (
    a.name === b.name &&
    names.length === Object.keys(b.templates).length &&
    names.every((name) => a.templates[name] === b.templates[name])
  )
}

type Bodies = ReadonlyMap<string, RenderedBody>
type Rendered = Promise<readonly RenderedBody[]>

/** Threads that make the HTML of bodies, some ahead of those that are asked for. */
class BodyThreads {
  readonly #threads: readonly HelperThread<readonly string[], readonly RenderedBody[]>[]
  #batches: readonly (readonly Body[])[] = []
  #asked = 0
  readonly #rendered = new Map<number, Rendered>()
  /** In which batch the body of a page is, and where in that. */
  readonly #places = new Map<string, readonly [batch: number, at: number]>()

  constructor(count: number) {
    const file = workerFile('body-worker', import.meta.url)
    this.#threads = Array.from({ length: count }, () => new HelperThread(file, null))
  }

  /** The bodies that will be taken; nothing happens when that was said before. */
  begin(bodies: readonly Body[]): void {
    if (this.#batches.length > 0) return
    this.#batches = batchesOf(bodies)
    for (const [index, batch] of this.#batches.entries()) {
      for (const [at, [path]] of batch.entries()) this.#places.set(path, [index, at])
    }
    this.#askUpTo(AHEAD)
  }

  /** Bodies in the order in which they were begun with, each once. */
  async take(bodies: readonly Body[]): Promise<Bodies> {
    const taken = new Map<string, RenderedBody>()
    for (const [path] of bodies) {
      const [index, at] = this.#places.get(path)!
      this.#askUpTo(index + AHEAD)
      taken.set(path, (await this.#rendered.get(index)!)[at]!)
      this.#rendered.delete(index - 1)
    }
    return taken
  }

  async end(): Promise<void> {
    await Promise.all(this.#threads.map((thread) => thread.end()))
  }

  #askUpTo(count: number): void {
    for (; this.#asked < Math.min(count, this.#batches.length); this.#asked++) {
      const thread = this.#threads[this.#asked % this.#threads.length]!
      const batch = this.#batches[this.#asked]!
      this.#rendered.set(this.#asked, thread.ask(batch.map(([, markdown]) => markdown())))
    }
  }
}

function bodiesOf(jobs: readonly RenderJob[]): readonly Body[] {
  return jobs.flatMap(({ path, body }) => (body === null ? [] : [[path, body] as const]))
}

function batchesOf<T>(all: readonly T[]): (readonly T[])[] {
  const batches: (readonly T[])[] = []
  for (let start = 0; start < all.length; start += BATCH) batches.push(all.slice(start, start + BATCH))
  return batches
}
