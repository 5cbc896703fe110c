/** Where a library keeps, beside its database, what took time to find out: it may be deleted at any time. */
import {
  closeSync,
  constants,
  fstatSync,
  lstatSync,
  mkdirSync,
  openSync,
  readdirSync,
  renameSync,
  rmSync,
} from 'node:fs'
import { randomUUID } from 'node:crypto'
import { join } from 'node:path'
import { DRAFT, isOldFile, removeIfPossible, systemCode } from './files.ts'
import { ABANDONED } from './folder-swap.ts'

/** What it is about. */
export type Place = 'related' | 'export'

const foldersOf = (place: Place): readonly string[] => ['cache', place]

/**
 * Has `read` read the file of this name by its descriptor; null when there is none, when it is longer than `most` bytes,
 * or when the system refuses it.
 */
export function readKept<T>(
  folder: string,
  place: Place,
  name: string,
  most: number,
  read: (file: number, bytes: number) => T,
): T | null {
  const folders = foldersOf(place)
  const path = join(folder, ...folders, name)
  try {
    const isOwn = folders.every((_, at) => isFolder(join(folder, ...folders.slice(0, at + 1))))
    // A pipe would be waited for.
    if (!isOwn || lstatSync(path, { throwIfNoEntry: false })?.isFile() !== true) return null
    const file = openSync(path, constants.O_RDONLY | (constants.O_NOFOLLOW ?? 0))
    try {
      const { size } = fstatSync(file)
      return size > most ? null : read(file, size)
    } finally {
      closeSync(file)
    }
  } catch (thrown) {
    if (systemCode(thrown) === null) throw thrown
    return null
  }
}

/**
 * Has `write` write a file in the place of the one of this name, whole or not at all; false where the folder refuses it:
 * what is kept is made again another time. What `write` throws beside that ends it, and nothing is kept.
 */
export function keep(folder: string, place: Place, name: string, write: (file: number) => void): boolean {
  let at = folder
  try {
    for (const part of foldersOf(place)) {
      at = join(at, part)
      if (!lstatSync(at, { throwIfNoEntry: false })) mkdirSync(at)
      // A link would lead elsewhere.
      if (!isFolder(at)) return false
    }
    dropDrafts(at)
    const draft = join(at, `.${randomUUID()}.part`)
    try {
      const file = openSync(draft, 'wx')
      try {
        write(file)
      } finally {
        closeSync(file)
      }
      renameSync(draft, join(at, name))
    } finally {
      rmSync(draft, { force: true })
    }
    return true
  } catch (thrown) {
    if (systemCode(thrown) === null) throw thrown
    return false
  }
}

/** Drops a file that is of no use; where the folder refuses it, it stays so. */
export function dropKept(folder: string, place: Place, name: string): void {
  const folders = foldersOf(place)
  const path = join(folder, ...folders, name)
  if (folders.every((_, at) => isFolder(join(folder, ...folders.slice(0, at + 1))))) removeIfPossible(path)
}

const isFolder = (path: string): boolean => lstatSync(path, { throwIfNoEntry: false })?.isDirectory() === true

/** Drops what was being written by somebody who was stopped. */
function dropDrafts(folder: string): void {
  for (const name of readdirSync(folder)) {
    const file = join(folder, name)
    if (DRAFT.test(name) && isOldFile(file, Date.now() - ABANDONED)) removeIfPossible(file)
  }
}
