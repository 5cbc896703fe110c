import {
  accessSync,
  constants,
  lstatSync,
  mkdirSync,
  readFileSync,
  readdirSync,
  rmdirSync,
  statSync,
} from 'node:fs'
import { dirname, join } from 'node:path'
import { Failure } from '../../core/errors.ts'
import { isSafePath } from '../../core/page/paths.ts'
import { errorCode, fileFailure, onFile } from './file-failure.ts'
import { fingerprint } from './fingerprint.ts'

/** Longhand's own folder inside a site: what it made there, and what it is about to put there. */
export const OWN = '.longhand'

export const ownPath = (folder: string, name: string): string => join(folder, OWN, name)
export const stagedPath = (folder: string, path: string): string => join(folder, OWN, 'stage', path)

/** The absolute place of a file of the site. Refuses whatever could lie outside the folder. */
export function placeOf(folder: string, path: string): string {
  if (!isSafePath(path)) {
    throw new Failure('value.refused', { field: 'path', value: path, problem: 'malformed' })
  }
  return join(folder, path)
}

/** Size and time of last change of a regular file; null when there is none; `foreign` for anything else there. */
export function fileAt(file: string): { size: number; mtimeMs: number } | 'foreign' | null {
  return onFile(file, () => {
    const stat = lstatSync(file, { throwIfNoEntry: false })
    if (!stat) return null
    return stat.isFile() ? { size: stat.size, mtimeMs: stat.mtimeMs } : 'foreign'
  })
}

/** Makes the folders of a site's files, each once, and refuses one that is a link to somewhere else. */
export class Folders {
  readonly #root: string
  readonly #made = new Set<string>()

  constructor(root: string) {
    this.#root = root
  }

  for(path: string): void {
    const parent = dirname(path)
    if (parent === '.' || this.#made.has(parent)) return
    this.for(parent)
    const folder = join(this.#root, parent)
    onFile(folder, () => {
      const stat = lstatSync(folder, { throwIfNoEntry: false })
      if (stat && !stat.isDirectory()) throw new Failure('export.occupied', { folder })
      if (!stat) mkdirSync(folder)
    })
    this.#made.add(parent)
  }
}

/**
 * Looks whether files of a folder lie in it indeed: no folder above them, down from the first, is a link to elsewhere.
 * A folder from a stranger may have any. Looks at each once.
 */
export class Ways {
  readonly #root: string
  readonly #looked = new Map<string, boolean>()

  constructor(root: string) {
    this.#root = root
  }

  /** @throws Failure `export.occupied` with what stands in the way */
  require(path: string): void {
    const parent = dirname(path)
    if (parent === '.') return
    if (!this.#isOpen(parent)) throw new Failure('export.occupied', { folder: join(this.#root, parent) })
  }

  /** What is not there yet leads nowhere. */
  #isOpen(folder: string): boolean {
    const known = this.#looked.get(folder)
    if (known !== undefined) return known
    const parent = dirname(folder)
    const place = join(this.#root, folder)
    const isOpen =
      (parent === '.' || this.#isOpen(parent)) &&
      onFile(place, () => lstatSync(place, { throwIfNoEntry: false })?.isDirectory() ?? true)
    this.#looked.set(folder, isOpen)
    return isOpen
  }
}

/** Refuses Longhand's own folder in a site when it is a link to elsewhere, or no folder. @throws Failure `export.occupied` */
export function requireOwnFolder(folder: string): void {
  const own = join(folder, OWN)
  const stat = onFile(own, () => lstatSync(own, { throwIfNoEntry: false }))
  if (stat && !stat.isDirectory()) throw new Failure('export.occupied', { folder: own })
}

/** Removes the folders above a removed file that are now empty, up to the site's own. */
export function removeEmptyParents(folder: string, path: string): void {
  for (let parent = dirname(path); parent !== '.'; parent = dirname(parent)) {
    if (!removeIfEmpty(join(folder, parent))) return
  }
}

/** Removes a folder that holds nothing; true when it is gone. */
export function removeIfEmpty(folder: string): boolean {
  try {
    rmdirSync(folder)
    return true
  } catch (thrown) {
    const code = errorCode(thrown) ?? ''
    if (code === 'ENOENT') return true
    if (['ENOTEMPTY', 'EEXIST', 'ENOTDIR'].includes(code)) return false
    throw fileFailure(folder, thrown)
  }
}

/** Whether a folder holds nothing but what file managers, and exports that were stopped, leave behind. */
export function isEmptyFolder(folder: string): boolean {
  return onFile(folder, () => readdirSync(folder).every((name) => name === OWN || NOISE.has(name)))
}

/** Whether there is a folder at a path. */
export function isFolder(path: string): boolean {
  return onFile(path, () => statSync(path, { throwIfNoEntry: false })?.isDirectory() ?? false)
}

/** @throws Failure `file.refused` when the folder, or the first above it that is there, takes no files */
export function requireWritable(folder: string): void {
  const stat = onFile(folder, () => statSync(folder, { throwIfNoEntry: false }))
  if (stat && !stat.isDirectory()) throw new Failure('file.refused', { path: folder, reason: 'ENOTDIR' })
  if (!stat && dirname(folder) !== folder) return requireWritable(dirname(folder))
  onFile(folder, () => accessSync(folder, constants.W_OK))
}

/** Files below a folder that are none of `ours`, counted as far as `most`; links are not followed. */
export function foreignFiles(folder: string, ours: (path: string) => boolean, most: number): number {
  let count = 0
  const waiting = ['']
  while (waiting.length > 0 && count < most) {
    const below = waiting.pop() ?? ''
    for (const entry of onFile(folder, () => readdirSync(join(folder, below), { withFileTypes: true }))) {
      const path = below === '' ? entry.name : `${below}/${entry.name}`
      if (path === OWN || NOISE.has(entry.name)) continue
      if (entry.isDirectory()) waiting.push(path)
      else if (!ours(path)) count += 1
    }
  }
  return Math.min(count, most)
}

/** What file managers leave behind. */
const NOISE = new Set(['.DS_Store', 'Thumbs.db', 'desktop.ini'])

export function fingerprintOfFile(file: string): string {
  return onFile(file, () => fingerprint(readFileSync(file)))
}
