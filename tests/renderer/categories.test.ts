import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Category } from '../../core/article.ts'
import {
  categoryPath,
  categoryTree,
  filterTree,
  flatten,
  moveBeside,
  moveBy,
  moveInto,
  withBelow,
  type Move,
} from '../../renderer/categories.ts'

function category(id: number, parentId: number | null, position: number, articles = 0): Category {
  return { id, parentId, position, name: `C${id}`, slug: `c${id}`, description: '', cover: null, articles }
}

/** 1 (2 (4), 3), 5 */
const CATEGORIES = [
  category(5, null, 1, 1),
  category(1, null, 0, 2),
  category(3, 1, 1, 3),
  category(2, 1, 0),
  category(4, 2, 0, 4),
]

/** What the library does with a move: the siblings are numbered anew. */
function apply(categories: readonly Category[], { id, parentId, index }: Move): readonly Category[] {
  const siblings = categories
    .filter((each) => each.parentId === parentId && each.id !== id)
    .toSorted((a, b) => a.position - b.position)
  const order = siblings.toSpliced(index, 0, { ...categories.find((each) => each.id === id)!, parentId })
  const placed = new Map(order.map((each, position) => [each.id, { ...each, position }]))
  return categories.map((each) => placed.get(each.id) ?? each)
}

const shape = (categories: readonly Category[]) =>
  flatten(categoryTree(categories)).map(({ id, depth }) => `${'·'.repeat(depth)}${id}`)

describe('the category tree', () => {
  it('puts siblings in the writer’s order, each under its parent', () => {
    expect(shape(CATEGORIES)).toEqual(['1', '·2', '··4', '·3', '5'])
  })

  it('counts the articles below a category with its own', () => {
    expect(flatten(categoryTree(CATEGORIES)).map(({ id, articles }) => [id, articles])).toEqual([
      [1, 9],
      [2, 4],
      [4, 4],
      [3, 3],
      [5, 1],
    ])
  })

  it('keeps each branch in which nothing changed the same object', () => {
    const before = new Set(flatten(categoryTree(CATEGORIES)))
    const changed = CATEGORIES.map((each) => (each.id === 2 ? { ...each, articles: 99 } : each))
    const drawn = flatten(categoryTree(changed)).filter((branch) => !before.has(branch))
    // It, and the one above it, which counts it.
    expect(drawn.map(({ id, articles }) => [id, articles])).toEqual([
      [1, 108],
      [2, 103],
    ])
    const all = categoryTree(changed)
    expect(filterTree(all, 'c')[0]).toBe(all[0])
  })

  it('shows a category whose parent is missing at the top', () => {
    expect(shape([category(7, 99, 0)])).toEqual(['7'])
  })

  it('names the way down to a category', () => {
    expect(categoryPath(CATEGORIES, 4)).toBe('C1 › C2 › C4')
  })

  it.each([
    [3, 'up', ['1', '·3', '·2', '··4', '5']],
    [2, 'down', ['1', '·3', '·2', '··4', '5']],
    [3, 'in', ['1', '·2', '··4', '··3', '5']],
    [2, 'out', ['1', '·3', '2', '·4', '5']],
  ] as const)('moves %i %s by keyboard', (id, direction, after) => {
    const move = moveBy(CATEGORIES, id, direction)
    expect(move && shape(apply(CATEGORIES, move))).toEqual(after)
  })

  it.each([
    [1, 'up'],
    [5, 'down'],
    [1, 'in'],
    [5, 'out'],
  ] as const)('has nowhere to move %i %s', (id, direction) => {
    expect(moveBy(CATEGORIES, id, direction)).toBeNull()
  })

  it('drops beside a sibling of the same list at the place that was pointed at', () => {
    const move = moveBeside(CATEGORIES, 1, 5, 'after')
    expect(move && shape(apply(CATEGORIES, move))).toEqual(['5', '1', '·2', '··4', '·3'])
  })

  it('refuses to put a category inside itself', () => {
    expect(moveInto(CATEGORIES, 1, 4)).toBeNull()
    expect(moveBeside(CATEGORIES, 1, 4, 'before')).toBeNull()
  })

  it('loses no category and makes no circle, whatever is moved', () => {
    const ids = CATEGORIES.map(({ id }) => id)
    const step = fc.oneof(
      fc.tuple(fc.constantFrom(...ids), fc.constantFrom('up', 'down', 'in', 'out' as const)),
      fc.tuple(fc.constantFrom(...ids), fc.constantFrom(...ids)),
    )
    fc.assert(
      fc.property(fc.array(step, { maxLength: 30 }), (steps) => {
        let now: readonly Category[] = CATEGORIES
        for (const [id, how] of steps) {
          const move = typeof how === 'number' ? moveInto(now, id, how) : moveBy(now, id, how)
          if (move !== null) now = apply(now, move)
        }
        const seen = flatten(categoryTree(now)).map((branch) => branch.id)
        expect(new Set(seen)).toEqual(new Set(ids))
        expect(seen).toHaveLength(ids.length)
        for (const { id, parentId } of now)
          expect(parentId !== null && withBelow(now, id).has(parentId)).toBe(false)
      }),
    )
  })
})

describe('filtering the tree', () => {
  const named = CATEGORIES.map((each) => (each.id === 4 ? { ...each, name: 'Coördinatie' } : each))
  const found = (typed: string) => flatten(filterTree(categoryTree(named), typed)).map(({ id }) => id)

  it('keeps what holds the words, whatever its case and accents, with what it stands below', () => {
    expect(found('COORD')).toEqual([1, 2, 4])
  })

  it('keeps all that is below what it finds', () => {
    expect(found('c1')).toEqual([1, 2, 4, 3])
    expect(found('')).toEqual([1, 2, 4, 3, 5])
    expect(found('nergens')).toEqual([])
  })
})
