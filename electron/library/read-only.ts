/** Reading a library where nothing can be written: SQLite cannot, so it reads a copy that is made once, elsewhere. */
import { createHash, randomUUID } from 'node:crypto'
import {
  accessSync,
  constants,
  copyFileSync,
  existsSync,
  lstatSync,
  mkdirSync,
  readdirSync,
  renameSync,
  rmSync,
  statSync,
} from 'node:fs'
import { copyFile } from 'node:fs/promises'
import { tmpdir, userInfo } from 'node:os'
import { basename, dirname, join } from 'node:path'
import { Failure } from '../../core/errors.ts'
import { withFiles } from './files.ts'

/** A copy that nobody has asked for in so long is let go, in milliseconds. */
const KEPT = 24 * 3_600_000

/** Whether this user may write a library's file, and beside it. */
export function isWritable(file: string): boolean {
  try {
    accessSync(file, constants.W_OK)
    accessSync(dirname(file), constants.W_OK)
    return true
  } catch {
    return false
  }
}

/** Whether a library was refused because nothing can be written where it lies. */
export function isForWriting(error: unknown, file: string): boolean {
  return error instanceof Failure && error.code === 'file.refused' && !isWritable(file)
}

/**
 * The copy of a library's file as it is now, its log included: the same for everyone who asks, until the file changes.
 * @throws Failure `file.refused`
 */
export function readOnlyCopy(file: string): string {
  const place = placeOf(file)
  const copied = join(place, basename(file))
  if (existsSync(copied)) return copied
  const draft = startCopy(place)
  withFiles(file, () => {
    for (const part of partsOf(file)) copyFileSync(part, join(draft, basename(part)))
  })
  return finishCopy(draft, place, copied)
}

/** Makes {@link readOnlyCopy}'s copy without holding up this thread. */
export async function prepareReadOnlyCopy(file: string): Promise<void> {
  const place = placeOf(file)
  const copied = join(place, basename(file))
  if (existsSync(copied)) return
  const draft = startCopy(place)
  for (const part of partsOf(file)) await copyFile(part, join(draft, basename(part)))
  finishCopy(draft, place, copied)
}

function placeOf(file: string): string {
  const marks = partsOf(file).map((part) => {
    const { dev, ino, size, mtimeNs } = statSync(part, { bigint: true })
    return `${part} ${dev} ${ino} ${size} ${mtimeNs}`
  })
  return join(ownFolder(), createHash('sha256').update(marks.join('\n')).digest('hex').slice(0, 32))
}

/** What a library's file consists of: its log holds what is not in it yet. */
function partsOf(file: string): readonly string[] {
  const log = `${file}-wal`
  return (statSync(log, { throwIfNoEntry: false })?.size ?? 0) > 0 ? [file, log] : [file]
}

/** A folder that no other user of this computer can read or has made. */
function ownFolder(): string {
  const { uid } = userInfo()
  const folder = join(tmpdir(), `longhand-read-only-${uid}`)
  withFiles(folder, () => {
    mkdirSync(folder, { recursive: true, mode: 0o700 })
    const found = lstatSync(folder)
    const isOurs = uid === -1 || (found.uid === uid && (found.mode & 0o077) === 0)
    if (!found.isDirectory() || !isOurs) throw new Failure('file.refused', { path: folder, reason: 'EACCES' })
    for (const name of readdirSync(folder)) {
      const made = statSync(join(folder, name), { throwIfNoEntry: false })
      if (made && Date.now() - made.mtimeMs > KEPT)
        rmSync(join(folder, name), { recursive: true, force: true })
    }
  })
  return folder
}

function startCopy(place: string): string {
  const draft = `${place}.${randomUUID()}`
  withFiles(draft, () => mkdirSync(draft))
  return draft
}

/** Two may have made it at once: the first stays. */
function finishCopy(draft: string, place: string, copied: string): string {
  withFiles(place, () => {
    try {
      renameSync(draft, place)
    } catch (error) {
      if (!existsSync(copied)) throw error
    } finally {
      rmSync(draft, { recursive: true, force: true })
    }
  })
  return copied
}
