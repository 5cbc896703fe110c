import { availableParallelism } from 'node:os'
import { resolve } from 'node:path'
import type { ExportPlan, ExportReport, TaskProgress } from '../../core/bridge.ts'
import { Failure } from '../../core/errors.ts'
import { NO_DRESSING, dressingFor } from '../../core/markdown/index.ts'
import {
  SEARCH_FILES,
  type SiteMap,
  type SiteModel,
  articlePath,
  mapSite,
  siteModel,
  sitemaps,
} from '../../core/page/index.ts'
import type { Library } from '../library/library.ts'
import { type RelatedLists, relatedLists } from '../library/related-lists.ts'
import { timestamp } from '../library/time.ts'
import { Collection } from './collection.ts'
import { Flushing } from './durable.ts'
import { extraFiles, indexFiles, inFeeds, indexFolder, indexKey, searchFolder } from './extras.ts'
import type { ExportOptions } from './export-options.ts'
import { fingerprint } from './fingerprint.ts'
import { makeIcons } from './icons.ts'
import { type KeptBody, keepBodies, readBodies } from './kept-bodies.ts'
import { type Manifest, manifestText } from './manifest.ts'
import { findColours } from './picture-colours.ts'
import { type PictureReport, addPictures, picturesOf } from './pictures.ts'
import { PlanMemo } from './plan-memo.ts'
import { type Plan, type PlannedPage, planPages } from './plan.ts'
import { type Made, planId, planReport, sharedNotes } from './plan-report.ts'
import { type Moment, type SiteContent, readSite } from './read-site.ts'
import { RenderPool, type RenderResult, threadsFor } from './render-pool.ts'
import { SEARCH_SCRIPT } from './resources.ts'
import { stagedPath } from './site-folder.ts'
import { dropStage, isSwapping, swap } from './swap.ts'
import { type DressedTheme, dressTheme } from './theme-dress.ts'
import { readTheme } from './theme-folder.ts'
import { optionWarnings, pictureWarnings, warningsOf } from './warnings.ts'

/** What an export reads before it makes anything. */
interface Read {
  readonly content: SiteContent
  readonly theme: DressedTheme
  readonly map: SiteMap
  readonly related: RelatedLists
}

/** Of what this thread exported last: mostly the next export is of the same site. */
const memo = new PlanMemo()

/** Letters of a timestamp that tell the day. */
const DAY = 10

/** One export on its way. */
export class Run {
  readonly #library: Library
  readonly #folder: string
  readonly #options: ExportOptions
  readonly #signal: Pick<AbortSignal, 'aborted'>
  readonly #files: Collection
  readonly #isDry: boolean
  readonly #flushing: Flushing
  /** The HTML of bodies that were rendered and are in feeds, by the path of their page. */
  readonly #bodies = new Map<string, string>()
  #kept: ReadonlyMap<number, KeptBody> = new Map()
  #pool: RenderPool | null = null

  constructor(
    library: Library,
    folder: string,
    before: Manifest | null,
    options: ExportOptions,
    isDry = false,
  ) {
    this.#library = library
    this.#folder = folder
    this.#options = options
    this.#signal = options.signal ?? { aborted: false }
    this.#isDry = isDry
    this.#flushing = new Flushing(folder)
    this.#files = new Collection(folder, before, options.full ?? false, isDry)
  }

