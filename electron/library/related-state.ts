import { randomUUID } from 'node:crypto'
import {
  BadSnapshot,
  RelatedIndex,
  type RelatedMeta,
  decodeNumbers,
  decodeVector,
  numberOf,
} from '../../core/related/index.ts'
import type { Library } from './library.ts'
import { ANALYSER, analysed, refreshVectors, storeVector } from './related-analysis.ts'
import { type Known, loadKnown, saveKnown } from './related-known.ts'
import type { ArticleMark } from './related-service.ts'
import { keepSnapshot, readSnapshot } from './related-snapshot.ts'
import { type ChangeCounts, type Told, isAllTold } from './related-told.ts'
import type { RelatedHead, StoredVector } from './related.ts'

/** Of so many articles another state is read sooner than the index is written again … */
const FEW_CHANGED = 64
/** … and of this part of a large library. */
const PART_CHANGED = 0.03

/** How often what others save while it is being analysed is read again. */
const MOST_TRIES = 3

/** The index of a library's articles, brought up to its present state whenever that is asked. */
export class RelatedState {
  #index = this.#emptyIndex()
  readonly heads = new Map<number, RelatedHead>()
  relatedCount = 0
  readonly #library: Library
  #known = new Map<number, Known>()
  /** Articles that are not in the kept snapshot as they are here; null when there is none that is of use. */
  #since: Set<number> | null = null
  #isBegun: boolean
  #base = ''
  /** What a library that may only be read cannot keep. */
  #unstored: ReadonlyMap<number, StoredVector> = new Map()
  #ids: ReadonlyMap<string, number> = new Map()
  #paths: ReadonlyMap<number, readonly string[]> = new Map()
  #changes: ChangeCounts = {}
  #stamp = ''
  /** Whether an article was found that is not analysed as it is now. */
  #isBehind = false

  /** `isAnew`: what was kept of an index is not looked at. */
  constructor(library: Library, isAnew: boolean) {
    this.#library = library
    this.#isBegun = isAnew
  }

  get index(): RelatedIndex {
    return this.#index
  }

