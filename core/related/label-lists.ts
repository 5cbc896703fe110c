import { Inverted, type Row } from './inverted.ts'

/**
 * What articles have or have not, such as tags: likeness by what they share, rare labels counting more. A
 * label that everything has says nothing, and one that nearly everything has says little, also when
 * it is an article's only one: that is what the 1 under the root is for.
 */
export class LabelLists {
  readonly #numbers = new Map<string, number>()
  readonly #rows: (Int32Array | null)[] = []
  readonly #uses: number[] = []
  #count = 0
  #compiled: { readonly rarity: Float64Array; readonly inverted: Inverted } | null = null

  /** Gives an article its labels, each once; nothing is worked out anew when they are what they were. */
  set(slot: number, labels: readonly string[]): void {
    const row = Int32Array.from(labels, (label) => this.#number(label))
    const before = this.#rows[slot]
    if (before && before.length === row.length && before.every((label, at) => label === row[at])) return
    this.clear(slot)
    this.#rows[slot] = row
    this.#use(row, 1)
  }

  clear(slot: number): void {
    const row = this.#rows[slot]
    if (!row) return
    this.#rows[slot] = null
    this.#use(row, -1)
  }

  /** Adds to `scores`, by slot, `factor` times the likeness of each article with the one in `slot`: 0 to 1. */
  addLikeness(slot: number, scores: Float64Array, factor: number): void {
    const row = this.#rows[slot]
    if (!row || row.length === 0) return
    const { rarity, inverted } = this.#compile()
    const { features, weights } = rowOf(row, rarity)
    for (const [at, label] of features.entries()) inverted.add(label, factor * (weights[at] ?? 0), scores)
  }

  /** Root of ln of all articles by those that have the label; 0 for one that none has. */
  rarity(label: string): number {
    const number = this.#numbers.get(label)
    return number === undefined ? 0 : (this.#compile().rarity[number] ?? 0)
  }

  #number(label: string): number {
    let number = this.#numbers.get(label)
    if (number === undefined) this.#numbers.set(label, (number = this.#numbers.size))
    return number
  }

  #use(row: Int32Array, step: 1 | -1): void {
    for (const label of row) this.#uses[label] = (this.#uses[label] ?? 0) + step
    this.#count += step
    this.#compiled = null
  }

  #compile() {
    if (this.#compiled) return this.#compiled
    const uses = Int32Array.from({ length: this.#numbers.size }, (_, label) => this.#uses[label] ?? 0)
    const rarity = Float64Array.from(uses, (count) =>
      count > 0 ? Math.sqrt(Math.log(this.#count / count)) : 0,
    )
    const rows = [...this.#rows.entries()].flatMap(([slot, row]) =>
      row ? [[slot, rowOf(row, rarity)] as const] : [],
    )
    return (this.#compiled = { rarity, inverted: new Inverted(uses, rows) })
  }
}

function rowOf(features: Int32Array, rarity: Float64Array): Row {
  let squares = 1
  for (const label of features) squares += (rarity[label] ?? 0) ** 2
  const length = Math.sqrt(squares)
  return { features, weights: Float32Array.from(features, (label) => (rarity[label] ?? 0) / length) }
}
