import { Comparison } from './comparison.ts'
import { FeatureRows } from './feature-rows.ts'
import { grown } from './feature-table.ts'
import { type Features, Postings } from './postings.ts'
import { RowLengths } from './row-lengths.ts'
import { type SnapshotSink, type SnapshotSource, requireWithin, spareFor } from './snapshot.ts'
import { mixed } from './vector.ts'
import { ToldSince } from './told-since.ts'
import { Weighed } from './weighed.ts'
import { logOf } from './weights.ts'

/** More than any feature tells in the largest library: ln of 2^24 articles. */
const MOST_RARITY = 1 << 12

/** What a kind of features tells. */
export interface Measure {
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
  /** Hands over the features of the article in a slot whose rarity depends on how many use another. */
  eachDependent(slot: number, feature: number, visit: (other: number) => void): void
}

/**
 * What all articles have of one kind of features, and how alike that makes them: a cosine. All that is kept is counted
 * in whole numbers, so that what is answered depends, to the last bit, on what is in it and not on how it came there;
 * and what follows from all articles together (how rare a feature is, how long a row) is brought up to date by the
 * features that an edit touches.
 */
export class FeatureLists {
  readonly #measure: Measure
  readonly #features = new FeatureRows()
  #size = 0
  #uses = new Int32Array(1024)
  #count = 0
  #rarity = new Int32Array(0)
  readonly #rows = new RowLengths()
  /** By slot, two numbers that stand for what it has and what that tells; 0 where they are not made. */
  #signs = new Int32Array(64)
  #postings: Postings | null = null
  /** The rarities are of a library with so many articles, as a logarithm. */
  #logCount = -1
  /** Since the last question: features with the uses that they had, and slots. */
  readonly #touched = new Map<number, number>()
  readonly #changed = new Set<number>()
  #scores = new Float64Array(0)
  readonly #since = new ToldSince()
  readonly #weighed = new Weighed()

  constructor(measure: Measure) {
    this.#measure = measure
  }

