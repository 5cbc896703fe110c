import { grown } from './feature-table.ts'
import type { Features } from './postings.ts'
import { type SnapshotSink, type SnapshotSource, requireThat, requireWithin, spareFor } from './snapshot.ts'

/** So many features lie in one piece at most, but for an article that has more by itself. */
const MOST_IN_PIECE = 1 << 18
const LEAST_IN_PIECE = 1 << 10
/** The length of a slot that holds nothing. */
const NOTHING = -1

/** The features of all articles, by slot: a few large arrays instead of two for each article. */
export class FeatureRows {
  #pieces: Features[] = []
  #slots = 0
  /** By slot: the piece that it lies in, where, and how long it is. */
  #pieceOf = new Int32Array(64)
  #starts = new Int32Array(64)
  #lengths = new Int32Array(64).fill(NOTHING)
  /** Features in use, and places that were given out. */
  #live = 0
  #given = 0
  /** Taken of the last piece. */
  #taken = 0

  /** One more than the highest slot that was ever used. */
  get slots(): number {
    return this.#slots
  }

  /** Whether a slot holds a row, be it an empty one. */
  has(slot: number): boolean {
    return slot < this.#slots && this.#lengths[slot] !== NOTHING
  }

  /** How long the row in a slot is; 0 where there is none. */
  length(slot: number): number {
    return this.has(slot) ? this.#lengths[slot]! : 0
  }

  get(slot: number): Features | null {
    const length = slot < this.#slots ? this.#lengths[slot]! : NOTHING
    if (length === NOTHING) return null
    const { features, worths } = this.#pieces[this.#pieceOf[slot]!]!
    const start = this.#starts[slot]!
    return {
      features: features.subarray(start, start + length),
      worths: worths.subarray(start, start + length),
    }
  }

  /** Puts features in the place of those that a slot had; null for none. */
  set(slot: number, row: Features | null): void {
    this.#makeRoom(slot)
    if (this.#lengths[slot]! > 0) this.#live -= this.#lengths[slot]!
    this.#lengths[slot] = NOTHING
    if (!row) return
    // An edit leaves a gap where the row was; when gaps are most of it, all is moved together.
    if (this.#given > 2 * this.#live + MOST_IN_PIECE) this.#moveTogether()
    this.#append(slot, row)
  }

  save(to: SnapshotSink): void {
    const lengths = this.#lengths.subarray(0, this.#slots)
    to.numbers(lengths)
    for (const { features } of this.#inUse()) to.numbers(features)
    for (const { worths } of this.#inUse()) to.numbers(worths)
  }

  /** Reads `slots` rows of features below `size`, in the place of what was here. @throws BadSnapshot */
  load(from: SnapshotSource, slots: number, size: number): void {
    this.#slots = slots
    const spare = spareFor(slots)
    this.#lengths = from.ints(slots, spare)
    this.#lengths.fill(NOTHING, slots)
    this.#pieceOf = new Int32Array(slots + spare)
    this.#starts = new Int32Array(slots + spare)
    requireWithin(this.#lengths, slots, NOTHING, size)
    let all = 0
    for (let slot = 0; slot < slots; slot++) {
      this.#starts[slot] = all
      all += Math.max(0, this.#lengths[slot]!)
    }
    requireThat(all <= 0x7fff_ffff)
    const features = from.ints(all)
    requireWithin(features, all, 0, size - 1)
    this.#pieces = [{ features, worths: from.bytes(all) }]
    this.#live = this.#given = this.#taken = all
  }

  #append(slot: number, { features, worths }: Features): void {
    const length = features.length
    let piece = this.#pieces.at(-1)
    if (!piece || this.#taken + length > piece.features.length) {
      const room = Math.max(length, LEAST_IN_PIECE, Math.min(MOST_IN_PIECE, this.#live))
      piece = { features: new Int32Array(room), worths: new Uint8Array(room) }
      this.#pieces.push(piece)
      this.#taken = 0
    }
    piece.features.set(features, this.#taken)
    piece.worths.set(worths, this.#taken)
    this.#pieceOf[slot] = this.#pieces.length - 1
    this.#starts[slot] = this.#taken
    this.#lengths[slot] = length
    this.#taken += length
    this.#given += length
    this.#live += length
  }

  #makeRoom(slot: number): void {
    while (slot >= this.#lengths.length) {
      const before = this.#lengths.length
      this.#pieceOf = grown(this.#pieceOf)
      this.#starts = grown(this.#starts)
      this.#lengths = grown(this.#lengths).fill(NOTHING, before)
    }
    this.#slots = Math.max(this.#slots, slot + 1)
  }

  #moveTogether(): void {
    const rows = Array.from({ length: this.#slots }, (_, slot) => this.get(slot))
    this.#pieces = []
    this.#live = this.#given = this.#taken = 0
    for (const [slot, row] of rows.entries()) if (row) this.#append(slot, row)
  }

  /** All rows, in the order of slots. */
  *#inUse(): Generator<Features> {
    for (let slot = 0; slot < this.#slots; slot++) {
      const row = this.get(slot)
      if (row) yield row
    }
  }
}
