import type { RankOptions } from './best.ts'
import { type FormsOf, type Mark, NO_MARK, NO_ORDER, type Order, Partition } from './partition.ts'
import type { Fresh } from './rules.ts'
import { SIGNALS, type Signals } from './signals.ts'
import { type SnapshotSink, type SnapshotSource, readJson, requireThat } from './snapshot.ts'
import type { Reason, RelatedMeta, Scored, Suggestion } from './source.ts'
import type { TermVector } from './vector.ts'

/** By language, numbers of words and what each tells, in turn. */
export type Told = Readonly<Record<string, readonly number[]>>

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
    this.#partitionFor(vector.language).add(id, vector, meta)
    this.#languages.set(id, vector.language)
    this.#forms?.set(id, vector.forms)
  }

  /**
   * Writes all articles, to be read by {@link load}: much faster than adding them again. Not the words as they are written:
   * an index that was made without `formsOf` gives no reasons of words after it.
   */
  save(to: SnapshotSink): void {
    const partitions = [...this.#partitions].filter(([, { size }]) => size > 0)
    to.text(JSON.stringify(partitions.map(([language]) => language)))
    for (const [, partition] of partitions) partition.save(to)
  }

  /**
   * Reads into an empty index what another saved; it then answers as that one did, to the last bit. What was read may be of
   * a stranger: it is looked at whether it can be worked with, not whether it is true.
   * @throws BadSnapshot and is then of no use
   */
  load(from: SnapshotSource): void {
    const languages = readJson(from)
    requireThat(Array.isArray(languages) && new Set(languages).size === languages.length)
    for (const language of languages as readonly unknown[]) {
      requireThat(typeof language === 'string')
      const partition = this.#partitionFor(language)
      partition.load(from)
      for (const id of partition.ids) {
        requireThat(!this.#languages.has(id))
        this.#languages.set(id, language)
      }
    }
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
    return this.ordered(id, options).list.map((one) => ({ id: one.id, score: one.score }))
  }

  /**
   * The same, and what it hangs on. Where it is certain, it stays what it is until the article, one of the list, or another
   * that then comes before the last of it gets another {@link mark}.
   */
  ordered(id: number, options: RankOptions): Order {
    return this.#partitionOf(id)?.order(id, options) ?? NO_ORDER
  }

  /**
   * Stands for what the words, tags, category and links of an article tell in this library: two articles that have
   * the same of these as before, and of which this is the same, are as related as before.
   */
  mark(id: number): Mark {
    return this.#partitionOf(id)?.mark(id) ?? NO_MARK
  }

  /** From now on, what changes is noted against what is here: when it was saved, so that whoever loads it has the same. */
  rebase(): void {
    for (const partition of this.#partitions.values()) partition.rebase()
  }

  /**
   * By language, words that tell something else than when this was loaded or {@link rebase} was called, each with what it
   * tells, as this and whoever loaded the same numbers them. Of a language that came later nothing: its articles all did. Null when
   * they are too many to tell.
   */
  told(): Told | null {
    const told: [string, readonly number[]][] = []
    for (const [language, partition] of this.#partitions) {
      const changed = partition.told()
      if (changed === null) return null
      if (changed.length > 0) told.push([language, changed])
    }
    return Object.fromEntries(told)
  }

  /**
   * For each article the most by which evidence that it has in common with any other is another than when `told` was so:
   * between articles with the same words, but for those that came into the library after this was loaded or {@link rebase}
   * was called, and but for what other lengths of their rows do ({@link Mark}). Infinity where that is not known.
   */
  drift(told: Told): (id: number) => number {
    const drifts = new Map<string, ((id: number) => number) | null>()
    return (id) => {
      const language = this.#languages.get(id) ?? ''
      if (!drifts.has(language)) {
        drifts.set(language, this.#partitions.get(language)?.drift(mapOf(told[language] ?? [])) ?? null)
      }
      return drifts.get(language)?.(id) ?? Infinity
    }
  }

  /**
   * The order of some others in the list of an article, as {@link ordered} has it, when none but they can be in it: no other
   * counts for more than `next`. Shorter than asked for where it is not certain.
   */
  rescored(id: number, others: readonly number[], options: RankOptions, next: number): Order {
    return this.#partitionOf(id)?.rescored(id, others, options, next) ?? NO_ORDER
  }

  /**
   * The others in whose list an article may score as much as `floorOf` says, whatever else is in that; none is left out that
   * may. Not of those for which it says null.
   */
  eachReached(
    id: number,
    fresh: Fresh | null,
    floorOf: (other: number) => number | null,
    visit: (other: number) => void,
  ): void {
    this.#partitionOf(id)?.eachReached(id, fresh, floorOf, visit)
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

  #partitionFor(language: string): Partition {
    const known = this.#partitions.get(language)
    if (known) return known
    const made = new Partition(language, this.#signals, this.#formsOf)
    this.#partitions.set(language, made)
    return made
  }

  #partitionOf(id: number): Partition | undefined {
    const language = this.#languages.get(id)
    return language === undefined ? undefined : this.#partitions.get(language)
  }
}

function mapOf(pairs: readonly number[]): ReadonlyMap<number, number> {
  const map = new Map<number, number>()
  for (let at = 0; at + 1 < pairs.length; at += 2) map.set(pairs[at]!, pairs[at + 1]!)
  return map
}
