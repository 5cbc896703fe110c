/** Whether what is written to the open library arrives where the writer believes it to be. */
import { statfsSync } from 'node:fs'
import type { StorageTrouble } from '../../core/bridge.ts'
import { Failure, type FailureData } from '../../core/errors.ts'
import type { Library } from '../library/library.ts'
import { isWritable } from '../library/read-only.ts'
import { FileWatch, type Standing } from './health-file.ts'

/** How often the file is looked at while nothing is written, in milliseconds. */
const EVERY = 1000

/** So long another file must have stayed as it is before it is opened: a copy may still be under way; milliseconds. */
const CALM = 500

/** After so long what the disk refused to open is tried again, in milliseconds. */
const AGAIN = 5000

/** Room that a full disk must have won before it is worth while to try again, in bytes. */
const ROOM = 16 * 1024

export interface HealthOptions {
  /** The trouble is another than before, or over. */
  readonly changed: () => void
  /** What kept a write from the disk seems to be over: whoever has something to write should try. */
  readonly writable: () => void
  /** Another file stands in the library's place, or its own must be opened anew. */
  readonly lost: (how: Lost) => void
  readonly log: (problem: string) => void
}

/** `unlogged` and `unreadable`: the file is in its place, but this connection no longer leads to it. */
export type Lost = 'replaced' | 'overwritten' | 'unlogged' | 'unreadable'

interface Refusal {
  readonly reason: string
  /** Bytes. */
  readonly room: number
  readonly isWritable: boolean
}

/** Looks after the storage of one open library until it is closed. */
export class Health {
  readonly #library: Library
  readonly #options: HealthOptions
  readonly #watch: FileWatch
  readonly #timer: NodeJS.Timeout
  readonly #isReadOnly: boolean
  #trouble: StorageTrouble | null = null
  /** Why the last write was refused by the disk, and what could be done there then. */
  #refused: Refusal | null = null
  #isHeld = false
  /** What stood in the library's place at the last look, and what of that was told of. */
  #seen = ''
  #seenSince = 0
  #told = ''

  constructor(library: Library, options: HealthOptions) {
    this.#library = library
    this.#options = options
    this.#watch = new FileWatch(library.file)
    // Where only the file itself is protected SQLite opens it all the same, and refuses every write.
    this.#isReadOnly = library.readonly || !isWritable(library.file)
    this.#trouble = this.#calm()
    this.#timer = setInterval(() => this.look(), EVERY)
    this.#timer.unref()
  }

  get trouble(): StorageTrouble | null {
    return this.#trouble
  }

  /** Whether the library's own file was not in its place at the last look. */
  get isAway(): boolean {
    return this.#trouble?.kind === 'gone' || this.#trouble?.kind === 'replaced'
  }

  get file(): FileWatch {
    return this.#watch
  }

  /**
   * Does a write. It counts only when the file in the library's place is the one that was written, before and after.
   * @throws Failure `library.gone`, `library.replaced`, and what `work` throws
   */
  guard<T>(work: () => T): T {
    this.require()
    let result: T
    try {
      result = work()
    } catch (error) {
      this.#note(error)
      throw error
    }
    this.require()
    this.#refused = null
    return result
  }

