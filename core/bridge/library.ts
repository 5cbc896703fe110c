/** A library as a whole: making, opening, leaving. Part of the contract in `core/bridge.ts`. */
import type { Site } from '../article.ts'
import type { UiLanguage, AppState } from './app.ts'

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
  'site.update': { args: { patch: Partial<Site> }; result: Site }
}
