/** Reading cells and records: https://www.sqlite.org/fileformat2.html#record_format */
import type { Pages } from './pages.ts'

export type Value = null | number | bigint | string | Uint8Array

/** One row as it lies in a cell. */
export interface RawRow {
  /** 0 in an index's tree, where rows without a number of their own are. */
  readonly rowid: number
  /** As stored: the column that is the row's number is null. A text that could only be read in part is cut. */
  readonly values: readonly Value[]
  /** Columns that are cut or lost, because a page of the row cannot be read. */
  readonly cut: readonly number[]
}

export const LEAF_TABLE = 0x0d
export const INNER_TABLE = 0x05
export const LEAF_INDEX = 0x0a
export const INNER_INDEX = 0x02

/** Longer than any row that a library may hold: SQLite's own limit. */
const LONGEST = 1_000_000_000

/** Where the header of a page's tree is: the first page starts with that of the file. */
export function treeStart(number: number): number {
  return number === 1 ? 100 : 0
}

/** The places of the cells of a page, those outside it left out. */
export function cellPlaces(page: Buffer, start: number, isInner: boolean): number[] {
  const first = start + (isInner ? 12 : 8)
  const count = Math.min(page.readUInt16BE(start + 3), (page.length - first) >> 1)
  const places: number[] = []
  for (let index = 0; index < count; index++) {
    const place = page.readUInt16BE(first + 2 * index)
    if (place >= first && place < page.length - 3) places.push(place)
  }
  return places
}

/** The row in a cell of a table's leaf or of an index's page; null when there is none that makes sense. */
export function rowAt(
  pages: Pages,
  page: Buffer,
  place: number,
  kind: 'table' | 'leaf' | 'inner',
): RawRow | null {
  let at = place + (kind === 'inner' ? 4 : 0)
  const length = varint(page, at)
  if (!length || length.value < 1 || length.value > LONGEST) return null
  at += length.size
  let rowid = 0
  if (kind === 'table') {
    const number = varint(page, at)
    if (!number || number.value < 1) return null
    rowid = number.value
    at += number.size
  }
  const payload = payloadAt(pages, page, at, length.value, kind === 'table')
  return payload && recordIn(payload, length.value, rowid)
}

/** The bytes of a row, as far as they can be read. */
function payloadAt(pages: Pages, page: Buffer, at: number, length: number, isTable: boolean): Buffer | null {
  const { usable } = pages
  const most = isTable ? usable - 35 : Math.floor(((usable - 12) * 64) / 255) - 23
  if (length <= most) return at + length <= page.length ? page.subarray(at, at + length) : null
  const least = Math.floor(((usable - 12) * 32) / 255) - 23
  const surplus = least + ((length - least) % (usable - 4))
  const local = surplus <= most ? surplus : least
  if (at + local + 4 > page.length) return null
  const pieces = [page.subarray(at, at + local)]
  let next = page.readUInt32BE(at + local)
  // The length bounds the chain: one that runs in a circle ends as well.
  for (let left = length - local; left > 0;) {
    const overflow = next > 1 && next <= pages.count ? pages.page(next) : null
    if (!overflow) break
    const part = overflow.subarray(4, 4 + Math.min(left, usable - 4))
    pieces.push(part)
    left -= part.length
    next = overflow.readUInt32BE(0)
  }
  return Buffer.concat(pieces)
}

/** A record; null when its header does not fit what it says of itself. */
function recordIn(payload: Buffer, length: number, rowid: number): RawRow | null {
  const header = varint(payload, 0)
  if (!header || header.value < 1 || header.value > payload.length) return null
  const values: Value[] = []
  const cut: number[] = []
  let body = header.value
  for (let at = header.size; at < header.value;) {
    const type = varint(payload, at)
    if (!type || type.value < 0) return null
    at += type.size
    const size = sizeOf(type.value)
    if (body + size > length) return null
    if (body + size > payload.length) cut.push(values.length)
    values.push(valueOf(type.value, payload.subarray(body, body + size), size))
    body += size
  }
  return body === length && values.length > 0 ? { rowid, values, cut } : null
}

const SIZES = [0, 1, 2, 3, 4, 6, 8, 8, 0, 0, 0, 0]

function sizeOf(type: number): number {
  return type < 12 ? (SIZES[type] ?? 0) : (type - (type % 2 === 0 ? 12 : 13)) / 2
}

function valueOf(type: number, bytes: Buffer, size: number): Value {
  if (type >= 12) return type % 2 === 0 ? Uint8Array.from(bytes) : bytes.toString()
  if (type === 0 || type === 10 || type === 11 || bytes.length < size) return null
  if (type === 8 || type === 9) return type - 8
  if (type === 7) return bytes.readDoubleBE(0)
  if (type < 6) return bytes.readIntBE(0, size)
  const whole = bytes.readBigInt64BE(0)
  return Number.isSafeInteger(Number(whole)) ? Number(whole) : whole
}

/** A number of one to nine bytes; null past the end, or when it is larger than is ever used here. */
function varint(bytes: Buffer, at: number): { readonly value: number; readonly size: number } | null {
  let value = 0
  for (let size = 1; size <= 9; size++) {
    const byte = bytes[at + size - 1]
    if (byte === undefined) return null
    if (size === 9) return null
    value = value * 128 + (byte & 0x7f)
    if (byte < 0x80) return Number.isSafeInteger(value) ? { value, size } : null
  }
  return null
}
