import { randomUUID } from 'node:crypto'
import { closeSync, fsyncSync, lstatSync, openSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { Failure } from '../../core/errors.ts'

/** Runs work on files; what the file system refuses becomes a Failure that names the path. */
export function withFiles<T>(path: string, work: () => T): T {
  try {
    return work()
  } catch (error) {
    throw fileFailure(path, error)
  }
}

/** The Failure for what the file system threw; anything else is given back as it is. */
export function fileFailure(path: string, error: unknown): unknown {
  const reason = systemCode(error)
  return reason === null ? error : new Failure('file.refused', { path, reason }, { cause: error })
}

/** The system's own word for an error (`ENOENT`), or null when it is no error of the system's. */
export function systemCode(error: unknown): string | null {
  if (!(error instanceof Error) || error instanceof Failure) return null
  const code = (error as NodeJS.ErrnoException).code
  return typeof code === 'string' && /^E[A-Z0-9]+$/.test(code) ? code : null
}

/**
 * Writes a file so that it is there whole or not at all, whatever happens meanwhile: beside its place first,
 * pressed to the disk, then moved.
 */
export function writeWhole(path: string, bytes: Uint8Array): void {
  const draft = join(dirname(path), `.${randomUUID()}.part`)
  try {
    writeFileSync(draft, bytes, { flag: 'wx', flush: true })
    renameSync(draft, path)
  } catch (error) {
    rmSync(draft, { force: true })
    throw error
  }
  syncFolder(dirname(path))
}

/** The name of a file that is being written beside its place, here and where an archive is made. */
export const DRAFT = /^\.[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}\.part$/

/** Whether a plain file is there that was last written before a moment, in milliseconds. */
export function isOldFile(path: string, before: number): boolean {
  const stat = lstatSync(path, { throwIfNoEntry: false })
  return stat?.isFile() === true && stat.mtimeMs < before
}

/** Deletes a file or folder that may stay a while: what the system refuses now can be tried another day. */
export function removeIfPossible(path: string): boolean {
  try {
    rmSync(path, { recursive: true, force: true })
    return true
  } catch (error) {
    if (systemCode(error) === null) throw error
    return false
  }
}

/** Makes a rename last through a power cut; Windows does so by itself and cannot open a folder. */
function syncFolder(folder: string): void {
  if (process.platform === 'win32') return
  const handle = openSync(folder, 'r')
  try {
    fsyncSync(handle)
  } finally {
    closeSync(handle)
  }
}
