/** The theme of an open library that is its own: tried anew whenever one of its files changes. */
import { type FSWatcher, existsSync, watch } from 'node:fs'
import { join } from 'node:path'
import type { FailureData } from '../../core/errors.ts'
import type { Library } from '../library/library.ts'
import { liveSite } from '../publish/preview.ts'
import { THEMES_FOLDER, themeFolder } from '../publish/theme-folder.ts'
import { tryTheme } from '../publish/theme-trial.ts'

/** Editors write a file in several steps: it is looked at when this many milliseconds have brought no other. */
const RESTS_FOR = 150
/** Where the system tells nothing of a folder, such as one on a network, it is looked for again after this long. */
const AGAIN = 2_000

export interface ThemeWatchOptions {
  /** Pages are to be shown anew; what is wrong with the theme, or null. */
  readonly changed: (failure: FailureData | null) => void
  readonly log: (problem: string) => void
}

/** Follows one library's theme until it is closed. */
export class ThemeWatch {
  readonly #library: Library
  readonly #options: ThemeWatchOptions
  readonly #stopListening: () => void
  #watcher: FSWatcher | null = null
  #timer: NodeJS.Timeout | undefined
  #name: string
  #isTrying = false
  #isStale = false
  #closed = false

  constructor(library: Library, options: ThemeWatchOptions) {
    this.#library = library
    this.#options = options
    this.#name = library.site.get().theme
    this.#stopListening = library.onChange(({ parts }) => {
      if (parts.includes('site')) this.#follow(library.site.get().theme)
    })
    this.#start()
  }

  /** What is wrong with the site's theme; null when nothing is known to be. */
  get failure(): FailureData | null {
    return liveSite(this.#library).theme.failure
  }

  close(): void {
    this.#closed = true
    this.#stopListening()
    this.#end()
  }

  #follow(name: string): void {
    if (name === this.#name) return
    this.#name = name
    this.#end()
    this.#start()
  }

  #end(): void {
    clearTimeout(this.#timer)
    this.#watcher?.close()
    this.#watcher = null
  }

  /** Longhand's own themes never change. */
  #start(): void {
    const found = themeFolder(this.#name, { library: this.#library.folder })
    if (found !== null && !found.isOwn) return
    const folder = found?.folder ?? join(this.#library.folder, THEMES_FOLDER)
    this.#soon()
    if (!existsSync(folder)) return
    try {
      this.#watcher = watch(folder, { recursive: true }, () => this.#soon())
      this.#watcher.on('error', (error) => this.#lost(error))
    } catch (error) {
      this.#lost(error)
    }
  }

  /** The folder is gone, or the system has no more watchers to give. */
  #lost(error: unknown): void {
    this.#options.log(`A theme can't be watched: ${String(error)}`)
    this.#end()
    if (this.#closed) return
    this.#timer = setTimeout(() => this.#start(), AGAIN)
    this.#timer.unref()
  }

  #soon(): void {
    clearTimeout(this.#timer)
    this.#timer = setTimeout(() => void this.#try(), RESTS_FOR)
    this.#timer.unref()
  }

  async #try(): Promise<void> {
    this.#isStale = true
    if (this.#isTrying) return
    this.#isTrying = true
    try {
      while (this.#isStale && !this.#closed) {
        this.#isStale = false
        const name = this.#name
        const failure = await tryTheme({ library: this.#library.folder, name })
        if (!this.#closed && !this.#isStale && name === this.#name) this.#take(failure)
      }
    } catch (error) {
      this.#options.log(`A theme could not be tried: ${String(error)}`)
    } finally {
      this.#isTrying = false
    }
  }

  #take(failure: FailureData | null): void {
    const site = liveSite(this.#library)
    if (failure === null) site.theme.reload()
    else site.theme.refuse(failure)
    site.forget()
    this.#options.changed(site.theme.failure)
  }
}
