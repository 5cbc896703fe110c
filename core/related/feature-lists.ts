import { grown } from './feature-table.ts'
import { type Features, Postings } from './postings.ts'
import { logOf } from './weights.ts'

/** How much of the library may change before the flat lists are made anew, which takes as long as many edits … */
const MOST_CHANGED = 1 / 8
/** … and how many articles at least. */
const LEAST_CHANGED = 64

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
  /** By slot, the square of the length of its row. */
  #squares = new Float64Array(0)
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
    if (!this.#postings) return
    this.#postings.set(slot, before, entry)
    this.#changed.add(slot)
  }

  /** Adds to `evidence`, by slot, `factor` times the likeness of each article with the one in `slot`: 0 to 1. */
  addLikeness(slot: number, evidence: Float64Array, factor: number): void {
    const entry = this.entry(slot)
    if (!entry || entry.features.length === 0) return
    const postings = this.#upToDate()
    const [rarity, squares, uses] = [this.#rarity, this.#squares, this.#uses]
    const { features, worths } = entry
    const scores = this.#emptyScores(postings.rows)
    for (let at = 0; at < features.length; at++) {
      const feature = features[at]!
      // One that the article alone has adds to nothing but itself.
      if (rarity[feature]! === 0 || uses[feature]! < 2) continue
      postings.addTo(scores, feature, worths[at]! * this.#measure.likeness(rarity[feature]!))
    }
    const mine = squares[slot]!
    for (let other = 0; other < this.#entries.length; other++) {
      const row = postings.rowOf(other)
      const score = row < 0 ? 0 : scores[row]!
      if (score > 0) evidence[other]! += (factor * score) / Math.sqrt(mine * squares[other]!)
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
    const most = Math.max(LEAST_CHANGED, this.#count * MOST_CHANGED)
    const kept = this.#postings && this.#postings.changes <= most ? this.#postings : null
    const postings = (this.#postings = kept ?? new Postings(this.#uses, this.#size, this.#entries))
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
    this.#squares = new Float64Array(this.#entries.length)
    for (const slot of this.#entries.keys()) this.#measureRow(slot)
  }

  /** Only what was touched can tell something else now, and only rows that have it be longer or shorter. */
  #measureTouched(postings: Postings): void {
    this.#makeRoom()
    const [rarity, squares] = [this.#rarity, this.#squares]
    for (const feature of this.#touchedFeatures(postings)) {
      const [before, now] = [rarity[feature]!, this.#rarityOf(feature)]
      if (before === now) continue
      rarity[feature] = now
      const more = this.#measure.likeness(now) - this.#measure.likeness(before)
      postings.each(feature, (slot, worth) => {
        squares[slot]! += worth * worth * more
      })
    }
    for (const slot of this.#changed) this.#measureRow(slot)
  }

  #makeRoom(): void {
    if (this.#rarity.length < this.#size) {
      const rarity = new Int32Array(this.#uses.length)
      rarity.set(this.#rarity)
      this.#rarity = rarity
    }
    if (this.#squares.length < this.#entries.length) {
      const squares = new Float64Array(this.#entries.length * 2)
      squares.set(this.#squares)
      this.#squares = squares
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
    let squares = this.#measure.base
    if (entry) {
      const [{ features, worths }, rarity] = [entry, this.#rarity]
      for (let at = 0; at < features.length; at++) {
        const told = rarity[features[at]!]!
        if (told > 0) squares += worths[at]! ** 2 * this.#measure.likeness(told)
      }
    }
    this.#squares[slot] = squares
  }

  #emptyScores(rows: number): Float64Array {
    if (this.#scores.length < rows) return (this.#scores = new Float64Array(rows + LEAST_CHANGED))
    return this.#scores.fill(0)
  }
}
