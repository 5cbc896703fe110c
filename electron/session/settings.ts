/** The application's own settings file: this computer's choices and memory, never part of a library. */
import { mkdirSync, readFileSync, renameSync } from 'node:fs'
import { dirname } from 'node:path'
import { z } from 'zod'
import type { Onward, Place, RecentLibrary, Settings } from '../../core/bridge.ts'
import { placeSchema, settingsSchema } from '../ipc/schemas/app.ts'
import { onwardSchema } from '../ipc/schemas/onward.ts'
import { fileFailure } from '../library/files.ts'
import { writeFileDurably } from './durable.ts'

export interface WindowBounds {
  readonly x?: number
  readonly y?: number
  readonly width: number
  readonly height: number
  readonly maximized: boolean
}

/** Everything that the settings file holds. */
export interface StoredSettings {
  readonly settings: Settings
  /** Newest first. */
  readonly recent: readonly RecentLibrary[]
  /** Folder of the library to reopen at the next start. */
  readonly lastLibrary: string | null
  readonly places: Readonly<Record<string, Place>>
  /** Where each library was exported to last. */
  readonly exports: Readonly<Record<string, string>>
  /** Where an export of each library has begun that has not been heard of since. */
  readonly exporting: Readonly<Record<string, string>>
  /** The second place for each library's backups, and when the newest there was made, in milliseconds. */
  readonly elsewhere: Readonly<Record<string, { readonly folder: string; readonly lastUtc: number | null }>>
  /** Libraries of which the writer has read that others reach them too, with the service that they read of. */
  readonly shared: Readonly<Record<string, string>>
  /** What follows an export, by the folder of the library that it was set up for, with what that library calls itself. */
  readonly onward: Readonly<Record<string, { readonly library: string; readonly onward: Onward }>>
  readonly window: WindowBounds | null
}

export const DEFAULT_SETTINGS: StoredSettings = {
  settings: { language: 'system', appearance: 'system', writingFace: 'quattro', spellCheck: true },
  recent: [],
  lastLibrary: null,
  places: {},
  exports: {},
  exporting: {},
  elsewhere: {},
  shared: {},
  onward: {},
  window: null,
}

const MOST_RECENT = 12

const storedSchema = z.object({
  settings: settingsSchema.catch(DEFAULT_SETTINGS.settings),
  recent: z.array(z.object({ folder: z.string(), name: z.string() })).catch([]),
  lastLibrary: z.string().nullable().catch(null),
  places: z.record(z.string(), placeSchema).catch({}),
  exports: z.record(z.string(), z.string()).catch({}),
  exporting: z.record(z.string(), z.string()).catch({}),
  elsewhere: z.record(z.string(), z.object({ folder: z.string(), lastUtc: z.number().nullable() })).catch({}),
  shared: z.record(z.string(), z.string()).catch({}),
  onward: z.record(z.string(), z.object({ library: z.string(), onward: onwardSchema })).catch({}),
  window: z
    .object({
      x: z.int().optional(),
      y: z.int().optional(),
      width: z.int().min(200),
      height: z.int().min(200),
      maximized: z.boolean(),
    })
    .nullable()
    .catch(null),
})

/**
 * Settings in a JSON file. Reading never fails: a part that can't be understood falls back to its default, and a
 * file that is no JSON at all is set aside as `<file>.unreadable`. Writing replaces the file at once.
 */
export class SettingsFile {
  readonly #file: string
  readonly #onProblem: (problem: string) => void
  #stored: StoredSettings

  constructor(file: string, onProblem: (problem: string) => void) {
    this.#file = file
    this.#onProblem = onProblem
    this.#stored = this.#read()
  }

  get(): StoredSettings {
    return this.#stored
  }

  /**
   * Replaces the parts named and writes the file. A refused write is reported and given back; the change holds until
   * quit then.
   */
  update(patch: Partial<StoredSettings>): unknown {
    this.#stored = { ...this.#stored, ...patch }
    try {
      mkdirSync(dirname(this.#file), { recursive: true })
      writeFileDurably(this.#file, JSON.stringify(this.#stored, null, 2))
      return null
    } catch (error) {
      this.#onProblem(`Settings could not be written to ${this.#file}: ${String(error)}`)
      return fileFailure(this.#file, error)
    }
  }

  /** Puts a library at the head of the recent ones and makes it the one to reopen. */
  remember(library: RecentLibrary): void {
    const others = this.#stored.recent.filter((other) => other.folder !== library.folder)
    this.update({ recent: [library, ...others].slice(0, MOST_RECENT), lastLibrary: library.folder })
  }

  /** The writer has read that `service` reaches a library too. */
  noteShared(folder: string, service: string): void {
    this.update({ shared: { ...this.#stored.shared, [folder]: service } })
  }

  /** Sets up what follows an export of one library, in the place where it lies; null: nothing. */
  setOnward(folder: string, library: string, onward: Onward | null): void {
    const { [folder]: _before, ...others } = this.#stored.onward
    this.update({ onward: onward === null ? others : { ...others, [folder]: { library, onward } } })
  }

  /** Takes a library off the list of recent ones; its files stay. */
  forget(folder: string): void {
    const { [folder]: _place, ...places } = this.#stored.places
    const { [folder]: _onward, ...onward } = this.#stored.onward
    const recent = this.#stored.recent.filter((library) => library.folder !== folder)
    this.update({ recent, places, onward })
  }

  /** A library's folder lies elsewhere now: what is remembered of it goes along, but no command: that is set up anew. */
  movedLibrary(from: string, to: string): void {
    const moved = <T>({ [from]: known, ...others }: Readonly<Record<string, T>>) =>
      known === undefined ? others : { ...others, [to]: known }
    const { recent, places, exports, exporting, elsewhere } = this.#stored
    this.update({
      recent: recent.filter((library) => library.folder !== from),
      places: moved(places),
      exports: moved(exports),
      exporting: moved(exporting),
      elsewhere: moved(elsewhere),
    })
  }

  /** Notes when the newest backup in a library's second place was made. */
  noteElsewhere(library: string, utc: number | null): void {
    const place = this.#stored.elsewhere[library]
    if (!place || utc === null || place.lastUtc === utc) return
    this.update({ elsewhere: { ...this.#stored.elsewhere, [library]: { ...place, lastUtc: utc } } })
  }

  #read(): StoredSettings {
    let content: string
    try {
      content = readFileSync(this.#file, 'utf8')
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'ENOENT') {
        this.#onProblem(`Settings could not be read from ${this.#file}: ${String(error)}`)
      }
      return DEFAULT_SETTINGS
    }
    try {
      return storedSchema.parse({ ...DEFAULT_SETTINGS, ...(JSON.parse(content) as object) })
    } catch (error) {
      this.#onProblem(
        `Settings in ${this.#file} could not be understood and were set aside: ${String(error)}`,
      )
      this.#setAside()
      return DEFAULT_SETTINGS
    }
  }

  #setAside(): void {
    try {
      renameSync(this.#file, `${this.#file}.unreadable`)
    } catch (error) {
      this.#onProblem(`They could not be set aside: ${String(error)}`)
    }
  }
}
