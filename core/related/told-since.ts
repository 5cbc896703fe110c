/** When more features than this tell something else, all has changed. */
const MOST = 50_000

/** What features told when all of them were written or read last, where it is something else now. */
export class ToldSince {
  /** How many features there were; null before anything was written or read. */
  #size: number | null = null
  readonly #told = new Map<number, number>()

  /** From now on, what changes is noted: of so many features. */
  begin(size: number): void {
    this.#size = size
    this.#told.clear()
  }

  /** A feature is about to tell something else than this. */
  note(feature: number, before: number): void {
    if (this.#size === null || feature >= this.#size || this.#isTooMuch || this.#told.has(feature)) return
    this.#told.set(feature, before)
  }

  /** Features that tell something else, each with what it tells by `rarity`; null when these are too many. */
  changes(rarity: Int32Array): readonly number[] | null {
    if (this.#isTooMuch) return null
    const changed = [...this.#told].filter(([feature, before]) => rarity[feature] !== before)
    return changed.flatMap(([feature]) => [feature, rarity[feature]!])
  }

  /**
   * Hands over features that tell something else than when {@link changes} was `told`, with what they told then. Not those
   * that came after all was written or read. False when there are too many.
   */
  each(
    told: ReadonlyMap<number, number>,
    rarity: Int32Array,
    visit: (feature: number, then: number) => void,
  ): boolean {
    if (this.#isTooMuch) return false
    for (const feature of new Set([...this.#told.keys(), ...told.keys()])) {
      const then = told.get(feature) ?? this.#told.get(feature)
      if (then !== undefined && feature < (this.#size ?? 0) && then !== rarity[feature]) visit(feature, then)
    }
    return true
  }

  get #isTooMuch(): boolean {
    return this.#told.size > MOST
  }
}
