import { createHash } from 'node:crypto'
import { existsSync, lstatSync, realpathSync, rmSync } from 'node:fs'
import { basename, extname, join } from 'node:path'
import type { ActRef } from '../../core/acts.ts'
import type { Medium } from '../../core/article.ts'
import type { MediumInList } from '../../core/bridge.ts'
import { Failure } from '../../core/errors.ts'
import { makeSlug } from '../../core/slug.ts'
import { asAct } from './acts-do.ts'
import { clearMedia, noteAdding } from './adding.ts'
import { writeMedia } from './acts-media.ts'
import type { Connection } from './connection.ts'
import { removeIfPossible, systemCode, withFiles, writeWhole } from './files.ts'
import { articlesShowing, countUses } from './media-uses.ts'
import { keptBytes, readPicture } from './picture.ts'
import { timestamp } from './time.ts'

export interface MediaStore {
  /**
   * Keeps a picture under a name that carries its size; the same bytes are kept once. Of a drawing (SVG) only what draws
   * is kept.
   * @throws Failure `value.refused` with `notPicture` or `svg`; `file.refused`
   */
  add(name: string, bytes: Uint8Array): Medium
  /** Newest first. */
  /** Without those in the trash. */
  list(): MediumInList[]
  /** Articles outside the trash that show it, by title. */
  uses(path: string): { readonly id: number; readonly title: string }[]
  trash(paths: readonly string[]): ActRef
  restore(paths: readonly string[]): ActRef
  /** For good. */
  delete(paths: readonly string[]): void
  has(path: string): boolean
  /** SHA-256 of every picture as it is kept, in hexadecimal, by its path; of those in the trash too. */
  hashes(): ReadonlyMap<string, string>
  /**
   * Where a medium's file is on this machine; never outside `media/`, never through a link.
   * @throws Failure `notFound`
   */
  file(path: string): string
  /** Deletes what adding left in `media/` that was killed longer than a day ago; gives how many files. */
  clearLeftOvers(): number
}

/** The library's folder for pictures, and the first part of their addresses. */
export const MEDIA = 'media'
const ADDRESS = /^media\/([^/\\\0]+)$/
const COLUMNS = 'SELECT id, path, mime, width, height, bytes'

export function mediaStore(connection: Connection, folder: string): MediaStore {
  return {
    add: (name, bytes) => connection.transaction(() => add(connection, folder, name, bytes)),
    list: () => {
      const uses = countUses(connection)
      return connection
        .all<Medium & { addedAt: string | null }>(
          `${COLUMNS}, added_at AS addedAt FROM media WHERE trashed_at IS NULL ORDER BY id DESC`,
        )
        .map((medium) => ({ ...medium, uses: uses.get(medium.path) ?? 0 }))
    },
    uses: (path) => articlesShowing(connection, path),
    trash: (paths) => setTrashed(connection, paths, timestamp(connection.now())),
    restore: (paths) => setTrashed(connection, paths, null),
    delete: (paths) => connection.transaction(() => deleteMedia(connection, folder, paths)),
    has: (path) =>
      connection.get('SELECT 1 FROM media WHERE path = ? AND trashed_at IS NULL', path) !== undefined,
    hashes: () =>
      new Map(
        connection
          .all<{ path: string; sha256: string }>('SELECT path, sha256 FROM media')
          .map(({ path, sha256 }) => [path, sha256]),
      ),
    file: (path) => {
      const name = ADDRESS.exec(path)?.[1]
      const file = name && name !== '.' && name !== '..' ? plainFile(folder, name) : null
      if (!file) throw new Failure('notFound', { what: 'media', which: path })
      return file
    },
    clearLeftOvers: () => {
      const media = join(folder, MEDIA)
      // One that is not there, or a link, is told of when a picture is added.
      const isFolder = lstatSync(media, { throwIfNoEntry: false })?.isDirectory() === true
      return isFolder ? clearMedia(connection, media) : 0
    },
  }
}

