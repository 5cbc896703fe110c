import { Comparison, type Rows } from './comparison.ts'
import { grown } from './feature-table.ts'
import { type Features, Postings } from './postings.ts'
import { logOf } from './weights.ts'

/** What a kind of features tells. */
export interface Measure<E extends Features> {
  /** Added to the number of articles before its logarithm is taken: with 1, what all have still tells a little. */
  readonly beyond: 0 | 1
  /** A whole number: what having a feature tells; 0 where that is nothing. */
  rarity(feature: number, logCount: number): number
  /** What two articles that have a feature once are alike by it, for its rarity: a whole number. */
  likeness(rarity: number): number
  /** Added to the square of every row's length. */
  readonly base: number
  /** Whether a feature that so many of all articles have is compared by last: see {@link Comparison}. */
  isCommon(feature: number, uses: number, count: number): boolean
  /** Stands for a feature in every library, as far as it must; the numbers of features hang on how they came. */
  nameOf(feature: number): number
  /** The features of an article whose rarity depends on how many use another. */
  dependents(entry: E, feature: number): Iterable<number>
}

/**
 * What all articles have of one kind of features, and how alike that makes them: a cosine. All that is kept is counted
 * in whole numbers, so that what is answered depends, to the last bit, on what is in it and not on how it came there;
 * and what follows from all articles together (how rare a feature is, how long a row) is brought up to date by the
 * features that an edit touches.
 */
export class FeatureLists<E extends Features> {
  readonly #measure: Measure<E>
  readonly #entries: (E | null)[] = []
  #size = 0
  #uses = new Int32Array(1024)
  #count = 0
  #rarity = new Int32Array(0)
  #rows = emptyRows(0)
  #postings: Postings | null = null
  /** The rarities are of a library with so many articles, as a logarithm. */
  #logCount = -1
  /** Since the last question: features with the uses that they had, and slots. */
  readonly #touched = new Map<number, number>()
  readonly #changed = new Set<number>()
  #scores = new Float64Array(0)

  constructor(measure: Measure<E>) {
    this.#measure = measure
  }

  entry(slot: number): E | null {
    return this.#entries[slot] ?? null
  }

  /** How many articles have a feature. */
  uses(feature: number): number {
    return this.#uses[feature] ?? 0
  }

  /** By feature, what having it tells now. */
  get rarity(): Int32Array {
    this.#upToDate()
    return this.#rarity
  }

