/** What an open library needs now and then, done in a process of its own: backups, and letting go of old revisions. */
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

  /** Does what is due: a backup when something has changed, and once a day the thinning. Never rejects. */
  async run(): Promise<void> {
    if (this.#keeper || this.#closed) return
    const keeper = (this.#keeper = new Keeper({ start: this.#options.start }))
    try {
      if (this.#isChanged) await this.#backUp(keeper)
      if (performance.now() - this.#thinnedAt >= DAY) {
        await keeper.run('thinRevisions', this.#folder)
        this.#thinnedAt = performance.now()
      }
    } catch (error) {
      if (!this.#closed) this.#options.log(`The upkeep of ${this.#folder} failed: ${String(error)}`)
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
    } catch (error) {
      this.#isChanged = true
      throw error
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
