import { readSync } from 'node:fs'

/** What a write-ahead log holds: https://www.sqlite.org/fileformat2.html#the_write_ahead_log */
export interface Log {
  readonly pageSize: number
  /** Where the newest image of each page lies, as SQLite would read it: up to the last whole commit. */
  readonly pages: ReadonlyMap<number, number>
  /** Pages of the database after that commit; 0 when there is none. */
  readonly size: number
  /**
   * Images that SQLite passes over: those of the same run of the log that come after one whose checksum is wrong.
   * In the order in which they were written.
   */
  readonly beyond: readonly LoggedPage[]
  /** Commits among them. One may be what a power cut left of a save that nobody was told of; more were lost. */
  readonly lostCommits: number
}

/** One image of a page in the log. */
export interface LoggedPage {
  readonly page: number
  /** Where the image lies. */
  readonly at: number
  /** Whether it is the last of a save. */
  readonly ends: boolean
}

const HEADER = 32
const FRAME = 24
const MAGIC = 0x377f0682

/** Reads a log by its open file; null when it is empty or no log. `pageSize` is used when its own is damaged. */
export function readLog(handle: number, length: number, pageSize: number): Log | null {
  const header = readAt(handle, 0, HEADER)
  if (!header || header.every((byte) => byte === 0)) return null
  const bigEndian = (header.readUInt32BE(0) & 1) === 1
  let sum = checksum(header.subarray(0, 24), [0, 0], bigEndian)
  const isWhole =
    (header.readUInt32BE(0) & ~1) === MAGIC &&
    sum[0] === header.readUInt32BE(24) &&
    sum[1] === header.readUInt32BE(28)
  const size = isWhole ? header.readUInt32BE(8) : pageSize
  const pages = new Map<number, number>()
  let open = new Map<number, number>()
  const beyond: LoggedPage[] = []
  let salt = header.subarray(16, 24)
  let [chained, commits, pagesAfter] = [isWhole, 0, 0]
  for (let at = HEADER; at + FRAME + size <= length; at += FRAME + size) {
    const frame = readAt(handle, at, FRAME + size)
    if (!frame) {
      chained = false
      continue
    }
    // With a damaged header, the first frame tells which run of the log this is.
    if (!isWhole && at === HEADER) salt = frame.subarray(8, 16)
    const isOurs = salt.equals(frame.subarray(8, 16))
    if (chained) {
      const next = checksum(frame.subarray(FRAME), checksum(frame.subarray(0, 8), sum, bigEndian), bigEndian)
      chained = isOurs && next[0] === frame.readUInt32BE(16) && next[1] === frame.readUInt32BE(20)
      sum = next
    }
    const page = frame.readUInt32BE(0)
    const commit = frame.readUInt32BE(4)
    if (chained) {
      open.set(page, at + FRAME)
      if (commit === 0) continue
      for (const [number, place] of open) pages.set(number, place)
      open = new Map()
      pagesAfter = commit
    } else if (isOurs) {
      beyond.push({ page, at: at + FRAME, ends: commit > 0 })
      if (commit > 0) commits++
    }
  }
  return { pageSize: size, pages, size: pagesAfter, beyond, lostCommits: commits }
}

/** The log's own checksum, over words of four bytes in pairs. */
function checksum(bytes: Buffer, start: readonly [number, number], bigEndian: boolean): [number, number] {
  let [first, second] = start
  for (let at = 0; at + 8 <= bytes.length; at += 8) {
    const one = bigEndian ? bytes.readUInt32BE(at) : bytes.readUInt32LE(at)
    const two = bigEndian ? bytes.readUInt32BE(at + 4) : bytes.readUInt32LE(at + 4)
    first = (first + one + second) >>> 0
    second = (second + two + first) >>> 0
  }
  return [first, second]
}

/** Bytes of a file, or null when there are too few or the disk cannot read them. */
export function readAt(handle: number, at: number, length: number): Buffer | null {
  const bytes = Buffer.alloc(length)
  try {
    return readSync(handle, bytes, 0, length, at) === length ? bytes : null
  } catch {
    // A sector that cannot be read is what is being rescued from.
    return null
  }
}
