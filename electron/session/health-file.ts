/** Whether the file that SQLite writes to is still the one that stands in the library's place. */
import { type BigIntStats, closeSync, fstatSync, openSync, readSync, readlinkSync, statSync } from 'node:fs'
import { createHash } from 'node:crypto'
import { basename, dirname, join } from 'node:path'
import { systemCode } from '../library/files.ts'

/**
 * `same`: all is well. `gone`: nothing stands there, or its disk is away. `replaced`: another file does.
 * `overwritten`: it is the same file, but someone other than SQLite wrote into it. `unlogged`: the log beside it was
 * taken away, so that what is in it would be lost with this process.
 */
export type Standing = 'same' | 'gone' | 'replaced' | 'overwritten' | 'unlogged'

/** What the system says of a file, or of a disk, that is not there. */
const AWAY = new Set(['ENOENT', 'ENOTDIR', 'ESTALE', 'ENODEV', 'ENXIO', 'EIO', 'EHOSTDOWN', 'EHOSTUNREACH'])

/** Pages that tell one content from another: all of a library below a megabyte, and a sample of a larger one. */
const SAMPLES = 256
const PAGE = 4096

/** As SQLite lays them out in the index of the log: the log's salt, and how much of it is in the file. */
const SALT = { from: 32, to: 40 }
const COPIED = { from: 96, to: 100 }
const COPYING = { from: 128, to: 132 }
const INDEX_HEADER = 136

/**
 * Handles by the mark of their file. On POSIX closing any handle of a file lets go all locks that the process has on it,
 * SQLite's included: so there is one for each file, closed when nobody here has that file open any more.
 */
const handles = new Map<string, { readonly handle: number; users: number }>()

function hold(path: string): number {
  const of = mark(statSync(path, { bigint: true }))
  const known = handles.get(of) ?? { handle: openSync(path, 'r'), users: 0 }
  known.users += 1
  handles.set(of, known)
  return known.handle
}

function letGo(handle: number): void {
  for (const [of, known] of handles) {
    if (known.handle !== handle) continue
    known.users -= 1
    if (known.users > 0) return
    handles.delete(of)
    closeSync(handle)
  }
}

/**
 * Looks at the file of an open library. On Windows the system itself keeps an open file from being moved, deleted and
 * replaced, and its numbers of files cannot be relied on: there only the file's absence counts.
 *
 * Make it after SQLite has opened the file, and close it after SQLite has closed.
 */
export class FileWatch {
  readonly #file: string
  readonly #handle: number
  readonly #index: number | null
  readonly #marks: { readonly file: string; readonly log: string | null; readonly index: string | null }
  readonly #comparesFiles = process.platform !== 'win32'
  /** When and how large the file was at the last look, what of the log was in it, and a digest of its pages. */
  #written: string
  #copied: string
  #content: string