  entry(slot: number): Features | null {
    return this.#features.get(slot)
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
  put(slot: number, entry: Features | null, size: number): void {
    const before = this.entry(slot)
    this.#size = size
    while (this.#uses.length < size) this.#uses = grown(this.#uses)
    if (before) this.#use(before, -1)
    if (entry) this.#use(entry, 1)
    this.#features.set(slot, entry)
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
    if (!this.#features.has(slot)) return
    this.#upToDate()
    const at = slot * 2
    if (this.#signs[at] === 0 && this.#signs[at + 1] === 0) this.#sign(slot)
    numbers[0] = mixed(numbers[0]! ^ this.#signs[at]!)
    numbers[1] = mixed(numbers[1]! + this.#signs[at + 1]!)
  }

  /** Writes all that is in it, brought up to date first. */
  save(to: SnapshotSink): void {
    if (this.#postings?.isChanged) this.#postings = null
    const postings = this.#upToDate()
    const slots = this.#features.slots
    for (let slot = 0; slot < slots; slot++) if (this.#signs[slot * 2] === 0) this.#sign(slot)
    this.#features.save(to)
    to.numbers(this.#uses.subarray(0, this.#size))
    to.numbers(this.#rarity.subarray(0, this.#size))
    this.#rows.save(to, slots)
    to.numbers(this.#signs.subarray(0, slots * 2))
    postings.save(to)
  }

  /** Reads what was saved of so many slots and features in the place of what was here. @throws BadSnapshot */
  load(from: SnapshotSource, slots: number, size: number): void {
    this.#features.load(from, slots, size)
    this.#size = size
    this.#count = 0
    for (let slot = 0; slot < slots; slot++) if (this.#features.has(slot)) this.#count++
    this.#uses = from.ints(size, spareFor(size))
    requireWithin(this.#uses, size, 0, this.#count)
    this.#rarity = from.ints(size, spareFor(size))
    requireWithin(this.#rarity, size, 0, MOST_RARITY)
    this.#rows.load(from, slots)
    this.#signs = from.ints(slots * 2, spareFor(slots))
    this.#postings = Postings.load(from, this.#features, this.#uses, size)
    this.#logCount = this.#logNow()
    this.#touched.clear()
    this.#changed.clear()
    this.#since.begin(size)
  }

  /** From now on, what changes is noted against what is here. */
  rebase(): void {
    this.#upToDate()
    this.#since.begin(this.#size)
  }

  /** Features that tell something else than when all was written or read last, each with what it tells; null when these are too many. */
  told(): readonly number[] | null {
    this.#upToDate()
    return this.#since.changes(this.#rarity)
  }

  /**
   * By slot, the most by which the likeness of an article with any other is another one than when `told` was so, but for
   * what other lengths of rows do, and for features that came after all was written or read last; all of them, before that. Null when it is too many.
   */
  drift(told: ReadonlyMap<number, number>): Float64Array | null {
    const postings = this.#upToDate()
    const drift = new Float64Array(this.#features.slots)
    const { inverses } = this.#rows
    const isKnown = this.#since.each(told, this.#rarity, (feature, then) => {
      const now = this.#measure.likeness(this.#rarity[feature]!)
      const more = Math.abs(now - this.#measure.likeness(then))
      let most = 0
      postings.each(feature, (slot, worth) => (most = Math.max(most, worth * inverses[slot]!)))
      postings.each(feature, (slot, worth) => (drift[slot]! += worth * inverses[slot]! * more * most))
    })
    return isKnown ? drift : null
  }

  /** The square of the length of an article's row. */
  square(slot: number): number {
    this.#upToDate()
    return this.#rows.squares[slot] ?? 0
  }

  /** Has others be compared with the article in a slot, one by one: see {@link likenessWith}. */
  weigh(slot: number): void {
    this.#upToDate()
    this.#weighed.clear()
    const entry = this.entry(slot)
    if (entry) this.#eachTold(entry, (feature, weight) => this.#weighed.set(feature, weight))
  }

  /** Has it be asked how much of others are these features: see {@link containedIn}. */
  weighAll(features: readonly number[]): void {
    this.#upToDate()
    this.#weighed.clear()
    for (const feature of features) {
      this.#weighed.set(feature, this.#measure.likeness(this.#rarity[feature]!))
    }
  }

  /** As {@link addLikeness} and {@link Comparison.of} have it, to the last bit, of the article that was weighed in `slot`. */
  likenessWith(slot: number, other: number, factor: number): number {
    const score = this.#product(other)
    const { squares } = this.#rows
    return score === 0 ? 0 : (factor * score) / Math.sqrt(squares[slot]! * squares[other]!)
  }

  /** As {@link addContained} has it, to the last bit, of features that were weighed. */
  containedIn(other: number, factor: number): number {
    const part = this.#product(other) / this.#rows.squares[other]!
    return factor * part * part * part
  }

  #product(other: number): number {
    const entry = this.entry(other)
    return entry ? this.#weighed.product(entry) : 0
  }

  /** Hands over each slot with a feature. */
  eachWith(feature: number, visit: (slot: number) => void): void {
    this.#upToDate().each(feature, visit)
  }

  /** How many features the article in a slot has. */
  length(slot: number): number {
    return this.#features.length(slot)
  }

  /** Whether there is something in a slot. */
  has(slot: number): boolean {
    return this.#features.has(slot)
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
  #eachTold({ features, worths }: Features, visit: (feature: number, weight: number) => void): void {
    const [rarity, uses] = [this.#rarity, this.#uses]
    for (let at = 0; at < features.length; at++) {
      const feature = features[at]!
      // One that the article alone has adds to nothing but itself.
      if (rarity[feature]! === 0 || uses[feature]! < 2) continue
      visit(feature, worths[at]! * this.#measure.likeness(rarity[feature]!))
    }
  }

  #use({ features }: Features, step: 1 | -1): void {
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
    const postings = (this.#postings ??= Postings.of(this.#features, this.#size, isCommon))
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
    this.#makeRoom()
    for (let feature = 0; feature < this.#size; feature++) {
      const now = this.#rarityOf(feature)
      if (now !== this.#rarity[feature]) this.#since.note(feature, this.#rarity[feature]!)
      this.#rarity[feature] = now
    }
    this.#signs = new Int32Array(this.#features.slots * 2)
    for (let slot = 0; slot < this.#features.slots; slot++) this.#measureRow(slot)
  }

  /** Only what was touched can tell something else now, and only rows that have it be longer or shorter. */
  #measureTouched(postings: Postings): void {
    this.#makeRoom()
    const rarity = this.#rarity
    const rows = new Set(this.#changed)
    for (const feature of this.#touchedFeatures(postings)) {
      const [before, now] = [rarity[feature]!, this.#rarityOf(feature)]
      if (before === now) continue
      this.#since.note(feature, before)
      rarity[feature] = now
      const more = this.#measure.likeness(now) - this.#measure.likeness(before)
      const moreCommon = postings.columnOf(feature) === undefined ? 0 : more
      postings.each(feature, (slot, worth) => {
        this.#rows.add(slot, worth * worth * more, worth * worth * moreCommon)
        rows.add(slot)
      })
    }
    for (const slot of this.#changed) this.#measureRow(slot)
    for (const slot of rows) {
      this.#rows.settle(slot)
      this.#signs.fill(0, slot * 2, slot * 2 + 2)
    }
  }

  #makeRoom(): void {
    if (this.#rarity.length < this.#size) {
      const rarity = new Int32Array(this.#uses.length)
      rarity.set(this.#rarity)
      this.#rarity = rarity
    }
    this.#rows.makeRoom(this.#features.slots)
    while (this.#signs.length < this.#features.slots * 2) this.#signs = grown(this.#signs)
  }

  /** What was touched, and what depends on that. */
  #touchedFeatures(postings: Postings): ReadonlySet<number> {
    const features = new Set(this.#touched.keys())
    for (const [feature, before] of this.#touched) {
      if (logOf(this.#uses[feature]! || 1) === logOf(before || 1)) continue
      postings.each(feature, (slot) => {
        this.#measure.eachDependent(slot, feature, (other) => features.add(other))
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
    this.#rows.set(slot, squares, common)
    this.#rows.settle(slot)
  }

  #sign(slot: number): void {
    const entry = this.entry(slot)
    if (!entry) return
    const [{ features, worths }, rarity] = [entry, this.#rarity]
    let [a, b] = [1, 1]
    for (let at = 0; at < features.length; at++) {
      const feature = features[at]!
      const told = (rarity[feature]! << 8) | worths[at]!
      a = Math.imul(a ^ told ^ this.#measure.nameOf(feature), 0x01000193)
      b = Math.imul(b ^ (b >>> 15) ^ told, 0x85ebca6b)
    }
    this.#signs[slot * 2] = a
    this.#signs[slot * 2 + 1] = b
  }

  #roomForScores(rows: number): Float64Array {
    if (this.#scores.length < rows) this.#scores = new Float64Array(rows * 2)
    return this.#scores
  }
}
