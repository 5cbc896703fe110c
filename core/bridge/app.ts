/** The application itself: its settings, where the writer is, what is open. Part of the contract in `core/bridge.ts`. */
import type { Site } from '../article.ts'
import type { Diagnosis } from '../diagnosis.ts'
import type { FailureData } from '../errors.ts'
import type { ArticleFilter, ArticleSort } from './articles.ts'
import type { ArticleCopy, StorageTrouble } from './storage.ts'

export type UiLanguage = 'nl' | 'en'
export type Appearance = 'light' | 'dark'
export type View = 'write' | 'split' | 'preview'

/** The application's own settings: they belong to this computer, never to a library. */
export interface Settings {
  readonly language: UiLanguage | 'system'
  readonly appearance: Appearance | 'system'
  readonly writingFace: 'quattro' | 'serif'
  readonly spellCheck: boolean
}

/** Where the writer was: restored at the next start. Kept per library. */
export interface Place {
  readonly view: View
  readonly filter: ArticleFilter
  readonly sort: ArticleSort
  readonly articleId: number | null
  readonly sidebarWidth: number
  readonly listWidth: number
  readonly inspectorWidth: number
  readonly sidebarOpen: boolean
  readonly listOpen: boolean
  readonly inspectorOpen: boolean
}

export interface LibraryInfo {
  readonly folder: string
  readonly site: Site
}

export interface RecentLibrary {
  readonly folder: string
  readonly name: string
}

export interface AppState {
  readonly version: string
  readonly platform: 'darwin' | 'win32' | 'linux'
  /** What `system` means right now. */
  readonly systemLanguage: UiLanguage
  readonly settings: Settings
  readonly library: LibraryInfo | null
  readonly recent: readonly RecentLibrary[]
  /** Folder in which new libraries are made unless the writer chooses another. */
  readonly defaultParent: string
  readonly place: Place | null
  /**
   * The library that was to be opened last, when it could not be and none is open. Its files are untouched.
   * `diagnosis` is null when its state was clear without one, or the examination took too long.
   */
  readonly refused: {
    readonly folder: string
    readonly failure: FailureData
    readonly diagnosis: Diagnosis | null
  } | null
  /** Damage that was found in the open library while it was worked in; null when none was. */
  readonly damage: FailureData | null
  /** Another number for every library that is put before the writer, also in the place of the one before. */
  readonly opening: number
  /** What keeps the open library from being written to; null when nothing does. */
  readonly trouble: StorageTrouble | null
}

export interface AppRequests {
  'app.state': { args: Record<never, never>; result: AppState }
  'app.setSettings': { args: { settings: Partial<Settings> }; result: AppState }
  'app.setPlace': { args: { place: Place }; result: null }
  /** Answer to the event `app.flush`: everything typed is saved, or could not be: why, and the articles with those words. */
  'app.flushed': {
    args: { token: number; failure: FailureData | null; unsaved: readonly ArticleCopy[] }
    result: null
  }
  /** What the menu says that undo and redo of an act are about; null: nothing. */
  'app.nameActs': { args: { undo: string | null; redo: string | null }; result: null }
  /** Opens a further window on the same library, on one article when it is given. */
  'app.newWindow': { args: { articleId?: number }; result: null }
  'app.openLink': { args: { url: string }; result: null }
}
