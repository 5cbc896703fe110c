import type { Article, Status } from '../../../core/article.ts'
import type { BulkChange } from '../../../core/acts.ts'
import { foldName } from '../../../electron/library/fold.ts'
import type { Library } from '../../../electron/library/library.ts'

/** A tag as the model has it: two are the same when they are the same object. */
interface ModelTag {
  name: string
}

/** What acts can change in an article. */
interface ModelArticle {
  status: Status
  category: number | null
  published: string | null
  language: string | null
  tags: readonly ModelTag[]
  authors: readonly number[]
  trashed: boolean
}

type Field = keyof ModelArticle

/** A category and what it had when it went to the trash. */
interface Binned {
  readonly id: number
  readonly movedTo: number | null
  readonly had: readonly number[]
}

/** What an act did, in the words of the model. */
type Deed =
  | {
      readonly of: 'field'
      readonly id: number
      readonly field: Field
      readonly before: unknown
      readonly after: unknown
      readonly names: ReadonlyMap<ModelTag, string>
    }
  | ({ readonly of: 'binned' } & Binned)
  | ({ readonly of: 'unbinned' } & Binned)
  | { readonly of: 'tag'; readonly tag: ModelTag; readonly before: string; readonly after: string }

interface ModelStep {
  readonly do: string
  readonly it?: number
  readonly ids?: readonly number[]
  readonly to?: number
  readonly parent?: number
  readonly index?: number
  readonly name?: string
  readonly body?: string
  readonly category?: number
  readonly tags?: readonly string[]
  readonly change?: Omit<BulkChange, 'categoryId'> & { readonly categoryId?: number | null }
}

/**
 * What articles are after any sequence of acts, worked out without SQL: each act is a list of fields before and after,
 * and undoing takes back those that still are what it made of them. Which categories and authors there are, and the tree
 * itself, is the library's to say.
 */
export class ActsModel {
  /** Acts of before. */
  readonly start: ReadonlySet<number>
  readonly #library: Library
  #articles = new Map<number, ModelArticle>()
  #bins = new Map<number, { movedTo: number | null; had: readonly number[] }>()
  #acts = new Map<number, readonly Deed[]>()

  constructor(library: Library) {
    this.#library = library
    this.start = new Set(library.acts.list(1000).map(({ id }) => id))
    const tags = new Map<string, ModelTag>()
    for (const article of this.#read()) {
      const own = article.tags.map((name) => tags.get(name) ?? { name })
      for (const tag of own) tags.set(tag.name, tag)
      this.#articles.set(article.id, { ...fieldsOf(article), tags: own })
    }
  }

  actual(): unknown {
    return this.#read().map((article) => [article.id, { ...fieldsOf(article), tags: article.tags }])
  }

