/** What an index writes of itself and reads back: numbers and texts, one after another, without names. */

/** Thrown when a snapshot does not hold what it should: it is damaged, or a stranger made it up. */
export class BadSnapshot extends Error {}

export type Numbers = Int32Array | Uint8Array | Float64Array

export interface SnapshotSink {
  numbers(part: Numbers): void
  text(part: string): void
}

/**
 * Gives back, in the order in which they were written, parts of which the reader knows how long they are. `spare`: so
 * many zeros follow, as room for what comes later.
 * @throws BadSnapshot when there is no more
 */
export interface SnapshotSource {
  ints(length: number, spare?: number): Int32Array<ArrayBuffer>
  bytes(length: number, spare?: number): Uint8Array<ArrayBuffer>
  doubles(length: number, spare?: number): Float64Array<ArrayBuffer>
  text(): string
}

/** @throws BadSnapshot unless it is so */
export function requireThat(isSo: boolean): asserts isSo {
  if (!isSo) throw new BadSnapshot('A snapshot of related articles is not as it should be')
}

/** @throws BadSnapshot unless the first `length` numbers are all from `least` to `most` */
export function requireWithin(numbers: Int32Array, length: number, least: number, most: number): void {
  // Of one kind of array alone, and without leaving the loop: it goes over all that is read.
  let [lowest, highest] = [0x7fff_ffff, -0x8000_0000]
  for (let at = 0; at < length; at++) {
    const number = numbers[at]!
    if (number < lowest) lowest = number
    if (number > highest) highest = number
  }
  requireThat(length === 0 || (lowest >= least && highest <= most))
}

/** What `JSON.stringify` made of the next text. @throws BadSnapshot */
export function readJson(from: SnapshotSource): unknown {
  try {
    return JSON.parse(from.text())
  } catch (thrown) {
    if (thrown instanceof SyntaxError) throw new BadSnapshot(thrown.message)
    throw thrown
  }
}

/** The next text as whole numbers from 0 up, so many. @throws BadSnapshot */
export function readCounts(from: SnapshotSource, many: number): readonly number[] {
  const read = readJson(from)
  requireThat(Array.isArray(read) && read.length === many && read.every(isCount))
  return read
}

/** A whole number from 0 up. */
export function isCount(value: unknown): value is number {
  return Number.isSafeInteger(value) && (value as number) >= 0
}

/** Room after what a snapshot holds: some edits come without moving all of it. */
export function spareFor(length: number): number {
  return 1024 + (length >> 4)
}
