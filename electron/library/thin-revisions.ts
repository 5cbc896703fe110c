import { inLibrary } from './in-library.ts'

/** Lets go of the revisions of a library that have become too old or too much; gives how many went. */
export function thinRevisions(folder: string): number {
  return inLibrary(folder, ({ revisions }) => revisions.thin())
}