  /** Puts an article's features in the place of what it had; null takes it out. `size`: features numbered so far. */
  put(slot: number, entry: E | null, size: number): void {
    const before = this.entry(slot)
    this.#size = size
    while (this.#uses.length < size) this.#uses = grown(this.#uses)
    if (before) this.#use(before, -1)
    if (entry) this.#use(entry, 1)
    this.#entries[slot] = entry
    if (this.#postings?.isFull) this.#postings = null
    if (!this.#postings) return
    this.#postings.set(slot, before, entry)
    this.#changed.add(slot)
  }

  /**
   * Compares the article in `slot` with all others; null when there is nothing to compare. Holds until the next one
   * begins. `factor`: what a likeness of 1 counts as evidence.
   */
  compare(slot: number, factor: number): Comparison | null {
    const entry = this.entry(slot)
    if (!entry || entry.features.length === 0) return null
    const postings = this.#upToDate()
    const scores = this.#roomForScores(postings.rows).fill(0)
    const comparison = new Comparison(slot, postings, this.#rows, scores, factor)
    this.#eachTold(entry, (feature, weight) => comparison.count(feature, weight))
    return comparison
  }

  /**
   * Mixes into two numbers the features of the article in `slot`, and what each tells. As long as these are what they
   * were, it is as like any other article of which the same holds as it was.
   */
  mixTold(slot: number, numbers: Int32Array): void {
    const entry = this.entry(slot)
    if (!entry) return
    this.#upToDate()
    const [{ features, worths }, rarity] = [entry, this.#rarity]
    let [a, b] = [numbers[0]!, numbers[1]!]
    for (let at = 0; at < features.length; at++) {
      const feature = features[at]!
      const told = (rarity[feature]! << 8) | worths[at]!
      a = Math.imul(a ^ told ^ this.#measure.nameOf(feature), 0x01000193)
      b = Math.imul(b ^ (b >>> 15) ^ told, 0x85ebca6b)
    }
    numbers[0] = a
    numbers[1] = b
  }

  /** Adds to `evidence`, by slot, `factor` times the likeness of each article with the one in `slot`: 0 to 1. */
  addLikeness(slot: number, evidence: Float64Array, factor: number): void {
    const entry = this.entry(slot)
    if (!entry || entry.features.length === 0) return
    const postings = this.#upToDate()
    const { squares } = this.#rows
    const scores = this.#roomForScores(postings.rows)
    const mine = squares[slot]!
    this.#eachTold(entry, (feature, weight) => postings.addTo(scores, feature, weight))
    // Few articles have these features: no others are looked at, and what was counted is taken out again.
    this.#eachTold(entry, (feature) => {
      postings.take(scores, feature, (other, score) => {
        evidence[other]! += (factor * score) / Math.sqrt(mine * squares[other]!)
      })
    })
  }

  /**
   * Adds to `evidence`, by slot, `factor` times how much of each article's features are among these: the cube of that
   * part, so that all of them count and a few of them next to nothing.
   */
  addContained(features: readonly number[], evidence: Float64Array, factor: number): void {
    const postings = this.#upToDate()
    const { squares } = this.#rows
    const scores = this.#roomForScores(postings.rows)
    for (const feature of features) {
      postings.addTo(scores, feature, this.#measure.likeness(this.#rarity[feature]!))
    }
    // Many articles have some of these: one look at each is less than one at each feature of each.
    postings.takeAll(scores, (other, score) => {
      const part = score / squares[other]!
      evidence[other]! += factor * part * part * part
    })
  }

  /** The features by which an article can be like others, with what each weighs. */
  #eachTold({ features, worths }: E, visit: (feature: number, weight: number) => void): void {
    const [rarity, uses] = [this.#rarity, this.#uses]
    for (let at = 0; at < features.length; at++) {
      const feature = features[at]!
      // One that the article alone has adds to nothing but itself.
      if (rarity[feature]! === 0 || uses[feature]! < 2) continue
      visit(feature, worths[at]! * this.#measure.likeness(rarity[feature]!))
    }
  }

  #use({ features }: E, step: 1 | -1): void {
    const [uses, touched] = [this.#uses, this.#touched]
    for (const feature of features) {
      if (this.#postings && !touched.has(feature)) touched.set(feature, uses[feature]!)
      uses[feature]! += step
    }
    this.#count += step
  }

  /** The lists, with rarities and lengths of what is in them now. */
  #upToDate(): Postings {
    const kept = this.#postings
    const isCommon = (feature: number) => this.#measure.isCommon(feature, this.#uses[feature]!, this.#count)
    const postings = (this.#postings ??= new Postings(this.#uses, this.#size, this.#entries, isCommon))
    if (!kept || this.#logNow() !== this.#logCount) this.#measureAll()
    else if (this.#changed.size > 0) this.#measureTouched(postings)
    this.#touched.clear()
    this.#changed.clear()
    return postings
  }

  #logNow(): number {
    return logOf(this.#count + this.#measure.beyond)
  }

  #measureAll(): void {
    this.#logCount = this.#logNow()
    if (this.#rarity.length < this.#size) this.#rarity = new Int32Array(this.#uses.length)
    for (let feature = 0; feature < this.#size; feature++) this.#rarity[feature] = this.#rarityOf(feature)
    this.#rows = emptyRows(this.#entries.length)
    for (const slot of this.#entries.keys()) this.#measureRow(slot)
  }

  /** Only what was touched can tell something else now, and only rows that have it be longer or shorter. */
  #measureTouched(postings: Postings): void {
    this.#makeRoom()
    const [rarity, { squares, commonSquares }] = [this.#rarity, this.#rows]
    const rows = new Set(this.#changed)
    for (const feature of this.#touchedFeatures(postings)) {
      const [before, now] = [rarity[feature]!, this.#rarityOf(feature)]
      if (before === now) continue
      rarity[feature] = now
      const more = this.#measure.likeness(now) - this.#measure.likeness(before)
      const moreCommon = postings.columnOf(feature) === undefined ? 0 : more
      postings.each(feature, (slot, worth) => {
        squares[slot]! += worth * worth * more
        commonSquares[slot]! += worth * worth * moreCommon
        rows.add(slot)
      })
    }
    for (const slot of this.#changed) this.#measureRow(slot)
    for (const slot of rows) this.#measureRoots(slot)
  }

  #makeRoom(): void {
    if (this.#rarity.length < this.#size) {
      const rarity = new Int32Array(this.#uses.length)
      rarity.set(this.#rarity)
      this.#rarity = rarity
    }
    if (this.#rows.squares.length < this.#entries.length) {
      const rows = emptyRows(this.#entries.length * 2)
      for (const part of Object.keys(rows) as (keyof Rows)[]) rows[part].set(this.#rows[part])
      this.#rows = rows
    }
  }

  /** What was touched, and what depends on that. */
  #touchedFeatures(postings: Postings): ReadonlySet<number> {
    const features = new Set(this.#touched.keys())
    for (const [feature, before] of this.#touched) {
      if (logOf(this.#uses[feature]! || 1) === logOf(before || 1)) continue
      postings.each(feature, (slot) => {
        for (const other of this.#measure.dependents(this.#entries[slot]!, feature)) features.add(other)
      })
    }
    return features
  }

  #rarityOf(feature: number): number {
    return this.#uses[feature] === 0 ? 0 : this.#measure.rarity(feature, this.#logCount)
  }

  #measureRow(slot: number): void {
    const entry = this.entry(slot)
    let [squares, common] = [this.#measure.base, 0]
    if (entry) {
      const [{ features, worths }, rarity] = [entry, this.#rarity]
      for (let at = 0; at < features.length; at++) {
        const [feature, worth] = [features[at]!, worths[at]!]
        const told = rarity[feature]!
        if (told === 0) continue
        squares += worth * worth * this.#measure.likeness(told)
        if (this.#postings?.columnOf(feature) !== undefined)
          common += worth * worth * this.#measure.likeness(told)
      }
    }
    this.#rows.squares[slot] = squares
    this.#rows.commonSquares[slot] = common
    this.#measureRoots(slot)
  }

  #measureRoots(slot: number): void {
    const { squares, commonSquares, inverses, commonRoots } = this.#rows
    inverses[slot] = squares[slot]! > 0 ? 1 / Math.sqrt(squares[slot]!) : 0
    commonRoots[slot] = Math.sqrt(commonSquares[slot]!)
  }

  #roomForScores(rows: number): Float64Array {
    if (this.#scores.length < rows) this.#scores = new Float64Array(rows * 2)
    return this.#scores
  }
}

function emptyRows(length: number): Rows {
  const row = () => new Float64Array(length)
  return { squares: row(), commonSquares: row(), inverses: row(), commonRoots: row() }
}
