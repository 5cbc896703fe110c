import { closeSync, fstatSync, openSync } from 'node:fs'
import { type Log, readAt, readLog } from './log.ts'

/** The pages of a library's file as they lie on disk, with its log laid over them; SQLite has no part in it. */
export interface Pages {
  readonly pageSize: number
  /** Bytes of a page that SQLite uses. */
  readonly usable: number
  readonly count: number
  readonly log: Log | null
  /** The newest image of a page, counted from 1; null when it cannot be read. */
  page(number: number): Buffer | null
  /** An image in the log that SQLite passes over. */
  beyond(at: number): Buffer | null
  /** The schema's version as the header tells it; it may be damaged. */
  readonly version: number
  close(): void
}

const PAGE_SIZE = 4096

/** Opens a library's file for reading its pages; throws what the file system throws. */
export function openPages(file: string): Pages {
  const handle = openSync(file, 'r')
  const logHandle = openIfThere(`${file}-wal`)
  const close = () => {
    closeSync(handle)
    if (logHandle !== null) closeSync(logHandle)
  }
  try {
    const length = fstatSync(handle).size
    const raw = readAt(handle, 0, 100)
    const known = pageSizeIn(raw)
    const log = logHandle === null ? null : readLog(logHandle, fstatSync(logHandle).size, known ?? PAGE_SIZE)
    const pageSize = known ?? (isPageSize(log?.pageSize ?? 0) ? (log?.pageSize as number) : PAGE_SIZE)
    const inLog = (number: number) => (log?.pageSize === pageSize ? log.pages.get(number) : undefined)
    const fromLog = (at: number) => (logHandle === null ? null : readAt(logHandle, at, pageSize))
    const page = (number: number) => {
      const at = inLog(number)
      return at === undefined ? readAt(handle, (number - 1) * pageSize, pageSize) : fromLog(at)
    }
    const header = page(1)
    const reserved = header && pageSizeIn(header) === pageSize ? (header[20] ?? 0) : 0
    return {
      pageSize,
      usable: pageSize - (reserved <= 64 ? reserved : 0),
      count: Math.max(Math.ceil(length / pageSize), ...(log?.pages.keys() ?? [])),
      log,
      page,
      beyond: fromLog,
      version: header?.readUInt32BE(60) ?? 0,
      close,
    }
  } catch (error) {
    close()
    throw error
  }
}

function openIfThere(file: string): number | null {
  try {
    return openSync(file, 'r')
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return null
    throw error
  }
}

function pageSizeIn(header: Buffer | null): number | null {
  if (header?.subarray(0, 15).toString('latin1') !== 'SQLite format 3') return null
  const size = header.readUInt16BE(16) === 1 ? 65_536 : header.readUInt16BE(16)
  return isPageSize(size) ? size : null
}

function isPageSize(size: number): boolean {
  return size >= 512 && size <= 65_536 && (size & (size - 1)) === 0
}
