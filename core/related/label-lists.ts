import { FeatureLists } from './feature-lists.ts'
import { grown } from './feature-table.ts'
import { type SnapshotSink, type SnapshotSource, readJson, requireThat } from './snapshot.ts'
import { logOf, TO_ONE } from './weights.ts'

/** Which number a label has been given. */
interface Numbers<L> {
  get(label: L): number | undefined
  set(label: L, number: number): void
}

/** For labels that are small whole numbers themselves: a Map's work at a tenth of the time. */
export class DenseNumbers implements Numbers<number> {
  /** By label, one more than its number; 0 where it has none. */
  #places = new Int32Array(1024)

  get(label: number): number | undefined {
    const place = this.#places[label] ?? 0
    return place === 0 ? undefined : place - 1
  }

  set(label: number, number: number): void {
    while (label >= this.#places.length) this.#places = grown(this.#places)
    this.#places[label] = number + 1
  }
}

/**
 * What articles have or have not, such as tags: likeness by what they share, rare labels counting more. A
 * label that everything has says nothing, and one that nearly everything has says little, also when
 * it is an article's only one: that is what the 1 in the length of a row is for.
 */
export class LabelLists<L extends string | number> {
  readonly #numbers: Numbers<L>
  /** By number. */
  #labels: L[] = []
  readonly #nameOf: (label: L) => number
  readonly #lists: FeatureLists = new FeatureLists({
    beyond: 0,
    rarity: (label, logCount) => logCount - logOf(this.#lists.uses(label)),
    // The weight of a label is the root of its rarity: its square is what is counted.
    likeness: (rarity) => rarity,
    base: TO_ONE,
    isCommon: () => false,
    nameOf: (label) => this.#nameOf(this.#labels[label]!),
    eachDependent: () => {},
  })

  /** `nameOf` gives what stands for a label in every library. */
  constructor(nameOf: (label: L) => number, numbers: Numbers<L> = new Map<L, number>()) {
    this.#nameOf = nameOf
    this.#numbers = numbers
  }

  /** Gives an article its labels, each once; nothing is worked out anew when they are what they were. */
  set(slot: number, labels: readonly L[]): void {
    const features = Int32Array.from(labels.map((label) => this.#number(label)))
    const before = this.#lists.entry(slot)
    if (before && isSame(before.features, features)) return
    this.#lists.put(slot, { features, worths: onesFor(features.length) }, this.#labels.length)
  }

  clear(slot: number): void {
    if (this.#lists.has(slot)) this.#lists.put(slot, null, this.#labels.length)
  }

  /** Adds to `evidence`, by slot, `factor` times the likeness of each article with the one in `slot`: 0 to 1. */
  addLikeness(slot: number, evidence: Float64Array, factor: number): void {
    this.#lists.addLikeness(slot, evidence, factor)
  }

  /** Adds to `evidence`, by slot, up to `factor`: the more, the more of an article's labels are among these, each once. */
  addContained(labels: Iterable<L>, evidence: Float64Array, factor: number): void {
    this.#lists.addContained(this.#known(labels), evidence, factor)
  }

  /** See {@link FeatureLists.square}. */
  square(slot: number): number {
    return this.#lists.square(slot)
  }

  /** See {@link FeatureLists.weigh}. */
  weigh(slot: number): void {
    this.#lists.weigh(slot)
  }

  /** See {@link FeatureLists.likenessWith}. */
  likenessWith(slot: number, other: number, factor: number): number {
    return this.#lists.likenessWith(slot, other, factor)
  }

  /** See {@link FeatureLists.weighAll}. */
  weighAll(labels: Iterable<L>): void {
    this.#lists.weighAll(this.#known(labels))
  }

  /** See {@link FeatureLists.containedIn}. */
  containedIn(other: number, factor: number): number {
    return this.#lists.containedIn(other, factor)
  }

  /** The labels of the article in `slot`, as they were set. */
  labels(slot: number): readonly L[] {
    return Array.from(this.#lists.entry(slot)?.features ?? [], (number) => this.#labels[number]!)
  }

  /** Hands over each slot with a label. */
  eachWith(label: L, visit: (slot: number) => void): void {
    const number = this.#numbers.get(label)
    if (number !== undefined) this.#lists.eachWith(number, visit)
  }

  save(to: SnapshotSink): void {
    to.text(JSON.stringify(this.#labels))
    this.#lists.save(to)
  }

  /** Reads what was saved of so many slots into lists that are empty; all labels must be such. @throws BadSnapshot */
  load(from: SnapshotSource, slots: number, isLabel: (label: unknown) => label is L): void {
    const labels = readJson(from)
    requireThat(Array.isArray(labels) && labels.every(isLabel))
    this.#labels = labels
    for (const [number, label] of this.#labels.entries()) this.#numbers.set(label, number)
    this.#lists.load(from, slots, labels.length)
  }

  /** Whether there is something in a slot, be it no label at all. */
  has(slot: number): boolean {
    return this.#lists.has(slot)
  }

  /** See {@link FeatureLists.mixTold}. */
  mixTold(slot: number, numbers: Int32Array): void {
    this.#lists.mixTold(slot, numbers)
  }

  /** ln of all articles by those that have the label, as a whole number; 0 for one that none has. */
  rarity(label: L): number {
    const number = this.#numbers.get(label)
    return number === undefined ? 0 : (this.#lists.rarity[number] ?? 0)
  }

  /** The numbers of those labels that have one. */
  #known(labels: Iterable<L>): number[] {
    const known: number[] = []
    for (const label of labels) {
      const number = this.#numbers.get(label)
      if (number !== undefined) known.push(number)
    }
    return known
  }

  #number(label: L): number {
    let number = this.#numbers.get(label)
    if (number === undefined) {
      number = this.#labels.push(label) - 1
      this.#numbers.set(label, number)
    }
    return number
  }
}

const ones: Uint8Array[] = []

/** Each label is worth the same. Shared: most articles have as few. */
function onesFor(length: number): Uint8Array {
  return (ones[length] ??= new Uint8Array(length).fill(1))
}

function isSame(a: Int32Array, b: Int32Array): boolean {
  return a.length === b.length && a.every((label, at) => label === b[at])
}
