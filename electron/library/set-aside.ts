import { type Stats, lstatSync, readdirSync } from 'node:fs'
import { rm } from 'node:fs/promises'
import { basename, dirname, join, resolve } from 'node:path'
import type { SetAside } from '../../core/bridge.ts'
import { Failure } from '../../core/errors.ts'
import { fileFailure, systemCode, withFiles } from './files.ts'
import { timeOfAside } from './folder-swap.ts'

/** The libraries that were moved aside from a folder, newest first, with what deleting each would free. */
export function listAside(folder: string): SetAside[] {
  const target = resolve(folder)
  const parent = dirname(target)
  const found: SetAside[] = []
  for (const name of namesIn(parent)) {
    const utc = timeOfAside(name, basename(target))
    const path = join(parent, name)
    if (utc !== null && lstatSync(path).isDirectory()) found.push({ folder: path, utc, bytes: sizeOf(path) })
  }
  return found.sort((a, b) => b.utc - a.utc)
}

/**
 * Deletes one of {@link listAside} for good.
 * @throws Failure `request.invalid` for any other folder; `file.refused`
 */
export async function deleteAside(folder: string, aside: string): Promise<void> {
  if (!listAside(folder).some((one) => one.folder === aside)) {
    throw new Failure('request.invalid', {
      request: 'care.deleteAside',
      problem: 'nothing was set aside there',
    })
  }
  try {
    await rm(aside, { recursive: true })
  } catch (error) {
    throw fileFailure(aside, error)
  }
}

/** Bytes that lie in a folder and nowhere else: files that are linked from elsewhere stay when it goes. */
export function sizeOf(folder: string, isShared = ({ nlink }: Stats) => nlink > 1): number {
  let bytes = 0
  for (const name of namesIn(folder)) {
    const path = join(folder, name)
    const found = lstatSync(path, { throwIfNoEntry: false })
    if (found?.isDirectory()) bytes += sizeOf(path, isShared)
    else if (found && !isShared(found)) bytes += found.size
  }
  return bytes
}

/** Nothing for a folder that is not there. */
function namesIn(folder: string): string[] {
  return withFiles(folder, () => {
    try {
      return readdirSync(folder)
    } catch (error) {
      if (systemCode(error) === 'ENOENT' || systemCode(error) === 'ENOTDIR') return []
      throw error
    }
  })
}
