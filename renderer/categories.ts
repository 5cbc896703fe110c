/** The category tree, from the flat list that the library gives. */
import type { Category } from '../core/article.ts'
import { plainName } from '../core/find/names.ts'

export interface CategoryBranch {
  /** The category's: what lists know the branch by. */
  readonly id: number
  readonly category: Category
  readonly depth: number
  readonly children: readonly CategoryBranch[]
  /** Articles in it and in everything below it. */
  readonly articles: number
}

/** What was made of a category last: see {@link categoryTree}. */
const made = new WeakMap<Category, CategoryBranch>()

/**
 * The tree, siblings by their place. A category whose parent is missing stands at the top. A branch in which nothing
 * is another is the same object as before, so that a change of one category draws that one, and not five hundred.
 */
export function categoryTree(categories: readonly Category[]): readonly CategoryBranch[] {
  const known = new Set(categories.map(({ id }) => id))
  const byParent = Map.groupBy(categories, ({ parentId }) =>
    parentId !== null && known.has(parentId) ? parentId : null,
  )
  const grow = (parentId: number | null, depth: number): readonly CategoryBranch[] =>
    (byParent.get(parentId) ?? [])
      .toSorted((a, b) => a.position - b.position || a.id - b.id)
      .map((category) => {
        const children = grow(category.id, depth + 1)
        const below = children.reduce((sum, child) => sum + child.articles, 0)
        const branch = { id: category.id, category, depth, children, articles: category.articles + below }
        const last = made.get(category)
        if (last?.depth === depth && areSame(last.children, children)) return last
        made.set(category, branch)
        return branch
      })
  return grow(null, 0)
}

function areSame(some: readonly CategoryBranch[], others: readonly CategoryBranch[]): boolean {
  return some.length === others.length && some.every((branch, at) => branch === others[at])
}

/** The tree as one list, parents before their children. */
export function flatten(branches: readonly CategoryBranch[]): readonly CategoryBranch[] {
  return branches.flatMap((branch) => [branch, ...flatten(branch.children)])
}

/** The branches whose name holds what is typed, without regard to case and accents, and what they stand below. */
export function filterTree(branches: readonly CategoryBranch[], typed: string): readonly CategoryBranch[] {
  const wanted = plainName(typed)
  if (wanted === '') return branches
  return branches.flatMap((branch) => {
    if (plainName(branch.category.name).includes(wanted)) return [branch]
    const children = filterTree(branch.children, typed)
    if (children.length === 0) return []
    return [areSame(children, branch.children) ? branch : { ...branch, children }]
  })
}

/** A category and everything below it. */
export function withBelow(categories: readonly Category[], id: number): ReadonlySet<number> {
  const branch = flatten(categoryTree(categories)).find(({ category }) => category.id === id)
  return new Set(branch === undefined ? [] : flatten([branch]).map(({ category }) => category.id))
}

/** The names from the top down to a category: `Sport › Hardlopen`. */
export function categoryPath(categories: readonly Category[], id: number): string {
  const found = categories.find((category) => category.id === id)
  if (found === undefined) return ''
  if (found.parentId === null) return found.name
  const above = categoryPath(categories, found.parentId)
  return above === '' ? found.name : `${above} › ${found.name}`
}

export interface Move {
  readonly id: number
  readonly parentId: number | null
  /** Place among the new siblings, the moved one left out. */
  readonly index: number
}

/** Where an arrow with Alt takes a category: among its neighbours, into the one above it, or out one level. */
export function moveBy(
  categories: readonly Category[],
  id: number,
  direction: 'up' | 'down' | 'in' | 'out',
): Move | null {
  const moved = categories.find((category) => category.id === id)
  if (moved === undefined) return null
  const siblings = siblingsOf(categories, moved.parentId)
  const at = siblings.findIndex((sibling) => sibling.id === id)
  if (direction === 'up') return at > 0 ? { id, parentId: moved.parentId, index: at - 1 } : null
  if (direction === 'down') {
    return at < siblings.length - 1 ? { id, parentId: moved.parentId, index: at + 1 } : null
  }
  if (direction === 'in') {
    const above = siblings[at - 1]
    return above === undefined
      ? null
      : { id, parentId: above.id, index: siblingsOf(categories, above.id).length }
  }
  const parent = categories.find((category) => category.id === moved.parentId)
  if (parent === undefined) return null
  const uncles = siblingsOf(categories, parent.parentId)
  return { id, parentId: parent.parentId, index: uncles.findIndex((uncle) => uncle.id === parent.id) + 1 }
}

/** Where a drop beside another category takes one; null when that would put it inside itself. */
export function moveBeside(
  categories: readonly Category[],
  id: number,
  targetId: number,
  position: 'before' | 'after',
): Move | null {
  const target = categories.find((category) => category.id === targetId)
  if (target === undefined || withBelow(categories, id).has(targetId)) return null
  const siblings = siblingsOf(categories, target.parentId).filter((sibling) => sibling.id !== id)
  const at = siblings.findIndex((sibling) => sibling.id === targetId)
  return { id, parentId: target.parentId, index: position === 'before' ? at : at + 1 }
}

/** Where a drop on another category takes one: last inside it; null when that would be inside itself. */
export function moveInto(categories: readonly Category[], id: number, parentId: number | null): Move | null {
  if (parentId !== null && withBelow(categories, id).has(parentId)) return null
  const siblings = siblingsOf(categories, parentId).filter((sibling) => sibling.id !== id)
  return { id, parentId, index: siblings.length }
}

function siblingsOf(categories: readonly Category[], parentId: number | null): readonly Category[] {
  return categories
    .filter((category) => category.parentId === parentId)
    .toSorted((a, b) => a.position - b.position || a.id - b.id)
}
