/** What a library must hold, worked out without any of the code that keeps it. */

/** What a writer changes in an article, as far as the model follows it. */
export interface Content {
  readonly title: string
  readonly summary: string
  readonly body: string
  readonly status: string
  readonly categoryId: number | null
  readonly tags: readonly string[]
}

type Field = keyof Content

export const FIELDS: readonly Field[] = ['title', 'summary', 'body', 'status', 'categoryId', 'tags']

interface Said {
  readonly at: number
  readonly content: Content
}

/** One article: what it holds, what undo would bring back, and what the window has said to be saved. */
export class ModelArticle {
  readonly id: number
  trashed = false
  undo: string[] = []
  redo: string[] = []
  /** Whether the model can tell what undo does: not after another text was put in the place of the writer's. */
  isUndoKnown = true
  #now: Content
  /** Every state since the oldest that may still be the one on disk. */
  #said: Said[]
  /** For each field, the first of those states that may be on disk. */
  #floor = new Map<Field, number>()

  constructor(id: number, content: Content) {
    this.id = id
    this.#now = content
    this.#said = [{ at: Date.now(), content }]
  }

  get now(): Content {
    return this.#now
  }

  /** The body as CodeMirror holds it. */
  get text(): string {
    return normal(this.#now.body)
  }

  /** The writer changes something: it may be on disk from now on. */
  change(patch: Partial<Content>): void {
    this.#now = { ...this.#now, ...patch }
    this.#said.push({ at: Date.now(), content: this.#now })
  }

  /** The writer changes the text, in a step that undo takes back. */
  edit(text: string): void {
    this.undo.push(this.text)
    this.redo = []
    this.change({ body: text })
  }

  /** This is on disk, and nothing older. */
  keep(content: Content = this.#now): void {
    this.#now = content
    this.#said = [{ at: Date.now(), content }]
    this.#floor.clear()
  }

  /** Something else has changed every state of the article alike, saved or not. */
  rewrite(change: (content: Content) => Content): void {
    this.#now = change(this.#now)
    this.#said = this.#said.map(({ at, content }) => ({ at, content: change(content) }))
  }

  /** The window said that this content is saved. */
  acknowledge(content: Content): void {
    for (const field of FIELDS) {
      const floor = this.#floor.get(field) ?? 0
      const at = this.#said.findIndex(
        (said, index) => index >= floor && same(said.content[field], content[field]),
      )
      if (at > floor) this.#floor.set(field, at)
    }
  }

  /**
   * What is wrong with what a crash left: older than what was acknowledged, never typed, or, where `since` is
   * given, without what stood there at that moment.
   */
  problems(found: Content, since: number | null): string[] {
    return FIELDS.filter((field) => {
      const due = since === null ? 0 : this.#said.findLastIndex(({ at }) => at <= since)
      const floor = Math.max(this.#floor.get(field) ?? 0, due)
      return !this.#said.slice(floor).some(({ content }) => same(content[field], found[field]))
    }).map(
      (field) =>
        `${field} of article ${this.id} is ${JSON.stringify(found[field])} after a crash, not as typed: ` +
        JSON.stringify(this.#said.map(({ at, content }) => [at, content[field]]).slice(-6)),
    )
  }

  /** Another text stands in the place of the writer's; what undo makes of that is not foreseen. */
  replace(content: Content): void {
    if (normal(content.body) !== this.text) this.isUndoKnown = false
    this.keep(content)
  }

  forgetHistory(): void {
    this.undo = []
    this.redo = []
    this.isUndoKnown = true
  }
}

/** A library: its articles, its tree of categories, and the revisions that the writer kept. */
export class Model {
  readonly articles = new Map<number, ModelArticle>()
  /** Siblings in order, by their parent. */
  readonly tree = new Map<number | null, number[]>()
  readonly revisions = new Map<number, { readonly articleId: number; readonly content: Content }>()

  get categories(): number[] {
    return [...this.tree.values()].flat()
  }

  moveCategory(id: number, parentId: number | null, index: number): void {
    for (const [parent, children] of this.tree)
      this.tree.set(
        parent,
        children.filter((child) => child !== id),
      )
    const siblings = this.tree.get(parentId) ?? []
    this.tree.set(parentId, [...siblings.slice(0, index), id, ...siblings.slice(index)])
  }

  isBelow(id: number, above: number): boolean {
    if (id === above) return true
    return (this.tree.get(above) ?? []).some((child) => this.isBelow(id, child))
  }

  /** What is below it takes its place; its articles go to another. */
  deleteCategory(id: number, moveTo: number | null): void {
    const below = this.tree.get(id) ?? []
    this.tree.delete(id)
    for (const [parent, children] of this.tree) {
      this.tree.set(
        parent,
        children.flatMap((child) => (child === id ? below : [child])),
      )
    }
    for (const article of this.articles.values()) {
      article.rewrite((content) => (content.categoryId === id ? { ...content, categoryId: moveTo } : content))
    }
  }

  /** The tree as a list of what stands under what. */
  shape(): readonly (readonly [parent: number | null, children: readonly number[]])[] {
    return [...this.tree].filter(([, children]) => children.length > 0).toSorted(byParent)
  }
}

export function byParent(
  [a]: readonly [number | null, unknown],
  [b]: readonly [number | null, unknown],
): number {
  return (a ?? 0) - (b ?? 0)
}

/** Line ends as CodeMirror counts them. */
export function normal(body: string): string {
  return body.replace(/\r\n?/g, '\n')
}

export function same(a: unknown, b: unknown): boolean {
  return a === b || (typeof a === 'object' && JSON.stringify(a) === JSON.stringify(b))
}
