import { randomUUID } from 'node:crypto'
import { constants, renameSync, rmSync } from 'node:fs'
import { copyFile, open } from 'node:fs/promises'
import { fileFailure } from './files.ts'
import { hashFile } from './snapshot.ts'

/**
 * Copies a file so that it is there whole or not at all; false, and nothing copied, when it is not what its hash
 * says. @throws Failure `file.refused`
 */
export async function copyVerified(source: string, target: string, sha256: string | null): Promise<boolean> {
  const draft = `${target}.${randomUUID()}.part`
  try {
    await copyFile(source, draft, constants.COPYFILE_FICLONE)
    if (sha256 !== null && (await hashFile(draft)) !== sha256) return false
    await syncFile(draft)
    renameSync(draft, target)
    return true
  } catch (error) {
    throw fileFailure(target, error)
  } finally {
    rmSync(draft, { force: true })
  }
}

/** Presses a file to the disk. */
export async function syncFile(file: string): Promise<void> {
  const handle = await open(file, 'r+')
  try {
    await handle.sync()
  } finally {
    await handle.close()
  }
}
