import { randomUUID } from 'node:crypto'
import {
  accessSync,
  constants,
  lstatSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  readdirSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { isOldFile } from '../library/files.ts'
import { ABANDONED } from '../library/folder-swap.ts'
import { errorCode, fileFailure, onFile } from './file-failure.ts'

/** Raised when copies come out different: those made before are then made anew. */
export const PICTURE_SETTINGS = 'copies-1'
const OTHER_SETTINGS = /^copies-\d+$/

/** Why no copies can be made of a picture. `moving`: a copy would stand still. */
export const UNFIT = ['unreadable', 'tooLarge', 'moving'] as const
export type Unfit = (typeof UNFIT)[number]

/** Among the files kept of a picture: it without its notes, that it has none, why no copies can be made of it, its colour. */
export const KEPT = { clean: 'clean', noNotes: 'no-notes', unfit: 'unfit', colour: 'colour' } as const

/** The name under which a copy is kept, or (width `card`) the share card. */
export const keptName = ({
  width,
  format,
}: {
  readonly width: number | 'card'
  readonly format: string
}): string => `${width}.${format}`

/** A fingerprint of a picture's bytes, the name of the folder with what was made of them. */
const HASH = /^[\w-]{22}$/
/** The name of a folder with what was drawn of a site. */
const DRAWING = /^site-[\w-]{22}$/
/** The name of a file that is being written. */
const DRAFT = /^\.[\da-f]{8}(?:-[\da-f]{4}){3}-[\da-f]{12}$/
const FOLDERS = ['cache', 'pictures', PICTURE_SETTINGS] as const

/** Names a folder to use in place of every library's own cache: for who makes many libraries that last a moment. */
const SHARED = 'LONGHAND_PICTURES'

/** Copies of pictures that were made before, kept by what the pictures' bytes are. May be deleted at any time. */
export interface PictureCache {
  /** Where what was made of a picture is. */
  folder(hash: string): string
  /** The absolute path of a file made of a picture, or null when there is none. */
  find(hash: string, name: string): string | null
  /** Drops what was made of pictures that are no longer the library's, and by other settings. */
  sweep(hashes: ReadonlySet<string>): void
  /** Drops what was drawn of the site as it was before: all but the folder of this name. */
  sweepDrawings(name: string): void
  /** To be called at the end: what could not be kept in the library goes. */
  close(): void
}

/**
 * The cache in a library's folder. It is no part of the library: backups and archives leave it out. Where it cannot be
 * written, or a link stands in its place, another one serves until it is closed.
 */
export function openPictureCache(library: string): PictureCache {
  const shared = sharedFolder()
  const own = shared === null ? ownFolder(library) : null
  const root = shared ?? own ?? onFile(tmpdir(), () => mkdtempSync(join(tmpdir(), 'longhand-pictures-')))
  const folder = (hash: string): string => join(root, hash)
  return {
    folder,
    find: (hash, name) => regularFile(join(folder(hash), name)),
    // Only of the library's own cache is it known what lies in it and beside it.
    sweep: (hashes) => {
      if (own !== null) sweepFolder(library, own, hashes)
    },
    sweepDrawings: (kept) => {
      const others = own === null ? [] : namesIn(own).filter((name) => DRAWING.test(name) && name !== kept)
      for (const name of others) drop(join(root, name))
    },
    close: () => {
      if (shared === null && own === null) rmSync(root, { recursive: true, force: true })
    },
  }
}

/** A file in the cache of a library, for those who only look; null when it is not there. */
export function cachedFile(library: string, hash: string, name: string): string | null {
  return regularFile(join(sharedFolder() ?? join(library, ...FOLDERS), hash, name))
}

/** Why no copies can be made of a picture, as found before; null when nothing is known against it. */
export function unfitness(cache: PictureCache, hash: string): Unfit | null {
  const file = cache.find(hash, KEPT.unfit)
  const found = file === null ? '' : onFile(file, () => readFileSync(file, 'utf8'))
  return UNFIT.find((one) => one === found) ?? null
}

/** Notes that no copies can be made of a picture, so that nobody tries again. */
export function keepUnfit(folder: string, unfit: Unfit): void {
  keep(folder, KEPT.unfit, Buffer.from(unfit))
}

/** Writes a file that another one may be reading: there whole or not at all. */
export function keep(folder: string, name: string, bytes: Uint8Array): void {
  const draft = join(folder, `.${randomUUID()}`)
  onFile(folder, () => {
    mkdirSync(folder, { recursive: true })
    try {
      writeFileSync(draft, bytes)
      renameSync(draft, join(folder, name))
    } finally {
      rmSync(draft, { force: true })
    }
  })
}

function sharedFolder(): string | null {
  const folder = process.env[SHARED] ?? ''
  return folder === '' ? null : join(folder, PICTURE_SETTINGS)
}

function sweepFolder(library: string, own: string, hashes: ReadonlySet<string>): void {
  for (const name of namesIn(own)) {
    if (!HASH.test(name)) continue
    if (hashes.has(name)) dropDrafts(join(own, name))
    else drop(join(own, name))
  }
  const above = join(library, ...FOLDERS.slice(0, -1))
  for (const name of namesIn(above)) {
    if (OTHER_SETTINGS.test(name) && name !== PICTURE_SETTINGS) drop(join(above, name))
  }
}

/** Drops what was being written by somebody who was killed a day ago or longer. */
function dropDrafts(folder: string): void {
  for (const name of namesIn(folder)) {
    const file = join(folder, name)
    if (DRAFT.test(name) && isOldFile(file, Date.now() - ABANDONED)) drop(file)
  }
}

/** The folder of the cache, made when it is not there; null when it can't be written or would lead elsewhere. */
function ownFolder(library: string): string | null {
  let at = library
  try {
    for (const name of FOLDERS) {
      at = join(at, name)
      const stat = lstatSync(at, { throwIfNoEntry: false })
      if (!stat) mkdirSync(at, { recursive: true })
      else if (!stat.isDirectory()) return null
    }
    accessSync(at, constants.W_OK)
    return at
  } catch (thrown) {
    if (/^(EACCES|EPERM|EROFS|EEXIST|ENOTDIR|ENOENT)$/.test(errorCode(thrown) ?? '')) return null
    throw fileFailure(at, thrown)
  }
}

function regularFile(file: string): string | null {
  return onFile(file, () => lstatSync(file, { throwIfNoEntry: false })?.isFile()) ? file : null
}

const namesIn = (folder: string): readonly string[] => onFile(folder, () => readdirSync(folder))

// A folder that is in use elsewhere stays until the next time.
function drop(folder: string): void {
  try {
    rmSync(folder, { recursive: true, force: true })
  } catch (thrown) {
    if (errorCode(thrown) === null) throw thrown
  }
}