  constructor(file: string) {
    this.#file = file
    this.#handle = hold(file)
    this.#index = tryTo(() => hold(`${file}-shm`))
    const of = fstatSync(this.#handle, { bigint: true })
    this.#marks = { file: mark(of), log: this.#markAt('-wal'), index: this.#markAt('-shm') }
    this.#written = moment(of)
    this.#copied = this.#readCopied()
    this.#content = this.#sample()
  }

  /** One or two questions to the file system; a few more when the file was written to since the last look. */
  look(): Standing {
    // Before the file: what SQLite copies between the two is known by another index at the next look.
    const copied = this.#readCopied()
    let now: BigIntStats
    try {
      now = statSync(this.#file, { bigint: true })
    } catch (error) {
      if (AWAY.has(systemCode(error) ?? '')) return 'gone'
      throw error
    }
    if (!this.#comparesFiles) return 'same'
    if (mark(now) !== this.#marks.file) return 'replaced'
    if (this.#isOverwritten(now, copied)) return 'overwritten'
    return this.#marks.log !== null && this.#markAt('-wal') !== this.#marks.log ? 'unlogged' : 'same'
  }

  /** The folder in which the file lies now, when the system tells and it is still a library's file; or null. */
  movedTo(): string | null {
    if (process.platform !== 'linux') return null
    const path = tryTo(() => readlinkSync(`/proc/self/fd/${this.#handle}`))
    if (path === null || basename(path) !== basename(this.#file) || path === this.#file) return null
    return this.isAt(path) ? dirname(path) : null
  }

  /** Whether the file lies nowhere any more: it is read as long as it is open, and then it is lost. */
  isDeleted(): boolean {
    return this.#comparesFiles && tryTo(() => fstatSync(this.#handle).nlink) === 0
  }

  /** Whether the very file that is open lies at a path. */
  isAt(path: string): boolean {
    const there = tryTo(() => statSync(path, { bigint: true }))
    return there !== null && mark(there) === this.#marks.file
  }

  /** Changes as long as someone is still writing what stands in the library's place. */
  stamp(): string {
    const parts = ['', '-wal'].map((end) => tryTo(() => statSync(this.#file + end, { bigint: true })))
    return parts.map((part) => part && `${mark(part)} ${moment(part)}`).join(' | ')
  }

  /** What lies beside another file but belongs to the one that is open: its log, which must never be read with that. */
  strays(): readonly string[] {
    const { log, index } = this.#marks
    const stray = (end: string, own: string | null) => own !== null && this.#markAt(end) === own
    return [
      ...(stray('-wal', log) ? [`${this.#file}-wal`] : []),
      ...(stray('-shm', index) ? [`${this.#file}-shm`] : []),
    ]
  }

  close(): void {
    letGo(this.#handle)
    if (this.#index !== null) letGo(this.#index)
  }

  /**
   * SQLite writes into the file only what its log holds, and notes before and after how much of that it has done; any
   * process may be at it right now. `copied` is what was noted before the file was looked at. Without a log (on a disk
   * of another computer) nothing tells SQLite's writing from that of others.
   */
  #isOverwritten(now: BigIntStats, copied: string): boolean {
    if (this.#index === null) return false
    const written = moment(now)
    if (written === this.#written) {
      // A log that was begun anew has another salt, before anything of it is in the file. And what was copied within
      // one tick of the file system's clock shows in no time: only the pages tell.
      if (copied !== this.#copied) this.#content = this.#sample()
      this.#copied = copied
      return false
    }
    const content = this.#sample()
    if (content !== this.#content && !this.#isCopying() && this.#readCopied() === this.#copied) return true
    this.#written = written
    this.#copied = copied
    this.#content = content
    return false
  }

  /** Whether someone is copying the log into the file, or was stopped while doing so. */
  #isCopying(): boolean {
    const [, done, begun] = this.#readCopied().split(' ')
    return done !== begun
  }

  #readCopied(): string {
    if (this.#index === null) return ''
    const header = Buffer.alloc(INDEX_HEADER)
    readSync(this.#index, header, 0, INDEX_HEADER, 0)
    return [SALT, COPIED, COPYING].map(({ from, to }) => header.toString('hex', from, to)).join(' ')
  }

  #sample(): string {
    const hash = createHash('sha1')
    const page = Buffer.alloc(PAGE)
    const pages = Math.ceil(Number(fstatSync(this.#handle).size) / PAGE)
    const step = Math.max(1, pages / SAMPLES)
    hash.update(String(pages))
    for (let at = 0; at < pages; at += step) {
      const read = readSync(this.#handle, page, 0, PAGE, Math.floor(at) * PAGE)
      hash.update(page.subarray(0, read))
    }
    return hash.digest('hex')
  }

  #markAt(end: string): string | null {
    const of = tryTo(() => statSync(this.#file + end, { bigint: true }))
    return of && mark(of)
  }
}

/** Where the log of a library lies aside, if one was found beside a file that it does not belong to. */
export function asideOf(file: string, now: Date): string {
  const time = now.toISOString().slice(0, 19).replaceAll(':', '-')
  return join(dirname(file), `.${basename(file)}.${time}.aside`)
}

function mark({ dev, ino }: BigIntStats): string {
  return `${dev}:${ino}`
}

function moment({ size, mtimeNs }: BigIntStats): string {
  return `${size} ${mtimeNs}`
}

/** Null when the system refuses. */
function tryTo<T>(work: () => T): T | null {
  try {
    return work()
  } catch (error) {
    if (systemCode(error) === null) throw error
    return null
  }
}
