/** What failures say of the library that is open: some that it is damaged, some that it ought to be looked at. */
import type { FailureData } from '../../core/errors.ts'
import type { KeeperOptions } from '../library/keeper.ts'
import type { Library } from '../library/library.ts'
import { damageOf, isDamaged, withKeeper } from './care.ts'

/** Milliseconds between two examinations of a library that is open. */
const EVERY = 10 * 60_000

export class Suspicion {
  readonly #start: KeeperOptions['start']
  readonly #found: (library: Library, damage: FailureData) => void
  #examined = -Infinity

  /** `found` is told of damage, which may be when another library is open. */
  constructor(start: KeeperOptions['start'], found: (library: Library, damage: FailureData) => void) {
    this.#start = start
    this.#found = found
  }

  /** Another library is open: it was never examined. */
  forget(): void {
    this.#examined = -Infinity
  }

  notice(library: Library, failure: FailureData): void {
    if (failure.code === 'library.damaged' && failure.detail.file === library.file)
      this.#found(library, failure)
    if (failure.code === 'notFound' || failure.code === 'unexpected') void this.#examine(library)
  }

  /** Examines a library beside the work in it, not too often. */
  async #examine(library: Library): Promise<void> {
    if (performance.now() - this.#examined < EVERY) return
    this.#examined = performance.now()
    const diagnosis = await withKeeper(this.#start, (keeper) => keeper.diagnose(library.folder))
    if (isDamaged(diagnosis)) this.#found(library, damageOf(diagnosis))
  }
}
