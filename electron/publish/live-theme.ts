import { Failure, type FailureData, failureData } from '../../core/errors.ts'
import { type Theme, compileTheme } from '../../core/page/index.ts'
import type { Library } from '../library/library.ts'
import { type DressedTheme, dressTheme } from './theme-dress.ts'
import { type ThemeFolder, readTheme, themeFolder } from './theme-folder.ts'

/** What pages are shown in while a library's own theme has never worked. */
const DEFAULT_THEME = 'magazine'
/** Most that one page in the window may cost, in milliseconds: the window waits for it. */
export const PAGE_MILLISECONDS = 2_500

interface Worn {
  readonly name: string
  readonly folder: ThemeFolder
  readonly theme: Theme
}

/**
 * The theme that a library's pages are shown in. One that is being written may be wrong at any moment: then the last
 * that worked stays, and what is wrong is known.
 */
export class LiveTheme {
  readonly #library: Library
  #worn: Worn | null = null
  /** The theme that was asked for last. */
  #asked = ''
  #failure: FailureData | null = null
  #dressed: { readonly of: ThemeFolder; readonly key: string; readonly theme: DressedTheme } | null = null

  constructor(library: Library) {
    this.#library = library
  }

  /** What is wrong with the theme that was asked for last, so that pages have another or an earlier one; else null. */
  get failure(): FailureData | null {
    return this.#failure
  }

  /** The theme `name` as it is chosen, or what stands in for it. @throws Failure `file.refused` */
  get(
    name: string,
    given: Readonly<Record<string, string>>,
  ): { readonly theme: Theme; readonly dressed: DressedTheme } {
    if (this.#asked !== name) {
      this.#asked = name
      this.reload()
    }
    const worn = (this.#worn ??= this.#standIn(name))
    return { theme: worn.theme, dressed: this.#dress(worn.folder, given) }
  }

  /** Reads the theme anew: when it works, pages have it from now on. */
  reload(): void {
    if (this.#asked === '') return
    try {
      this.#worn = this.#read(this.#asked)
      this.#failure = null
    } catch (thrown) {
      this.refuse(failureData(thrown))
    }
  }

  /** Notes that the theme does not work as it lies on disk now. */
  refuse(failure: FailureData): void {
    this.#failure = failure
    if (this.#worn?.name !== this.#asked) this.#worn = null
  }

  #read(name: string): Worn {
    const folder = readTheme(name, { library: this.#library.folder })
    return { name, folder, theme: compileTheme(folder, { milliseconds: PAGE_MILLISECONDS }) }
  }

  /** What the theme was copied from, if that can be told; else the default. */
  #standIn(name: string): Worn {
    try {
      const { origin } = readTheme(name, { library: this.#library.folder }).manifest
      const isOurs = origin !== null && themeFolder(origin.theme, { library: null }) !== null
      return { ...this.#read(isOurs ? origin.theme : DEFAULT_THEME), name }
    } catch (thrown) {
      if (!(thrown instanceof Failure)) throw thrown
      return { ...this.#read(DEFAULT_THEME), name }
    }
  }

  /** What is saved changes options seldom. */
  #dress(folder: ThemeFolder, given: Readonly<Record<string, string>>): DressedTheme {
    const key = JSON.stringify(given)
    if (this.#dressed?.of !== folder || this.#dressed.key !== key) {
      const has = (path: string): boolean => this.#library.media.list().some((medium) => medium.path === path)
      this.#dressed = { of: folder, key, theme: dressTheme(folder, given, has) }
    }
    return this.#dressed.theme
  }
}
