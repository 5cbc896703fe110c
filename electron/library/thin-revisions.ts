import { openLibrary } from './library.ts'

/** Lets go of the revisions of a library that have become too old or too much; gives how many went. */
export function thinRevisions(folder: string): number {
  const library = openLibrary(folder)
  try {
    return library.revisions.thin()
  } finally {
    library.close()
  }
}
