import type { Result } from '../../core/bridge.ts'
import { type Library, openLibrary } from './library.ts'

/** Deletes everything in the trash of a library for good; gives how much. */
export function emptyTrash(folder: string): Result<'trash.empty'> {
  return inLibrary(folder, ({ trash }) => trash.empty())
}

/** Deletes what has lain in the trash of a library for longer than its site says, if it says so; gives how much. */
export function emptyOldTrash(folder: string): Result<'trash.empty'> {
  return inLibrary(folder, ({ trash }) => trash.emptyOld())
}

function inLibrary<T>(folder: string, work: (library: Library) => T): T {
  const library = openLibrary(folder)
  try {
    return work(library)
  } finally {
    library.close()
  }
}
