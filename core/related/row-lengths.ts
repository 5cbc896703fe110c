import type { Rows } from './comparison.ts'
import { type SnapshotSink, type SnapshotSource, requireThat, spareFor } from './snapshot.ts'

/** How long the rows of articles are, by slot: the squares of that, and what is worked out from these. */
export class RowLengths implements Rows {
  squares = new Float64Array(0)
  commonSquares = new Float64Array(0)
  inverses = new Float64Array(0)
  commonRoots = new Float64Array(0)

  /** Has room for so many slots; what was there stays. */
  makeRoom(slots: number): void {
    if (this.squares.length < slots) this.#become(this.squares, this.commonSquares, slots * 2)
  }

  /** Sets both squares of a row, or adds to them: {@link settle} must follow. */
  set(slot: number, square: number, commonSquare: number): void {
    this.squares[slot] = square
    this.commonSquares[slot] = commonSquare
  }

  add(slot: number, square: number, commonSquare: number): void {
    this.squares[slot]! += square
    this.commonSquares[slot]! += commonSquare
  }

  /** Works out what follows from the squares of a row. */
  settle(slot: number): void {
    const square = this.squares[slot]!
    this.inverses[slot] = square > 0 ? 1 / Math.sqrt(square) : 0
    this.commonRoots[slot] = Math.sqrt(this.commonSquares[slot]!)
  }

  save(to: SnapshotSink, slots: number): void {
    to.numbers(this.squares.subarray(0, slots))
    to.numbers(this.commonSquares.subarray(0, slots))
  }

  /** Reads what was saved of so many slots in the place of what was here. @throws BadSnapshot */
  load(from: SnapshotSource, slots: number): void {
    const spare = spareFor(slots)
    const read = [from.doubles(slots, spare), from.doubles(slots, spare)] as const
    for (const squares of read) requireThat(squares.every((square) => square >= 0 && square < Infinity))
    this.#become(...read, slots + spare)
    for (let slot = 0; slot < slots; slot++) this.settle(slot)
  }

  #become(squares: Float64Array, commonSquares: Float64Array, length: number): void {
    const copy = (numbers: Float64Array): Float64Array<ArrayBuffer> => {
      const larger = new Float64Array(length)
      larger.set(numbers)
      return larger
    }
    this.squares = copy(squares)
    this.commonSquares = copy(commonSquares)
    this.inverses = copy(this.inverses)
    this.commonRoots = copy(this.commonRoots)
  }
}
