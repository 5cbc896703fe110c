import { lstatSync, readFileSync, readdirSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { basename, join } from 'node:path'
import { DRAFT, isOldFile, removeIfPossible, systemCode, withFiles } from './files.ts'
import { ABANDONED } from './folder-swap.ts'
import { inLibrary } from './in-library.ts'

/** Where archives, copies and pictures of sites are made or looked into; `mkdtemp` makes the end of the name. */
const SCRATCH = /^longhand-(?:archive|backup|copy|pictures)-[A-Za-z0-9]{6}$/
/** In such a folder, the file that says where an archive itself is being written. */
const TARGET = 'target'

/** Notes in the folder `scratch` where an archive is being written. @throws Failure `file.refused` */
export function noteTarget(scratch: string, draft: string): void {
  const note = join(scratch, TARGET)
  withFiles(note, () => writeFileSync(note, draft))
}

/**
 * Deletes what work left that was killed longer than a day ago, and only what is surely Longhand's own: parts of
 * pictures, pictures that were never added, parts of archives, and what those were put together from. Gives how many.
 */
export function clearLeftOvers(folder: string): number {
  return clearScratch(Date.now()) + inLibrary(folder, ({ media }) => media.clearLeftOvers())
}

/** The same of what lies in no library. */
export function clearScratch(now: number, parent = tmpdir()): number {
  const scratch = readdirSync(parent).filter((name) => SCRATCH.test(name) && isOwn(join(parent, name), now))
  for (const name of scratch) {
    const draft = targetIn(join(parent, name))
    const isDraft = draft !== null && DRAFT.test(basename(draft)) && isOldFile(draft, now - ABANDONED)
    if (isDraft) removeIfPossible(draft)
    removeIfPossible(join(parent, name))
  }
  return scratch.length
}

function targetIn(scratch: string): string | null {
  try {
    return readFileSync(join(scratch, TARGET), 'utf8')
  } catch (error) {
    if (systemCode(error) === null) throw error
    // It was not noted yet, or cannot be read.
    return null
  }
}

/** Whether a folder is old and this user's: where all may write, anybody may have made one of that name. */
function isOwn(folder: string, now: number): boolean {
  const stat = lstatSync(folder, { throwIfNoEntry: false })
  if (!stat?.isDirectory() || now - stat.mtimeMs <= ABANDONED) return false
  return process.getuid === undefined || stat.uid === process.getuid()
}
