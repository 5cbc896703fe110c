/** What an export that was killed left of a site is found out about, and brought in order. */
import { access } from 'node:fs/promises'
import type { KeeperOptions } from '../library/keeper.ts'
import { ownPath } from '../publish/site-folder.ts'
import { LEFT_OVER } from '../publish/swap.ts'
import { withKeeper } from './care.ts'
import type { SettingsFile } from './settings.ts'

export interface SiteExportsOptions {
  readonly settings: SettingsFile
  /** Starts a process; Node's own way unless given. */
  readonly start: KeeperOptions['start']
  readonly log: (problem: string) => void
}

/** The exports of libraries on this computer. */
export class SiteExports {
  readonly #options: SiteExportsOptions
  #running = 0
  /** Resolves when what was begun to be mended is. */
  #mending: Promise<void> = Promise.resolve()

  constructor(options: SiteExportsOptions) {
    this.#options = options
  }

  /** Does an export of a library. Where to is noted before, so that a kill in its midst is found out about. */
  async run<T>(library: string, folder: string, work: () => Promise<T>): Promise<T> {
    const { settings } = this.#options
    this.#running += 1
    try {
      await this.#mending
      settings.update({ exporting: { ...settings.get().exporting, [library]: folder } })
      const result = await work()
      settings.update({ exports: { ...settings.get().exports, [library]: folder } })
      this.#forgetBegun(library)
      return result
    } finally {
      this.#running -= 1
    }
  }

  /**
   * Finishes, or takes back, what an export of a library left undone, beside the work in the window; nothing when it
   * left nothing. Never rejects: what could not be mended is in the log, and is mended by the next export.
   */
  mend(library: string): Promise<void> {
    return (this.#mending = this.#mending.then(() => this.#mendNow(library)))
  }

  async #mendNow(library: string): Promise<void> {
    // An export that runs sees to it itself.
    if (this.#running > 0) return
    const { settings, start, log } = this.#options
    const { exports, exporting } = settings.get()
    const begun = exporting[library]
    for (const folder of new Set([begun, exports[library]])) {
      if (folder === undefined || !(await isUnfinished(folder))) continue
      try {
        await withKeeper(start, (keeper) => keeper.run('mendSite', folder))
      } catch (error) {
        log(`What an export left undone in ${folder} could not be brought in order: ${String(error)}`)
        return
      }
    }
    if (begun !== undefined) this.#forgetBegun(library)
  }

  #forgetBegun(library: string): void {
    const { settings } = this.#options
    const { [library]: _done, ...others } = settings.get().exporting
    settings.update({ exporting: others })
  }
}

async function isUnfinished(folder: string): Promise<boolean> {
  const looks = LEFT_OVER.map((name) =>
    access(ownPath(folder, name)).then(
      () => true,
      // Not there, or out of reach: nothing can be done about it now.
      () => false,
    ),
  )
  return (await Promise.all(looks)).includes(true)
}
