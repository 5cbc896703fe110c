/** What is open right now: one library, its workers, the settings, and the folders that the writer pointed at. */
import { existsSync, mkdirSync } from 'node:fs'
import { basename, join, resolve } from 'node:path'
import type {
  AppState,
  BackupHead,
  RescueReport,
  RestoreReport,
  Settings,
  UiLanguage,
} from '../../core/bridge.ts'
import { Failure } from '../../core/errors.ts'
import { makeSlug } from '../../core/slug.ts'
import { listBackups } from '../library/backups.ts'
import type { Keeper } from '../library/keeper.ts'
import { createLibrary, type Library } from '../library/library.ts'
import { RelatedClient } from '../library/related-client.ts'
import { openExamined, refusalOf, whenFree, withKeeper } from './care.ts'
import type { Host } from './host.ts'
import { SettingsFile } from './settings.ts'
import { Upkeep } from './upkeep.ts'
import { LibraryWatch } from './watch.ts'
import { Writes } from './writes.ts'

/** Milliseconds that a write may wait in this thread; after that it waits in line. */
const PATIENCE = 20
/** The same for those that are still in line when the library is closed. */
const LAST_PATIENCE = 5000

/** A library that is open, with what works beside it. */
export interface OpenLibrary {
  readonly library: Library
  readonly related: RelatedClient
  readonly writes: Writes
  readonly upkeep: Upkeep
  readonly watch: LibraryWatch
}

export class Session {
  readonly host: Host
  readonly settings: SettingsFile
  #open: OpenLibrary | null = null
  #stopListening: () => void = () => {}
  #refused: AppState['refused'] = null
  /** Paths that a dialog gave in this session: the window may name these and no others. */
  readonly #granted = new Set<string>()

  constructor(host: Host) {
    this.host = host
    this.settings = new SettingsFile(join(host.userData, 'settings.json'), (problem) => host.log(problem))
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
   * Writes to the open library, now or, while others write to it, as soon as it is free; in the order of the calls.
   * `work` is one transaction. See {@link Writes}.
   */
  write<T>(work: (library: Library) => T): T | Promise<T> {
    const { library, writes } = this.open
    return writes.run(() => work(library))
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
      library: library && { folder: library.folder, site: library.site.get() },
      recent: stored.recent,
      defaultParent: this.defaultParent,
      place: library ? (stored.places[library.folder] ?? null) : null,
      refused: this.#refused,
    }
  }

  changeSettings(patch: Partial<Settings>): AppState {
    const settings = { ...this.settings.get().settings, ...patch }
    this.settings.update({ settings })
    this.host.settingsChanged(settings)
    return this.state()
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
   * last end was not in order is examined first.
   */
  async openFolder(folder: string): Promise<AppState> {
    try {
      const library = await openExamined(folder, this.host.startKeeper)
      this.#adopt(library)
    } catch (thrown) {
      const { failure, diagnosis } = refusalOf(thrown)
      this.host.log(`The library in ${folder} could not be opened: ${JSON.stringify(failure)}`)
      if (!this.#open) this.#refused = { folder, failure, diagnosis }
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

  /** The backups of the open library, or of the refused one; newest first. */
  backups(): readonly BackupHead[] {
    return listBackups(join(this.#inCare, 'backups'))
  }

  /** Puts one of {@link Session.backups} in the library's place. */
  async restoreBackup(file: string): Promise<RestoreReport> {
    if (!this.backups().some((backup) => backup.file === file)) {
      throw new Failure('request.invalid', {
        request: 'library.restoreBackup',
        problem: 'not a backup of it',
      })
    }
    const damaged = !this.#open
    const { aside, articles, missing } = await this.#replace((keeper, folder) =>
      keeper.run('restoreBeside', file, folder, { damaged }),
    )
    return { state: this.state(), aside, articles, missing }
  }

  /** Puts what can be read of the refused library in its place. */
  async rescue(): Promise<RescueReport> {
    if (this.#open) {
      throw new Failure('request.invalid', { request: 'library.rescue', problem: 'it is not damaged' })
    }
    const report = await this.#replace((keeper, folder) => keeper.run('rescueBeside', folder))
    const { aside, articles, missing, mended, lostRows } = report
    return { state: this.state(), aside, articles, missing, mended, lostRows }
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

  /** The library that is open, or that was refused. */
  get #inCare(): string {
    const folder = this.#open?.library.folder ?? this.#refused?.folder
    if (folder === undefined) throw new Failure('library.none', {})
    return folder
  }

  /** Has another library put in the place of the one in care, and opens what is there then. */
  async #replace<T>(work: (keeper: Keeper, folder: string) => Promise<T>): Promise<T> {
    const folder = this.#inCare
    this.#release()
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

  #adopt(library: Library): void {
    this.#release()
    this.#refused = null
    const log = (problem: string) => this.host.log(problem)
    const related = new RelatedClient(library.folder, log)
    const upkeep = new Upkeep(library.folder, { start: this.host.startKeeper, log })
    library.setPatience(PATIENCE)
    const watch = new LibraryWatch(library, { log })
    this.#open = { library, related, writes: new Writes(), upkeep, watch }
    this.#stopListening = library.onChange((change) => {
      related.changed()
      upkeep.changed()
      this.host.emit('library.changed', change)
      if (change.parts.includes('site')) this.rememberLibrary()
    })
    this.rememberLibrary()
  }

  #release(): void {
    this.#stopListening()
    this.#stopListening = () => {}
    const open = this.#open
    this.#open = null
    if (!open) return
    open.related.close()
    open.upkeep.close()
    open.watch.close()
    open.library.setPatience(LAST_PATIENCE)
    open.writes.finish()
    open.library.close()
  }

  #announce(): AppState {
    const state = this.state()
    this.host.emit('app.stateChanged', state)
    return state
  }
}

/** A folder below `parent` that does not exist yet: the name itself, or with -2, -3, … */
export function newFolder(parent: string, name: string): string {
  const safe = basename(name)
  for (let count = 1; ; count += 1) {
    const folder = join(parent, count === 1 ? safe : `${safe}-${count}`)
    if (!existsSync(folder)) return folder
  }
}
