import type { RankOptions } from './best.ts'
import { type FormsOf, Partition } from './partition.ts'
import { SIGNALS, type Signals } from './signals.ts'
import type { Reason, RelatedMeta, Scored, Suggestion } from './source.ts'
import type { TermVector } from './vector.ts'

/**
 * The articles of one library, ready to be ranked by how related they are. Languages are kept apart: an
 * article is only ever compared with those of its own. What it answers depends on what is in it, not on the
 * order in which it came there.
 */
export class RelatedIndex {
  readonly #signals: Signals
  readonly #partitions = new Map<string, Partition>()
  readonly #languages = new Map<number, string>()

  readonly #formsOf: FormsOf
  readonly #forms: Map<number, string> | null

  /**
   * `formsOf` gives the words of an article that reasons are asked of, which spares keeping those of every article.
   * Other signals than the product's own are for measuring what each adds.
   */
  constructor(signals: Signals = SIGNALS, formsOf?: FormsOf) {
    this.#signals = signals
    this.#forms = formsOf ? null : new Map()
    this.#formsOf = formsOf ?? ((id) => this.#forms?.get(id) ?? '')
  }

  /** Number of articles. */
  get size(): number {
    return this.#languages.size
  }

  /** Puts an article in, or in the place of what it was. */
  add(id: number, vector: TermVector, meta: RelatedMeta): void {
    if (this.#languages.get(id) !== vector.language) this.remove(id)
    let partition = this.#partitions.get(vector.language)
    if (!partition)
      this.#partitions.set(vector.language, (partition = new Partition(this.#signals, this.#formsOf)))
    partition.add(id, vector, meta)
    this.#languages.set(id, vector.language)
    this.#forms?.set(id, vector.forms)
  }

  /** Takes an article out; nothing happens when it is not there. */
  remove(id: number): void {
    this.#partitionOf(id)?.remove(id)
    this.#languages.delete(id)
    this.#forms?.delete(id)
  }

  /**
   * The articles most related to one, best first, in the order of `byRank`. Articles that share nothing
   * telling with it are never given, so the list can be shorter than the limit, or empty.
   */
  order(id: number, options: RankOptions): readonly Scored[] {
    return this.#partitionOf(id)?.order(id, options) ?? []
  }

  /** For one article a question that can be asked of any in its list: why it is suggested beside it. */
  reasons(id: number): (other: number) => readonly Reason[] {
    return this.#partitionOf(id)?.reasons(id) ?? (() => [])
  }

  /** Order and reasons in one. Reasons cost more than the order: ask for them only where they are read. */
  rank(id: number, options: RankOptions): readonly Suggestion[] {
    const reasons = this.reasons(id)
    return this.order(id, options).map((one) => ({ ...one, reasons: reasons(one.id) }))
  }

  /** Every article's list, by ascending id. */
  *rankAll(
    options: RankOptions,
  ): Generator<{ readonly id: number; readonly related: readonly Suggestion[] }> {
    for (const id of [...this.#languages.keys()].sort((a, b) => a - b)) {
      yield { id, related: this.rank(id, options) }
    }
  }

  #partitionOf(id: number): Partition | undefined {
    const language = this.#languages.get(id)
    return language === undefined ? undefined : this.#partitions.get(language)
  }
}