  expected(): unknown {
    return [...this.#articles]
      .sort(([a], [b]) => a - b)
      .map(([id, article]) => [id, { ...article, tags: article.tags.map(({ name }) => name) }])
  }

  /** Does a step in library and model; throws what the library throws, with the model as it was. */
  run(step: ModelStep): void {
    const { articles, categories, tags, authors, media, acts } = this.#library
    const ids = (step.ids ?? [])
      .map((choice) => at([...this.#articles.keys()], choice))
      .filter((id) => id !== null)
    const live = categories.list().map(({ id }) => id)
    const category = (choice = 0) => live[choice % (live.length + 1)] ?? null
    const it = step.it ?? 0
    const people = authors.list().map(({ id }) => id)
    const change = step.change && {
      ...step.change,
      ...(step.change.categoryId == null ? {} : { categoryId: category(step.change.categoryId) }),
      ...(step.change.authorIds
        ? {
            authorIds: [...new Set(step.change.authorIds.map((choice) => at(people, choice)))].filter(
              (id) => id !== null,
            ),
          }
        : {}),
    }
    switch (step.do) {
      case 'change': {
        const { actId } = articles.change(ids, change ?? {})
        return this.#act(actId, () => this.#change(ids, change ?? {}))
      }
      case 'trash':
      case 'restore': {
        const { actId } = articles[step.do](ids)
        return this.#act(actId, () => ids.flatMap((id) => this.#set(id, { trashed: step.do === 'trash' })))
      }
      case 'save': {
        const id = at([...this.#articles.keys()], it)
        if (id === null || this.#article(id).trashed) return
        const { version } = articles.get(id)
        const { addTags, removeTags: _none, ...rest } = change ?? {}
        articles.save(id, version, { ...rest, ...(addTags ? { tags: addTags } : {}), body: step.body ?? '' })
        this.#change([id], rest)
        if (addTags) this.#set(id, { tags: addTags.map((name) => this.#tag(name)) })
        return
      }
      case 'create': {
        const made = articles.create({
          title: 'Nieuw',
          categoryId: category(step.category),
          tags: step.tags ?? [],
        })
        const own = (step.tags ?? []).map((name) => this.#tag(name))
        this.#articles.set(made.id, { ...fieldsOf(made), tags: own })
        return
      }
      case 'deleteArticle': {
        const id = at([...this.#articles.keys()], it)
        if (id === null) return
        articles.delete([id])
        this.#articles.delete(id)
        return
      }
      case 'createCategory':
        categories.create({ name: 'Nieuw', parentId: category(step.parent) })
        return
      case 'createAuthor':
        authors.create({ name: 'Nieuw' })
        return
      case 'moveCategory': {
        const { actId } = categories.move(at(live, it) ?? 0, category(step.parent), step.index ?? 0)
        return this.#act(actId, () => [])
      }
      case 'trashCategory': {
        const id = at(live, it) ?? 0
        const { actId } = categories.trash(id, category(step.to))
        return this.#act(actId, () => this.#bin(id, category(step.to), []))
      }
      case 'restoreCategory':
      case 'deleteCategory': {
        const id =
          at(
            this.#library.trash.list().categories.map((one) => one.id),
            it,
          ) ?? 0
        if (step.do === 'deleteCategory') {
          categories.delete(id)
          this.#bins.delete(id)
          return
        }
        const { actId } = categories.restore([id])
        return this.#act(actId, () => this.#unbin(id))
      }
      case 'renameTag':
      case 'deleteTag': {
        const one = at(tags.list(), it)
        if (one === null) return
        const tag = this.#tag(one.name)
        if (step.do === 'deleteTag') {
          const { actId } = tags.delete(one.id)
          return this.#act(actId, () => this.#swap(tag, null))
        }
        const { actId } = tags.rename(one.id, step.name ?? '')
        return this.#act(actId, () => this.#rename(tag, step.name ?? ''))
      }
      case 'deleteAuthor': {
        const id = at(people, it) ?? 0
        const { actId } = authors.delete(id)
        return this.#act(actId, () =>
          [...this.#articles.keys()].flatMap((article) =>
            this.#set(article, { authors: this.#article(article).authors.filter((author) => author !== id) }),
          ),
        )
      }
      case 'trashMedia':
      case 'restoreMedia': {
        const all = step.do === 'trashMedia' ? media.list() : this.#library.trash.list().media
        const path = at(
          all.map((medium) => medium.path),
          it,
        )
        if (path === null) return
        const { actId } = step.do === 'trashMedia' ? media.trash([path]) : media.restore([path])
        return this.#act(actId, () => [])
      }
      case 'undo':
      case 'redo': {
        const found = at(
          acts.list(1000).filter(({ id, undone }) => this.#acts.has(id) && undone === (step.do === 'redo')),
          it,
        )
        if (!found) return
        const wasLive = new Set(categories.list().map(({ id }) => id))
        acts[step.do](found.id)
        const done = (this.#acts.get(found.id) ?? [])
          .toReversed()
          .flatMap((deed) => this.#takeBack(deed, wasLive))
        this.#acts.set(found.id, done)
        return
      }
    }
    throw new Error(`no such step: ${step.do}`)
  }

  #act(actId: number | null, work: () => readonly Deed[]): void {
    const deeds = work()
    if (actId !== null) this.#acts.set(actId, deeds)
  }

  #change(ids: readonly number[], change: BulkChange): Deed[] {
    const added = (change.addTags ?? []).map((name) => this.#tag(name))
    const removed = new Set((change.removeTags ?? []).map(foldName))
    return [...new Set(ids)].flatMap((id) => {
      const article = this.#article(id)
      const goesOut = change.status === 'published' && article.status !== 'published'
      const isDated = change.publishedAt !== undefined || article.published !== null
      const kept = article.tags.filter(({ name }) => !removed.has(foldName(name)))
      return this.#set(id, {
        ...(change.status === undefined ? {} : { status: change.status }),
        ...(change.categoryId === undefined ? {} : { category: change.categoryId }),
        ...(change.publishedAt === undefined ? {} : { published: change.publishedAt }),
        ...(goesOut && !isDated ? { published: this.#library.articles.get(id).publishedAt } : {}),
        ...(change.language === undefined ? {} : { language: change.language }),
        ...(change.authorIds === undefined ? {} : { authors: change.authorIds }),
        ...(change.addTags || change.removeTags ? { tags: [...new Set([...kept, ...added])] } : {}),
      })
    })
  }

  #bin(id: number, wanted: number | null, before: readonly number[], live?: ReadonlySet<number>): Deed[] {
    const inside = [...this.#articles]
      .filter(([, { category }]) => category === id)
      .map(([article]) => article)
    const isThere = wanted === null || !live || live.has(wanted)
    const moveTo = isThere || inside.length === 0 ? wanted : null
    for (const article of inside) this.#set(article, { category: moveTo })
    const had = [...new Set([...before, ...inside])]
    this.#bins.set(id, { movedTo: moveTo, had })
    return [{ of: 'binned', id, movedTo: moveTo, had }]
  }

  #unbin(id: number): Deed[] {
    const { movedTo, had } = this.#bins.get(id) ?? { movedTo: null, had: [] }
    this.#bins.delete(id)
    for (const article of had) {
      if (this.#articles.get(article)?.category === movedTo) this.#set(article, { category: id })
    }
    return [{ of: 'unbinned', id, movedTo, had }]
  }

  #rename(tag: ModelTag, name: string): Deed[] {
    const other = this.#tags().find((one) => one !== tag && foldName(one.name) === foldName(name))
    if (other) return this.#swap(tag, other)
    const before = tag.name
    tag.name = name
    return [{ of: 'tag', tag, before, after: name }]
  }

  #swap(tag: ModelTag, by: ModelTag | null): Deed[] {
    return [...this.#articles].flatMap(([id, { tags }]) => {
      const swapped = tags.map((one) => (one === tag ? by : one)).filter((one) => one !== null)
      // Where an article has both, it keeps the one that stays, in its place.
      const both = by !== null && tags.includes(tag) && tags.includes(by)
      return this.#set(id, { tags: both ? tags.filter((one) => one !== tag) : swapped })
    })
  }

  #takeBack(deed: Deed, wasLive: ReadonlySet<number>): Deed[] {
    if (deed.of === 'tag') {
      const { tag, before, after } = deed
      const isTaken = this.#tags().some((one) => one !== tag && foldName(one.name) === foldName(before))
      if (tag.name !== after || !this.#tags().includes(tag) || isTaken) return []
      tag.name = before
      return [{ of: 'tag', tag, before: after, after: before }]
    }
    if (deed.of === 'binned') return this.#bins.has(deed.id) ? this.#unbin(deed.id) : []
    if (deed.of === 'unbinned') {
      if (!wasLive.has(deed.id)) return []
      return this.#bin(deed.id, deed.movedTo, deed.had, wasLive)
    }
    const { id, field, before, after, names } = deed
    const now = this.#articles.get(id)?.[field]
    if (now === undefined || !equal(now, after)) return []
    if (field === 'category' && before !== null && !wasLive.has(before as number)) return []
    if (field === 'authors') {
      const people = new Set(this.#library.authors.list().map((author) => author.id))
      if (!(before as readonly number[]).every((author) => people.has(author))) return []
    }
    const value =
      field === 'tags'
        ? [...new Set((before as readonly ModelTag[]).map((tag) => this.#again(tag, names)))]
        : before
    return this.#set(id, { [field]: value })
  }

  /** A tag that vanished has the name again that it had then, unless another has that now. */
  #again(tag: ModelTag, names: ReadonlyMap<ModelTag, string>): ModelTag {
    const tags = this.#tags()
    if (tags.includes(tag)) return tag
    const name = names.get(tag) ?? tag.name
    const other = tags.find((one) => foldName(one.name) === foldName(name))
    if (other) return other
    tag.name = name
    return tag
  }

  #set(id: number, fields: Partial<ModelArticle>): Deed[] {
    const article = this.#article(id)
    return (Object.keys(fields) as Field[]).flatMap((field): Deed[] => {
      const [before, after] = [article[field], fields[field]]
      if (equal(before, after)) return []
      Object.assign(article, { [field]: after })
      const named = [before, after].flatMap((value) =>
        field === 'tags' ? (value as readonly ModelTag[]) : [],
      )
      return [{ of: 'field', id, field, before, after, names: new Map(named.map((tag) => [tag, tag.name])) }]
    })
  }

  #article(id: number): ModelArticle {
    const article = this.#articles.get(id)
    if (!article) throw new Error(`the model has no article ${id}`)
    return article
  }

  /** Tags that an article has; others are gone. */
  #tags(): ModelTag[] {
    return [...new Set([...this.#articles.values()].flatMap(({ tags }) => tags))]
  }

  #tag(name: string): ModelTag {
    return this.#tags().find((tag) => foldName(tag.name) === foldName(name)) ?? { name }
  }

  #read(): Article[] {
    const { articles } = this.#library
    const rows = [{}, { status: 'trash' as const }].flatMap(
      (filter) => articles.list(filter, null, 0, 1000).rows,
    )
    return rows.map(({ id }) => articles.get(id)).sort((a, b) => a.id - b.id)
  }
}

function fieldsOf(article: Article): Omit<ModelArticle, 'tags'> {
  return {
    status: article.status,
    category: article.categoryId,
    published: article.publishedAt,
    language: article.language,
    authors: article.authorIds,
    trashed: article.trashedAt !== null,
  }
}

function equal(a: unknown, b: unknown): boolean {
  if (!Array.isArray(a) || !Array.isArray(b)) return a === b
  return a.length === b.length && a.every((one, index) => one === b[index])
}

function at<T>(all: readonly T[], choice: number): T | null {
  return all.length === 0 ? null : (all[choice % all.length] ?? null)
}
