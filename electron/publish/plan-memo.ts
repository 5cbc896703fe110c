import { type ArticleHead, isSameElsewhere } from '../../core/page/index.ts'
import type { RelatedLists } from '../library/related-lists.ts'
import type { Bodies } from './bodies.ts'

/** What pages are planned from. */
export interface PlanSource {
  /** All that the pages of a site are made of but its articles, spelled out. */
  readonly world: string
  readonly articles: readonly ArticleHead[]
  readonly bodies: Pick<Bodies, 'of'>
  /** What the page of each article shows as related. */
  readonly related: RelatedLists
}

/** An article, with what only its own page hangs on. */
interface Known {
  readonly head: ArticleHead
  /** Stands for its body. */
  readonly body: string
  readonly related: readonly number[]
}

const NONE: readonly number[] = []

interface Noted {
  readonly of: string
  readonly value: unknown
}

/**
 * The plan of a site that was made last. Of the next plan of the same site only those pages are spelled out anew that may be
 * others: when nothing has changed but texts, the pages of those alone. It holds what a plan was made from and looks at all
 * of it, so that plans are what they are without it, whatever was planned before.
 */
export class PlanMemo {
  #last: Planning | null = null

  /** Begins a plan, which is remembered from its end on. */
  begin(source: PlanSource): Planning {
    return new Planning(source, this.#last, (planning) => (this.#last = planning))
  }
}

/** One plan. */
export class Planning {
  readonly #world: string
  readonly #articles: ReadonlyMap<number, Known>
  readonly #onEnd: (planning: Planning) => void
  readonly #changed: ReadonlySet<number> | null
  readonly #noted: Map<string, Noted>
  /** The keys of the plan before, and at the end of this one. */
  #keys: ReadonlyMap<string, string>

  constructor(
    { world, articles, bodies, related }: PlanSource,
    before: Planning | null,
    onEnd: (planning: Planning) => void,
  ) {
    this.#world = world
    this.#articles = new Map(
      articles.map((head) => {
        const { id } = head
        return [id, { head, body: bodies.of(id).key, related: related.get(id) ?? NONE }]
      }),
    )
    this.#onEnd = onEnd
    this.#changed = before && this.#changedSince(before)
    const same = this.#changed && before
    this.#keys = same ? same.#keys : new Map()
    this.#noted = same ? same.#noted : new Map()
  }

  /** The key that a page had and has still; undefined when it has to be spelled out. `id`: of the article whose page it is. */
  keyOf(path: string, id: number | null): string | undefined {
    return this.#changed?.has(id ?? -1) ? undefined : this.#keys.get(path)
  }

  /** The plan is made: the key of every page by its path. */
  end(keys: ReadonlyMap<string, string>): void {
    this.#keys = keys
    this.#onEnd(this)
  }

  /**
   * What `make` gives: what it gave for a plan before, when it is made of nothing but the site, what of its articles stands on
   * other pages than their own, and what `of` spells out.
   */
  noted<T>(name: string, of: string, make: () => T): T {
    const known = this.#noted.get(name)
    if (known?.of === of) return known.value as T
    const value = make()
    this.#noted.set(name, { of, value })
    return value
  }

  /** The articles that are not what they were; null when something is other that more pages show. */
  #changedSince(before: Planning): ReadonlySet<number> | null {
    if (this.#world !== before.#world || this.#articles.size !== before.#articles.size) return null
    const changed = new Set<number>()
    for (const [id, now] of this.#articles) {
      const known = before.#articles.get(id)
      if (!known || !isSameElsewhere(now.head, known.head)) return null
      if (!isSame(now, known)) changed.add(id)
    }
    return changed
  }
}

/** Whether the page of an article is the same, of which all is the same that other pages show. */
function isSame({ head, body, related }: Known, before: Known): boolean {
  const { version, updatedAt, words } = before.head
  return (
    head.version === version &&
    head.updatedAt === updatedAt &&
    head.words === words &&
    body === before.body &&
    related.length === before.related.length &&
    related.every((id, at) => id === before.related[at])
  )
}
