import type { Result } from '../../core/bridge.ts'
import { inLibrary } from './in-library.ts'

/** Deletes everything in the trash of a library for good; gives how much. */
export function emptyTrash(folder: string): Result<'trash.empty'> {
  return inLibrary(folder, ({ trash }) => trash.empty())
}

/** Deletes what has lain in the trash of a library for longer than its site says, if it says so; gives how much. */
export function emptyOldTrash(folder: string): Result<'trash.empty'> {
  return inLibrary(folder, ({ trash }) => trash.emptyOld())
}
