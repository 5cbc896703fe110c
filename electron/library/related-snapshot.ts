/** The file in which a library's index of related articles is kept, so that a new process need not make it. */
import { readSync, writeSync } from 'node:fs'
import { crc32 } from 'node:zlib'
import {
  BadSnapshot,
  type Numbers,
  type SnapshotSink,
  type SnapshotSource,
} from '../../core/related/index.ts'
import { buildKey } from '../publish/build-key.ts'
import { ANALYSER } from './related-analysis.ts'
import { dropKept, keep, readKept } from './kept-folder.ts'

const FILE = 'index.bin'
/** Raised whenever what is written or how it is read changes. */
const FORMAT = 1
/** A file that holds more is not read: the index of 100,000 articles takes 0.6 GB. */
const MOST_BYTES = 4 * 1024 ** 3
/** What is written is gathered up to so many bytes. */
const BLOCK = 1 << 20
/** Bytes that every system reads at once. */
const MOST_AT_ONCE = 1 << 30
const NUMBER = 4
/** Bytes of a text: titles and bodies are no part of it. */
const MOST_TEXT = 1 << 28

/** What a snapshot must begin with: another program's may mean something else. */
const head = (): string => `Longhand related ${FORMAT} ${ANALYSER} ${buildKey()}`

/**
 * Has `read` read what is kept of the library in `folder`; null when there is nothing. What is damaged, made up, or of
 * another build is thrown away: then what `read` has made is of no use.
 */
export function readSnapshot<T>(folder: string, read: (from: SnapshotSource) => T): T | null {
  try {
    return readKept(folder, 'related', FILE, MOST_BYTES, (file, bytes) => {
      const from = new FileSource(file, bytes)
      if (from.text() !== head()) throw new BadSnapshot('of another build')
      const made = read(from)
      from.end()
      return made
    })
  } catch (thrown) {
    // A range error: it would take more room than there is.
    if (!(thrown instanceof BadSnapshot || thrown instanceof RangeError)) throw thrown
    dropKept(folder, 'related', FILE)
    return null
  }
}

/** Whether something is kept that seems to be of use. */
export function hasSnapshot(folder: string): boolean {
  return (
    readKept(folder, 'related', FILE, MOST_BYTES, (file, bytes) => textAt(file, bytes) === head()) ?? false
  )
}

/**
 * Has `write` write in the place of what was kept; false where the folder refuses it. `onEach` is called now and then and
 * ends the work by throwing: then what was kept stays.
 */
export function keepSnapshot(folder: string, write: (to: SnapshotSink) => void, onEach: () => void): boolean {
  return keep(folder, 'related', FILE, (file) => {
    const to = new FileSink(file, onEach)
    to.text(head())
    write(to)
    to.end()
  })
}

function textAt(file: number, bytes: number): string | null {
  try {
    return new FileSource(file, bytes).text()
  } catch (thrown) {
    if (!(thrown instanceof BadSnapshot)) throw thrown
    return null
  }
}

class FileSink implements SnapshotSink {
  readonly #file: number
  readonly #onEach: () => void
  readonly #block = Buffer.allocUnsafe(BLOCK)
  #filled = 0
  #sum = 0

  constructor(file: number, onEach: () => void) {
    this.#file = file
    this.#onEach = onEach
  }

  numbers(part: Numbers): void {
    this.#put(new Uint8Array(part.buffer, part.byteOffset, part.byteLength))
  }

  text(part: string): void {
    const bytes = Buffer.from(part)
    this.numbers(Int32Array.of(bytes.length))
    this.#put(bytes)
  }

  /** Closes with a sum of all that was written. */
  end(): void {
    this.#flush()
    this.#write(new Uint8Array(Uint32Array.of(this.#sum).buffer))
  }

  #put(bytes: Uint8Array): void {
    if (this.#filled + bytes.length > BLOCK) this.#flush()
    if (bytes.length > BLOCK) return this.#write(bytes)
    this.#block.set(bytes, this.#filled)
    this.#filled += bytes.length
  }

  #flush(): void {
    this.#write(this.#block.subarray(0, this.#filled))
    this.#filled = 0
    this.#onEach()
  }

  #write(bytes: Uint8Array): void {
    this.#sum = crc32(bytes, this.#sum)
    for (let at = 0; at < bytes.length;) at += writeSync(this.#file, bytes, at)
  }
}

class FileSource implements SnapshotSource {
  readonly #file: number
  /** Without the sum at the end. */
  readonly #bytes: number
  #at = 0
  #sum = 0

  constructor(file: number, bytes: number) {
    this.#file = file
    this.#bytes = bytes - NUMBER
  }

  ints(length: number, spare = 0): Int32Array<ArrayBuffer> {
    return new Int32Array(this.#next(length, spare, Int32Array.BYTES_PER_ELEMENT))
  }

  bytes(length: number, spare = 0): Uint8Array<ArrayBuffer> {
    return new Uint8Array(this.#next(length, spare, 1))
  }

  doubles(length: number, spare = 0): Float64Array<ArrayBuffer> {
    return new Float64Array(this.#next(length, spare, Float64Array.BYTES_PER_ELEMENT))
  }

  text(): string {
    const [length = 0] = this.ints(1)
    if (length > MOST_TEXT) throw new BadSnapshot('too long a text')
    return Buffer.from(this.#next(length, 0, 1)).toString()
  }

  /** @throws BadSnapshot unless all has been read, and as it was written */
  end(): void {
    const sum = this.#sum
    if (this.#at !== this.#bytes) throw new BadSnapshot('longer than it should be')
    const written = new Uint32Array(this.#read(NUMBER, NUMBER))[0]
    if (sum !== written) throw new BadSnapshot('damaged')
  }

  /** The file says how much there is, so that no length in it takes more room than that. */
  #next(length: number, spare: number, width: number): ArrayBuffer {
    const bytes = length * width
    if (!(bytes >= 0 && bytes <= this.#bytes - this.#at)) throw new BadSnapshot('cut off')
    return this.#read(bytes, bytes + spare * width)
  }

  #read(bytes: number, room: number): ArrayBuffer {
    // Most of it is overwritten at once: filling it with zeros first would take as long again.
    const all = Buffer.allocUnsafeSlow(room)
    for (let at = 0; at < bytes;) {
      const read = readSync(this.#file, all, at, Math.min(bytes - at, MOST_AT_ONCE), this.#at + at)
      if (read === 0) throw new BadSnapshot('cut off')
      at += read
    }
    this.#sum = crc32(all.subarray(0, bytes), this.#sum)
    this.#at += bytes
    all.fill(0, bytes)
    return all.buffer
  }
}
