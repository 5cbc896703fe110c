/** A library as a whole: making, opening, backing up, restoring, rescuing. Part of the contract in `core/bridge.ts`. */
import type { Site } from '../article.ts'
import type { UiLanguage, AppState } from './app.ts'

/** A backup that can be restored. */
export interface BackupHead {
  readonly file: string
  /** When it was made, in milliseconds. */
  readonly utc: number
  readonly articles: number
  readonly bytes: number
}

/** What came of restoring a backup; the library is open again. */
export interface RestoreReport {
  readonly state: AppState
  /** Where the library from before lies now, untouched; null when there was none. */
  readonly aside: string | null
  readonly articles: number
  /** Media that neither the backup nor the library had. */
  readonly missing: readonly string[]
}

/** What came of rescuing a damaged library; what was rescued is open. */
export interface RescueReport extends RestoreReport {
  /** Articles that are not as they were, and what their text is made of now. */
  readonly mended: readonly {
    readonly id: number
    readonly title: string
    readonly body: 'whole' | 'cut' | 'revision' | 'words' | 'lost'
    /** Its title, dates and place are lost. */
    readonly isNew: boolean
  }[]
  /** Places in which a row stood that could not be made out. */
  readonly lostRows: number
}

export interface LibraryRequests {
  /** Asks the writer for a folder; null when they change their mind. */
  'library.chooseParent': { args: Record<never, never>; result: string | null }
  /** `parent` is the default parent or one that `library.chooseParent` gave. */
  'library.create': { args: { name: string; language: string; parent: string }; result: AppState }
  'library.openSample': { args: { language: UiLanguage }; result: AppState }
  /** Asks for a folder with a library and opens it; null when they change their mind. */
  'library.chooseAndOpen': { args: Record<never, never>; result: AppState | null }
  'library.openRecent': { args: { folder: string }; result: AppState }
  'library.forgetRecent': { args: { folder: string }; result: AppState }
  'library.close': { args: Record<never, never>; result: AppState }
  /** The backups, newest first, of the open library, or of the one that was refused when none is open. */
  'library.backups': { args: Record<never, never>; result: readonly BackupHead[] }
  /** Puts one of `library.backups` in that library's place, which is moved aside. Whoever asks has saved first. */
  'library.restoreBackup': { args: { file: string }; result: RestoreReport }
  /** Puts what can be read of the refused library in its place; the damaged one is moved aside. */
  'library.rescue': { args: Record<never, never>; result: RescueReport }
  'site.update': { args: { patch: Partial<Site> }; result: Site }
}
