import { makeSlug } from '../../core/slug.ts'
import { foldName } from '../library/fold.ts'
import type { Library } from '../library/library.ts'

/** What a category or an author is known by. */
interface Named {
  readonly id: number
  readonly name: string
  readonly slug: string
}

/** Categories and authors of a library by name or slug; those that it lacks are made. Within a transaction. */
export class Places {
  readonly #library: Library
  readonly #authors = new Map<string, number>()
  readonly #categories = new Map<string, number>()

  constructor(library: Library) {
    this.#library = library
  }

  /** The category at a path of names or slugs; null for an empty path. */
  category(path: readonly string[]): number | null {
    if (path.length === 0) return null
    return remembered(this.#categories, path.join('\n'), () => {
      const parentId = this.category(path.slice(0, -1))
      const name = path.at(-1) ?? ''
      return (
        this.#child(parentId, name, path.length === 1) ??
        this.#library.categories.create({ name, parentId }).id
      )
    })
  }

  /** The author of a name or slug. */
  author(name: string): number {
    return remembered(this.#authors, name, () => {
      const known = this.#library.authors.list().find(isCalled(name))
      return known?.id ?? this.#library.authors.create({ name }).id
    })
  }

  /** `anywhere`: a single name may also be that of one category further down. */
  #child(parentId: number | null, name: string, anywhere: boolean): number | null {
    const called = this.#library.categories.list().filter(isCalled(name))
    const child = called.find((category) => category.parentId === parentId)
    if (child) return child.id
    return anywhere && called.length === 1 ? (called[0]?.id ?? null) : null
  }
}

function isCalled(wanted: string): (named: Named) => boolean {
  const [fold, slug] = [foldName(wanted), makeSlug(wanted)]
  return (named) =>
    foldName(named.name) === fold || named.slug === wanted || (slug !== '' && named.slug === slug)
}

function remembered(known: Map<string, number>, key: string, find: () => number): number {
  const id = known.get(key) ?? find()
  known.set(key, id)
  return id
}
