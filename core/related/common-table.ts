import { type SnapshotSink, type SnapshotSource, isCount, readJson, requireThat } from './snapshot.ts'

/** What the features that many articles have are worth in each of them: a row of bytes an article, 0 where it has not. */
export class CommonTable {
  readonly #columns: ReadonlyMap<number, number>
  readonly #width: number
  readonly #worths: Uint8Array

  /** Of these features, for at most so many rows; `worths`: of those. */
  constructor(features: readonly number[], rows: number, worths = new Uint8Array(rows * features.length)) {
    this.#columns = new Map(features.map((feature, column) => [feature, column]))
    this.#width = features.length
    this.#worths = worths
  }

  /** A table that was saved with so many rows, with room for `most`, of features below `size`. @throws BadSnapshot */
  static load(from: SnapshotSource, rows: number, most: number, size: number): CommonTable {
    const features = readJson(from)
    requireThat(
      Array.isArray(features) &&
        features.every((one, at) => isCount(one) && one < size && (at === 0 || one > features[at - 1])),
    )
    const width = features.length
    return new CommonTable(features, most, from.bytes(rows * width, (most - rows) * width))
  }

  /** Its first so many rows. */
  save(to: SnapshotSink, rows: number): void {
    to.text(JSON.stringify([...this.#columns.keys()]))
    to.numbers(this.#worths.subarray(0, rows * this.#width))
  }

  /** The features in it, ascending. */
  get features(): Iterable<number> {
    return this.#columns.keys()
  }

  /** Where the feature stands in a row; undefined for one that is not in the table. */
  columnOf(feature: number): number | undefined {
    return this.#columns.get(feature)
  }

  set(row: number, column: number, worth: number): void {
    this.#worths[row * this.#width + column] = worth
  }

  worth(row: number, column: number): number {
    return this.#worths[row * this.#width + column]!
  }

  clear(row: number): void {
    this.#worths.fill(0, row * this.#width, (row + 1) * this.#width)
  }

  /** What a row is worth by these columns, of which each has its weight. */
  product(row: number, columns: readonly number[], weights: readonly number[]): number {
    const worths = this.#worths
    const start = row * this.#width
    let sum = 0
    for (let at = 0; at < columns.length; at++) sum += weights[at]! * worths[start + columns[at]!]!
    return sum
  }
}
