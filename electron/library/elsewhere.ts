/** A second place for a library's backups, on another disk or in a synchronised folder; several libraries may share it. */
import { randomUUID } from 'node:crypto'
import { existsSync, mkdirSync, readFileSync } from 'node:fs'
import { basename, join, resolve } from 'node:path'
import { BACKUPS } from './folder-swap.ts'
import { copyBackup, listBackups, thinBackups } from './backups.ts'
import { withFiles, writeWhole } from './files.ts'
import { parseObject } from './json.ts'

/** Says whose backups a folder holds, and that its disk is there: an unmounted disk leaves an empty folder behind. */
const MARK = 'longhand-backups.json'

/**
 * Claims a folder of its own for a library's backups in a folder that the writer chose, and gives its path; the one of
 * before when this library has one there already.
 * @throws Failure `file.refused`
 */
export function claimElsewhere(chosen: string, library: string): string {
  const name = basename(library)
  for (let count = 1; ; count++) {
    const folder = join(resolve(chosen), `${name}-backups${count === 1 ? '' : `-${count}`}`)
    const owner = ownerOf(folder)
    if (owner === library) return folder
    if (owner !== null || existsSync(folder)) continue
    withFiles(folder, () => {
      mkdirSync(folder, { recursive: true })
      writeWhole(join(folder, MARK), Buffer.from(JSON.stringify({ library, id: randomUUID() })))
    })
    return folder
  }
}

/** Whether a claimed folder is there now. */
export function isElsewhereThere(folder: string): boolean {
  return ownerOf(folder) !== null
}

/** What became of the second place: `at` is when its newest backup was made, in milliseconds. */
export type Mirrored = { readonly isThere: false } | { readonly isThere: true; readonly at: number | null }

/**
 * Copies a library's newest backup to its second place, unless it is there already, and thins those there. A place that
 * is not there is no error.
 * @throws Failure `library.damaged` when the backup is not what was written; `file.refused`
 */
export async function mirrorBackups(library: string, folder: string, now = new Date()): Promise<Mirrored> {
  if (!isElsewhereThere(folder)) return { isThere: false }
  const [newest] = listBackups(join(library, BACKUPS))
  if (newest && (await copyBackup(newest.file, folder, now))) thinBackups(folder, now)
  return { isThere: true, at: listBackups(folder)[0]?.utc ?? null }
}

function ownerOf(folder: string): string | null {
  try {
    const { library } = parseObject(readFileSync(join(folder, MARK), 'utf8'))
    return typeof library === 'string' ? library : null
  } catch {
    // No mark, no place.
    return null
  }
}