function add(connection: Connection, folder: string, name: string, given: Uint8Array): Medium {
  const picture = readPicture(given)
  if (typeof picture === 'string') {
    throw new Failure('value.refused', { field: 'media', value: name, problem: picture })
  }
  const bytes = keptBytes(given, picture)
  const sha256 = createHash('sha256').update(bytes).digest('hex')
  const known = connection.get<Medium>(`${COLUMNS} FROM media WHERE sha256 = ?`, sha256)
  if (known) bringBack(connection, known.path)
  if (known && plainFile(folder, basename(known.path))) return known

  const media = mediaFolder(folder)
  const path = known?.path ?? freePath(connection, media, name, picture)
  const file = join(media, basename(path))
  if (!known) noteAdding(connection, media, basename(path))
  withFiles(file, () => writeWhole(file, bytes))
  if (known) return known
  connection.onRollback(() => rmSync(file, { force: true }))
  const { id } = connection.run(
    `INSERT INTO media (path, mime, width, height, bytes, sha256, added_at) VALUES (?, ?, ?, ?, ?, ?, ?)`,
    path,
    picture.mime,
    picture.width,
    picture.height,
    bytes.length,
    sha256,
    timestamp(connection.now()),
  )
  connection.changed(['media'])
  return { id, path, mime: picture.mime, width: picture.width, height: picture.height, bytes: bytes.length }
}

/** The same bytes added again are out of the trash. */
function bringBack(connection: Connection, path: string): void {
  const { changes } = connection.run(
    'UPDATE media SET trashed_at = NULL WHERE path = ? AND trashed_at IS NOT NULL',
    path,
  )
  if (changes > 0) connection.changed(['media'])
}

function setTrashed(connection: Connection, paths: readonly string[], trashedAt: string | null): ActRef {
  return asAct(connection, () => {
    const moving = new Map<string | null, string[]>()
    for (const path of new Set(paths)) {
      const row = connection.get<{ trashedAt: string | null }>(
        'SELECT trashed_at AS trashedAt FROM media WHERE path = ?',
        path,
      )
      if (!row) throw new Failure('notFound', { what: 'media', which: path })
      if ((row.trashedAt === null) === (trashedAt === null)) continue
      moving.set(row.trashedAt, [...(moving.get(row.trashedAt) ?? []), path])
    }
    const steps = [...moving].map(([before, group]) =>
      writeMedia(connection, { do: 'media', paths: group, before, after: trashedAt, careful: false }),
    )
    const all = [...moving.values()].flat()
    const name = all.length === 1 ? basename(all[0] ?? '') : ''
    const kind = trashedAt === null ? 'media.restore' : 'media.trash'
    return { steps, told: { kind, count: all.length, name } }
  })
}

/** Notes of files that are to go once their rows are gone: a crash between the two leaves none behind. */
const GONE = 'gone:'

/**
 * Deletes pictures in the trash for good: their rows in the transaction, their files after it.
 * @throws Failure `notFound` when one of them is not in the trash; then none is deleted
 */
export function deleteMedia(connection: Connection, folder: string, paths: readonly string[]): void {
  for (const path of new Set(paths)) {
    const { changes } = connection.run('DELETE FROM media WHERE path = ? AND trashed_at IS NOT NULL', path)
    if (changes === 0) throw new Failure('notFound', { what: 'media', which: path })
    connection.run("INSERT OR REPLACE INTO note VALUES (?, '')", `${GONE}${path}`)
  }
  if (paths.length === 0) return
  connection.changed(['media'])
  connection.afterCommit(() => clearLater(connection, folder))
}

/** The rows are gone: what keeps their files from going now, such as another program, will not for ever. */
function clearLater(connection: Connection, folder: string): void {
  try {
    clearGone(connection, folder)
  } catch (error) {
    if (!(error instanceof Failure && error.code === 'file.refused')) throw error
  }
}

/** Deletes the files of pictures that are gone from the library; one that cannot be deleted now is tried later. */
export function clearGone(connection: Connection, folder: string): void {
  const gone = connection.all<{ key: string }>(
    'SELECT key FROM note WHERE key BETWEEN ? AND ?',
    GONE,
    `${GONE}\u{10FFFF}`,
  )
  if (gone.length === 0) return
  connection.transaction(() => {
    for (const { key } of gone) {
      const path = key.slice(GONE.length)
      const name = ADDRESS.exec(path)?.[1]
      // Added again meanwhile, under the same name.
      const isBack = connection.get('SELECT 1 FROM media WHERE path = ?', path) !== undefined
      const file = name && !isBack ? plainFile(folder, name) : null
      if (file !== null && !removeIfPossible(file)) continue
      connection.run('DELETE FROM note WHERE key = ?', key)
    }
  })
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
