import { RelatedIndex, type RelatedMeta, decodeNumbers, decodeVector } from '../../core/related/index.ts'
import type { Library } from './library.ts'
import { ANALYSER, refreshVectors, storeVector } from './related-analysis.ts'
import { type ChangeCounts, type Told, isAllTold } from './related-told.ts'
import type { RelatedHead, StoredVector } from './related.ts'

/** What the index was last told of an article. */
interface Known {
  readonly version: number
  readonly meta: string
  readonly links: readonly string[]
}

/** The index of a library's articles, brought up to its present state whenever that is asked. */
export class RelatedState {
  readonly index = new RelatedIndex(undefined, (id) => this.#formsOf(id))
  readonly heads = new Map<number, RelatedHead>()
  relatedCount = 0
  readonly #library: Library
  readonly #known = new Map<number, Known>()
  /** What a library that may only be read cannot keep. */
  #unstored: ReadonlyMap<number, StoredVector> = new Map()
  #ids: ReadonlyMap<string, number> = new Map()
  #paths: ReadonlyMap<number, readonly string[]> = new Map()
  #changes: ChangeCounts = {}
  #stamp = ''

  constructor(library: Library) {
    this.#library = library
  }

  /** What an article's text links to. */
  linksOf(id: number): ReadonlySet<number> {
    const links = this.#known.get(id)?.links ?? []
    return new Set(links.flatMap((slug) => this.#ids.get(slug) ?? []))
  }

  /** Stands for what an article is and for what that tells in the library; empty when it is not there. */
  sign(id: number): string {
    const head = this.heads.get(id)
    if (!head) return ''
    const { version, savedAt, status, footerPlace } = head
    const facts = [version, savedAt, status, footerPlace, this.#known.get(id)?.meta ?? '']
    return `${facts.join('.')} ${this.index.sign(id)}`
  }

  /** Brings the index up to the library's present state; at no cost when nobody has written meanwhile. */
  refresh(told: Told = null): void {
    if (this.#library.stamp() === this.#stamp) return
    if (told && this.#readTold(told)) return
    this.#unstored = refreshVectors(this.#library)
    // In a large library it takes seconds: whoever saves must not wait for it.
    this.#library.view(() => {
      this.#readAll()
      this.#isCurrent()
    })
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

  #readAll(): void {
    const library = this.#library
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
  }

  /** Most articles are as they were: nothing of them is read again. */
  #read(head: RelatedHead): void {
    this.heads.set(head.id, head)
    const known = this.#known.get(head.id)
    const isCurrent = known?.version === head.version
    if (isCurrent && known.meta === keyOf(head, this.#metaOf(head, known.links))) return
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
    const stored = this.#vectorOf(id)
    const isKnown = stored?.version === this.#known.get(id)?.version
    return (stored && isKnown && decodeVector(stored.vector)?.forms) || ''
  }

  #put(head: RelatedHead, stored: StoredVector | null): void {
    const vector = stored && decodeNumbers(stored.vector)
    // Saved between analysing and reading: the next refresh sees to it, since the stamp differs then too.
    if (!stored || !vector) return this.#forget(head.id)
    const meta = this.#metaOf(head, stored.links)
    this.index.add(head.id, vector, meta)
    this.#known.set(head.id, { version: head.version, meta: keyOf(head, meta), links: stored.links })
  }

  #forget(id: number): void {
    this.index.remove(id)
    this.#known.delete(id)
  }
}

/** Differs when the index must be told of an article anew, its terms included. */
function keyOf(head: RelatedHead, meta: RelatedMeta): string {
  return JSON.stringify([head.language, meta])
}

function categoryPaths(library: Library): Map<number, readonly string[]> {
  const paths = new Map<number, readonly string[]>()
  for (const { id, parentId, slug } of library.categories.list()) {
    paths.set(id, [...(parentId === null ? [] : (paths.get(parentId) ?? [])), slug])
  }
  return paths
}
