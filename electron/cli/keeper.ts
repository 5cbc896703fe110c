import { Keeper } from '../library/keeper.ts'
import type { CliIo } from './io.ts'

/** Has work on a whole library done in a process of its own, which ends with the work or when the user stops it. */
export async function withKeeper<T>(io: CliIo, work: (keeper: Keeper) => Promise<T>): Promise<T> {
  const keeper = (await io.keeper?.()) ?? new Keeper()
  const stop = (): void => keeper.close()
  io.signal.addEventListener('abort', stop)
  try {
    io.signal.throwIfAborted()
    return await work(keeper)
  } catch (error) {
    // What was stopped is no fault of the library's.
    io.signal.throwIfAborted()
    throw error
  } finally {
    io.signal.removeEventListener('abort', stop)
    keeper.close()
  }
}