  /** What an article's text links to. */
  linksOf(id: number): ReadonlySet<number> {
    const links = this.#known.get(id)?.links ?? []
    return new Set(links.flatMap((slug) => this.#ids.get(slug) ?? []))
  }

  /** Stands for what an article is and for what that tells in the library; as good as nothing when it is not there. */
  mark(id: number): ArticleMark {
    const head = this.heads.get(id)
    const { labels, words, square } = this.#index.mark(id)
    if (!head) return { sign: '', words, square }
    const { version, savedAt, status, footerPlace } = head
    const facts = `${version} ${savedAt} ${status} ${footerPlace} ${this.#known.get(id)?.key}`
    return { sign: `${numberOf(facts)}.${labels}`, words, square }
  }

  /** Names the kept index that this began with or was kept as last; empty before that. */
  get base(): string {
    return this.#base
  }

  /** Whether an article is not what it is in that. */
  isOther(id: number): boolean {
    return this.#since?.has(id) ?? true
  }

  /**
   * Keeps the index for whoever opens the library next, when what is kept differs much from it. `onEach` is called now and
   * then and ends the work by throwing.
   */
  keep(onEach: () => void): void {
    const most = Math.max(FEW_CHANGED, this.#known.size * PART_CHANGED)
    const isOfUse = this.#since !== null && this.#since.size <= most && this.#index.told() !== null
    if (this.#known.size === 0 || isOfUse) return
    const base = randomUUID()
    const isKept = keepSnapshot(
      this.#library.folder,
      (to) => {
        to.text(base)
        saveKnown(this.#known, to)
        this.#index.save(to)
      },
      onEach,
    )
    if (!isKept) return
    this.#index.rebase()
    this.#since = new Set()
    this.#base = base
  }

  /** Brings the index up to the library's present state; at no cost when nobody has written meanwhile. */
  refresh(told: Told = null): void {
    if (this.#library.stamp() === this.#stamp) return
    if (told && this.#readTold(told)) return
    if (!this.#isBegun) this.#begin()
    // In a large library it takes seconds: whoever saves must not wait for it.
    if (this.#known.size > 0 && this.#library.view(() => this.#readAll())) return
    for (let tries = 0; tries < MOST_TRIES; tries += 1) {
      this.#unstored = refreshVectors(this.#library)
      if (this.#library.view(() => this.#readAll())) return
    }
    // Somebody saves on and on: the next question reads what is left.
    this.#stamp = ''
  }

  /** Begins with what was kept, if anything was: only what has changed since is read. */
  #begin(): void {
    this.#isBegun = true
    const kept = readSnapshot(this.#library.folder, (from) => {
      const base = from.text()
      const known = loadKnown(from)
      const index = this.#emptyIndex()
      index.load(from)
      if (index.size !== known.size) throw new BadSnapshot('articles of which nothing is known')
      return { base, known, index }
    })
    if (!kept) return
    this.#known = kept.known
    this.#index = kept.index
    this.#since = new Set()
    this.#base = kept.base
  }

  #emptyIndex(): RelatedIndex {
    return new RelatedIndex(undefined, (id) => this.#formsOf(id))
  }

  #isCurrent(): void {
    this.#changes = this.#library.related.changes()
    this.#stamp = this.#library.stamp()
  }

  /** False, and nothing done, when more has happened than what was told, or links may lead elsewhere now. */
  #readTold(told: NonNullable<Told>): boolean {
    const { related, articles } = this.#library
    if (this.#library.readonly) return false
    for (const { id } of related.heads(told.articles)) {
      if (!related.vector(ANALYSER, id)) storeVector(this.#library, articles.get(id))
    }
    return this.#library.view(() => {
      if (!isAllTold(this.#changes, told, related.changes())) return false
      const heads = related.heads(told.articles)
      const isThere = heads.every(({ id, slug }) => this.heads.get(id)?.slug === slug)
      if (heads.length !== told.articles.length || !isThere) return false
      for (const head of heads) this.#read(head)
      this.#isCurrent()
      return true
    })
  }

  /** False when something was not analysed, which must be done first. */
  #readAll(): boolean {
    const library = this.#library
    this.#isBehind = false
    const heads = library.related.heads()
    this.heads.clear()
    for (const head of heads) this.heads.set(head.id, head)
    this.relatedCount = library.site.get().relatedCount
    this.#ids = new Map(heads.map(({ id, slug }) => [slug, id]))
    this.#paths = categoryPaths(library)
    for (const id of [...this.#known.keys()]) {
      if (!this.heads.has(id)) this.#forget(id)
    }
    // All at once is many times as fast as one by one, and one after another takes the room of one.
    const all = this.#known.size === 0 ? library.related.vectors(ANALYSER) : []
    for (const vector of all) {
      const head = this.heads.get(vector.id)
      if (head) this.#put(head, vector)
    }
    for (const head of heads) this.#read(head)
    this.#isCurrent()
    return !this.#isBehind
  }

  /** Most articles are as they were: nothing of them is read again. */
  #read(head: RelatedHead): void {
    this.heads.set(head.id, head)
    const known = this.#known.get(head.id)
    const isCurrent = known?.version === head.version && known.savedAt === head.savedAt
    if (isCurrent && known.key === keyOf(head, this.#metaOf(head, known.links))) return
    this.#put(head, this.#vectorOf(head.id))
  }

  #metaOf(head: RelatedHead, links: readonly string[]): RelatedMeta {
    return {
      tags: head.tags,
      categoryPath: head.categoryId === null ? [] : (this.#paths.get(head.categoryId) ?? []),
      date: head.publishedAt,
      links: links.map((slug) => this.#ids.get(slug)).filter((id) => id !== undefined),
    }
  }

  #vectorOf(id: number): StoredVector | null {
    return this.#unstored.get(id) ?? this.#library.related.vector(ANALYSER, id)
  }

  /** Of an article that has been saved meanwhile nothing is known: its words would be those of another vector. */
  #formsOf(id: number): string {
    const known = this.#known.get(id)
    // Whoever kept the index may not have been allowed to store it.
    const stored = known && (this.#vectorOf(id) ?? analysed(this.#library, id))
    return (stored?.version === known?.version && stored && decodeVector(stored.vector)?.forms) || ''
  }

  #put(head: RelatedHead, stored: StoredVector | null): void {
    // Saved between analysing and reading.
    if (stored?.version !== head.version) {
      this.#isBehind = true
      return this.#forget(head.id)
    }
    const vector = decodeNumbers(stored.vector)
    if (!vector) return this.#forget(head.id)
    const meta = this.#metaOf(head, stored.links)
    this.#index.add(head.id, vector, meta)
    const { version, savedAt } = head
    this.#known.set(head.id, { version, savedAt, key: keyOf(head, meta), links: stored.links })
    this.#since?.add(head.id)
  }

  #forget(id: number): void {
    this.#index.remove(id)
    if (this.#known.delete(id)) this.#since?.add(id)
  }
}

/** Differs when the index must be told of an article anew, its terms included. */
function keyOf({ language }: RelatedHead, { tags, categoryPath, date, links }: RelatedMeta): number {
  return numberOf(JSON.stringify([language, date, tags, categoryPath, links]))
}

function categoryPaths(library: Library): Map<number, readonly string[]> {
  const paths = new Map<number, readonly string[]>()
  for (const { id, parentId, slug } of library.categories.list()) {
    paths.set(id, [...(parentId === null ? [] : (paths.get(parentId) ?? [])), slug])
  }
  return paths
}
