import { randomUUID } from 'node:crypto'
import { closeSync, fsyncSync, openSync, renameSync, rmSync, writeFileSync } from 'node:fs'
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