  /** Does it all. After a failure nothing stays staged, unless the swap had begun: that is carried on next time. */
  async export(): Promise<Omit<ExportReport, 'milliseconds'>> {
    try {
      return await this.#export()
    } catch (thrown) {
      // A thread that is still at work would stage what was just dropped.
      await this.#pool?.end()
      await this.#flushing.stop()
      if (!isSwapping(this.#folder)) dropStage(this.#folder)
      throw thrown
    }
  }

  /** Does all but writing, and says what would be written. */
  async plan(before: Manifest | null): Promise<Omit<ExportPlan, 'milliseconds'>> {
    try {
      const made = await this.#make()
      return planReport(this.#library, this.#folder, this.#files, before, made)
    } finally {
      await this.#pool?.end()
    }
  }

  async #export(): Promise<Omit<ExportReport, 'milliseconds'>> {
    const { content, pages, pictures, removed, warnings, notes } = await this.#make()
    await this.#write(removed, manifestText(this.#files.files, notes.related, notes.shared))
    const bodies = content.bodies.toKeep(this.#kept)
    if (bodies) keepBodies(this.#library.folder, bodies)
    return {
      folder: this.#folder,
      articles: content.articles.length,
      pages: pages.length,
      written: this.#files.staged.length,
      unchanged: this.#files.files.size - this.#files.staged.length,
      removed: removed.length,
      bytes: [...this.#files.files.values()].reduce((sum, { size }) => sum + size, 0),
      pictures: { made: pictures.made, milliseconds: pictures.milliseconds },
      warnings,
    }
  }

  /** Makes the whole site and stages what is new in it. */
  async #make(): Promise<Made> {
    const { content, map, related, theme } = await this.#read()
    const plan = planPages({ map, content, related, theme }, this.#options.full ? new PlanMemo() : memo)
    const { pages } = plan
    const [putIcons] = await Promise.all([
      makeIcons(this.#library, this.#files, map, this.#signal),
      this.#render(pages, map, theme),
    ])
    putIcons()
    for (const { path, file, text } of theme.assets) {
      if (text === undefined) this.#files.copy(path, file)
      else this.#files.text(path, fingerprint(text), () => text)
    }
    await this.#extras(map, content, plan)
    const pictures = await this.#pictures(content, theme)
    const { media } = pictures
    const warnings = [
      ...optionWarnings(theme),
      ...warningsOf([...map.articles, ...map.asides], this.#files.files, { files: this.#files.files, media }),
      ...pictureWarnings(pictures),
    ]
    return {
      content,
      map,
      pages,
      pictures,
      removed: this.#files.gone(),
      warnings: map.base === null ? [...warnings, NO_BASE_URL] : warnings,
      notes: { related, shared: sharedNotes(map, theme) },
    }
  }

  async #read(): Promise<Read> {
    await this.#tell('reading', 0, 0)
    const moment: Moment = this.#options.date
      ? { day: this.#options.date }
      : { now: this.#library.now().getTime() }
    const read = this.#library.transaction(() => {
      // Where every page is made, every body is read anyway.
      if (!this.#files.isNew) this.#kept = readBodies(this.#library.folder)
      const content = readSite(this.#library, moment, this.#kept)
      const theme = dressTheme(
        readTheme(content.site.theme, { library: this.#library.folder }),
        content.site.themeOptions,
        (path) => content.media.has(path),
      )
      this.#startAhead(content, theme)
      this.#options.beforeRelating?.()
      this.#options.onProgress?.({
        task: 'export',
        phase: 'relating',
        done: 0,
        total: content.articles.length,
      })
      return {
        content,
        theme,
        related: relatedLists(
          this.#library,
          {
            out: content.articles.map(({ id }) => id),
            date: this.#options.date ?? timestamp(this.#library.now()),
            isAnew: this.#options.full ?? false,
          },
          (done) => this.#relating(done, content),
        ),
      }
    })
    await this.#tell('relating', read.content.articles.length, read.content.articles.length)
    const { content, related, theme } = read
    const colours = await findColours(this.#library, content, this.#files, this.#pictureWork())
    return { content, theme, related, map: mapSite({ ...content, related, colours, look: theme.look }) }
  }

  async #render(pages: readonly PlannedPage[], map: SiteMap, theme: DressedTheme): Promise<void> {
    const jobs = pages
      .filter(({ path, key }) => !this.#files.keep(path, key))
      .map((page) => ({ ...page, standing: this.#files.standing(page.path)?.hash ?? null }))
    const pool = (this.#pool ??= this.#newPool(jobs.length, siteModel(map, theme.options), theme))
    let done = 0
    await this.#tell('rendering', 0, jobs.length)
    const wanted = new Set([...inFeeds(map)].map((id) => articlePath(map.article(id)?.slug ?? '')))
    const keep = (path: string, html: string): void => {
      if (wanted.has(path)) this.#bodies.set(path, html)
    }
    const take = (results: readonly RenderResult[]): void => {
      for (const result of results) this.#files.take(result)
      if (!this.#isDry) this.#flushing.add(this.#placesOf(results.filter(({ staged }) => staged)))
      done += results.length
      this.#options.onProgress?.({ task: 'export', phase: 'rendering', done, total: jobs.length })
    }
    await pool.render(jobs, this.#signal, take, keep)
    await pool.end()
  }

  /** A first export makes every page: its bodies are rendered while the related lists are made. */
  #startAhead(content: SiteContent, theme: DressedTheme): void {
    if (!this.#files.isNew || content.articles.length === 0) return
    const map = mapSite({ ...content, related: new Map() })
    this.#pool = this.#newPool(content.articles.length, siteModel(map, theme.options), theme)
    this.#pool.prepare(
      [...map.asides, ...map.articles].map(({ id, slug }) => [
        articlePath(slug),
        () => content.bodies.get(id),
      ]),
    )
  }

  #newPool(pages: number, site: SiteModel, { name, templates }: DressedTheme): RenderPool {
    const threads = this.#options.threads ?? threadsFor(pages, availableParallelism())
    return new RenderPool(
      { theme: { name, templates }, site, folder: this.#folder, isDry: this.#isDry },
      threads,
    )
  }

  async #extras(map: SiteMap, { articles, bodies, oldSlugs }: SiteContent, { noted }: Plan): Promise<void> {
    const body = (id: number): string => bodies.get(id)
    const bodyKey = (id: number): string => bodies.of(id).key
    const html = (id: number): string | undefined =>
      this.#bodies.get(articlePath(map.article(id)?.slug ?? ''))
    let dressing = NO_DRESSING
    const days = articles.map(({ updatedAt }) => updatedAt.slice(0, DAY)).join(' ')
    const files = extraFiles({
      map,
      oldSlugs,
      body,
      bodyKey,
      html,
      dressing: () => dressing,
      sitemaps: () => noted('sitemaps', days, () => sitemaps(map)),
    })
    const others = files.filter(({ path, key }) => !this.#files.keep(path, key()))
    const rendered = new Set(
      others.flatMap(({ articles }) => articles.filter((id) => html(id) === undefined)),
    )
    dressing = await dressingFor([...rendered].map(body))
    for (const { path, key, text } of others) this.#files.text(path, key(), text)
    this.#files.copy(`${searchFolder(map)}/${SEARCH_FILES.script}`, SEARCH_SCRIPT)
    const key = noted('search', '', () => indexKey(map))
    if (this.#files.keepFolder(indexFolder(map), key)) return
    for (const [path, text] of indexFiles(map)) this.#files.text(path, key, () => text)
  }

  /** Puts the pictures that pages use on the site. */
  #pictures(content: SiteContent, theme: DressedTheme): Promise<PictureReport> {
    const used = picturesOf(this.#library, content, theme, this.#files.files)
    return addPictures(this.#library, this.#files, used, this.#pictureWork())
  }

  #pictureWork(): Parameters<typeof addPictures>[3] {
    return {
      signal: this.#signal,
      onProgress: (done, total) =>
        this.#options.onProgress?.({ task: 'export', phase: 'pictures', done, total }),
    }
  }

  async #write(removed: readonly string[], manifest: string): Promise<void> {
    const { staged } = this.#files
    await this.#tell('writing', 0, staged.length)
    const collisions = this.#files.collisions()
    const [collision] = this.#options.overwrite ? [] : collisions
    if (collision !== undefined)
      throw new Failure('export.occupied', { folder: resolve(this.#folder, collision) })
    const { plan } = this.#options
    if (plan !== undefined && plan !== planId({ staged, removed, collisions, manifest })) {
      throw new Failure('export.changed', { folder: this.#folder })
    }
    if (staged.length === 0 && removed.length === 0 && this.#files.isRecorded(manifest)) {
      dropStage(this.#folder)
    } else {
      await this.#flush(staged)
      swap(this.#folder, { put: staged, remove: removed }, manifest)
    }
    this.#options.onProgress?.({
      task: 'export',
      phase: 'writing',
      done: staged.length,
      total: staged.length,
    })
  }

  /** Waits until what is staged is on disk; until then the journal may not be. */
  async #flush(staged: readonly string[]): Promise<void> {
    this.#flushing.add(this.#placesOf(staged.map((path) => ({ path }))))
    await this.#flushing.finish((done) => {
      if (this.#signal.aborted) throw new Failure('cancelled', { task: 'export' })
      if (done % 50 === 0)
        this.#options.onProgress?.({ task: 'export', phase: 'writing', done, total: staged.length })
    })
  }

  #placesOf(staged: readonly { readonly path: string }[]): readonly string[] {
    return staged.map(({ path }) => stagedPath(this.#folder, path))
  }

  #relating(done: number, { articles }: SiteContent): void {
    if (this.#signal.aborted) throw new Failure('cancelled', { task: 'export' })
    if (done % 50 === 0)
      this.#options.onProgress?.({ task: 'export', phase: 'relating', done, total: articles.length })
  }

  /** Reports progress, lets messages in, and stops here when the writer wants it stopped. */
  async #tell(phase: TaskProgress['phase'], done: number, total: number): Promise<void> {
    this.#options.onProgress?.({ task: 'export', phase, done, total })
    await new Promise((resume) => setImmediate(resume))
    if (this.#signal.aborted) throw new Failure('cancelled', { task: 'export' })
  }
}

const NO_BASE_URL = { kind: 'noBaseUrl', slug: '', title: '', target: '', line: 0 } as const
