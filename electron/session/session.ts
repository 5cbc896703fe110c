/** What is open right now: one library, its workers, the settings, and the folders that the writer pointed at. */
import { mkdirSync } from 'node:fs'
import { join, resolve } from 'node:path'
import type { Site } from '../../core/article.ts'
import type { AppState, Reopened, Settings, UiLanguage } from '../../core/bridge.ts'
import { Failure, type FailureData } from '../../core/errors.ts'
import { makeSlug } from '../../core/slug.ts'
import type { Follower, Keeper } from '../library/keeper.ts'
import { createLibrary, type Library } from '../library/library.ts'
import { asDamaged, damageOf, openExamined, refusalOf, whenFree, withKeeper } from './care.ts'
import { Recovery } from './health-session.ts'
import { type Since, sinceOf } from './health-takeover.ts'
import type { Host } from './host.ts'
import { newFolder, type OpenLibrary, setUp, takeDown } from './open-library.ts'
import { SettingsFile } from './settings.ts'
import { SiteExports } from './site-exports.ts'
import { Suspicion } from './suspicion.ts'
import { isBusy } from './writes.ts'

const CHANGED = ['articles', 'categories', 'tags', 'authors', 'related', 'media', 'site', 'acts'] as const

export class Session {
  readonly host: Host
  readonly settings: SettingsFile
  /** What helps when the storage of the open library fails. */
  readonly recovery = new Recovery(this)
  readonly exports: SiteExports
  #open: OpenLibrary | null = null
  #refused: AppState['refused'] = null
  /** The same while another library stayed open. */
  #turnedAway: AppState['refused'] = null
  #damage: FailureData | null = null
  #site: Site | null = null
  readonly #suspicion: Suspicion
  #opening = 0
  /** When the session began with the library that is open, through all its reopenings. */
  #since: Since | null = null
  /** Paths that a dialog gave in this session: the window may name these and no others. */
  readonly #granted = new Set<string>()

  constructor(host: Host) {
    this.host = host
    this.settings = new SettingsFile(join(host.userData, 'settings.json'), (problem) => host.log(problem))
    this.#suspicion = new Suspicion(host.startKeeper, (library, found) => this.#foundDamage(library, found))
    this.exports = new SiteExports({
      settings: this.settings,
      start: host.startKeeper,
      log: (problem) => host.log(problem),
    })
  }

