import { createHash } from 'node:crypto'
import { existsSync, lstatSync, realpathSync, rmSync } from 'node:fs'
import { basename, extname, join } from 'node:path'
import type { ActRef } from '../../core/acts.ts'
import type { Medium } from '../../core/article.ts'
import type { MediumInList } from '../../core/bridge.ts'
import { Failure } from '../../core/errors.ts'
import { makeSlug } from '../../core/slug.ts'
import type { Connection } from './connection.ts'
import { systemCode, withFiles, writeWhole } from './files.ts'
import { readPicture } from './picture.ts'

export interface MediaStore {
  /**
   * Keeps a picture under a name that carries its size; the same bytes are kept once.
   * @throws Failure `value.refused` with `notPicture` or `svg`; `file.refused`
   */
  add(name: string, bytes: Uint8Array): Medium
  /** Newest first. */
  list(): MediumInList[]
  /** Articles outside the trash that show it, by title. */
  uses(path: string): { readonly id: number; readonly title: string }[]
  trash(paths: readonly string[]): ActRef
  restore(paths: readonly string[]): ActRef
  /** For good. */
  delete(paths: readonly string[]): void
  has(path: string): boolean
  /**
   * Where a medium's file is on this machine; never outside `media/`, never through a link.
   * @throws Failure `notFound`
   */
  file(path: string): string
}

/** The library's folder for pictures, and the first part of their addresses. */
export const MEDIA = 'media'
const ADDRESS = /^media\/([^/\\\0]+)$/
const COLUMNS = 'SELECT id, path, mime, width, height, bytes FROM media'

export function mediaStore(connection: Connection, folder: string): MediaStore {
  return {
    add: (name, bytes) => connection.transaction(() => add(connection, folder, name, bytes)),
    list: () =>
      connection.all<Medium>(`${COLUMNS} ORDER BY id DESC`).map((one) => ({ ...one, uses: 0, addedAt: null })),
    uses: () => [],
    trash: () => ({ actId: null }),
    restore: () => ({ actId: null }),
    delete: () => {},
    has: (path) => connection.get('SELECT 1 FROM media WHERE path = ?', path) !== undefined,
    file: (path) => {
      const name = ADDRESS.exec(path)?.[1]
      const file = name && name !== '.' && name !== '..' ? plainFile(folder, name) : null
      if (!file) throw new Failure('notFound', { what: 'media', which: path })
      return file
    },
  }
}

function add(connection: Connection, folder: string, name: string, bytes: Uint8Array): Medium {
  const picture = readPicture(bytes)
  if (typeof picture === 'string') {
    throw new Failure('value.refused', { field: 'media', value: name, problem: picture })
  }
  const sha256 = createHash('sha256').update(bytes).digest('hex')
  const known = connection.get<Medium>(`${COLUMNS} WHERE sha256 = ?`, sha256)
  if (known && plainFile(folder, basename(known.path))) return known

  const media = mediaFolder(folder)
  const path = known?.path ?? freePath(connection, media, name, picture)
  const file = join(media, basename(path))
  withFiles(file, () => writeWhole(file, bytes))
  if (known) return known
  connection.onRollback(() => rmSync(file, { force: true }))
  const { id } = connection.run(
    'INSERT INTO media (path, mime, width, height, bytes, sha256) VALUES (?, ?, ?, ?, ?, ?)',
    path,
    picture.mime,
    picture.width,
    picture.height,
    bytes.length,
    sha256,
  )
  connection.changed(['media'])
  return { id, path, mime: picture.mime, width: picture.width, height: picture.height, bytes: bytes.length }
}

function freePath(
  connection: Connection,
  media: string,
  name: string,
  { width, height, extension }: { width: number; height: number; extension: string },
): string {
  const size = `${width}x${height}`
  const stem = basename(name.replaceAll('\\', '/'), extname(name))
  const slug = makeSlug(stem).replace(new RegExp(`-?${size}$`), '') || 'picture'
  for (let count = 1; ; count++) {
    const file = `${slug}${count === 1 ? '' : `-${count}`}-${size}.${extension}`
    const path = `${MEDIA}/${file}`
    const taken = connection.get('SELECT 1 FROM media WHERE path = ?', path) || existsSync(join(media, file))
    if (!taken) return path
  }
}

/** The folder for pictures itself: a link would have pictures written somewhere else. */
function mediaFolder(folder: string): string {
  const media = join(folder, MEDIA)
  if (!withFiles(media, () => lstatSync(media)).isDirectory()) {
    throw new Failure('file.refused', { path: media, reason: 'ENOTDIR' })
  }
  return media
}

/** The path of a file in `media/`, or null when it is not there or is reached through a link. */
function plainFile(folder: string, name: string): string | null {
  const file = join(folder, MEDIA, name)
  try {
    const isPlain = lstatSync(file).isFile() && realpathSync(file) === join(realpathSync(folder), MEDIA, name)
    return isPlain ? file : null
  } catch (error) {
    const code = systemCode(error)
    if (code === 'ENOENT' || code === 'ENOTDIR' || code === 'ENAMETOOLONG') return null
    throw error
  }
}
