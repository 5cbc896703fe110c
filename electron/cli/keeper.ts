import { uiWords } from '../../core/locale/ui/index.ts'
import { type Follower, Keeper } from '../library/keeper.ts'
import type { CliIo } from './io.ts'
import { wipingLine } from './progress.ts'

/**
 * Has work on a whole library done in a process of its own, which ends with the work. The follower shows how far it is,
 * and ends it, with nothing half done, when the user stops the command.
 */
export async function withKeeper<T>(
  io: CliIo,
  work: (keeper: Keeper, follower: Follower) => Promise<T>,
): Promise<T> {
  io.signal.throwIfAborted()
  const keeper = (await io.keeper?.()) ?? new Keeper()
  const line = wipingLine(io)
  const onProgress: Follower['onProgress'] = ({ phase, done, total }) =>
    line.show(uiWords.en.care.phases[phase], done, total)
  try {
    return await work(keeper, { signal: io.signal, onProgress })
  } catch (error) {
    // What was stopped is no fault of the library's.
    io.signal.throwIfAborted()
    throw error
  } finally {
    line.clear()
    keeper.close()
  }
}