  /** @throws Failure `library.gone`, `library.replaced` when the library's own file is not in its place */
  require(): void {
    this.#look()
    const { folder } = this.#library
    if (this.#trouble?.kind === 'gone') {
      throw new Failure('library.gone', { folder, movedTo: this.#trouble.movedTo })
    }
    if (this.#trouble?.kind === 'replaced') throw new Failure('library.replaced', { folder })
  }

  /** Looks now, and sees to what is found. */
  look(): void {
    try {
      this.#look()
    } catch (error) {
      this.#options.log(`The storage of ${this.#library.folder} could not be looked at: ${String(error)}`)
    }
    if (this.#trouble === null && this.#refused && this.#isMended(this.#refused)) this.#options.writable()
    if (this.#trouble?.kind === 'readOnly' && isWritable(this.#library.file)) this.#lose('unreadable')
  }

  /** Has what could not be opened tried again, however it looks. */
  tryAgain(): void {
    this.#told = ''
    this.#seenSince = -Infinity
    this.look()
  }

  /** A write has been waiting for another program; or has not any more. */
  held(isHeld: boolean): void {
    this.#isHeld = isHeld
    if (this.#trouble === null || this.#trouble.kind === 'held') this.#set(this.#calm())
  }

  /** What stands in the library's place could not be opened, or is no copy of it (null). */
  cannotOpen(why: FailureData | null): void {
    // Looking at it may have left marks: only what others do to it from now on is a reason to try again, or time where
    // the disk refused.
    this.#seen = this.#watch.stamp()
    const mayPass = why?.code === 'file.refused' || why?.code === 'unexpected'
    this.#told = mayPass ? '' : this.#seen
    this.#seenSince = performance.now() + AGAIN
    this.#set({ kind: 'replaced', folder: this.#library.folder, why })
  }

  /** Ends the watch; call it when SQLite has closed the file. */
  close(): void {
    clearInterval(this.#timer)
    this.#watch.close()
  }

  #look(): void {
    const standing: Standing = this.#watch.look()
    const { folder } = this.#library
    switch (standing) {
      case 'same':
        if (this.isAway) this.#recover()
        return
      case 'gone':
        this.#seen = this.#told = ''
        this.#set({
          kind: 'gone',
          folder,
          movedTo: this.#watch.movedTo(),
          isDeleted: this.#watch.isDeleted(),
        })
        return
      case 'unlogged':
        // What SQLite still holds of the log goes into the file, so that the write counts.
        this.#library.checkpoint()
        this.#lose('unlogged')
        return
      case 'replaced':
      case 'overwritten':
        if (this.#isReadOnly) {
          // It is read from a copy: there is nothing of ours to keep apart.
          this.#lose('unreadable')
          return
        }
        if (this.#trouble?.kind !== 'replaced') this.#set({ kind: 'replaced', folder, why: null })
        this.#tellCalm(standing)
    }
  }

  /** Tells of another file once nobody is writing it any more, and again when it has changed since. */
  #tellCalm(how: 'replaced' | 'overwritten'): void {
    const stamp = this.#watch.stamp()
    if (stamp !== this.#seen) this.#seenSince = performance.now()
    this.#seen = stamp
    if (stamp === this.#told || performance.now() - this.#seenSince < CALM) return
    this.#told = stamp
    this.#lose(how)
  }

  #recover(): void {
    this.#seen = this.#told = ''
    this.#set(this.#calm())
    this.#options.writable()
  }

  #lose(how: Lost): void {
    // Never within the write that found it out.
    setImmediate(() => this.#options.lost(how))
  }

  #note(error: unknown): void {
    if (!(error instanceof Failure) || error.code !== 'file.refused') return
    const { reason } = error.detail as { readonly reason: string }
    if (reason === 'EBUSY') return
    this.#refused = { reason, room: this.#room(), isWritable: isWritable(this.#library.file) }
    if (reason === 'EIO') this.#lose('unreadable')
  }

  /** Whether it is worth while to try again; what was won is tried once. */
  #isMended({ reason, room, isWritable: was }: Refusal): boolean {
    const now: Refusal = { reason, room: this.#room(), isWritable: isWritable(this.#library.file) }
    if (now.room < room + ROOM && (was || !now.isWritable)) return false
    this.#refused = now
    return true
  }

  /** Bytes that this user may still write on the library's disk; 0 when it does not say. */
  #room(): number {
    try {
      const { bavail, bsize } = statfsSync(this.#library.folder)
      return bavail * bsize
    } catch {
      // The disk is away: that is told elsewhere.
      return 0
    }
  }

  /** The trouble while the file is in its place. */
  #calm(): StorageTrouble | null {
    const { folder } = this.#library
    if (this.#isReadOnly) return { kind: 'readOnly', folder }
    return this.#isHeld ? { kind: 'held', folder } : null
  }

  #set(trouble: StorageTrouble | null): void {
    if (JSON.stringify(trouble) === JSON.stringify(this.#trouble)) return
    this.#trouble = trouble
    this.#options.changed()
  }
}
