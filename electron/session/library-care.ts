/** What can be done for a library as a whole: the one that is open, or the one that was refused. */
import { statSync } from 'node:fs'
import { basename, join, resolve, sep } from 'node:path'
import type {
  ArchiveReport,
  BackupHead,
  BackupLook,
  BackupPlace,
  CareState,
  RescueReport,
  RestoreReport,
  TakenBack,
} from '../../core/bridge.ts'
import { Failure, failureData } from '../../core/errors.ts'
import { longDateTime, timestampOf, uiWords } from '../../core/locale/ui/index.ts'
import { makeSlug } from '../../core/slug.ts'
import { type Backup, listBackups } from '../library/backups.ts'
import { claimElsewhere, isElsewhereThere } from '../library/elsewhere.ts'
import { fileTime } from '../library/folder-swap.ts'
import type { Follower, Keeper } from '../library/keeper.ts'
import { withKeeper } from './care.ts'
import { newFolder } from './open-library.ts'
import type { Session } from './session.ts'
import { takeBack } from './take-back.ts'

const BACKUPS = 'backups'

export class LibraryCare {
  readonly #session: Session
  /** Archives that were made in this session: they may be shown. */
  readonly #archives = new Set<string>()

  constructor(session: Session) {
    this.#session = session
  }

  async state(): Promise<CareState> {
    const folder = this.#session.inCare
    const own = join(folder, BACKUPS)
    const { aside, bytes } = await this.#keep(async (keeper) => ({
      aside: await keeper.run('listAside', folder),
      bytes: await keeper.run('folderSize', own),
    }))
    return {
      folder,
      writtenUtc: writtenUtc(folder),
      backups: this.backups(),
      bytes,
      aside,
      elsewhere: this.#elsewhere(),
    }
  }

  /** The backups of the library in care, newest first; one that lies in both places counts once. */
  backups(): readonly BackupHead[] {
    const found = new Map<string, { backup: Backup; places: BackupPlace[] }>()
    for (const [place, folder] of this.#places()) {
      for (const backup of listBackups(folder)) {
        const key = `${backup.utc} ${backup.bytes}`
        const known = found.get(key)
        if (known) known.places.push(place)
        else found.set(key, { backup, places: [place] })
      }
    }
    return [...found.values()]
      .map(({ backup, places }) => ({ ...backup, places }))
      .sort((a, b) => b.utc - a.utc || (a.file < b.file ? 1 : -1))
  }

  /** Backs the open library up, also in its second place. */
  async backUp(follower: Follower): Promise<CareState & { readonly missing: readonly string[] }> {
    const { folder } = this.#session.library
    const { missing } = await this.#keep((keeper) =>
      keeper.follow(follower, 'makeBackup', folder, { kind: 'hand' }),
    )
    await this.#mirror(folder)
    return { ...(await this.state()), missing }
  }

  look(file: string, follower: Follower): Promise<BackupLook> {
    const { folder } = this.#session.library
    this.#require('care.look', file)
    return this.#keep((keeper) => keeper.follow(follower, 'lookInto', file, folder))
  }

  async takeBack(file: string, ids: readonly number[], follower: Follower): Promise<TakenBack> {
    this.#require('care.takeBack', file)
    const found = await this.#keep((keeper) => keeper.follow(follower, 'readFromBackup', file, ids))
    const at = this.backups().find((backup) => backup.file === file)?.utc ?? 0
    const words = uiWords[this.#session.language].care
    const name = words.revisionName(longDateTime(this.#session.language, timestampOf(new Date(at))))
    return this.#session.write((library) => takeBack(library, found, name))
  }

  /** Puts a backup in the library's place. One that is open is backed up first, unless it turns out to be damaged. */
  async restore(file: string, follower: Follower): Promise<RestoreReport> {
    this.#require('care.restore', file)
    const isOpen = this.#session.hasLibrary
    if (isOpen) {
      await this.#session.saveEverywhere()
      await this.#backUpBefore(follower)
    }
    return this.#report(
      await this.#session.replace((keeper, folder) =>
        keeper.follow(follower, 'restoreBeside', file, folder, { damaged: !isOpen }),
      ),
    )
  }

  /** Puts what can be read of the refused library in its place. */
  async rescue(follower: Follower): Promise<RescueReport> {
    this.#requireRefused('care.rescue')
    const rescued = await this.#session.replace((keeper, folder) =>
      keeper.follow(follower, 'rescueBeside', folder),
    )
    const { mended, lostRows } = rescued
    return { ...this.#report(rescued), mended, lostRows }
  }

  /** Puts an empty library in the refused one's place. */
  async startAnew(name: string, language: string, follower: Follower): Promise<RestoreReport> {
    this.#requireRefused('care.startAnew')
    return this.#report(
      await this.#session.replace((keeper, folder) =>
        keeper.follow(follower, 'startAnew', folder, { name, language }),
      ),
    )
  }

  /** The name that an archive of the open library gets unless the writer gives another. */
  get archiveName(): string {
    const { name, language } = this.#session.library.site.get()
    return `${makeSlug(name, language) || 'library'}-${fileTime(new Date()).slice(0, 10)}.longhand`
  }

  async archive(file: string, follower: Follower): Promise<ArchiveReport> {
    const { folder } = this.#session.library
    const report = await this.#keep((keeper) => keeper.follow(follower, 'archiveLibrary', folder, file))
    this.#archives.add(report.file)
    return report
  }

  /** Unpacks an archive into a new folder, never over one, and opens the library in it. */
  async unpack(file: string, follower: Follower): Promise<RestoreReport> {
    const { defaultParent } = this.#session
    await this.#session.saveEverywhere()
    const restored = await this.#keep(async (keeper) => {
      const { name } = await keeper.follow(follower, 'readArchive', file)
      const folder = newFolder(defaultParent, makeSlug(name) || 'library')
      return keeper.follow(follower, 'restoreBeside', file, folder, { fresh: true })
    })
    await this.#session.openFolder(restored.folder)
    return this.#report(restored)
  }

  /** Makes a folder that the writer chose the second place for backups, and makes the first one there. */
  async chooseElsewhere(chosen: string): Promise<CareState> {
    const folder = this.#session.inCare
    const isInside = `${resolve(chosen)}${sep}`.startsWith(`${folder}${sep}`)
    if (isInside) throw new Failure('library.occupied', { folder: chosen })
    const place = claimElsewhere(chosen, folder)
    const { elsewhere } = this.#session.settings.get()
    this.#session.settings.update({ elsewhere: { ...elsewhere, [folder]: { folder: place, lastUtc: null } } })
    if (this.#session.hasLibrary && listBackups(join(folder, BACKUPS)).length === 0) {
      await this.#keep((keeper) => keeper.run('makeBackup', folder))
    }
    await this.#mirror(folder)
    return this.state()
  }

  forgetElsewhere(): Promise<CareState> {
    const { [this.#session.inCare]: _gone, ...others } = this.#session.settings.get().elsewhere
    this.#session.settings.update({ elsewhere: others })
    return this.state()
  }

  /** Shows one of the folders or archives that the window has been told of. */
  async show(path: string): Promise<void> {
    const { folder, aside, elsewhere } = await this.state()
    const known = [folder, join(folder, BACKUPS), elsewhere?.folder, ...aside.map((one) => one.folder)]
    if (!known.includes(path) && !this.#archives.has(path)) {
      throw new Failure('request.invalid', { request: 'care.show', problem: 'a path that main never gave' })
    }
    this.#session.host.showInFolder(path)
  }

  async deleteAside(aside: string): Promise<CareState> {
    const folder = this.#session.inCare
    await this.#keep((keeper) => keeper.run('deleteAside', folder, aside))
    return this.state()
  }

  #places(): readonly [BackupPlace, string][] {
    const folder = this.#session.inCare
    const elsewhere = this.#session.settings.get().elsewhere[folder]
    return [
      ['library', join(folder, BACKUPS)],
      ...(elsewhere && isElsewhereThere(elsewhere.folder)
        ? ([['elsewhere', elsewhere.folder]] as [BackupPlace, string][])
        : []),
    ]
  }

  #elsewhere(): CareState['elsewhere'] {
    const stored = this.#session.settings.get().elsewhere[this.#session.inCare]
    return stored ? { ...stored, isThere: isElsewhereThere(stored.folder) } : null
  }

  /** Brings the second place up to date. What fails there takes nothing from the backup in the library's folder. */
  async #mirror(library: string): Promise<void> {
    const { settings, host } = this.#session
    const folder = settings.get().elsewhere[library]?.folder
    if (folder === undefined) return
    try {
      const mirrored = await this.#keep((keeper) => keeper.run('mirrorBackups', library, folder))
      if (mirrored.isThere) settings.noteElsewhere(library, mirrored.at)
    } catch (error) {
      host.log(`No backup could be made in ${folder}: ${String(error)}`)
    }
  }

  async #backUpBefore(follower: Follower): Promise<void> {
    const { folder } = this.#session.library
    try {
      await this.#keep((keeper) => keeper.follow(follower, 'makeBackup', folder, { kind: 'before' }))
    } catch (error) {
      // It is moved aside as it is: there is no better copy of it.
      if (failureData(error).code !== 'library.damaged') throw error
    }
  }

  #keep<T>(work: (keeper: Keeper) => Promise<T>): Promise<T> {
    return withKeeper(this.#session.host.startKeeper, work)
  }

  #report({ aside, articles, missing }: Omit<RestoreReport, 'state'>): RestoreReport {
    return { state: this.#session.state(), aside, articles, missing }
  }

  #require(request: string, file: string): void {
    if (this.backups().some((backup) => backup.file === file)) return
    throw new Failure('request.invalid', { request, problem: `not a backup of it: ${basename(file)}` })
  }

  #requireRefused(request: string): void {
    if (!this.#session.hasLibrary) return
    throw new Failure('request.invalid', { request, problem: 'it is not damaged' })
  }
}

/** When a library's file or its log was written to last. */
function writtenUtc(folder: string): number | null {
  const times = ['library.db', 'library.db-wal'].flatMap((name) => {
    const found = statSync(join(folder, name), { throwIfNoEntry: false })
    // An empty log is written when a library is opened.
    return found && found.size > 0 ? [Math.round(found.mtimeMs)] : []
  })
  return times.length > 0 ? Math.max(...times) : null
}