  /** The open library, or the failure `library.none`. */
  get open(): OpenLibrary {
    if (!this.#open) throw new Failure('library.none', {})
    return this.#open
  }

  get library(): Library {
    return this.open.library
  }

  /**
   * The open library after a look at its file, for work that opens it anew by its path.
   * @throws Failure `library.none`, `library.gone`, `library.replaced`
   */
  get openInPlace(): OpenLibrary {
    this.open.health.require()
    return this.open
  }

  /**
   * Writes to the open library, now or, while others write to it, as soon as it is free; in the order of the calls.
   * `work` is one transaction. See {@link Writes}.
   */
  write<T>(work: (library: Library) => T): T | Promise<T> {
    const { library, writes, health } = this.open
    return writes.run(() => health.guard(() => work(library)))
  }

  /** Reads from the open library; waits as a write does where a search must first index what was just saved. */
  read<T>(work: (library: Library) => T): T | Promise<T> {
    try {
      return work(this.library)
    } catch (error) {
      if (!isBusy(error)) throw error
      return this.write(work)
    }
  }

  get hasLibrary(): boolean {
    return this.#open !== null
  }

  /** The language of the window: the writer's choice, or the system's. */
  get language(): UiLanguage {
    const chosen = this.settings.get().settings.language
    return chosen === 'system' ? this.host.systemLanguage() : chosen
  }

  get defaultParent(): string {
    return join(this.host.documents, 'Longhand')
  }

  state(): AppState {
    const stored = this.settings.get()
    const library = this.#open?.library ?? null
    return {
      version: this.host.version,
      platform: this.host.platform,
      systemLanguage: this.host.systemLanguage(),
      settings: stored.settings,
      library: library && { folder: library.folder, site: this.#siteOf(library) },
      recent: stored.recent,
      defaultParent: this.defaultParent,
      place: library ? (stored.places[library.folder] ?? null) : null,
      refused: this.#refused,
      damage: this.#damage,
      opening: this.#opening,
      trouble: this.#open?.health.trouble ?? null,
    }
  }

  /** As it was read last where it cannot be read: that a library is damaged must be told all the same. */
  #siteOf(library: Library): Site {
    try {
      return (this.#site = library.site.get())
    } catch (error) {
      if (!(error instanceof Failure) || this.#site === null) throw error
      return this.#site
    }
  }

  /** @throws Failure `file.refused` when the change cannot be kept: it holds until quit all the same */
  changeSettings(patch: Partial<Settings>): AppState {
    const settings = { ...this.settings.get().settings, ...patch }
    const refusal = this.settings.update({ settings })
    this.host.settingsChanged(settings)
    if (refusal === null) return this.state()
    this.#announce()
    throw refusal
  }

  /** Notes that the writer chose `path` in a dialog, so that the window may name it from now on. */
  grant(path: string): string {
    const absolute = resolve(path)
    this.#granted.add(absolute)
    return absolute
  }

  /** Refuses a path that the writer never chose: the window cannot make main read or write where it likes. */
  requireGranted(request: string, path: string): string {
    const absolute = resolve(path)
    if (!this.#granted.has(absolute)) {
      throw new Failure('request.invalid', { request, problem: 'a path that no dialog gave' })
    }
    return absolute
  }

  /** Makes a library in a new folder below `parent` and opens it. */
  async create(name: string, language: string, parent: string): Promise<AppState> {
    const folder = newFolder(parent, makeSlug(name, language) || 'library')
    mkdirSync(parent, { recursive: true })
    createLibrary(folder, { name, language }).close()
    return this.openFolder(folder)
  }

  /**
   * Opens the library in `folder` in place of the one open now, which stays when the new one is refused. One whose
   * last end was not in order is examined first. `isSame`: the window has it before it already.
   */
  async openFolder(folder: string, isSame = false): Promise<AppState> {
    try {
      const library = await openExamined(folder, this.host.startKeeper)
      this.#adopt(library, isSame)
    } catch (thrown) {
      const { failure, diagnosis } = refusalOf(thrown)
      this.host.log(`The library in ${folder} could not be opened: ${JSON.stringify(failure)}`)
      this.#turnedAway = { folder, failure, diagnosis }
      if (!this.#open) this.#refused = this.#turnedAway
      throw thrown
    }
    return this.#announce()
  }

  /** Has every window save what was typed before another library takes this one's place. @throws Failure why not */
  async saveEverywhere(): Promise<void> {
    if (!this.hasLibrary) return
    const failure = await this.host.flush()
    if (failure) throw new Failure(failure.code, failure.detail)
  }

  /** Reopens the library of last time. When it is refused the state says why, and nothing is open. */
  async reopenLast(): Promise<void> {
    const folder = this.settings.get().lastLibrary
    if (folder === null) return
    try {
      await this.openFolder(folder)
    } catch {
      // The state and the log tell of it.
    }
  }

  /** Closes what is open and turns to the library that was refused last. */
  turnTo(folder: string): AppState {
    if (!this.#turnedAway || resolve(this.#turnedAway.folder) !== resolve(folder)) {
      throw new Failure('request.invalid', { request: 'care.turnTo', problem: 'it was not refused' })
    }
    this.#release()
    this.#refused = this.#turnedAway
    return this.#announce()
  }

  /**
   * To be told of every failure of a request: one that says that the open library is damaged is shown to the writer,
   * who stays where they are. What ought to be there and is not makes the library be looked at.
   */
  noticeFailure(failure: FailureData): void {
    if (this.#open && !this.#damage) this.#suspicion.notice(this.#open.library, failure)
  }

  #foundDamage(library: Library, failure: FailureData): void {
    if (!this.isOpen(library)) return
    this.host.log(`Damage was found: ${JSON.stringify(failure)}`)
    this.#damage = failure
    this.#announce()
  }

  /** Closes the library in care and examines it thoroughly: a sound one is opened again, another is refused. */
  async examine(follower: Follower): Promise<AppState> {
    const folder = this.inCare
    const wasOpen = this.hasLibrary
    this.#release()
    const found = await withKeeper(this.host.startKeeper, (keeper) =>
      keeper.diagnose(folder, { full: true }, follower),
    )
    const diagnosis = wasOpen ? asDamaged(found) : found
    if (follower.signal?.aborted || diagnosis.state === 'sound') return this.openFolder(folder)
    this.#refused = { folder, failure: damageOf(diagnosis), diagnosis }
    return this.#announce()
  }

  /** Whether this is the library that is open now. */
  isOpen(library: Library): boolean {
    return this.#open?.library === library
  }

  /** Opens the file of the open library anew, when nothing of this process has it open any more. */
  async reopen(): Promise<void> {
    const { library, related } = this.open
    this.#release(true)
    await related.ended
    await this.openFolder(library.folder, true)
  }

  /** Goes on with another file of the open library; the window keeps all that it has in hand. */
  goOn(library: Library, made: Reopened): AppState {
    const from = this.library.folder
    if (from !== library.folder) this.settings.movedLibrary(from, library.folder)
    this.#adopt(library, true)
    this.host.emit('library.reopened', made)
    const state = this.#announce()
    this.host.emit('library.changed', { parts: CHANGED, articleId: null })
    this.host.emit('library.writable', {})
    return state
  }

  close(): AppState {
    this.#release()
    this.settings.update({ lastLibrary: null })
    return this.#announce()
  }

  /** Ends everything at quit; the library is reopened at the next start. */
  quit(): void {
    this.#release()
  }

  /** Puts the open library's present name among the recent ones. */
  rememberLibrary(): void {
    const { library } = this.open
    this.settings.remember({ folder: library.folder, name: library.site.get().name })
  }

  /** The folder of the library that is open, or that was refused. */
  get inCare(): string {
    const folder = this.#open?.library.folder ?? this.#refused?.folder
    if (folder === undefined) throw new Failure('library.none', {})
    return folder
  }

  /** Has another library put in the place of the one in care, and opens what is there then. */
  async replace<T>(work: (keeper: Keeper, folder: string) => Promise<T>): Promise<T> {
    const folder = this.inCare
    const related = this.#open?.related
    this.#release()
    await related?.ended
    let result: T
    try {
      result = await withKeeper(this.host.startKeeper, (keeper) => whenFree(() => work(keeper, folder)))
    } catch (error) {
      // It is as it was.
      await this.openFolder(folder).catch(() => {})
      throw error
    }
    await this.openFolder(folder)
    return result
  }

  #adopt(library: Library, isSame: boolean): void {
    const since = isSame ? this.#since : sinceOf(library)
    this.#release(isSame)
    this.#refused = null
    if (!isSame) {
      this.#opening += 1
      this.#suspicion.forget()
      this.#site = null
    }
    this.#open = setUp(library, {
      host: this.host,
      settings: this.settings,
      since,
      troubled: (health) => this.#open?.health === health && this.#announce(),
      lost: (health, how) => void this.recovery.seeTo(health, how),
      failed: (failure) => this.noticeFailure(failure),
      siteChanged: () => this.rememberLibrary(),
    })
    this.#since = this.#open.since
    this.rememberLibrary()
    if (!isSame) void this.exports.mend(library.folder)
  }

  /** `goesOn`: the same library is opened again at once. */
  #release(goesOn = false): void {
    const open = this.#open
    this.#open = null
    this.#damage = null
    if (!open) return
    takeDown(open, (problem) => this.host.log(problem))
    if (!goesOn) this.#since = null
  }

  #announce(): AppState {
    const state = this.state()
    this.host.emit('app.stateChanged', state)
    return state
  }
}
