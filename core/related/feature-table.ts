import {
  type SnapshotSink,
  type SnapshotSource,
  readCounts,
  requireThat,
  requireWithin,
  spareFor,
} from './snapshot.ts'

/** Stands in the place of a second key where there is none. */
const NONE = -1
/** More than a library of any size needs. */
const MOST_PLACES = 1 << 29

/**
 * Dense numbers 0, 1, 2 … for features: a word by its 32-bit hash, a pair of words by the numbers of the two. A
 * Map's work in a tenth of its memory.
 */
export class FeatureTable {
  /** One more than the number given out; 0 is an empty place. */
  #places = new Int32Array(1024)
  /** The keys, by number. */
  #firsts = new Int32Array(512)
  #seconds = new Int32Array(512)
  #size = 0

  get size(): number {
    return this.#size
  }

  /** The number of a word, given now when it has none. */
  ofWord(hash: number): number {
    return this.#number(hash | 0, NONE)
  }

  /** The number of two words that follow each other, of which the numbers are given. */
  ofPair(first: number, second: number): number {
    return this.#number(first, second)
  }

  /** The number of a pair's first word. */
  firstOf(pair: number): number {
    return this.#firsts[pair] ?? NONE
  }

  /** The number of a pair's second word; below 0 when the feature is a word itself. */
  secondOf(number: number): number {
    return this.#seconds[number] ?? NONE
  }

  save(to: SnapshotSink): void {
    // Now rather than at each word that comes after it was read.
    while ((this.#size + spareFor(this.#size)) * 2 > this.#places.length) this.#spread()
    to.text(JSON.stringify([this.#size, this.#places.length]))
    to.numbers(this.#firsts.subarray(0, this.#size))
    to.numbers(this.#seconds.subarray(0, this.#size))
    to.numbers(this.#places)
  }

  /** @throws BadSnapshot */
  load(from: SnapshotSource): void {
    const [size = 0, room = 0] = readCounts(from, 2)
    requireThat(room >= 1024 && (room & (room - 1)) === 0 && size * 2 <= room && room <= MOST_PLACES)
    this.#size = size
    this.#firsts = from.ints(size, spareFor(size))
    this.#seconds = from.ints(size, spareFor(size))
    this.#places = from.ints(room)
    requireWithin(this.#places, room, 0, size)
    // One place for each, so that whoever looks for a free one comes to an end.
    let taken = 0
    for (let place = 0; place < room; place++) if (this.#places[place]! > 0) taken++
    requireThat(taken === size)
    requireWithin(this.#seconds, size, NONE, size - 1)
    for (let number = 0; number < size; number++) {
      requireThat(
        this.#seconds[number] === NONE || (this.#firsts[number]! >= 0 && this.#firsts[number]! < size),
      )
    }
  }

  #number(first: number, second: number): number {
    const [firsts, seconds, places] = [this.#firsts, this.#seconds, this.#places]
    const mask = places.length - 1
    let place = placeOf(first, second) & mask
    for (let value = places[place] ?? 0; value > 0; value = places[place] ?? 0) {
      if (firsts[value - 1] === first && seconds[value - 1] === second) return value - 1
      place = (place + 1) & mask
    }
    if (this.#size === firsts.length || (this.#size + 1) * 2 > places.length) {
      if (this.#size === firsts.length) this.#growKeys()
      else this.#spread()
      return this.#number(first, second)
    }
    firsts[this.#size] = first
    seconds[this.#size] = second
    places[place] = ++this.#size
    return this.#size - 1
  }

  #growKeys(): void {
    this.#firsts = grown(this.#firsts)
    this.#seconds = grown(this.#seconds)
  }

  /** Twice as many places, so that at most half of them are taken. */
  #spread(): void {
    const places = new Int32Array(this.#places.length * 2)
    const mask = places.length - 1
    for (let number = 0; number < this.#size; number++) {
      let place = placeOf(this.#firsts[number] ?? 0, this.#seconds[number] ?? 0) & mask
      while (places[place] !== 0) place = (place + 1) & mask
      places[place] = number + 1
    }
    this.#places = places
  }
}

/** A copy with twice the room. */
export function grown<N extends Int32Array | Float64Array>(numbers: N): N {
  const larger = new (numbers.constructor as new (length: number) => N)(numbers.length * 2)
  larger.set(numbers)
  return larger
}

// Words are hashes already, and pairs of small numbers: one multiplication and shift spreads both.
function placeOf(first: number, second: number): number {
  const hash = Math.imul(first ^ Math.imul(second, 0x85ebca6b), 0x9e3779b1)
  return hash ^ (hash >>> 15)
}
