/** The themes that a library can have, and those that are its own. Part of the contract in `core/bridge.ts`. */
import type { FailureData } from '../errors.ts'
import type { ThemeColours } from '../page/theme-colours.ts'
import type { ThemeOption } from '../page/theme-manifest.ts'

export interface ThemeInfo {
  /** What it is called on disk and in the site's settings. */
  readonly name: string
  /** Empty for those of Longhand, which the window has words for. */
  readonly title: string
  readonly description: string
  /** In the library's own folder: to be edited, renamed and removed. */
  readonly isOwn: boolean
  /** What it was copied from, when that is one of Longhand's. */
  readonly origin: { readonly theme: string; readonly isNewer: boolean } | null
  readonly options: readonly ThemeOption[]
  readonly colours: ThemeColours
  /** Why it can't be read; null when it can. */
  readonly failure: FailureData | null
}

export interface Themes {
  /** Longhand's own first, then the library's. */
  readonly themes: readonly ThemeInfo[]
  /** Copies that were removed and can be put back, by name. */
  readonly removed: readonly { readonly name: string; readonly title: string }[]
  /** What is wrong with the theme that the site has, so that pages are shown in an earlier state of it; else null. */
  readonly failure: FailureData | null
}

export interface ThemeRequests {
  'theme.list': { args: Record<never, never>; result: Themes }
  /** Copies a theme into the library, has the site use it and opens its folder. */
  'theme.copy': { args: { theme: string; title: string }; result: { name: string } }
  'theme.rename': { args: { name: string; title: string }; result: null }
  /** Puts a theme of the library's aside; a site that used it goes back to what it was copied from. */
  'theme.remove': { args: { name: string }; result: null }
  'theme.putBack': { args: { name: string }; result: null }
  /** Opens the folder of a theme of the library's. */
  'theme.show': { args: { name: string }; result: null }
}
