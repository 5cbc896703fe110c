/** What an open library needs now and then, done in a process of its own: backups, letting go of old revisions and trash, and of what killed work left. */
import { type FailureData, failureData } from '../../core/errors.ts'
import { readdirSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { Keeper, type KeeperOptions } from '../library/keeper.ts'

/** Milliseconds after opening: by then the window is there, and a short visit still gets its backup. */
const FIRST = 60_000
const EVERY = 10 * 60_000
const DAY = 24 * 3_600_000

export interface UpkeepOptions {
  /** Starts a process; Node's own way unless given. */
  readonly start: KeeperOptions['start']
  readonly log: (problem: string) => void
  /** Whether the library cannot be written to, or another file stands in its place that nothing may open. */
  readonly isAway?: () => boolean
  /** The second place for backups, when the writer chose one. */
  readonly elsewhere?: () => string | null
  /** Told when the newest backup in the second place was made, in milliseconds; null when there is none. */
  readonly onElsewhere?: (utc: number | null) => void
  /** Told why a backup could not be made: each is verified, so that damage shows here first. */
  readonly onFailure?: (failure: FailureData) => void
}

/** Looks after one open library until it is closed. Nothing of it happens in this thread. */
export class Upkeep {
  readonly #folder: string
  readonly #options: UpkeepOptions
  readonly #timers: readonly NodeJS.Timeout[]
  #isChanged: boolean
  #thinnedAt = -Infinity
  #keeper: Keeper | null = null
  #closed = false
  /** Whether the second place, if there is one, has the newest backup. */
  #isMirrored = false
  /** What was last said to be wrong with the second place: an old story is not told every ten minutes. */
  #said = ''

  constructor(folder: string, options: UpkeepOptions) {
    this.#folder = folder
    this.#options = options
    this.#isChanged = isNewerThanBackups(folder)
    this.#timers = [setTimeout(() => void this.run(), FIRST), setInterval(() => void this.run(), EVERY)]
    for (const timer of this.#timers) timer.unref()
  }

  /** The library was written to. */
  changed(): void {
    this.#isChanged = true
  }

  /** Does what is due: a backup when something has changed, and once a day the thinning, the old trash and what was left of killed work. Never rejects. */
  async run(): Promise<void> {
    if (this.#keeper || this.#closed || this.#options.isAway?.()) return
    const keeper = (this.#keeper = new Keeper({ start: this.#options.start }))
    try {
      if (this.#isChanged) await this.#backUp(keeper)
      if (!this.#isMirrored) await this.#mirror(keeper)
      if (performance.now() - this.#thinnedAt >= DAY) {
        await keeper.run('thinRevisions', this.#folder)
        await keeper.run('emptyOldTrash', this.#folder)
        await keeper.run('clearLeftOvers', this.#folder)
        this.#thinnedAt = performance.now()
      }
    } catch (error) {
      if (this.#closed) return
      this.#options.log(`The upkeep of ${this.#folder} failed: ${String(error)}`)
      this.#options.onFailure?.(failureData(error))
    } finally {
      keeper.close()
      this.#keeper = null
    }
  }

  /** Ends it; a backup that is being made is not there. */
  close(): void {
    this.#closed = true
    for (const timer of this.#timers) clearTimeout(timer)
    this.#keeper?.close()
  }

  async #backUp(keeper: Keeper): Promise<void> {
    this.#isChanged = false
    try {
      const made = await keeper.run('rollBackups', this.#folder)
      // None was due yet: what has changed is still in no backup.
      if (made === null) this.#isChanged = true
      else this.#isMirrored = false
    } catch (error) {
      this.#isChanged = true
      throw error
    }
  }

  /** Brings the second place up to the newest backup; also when its disk was away and is back. */
  async #mirror(keeper: Keeper): Promise<void> {
    const folder = this.#options.elsewhere?.() ?? null
    if (folder === null) return
    try {
      const mirrored = await keeper.run('mirrorBackups', this.#folder, folder)
      this.#isMirrored = mirrored.isThere
      if (mirrored.isThere) this.#options.onElsewhere?.(mirrored.at)
      this.#said = ''
    } catch (error) {
      const problem = `No backup could be made in ${folder}: ${String(error)}`
      if (!this.#closed && problem !== this.#said) this.#options.log(problem)
      this.#said = problem
    }
  }
}

/** Whether the library was written to after its newest backup, or has none. */
function isNewerThanBackups(folder: string): boolean {
  const time = (file: string) => statSync(file, { throwIfNoEntry: false })?.mtimeMs ?? 0
  const written = Math.max(...['library.db', 'library.db-wal'].map((name) => time(join(folder, name))))
  try {
    const into = join(folder, 'backups')
    // Their names are their times.
    const newest = readdirSync(into)
      .filter((name) => /^\d.*\.db$/.test(name))
      .sort()
      .at(-1)
    return newest === undefined || time(join(into, newest)) < written
  } catch {
    // No folder, no backup.
    return true
  }
}
