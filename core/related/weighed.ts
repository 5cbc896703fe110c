import { grown } from './feature-table.ts'
import type { Features } from './postings.ts'

/** Features of which each weighs something, to be compared with those of single articles. */
export class Weighed {
  /** By feature; a whole number, 0 for one that weighs nothing. */
  #weights = new Float64Array(1024)
  #features: number[] = []

  clear(): void {
    for (const feature of this.#features) this.#weights[feature] = 0
    this.#features = []
  }

  set(feature: number, weight: number): void {
    while (feature >= this.#weights.length) this.#weights = grown(this.#weights)
    this.#weights[feature] = weight
    this.#features.push(feature)
  }

  /** What an article's features are worth by these weights. */
  product({ features, worths }: Features): number {
    const weights = this.#weights
    let sum = 0
    for (let at = 0; at < features.length; at++) sum += (weights[features[at]!] ?? 0) * worths[at]!
    return sum
  }
}
