import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Library } from '../../../electron/library/library.ts'
import { Failure } from '../../../core/errors.ts'
import { failureOf, tempLibrary } from './temp-library.ts'

/** Names with their depth, in the order of the list. */
function outline(library: Library): string[] {
  const depths = new Map<number, number>()
  return library.categories.list().map(({ id, parentId, name }) => {
    const depth = parentId === null ? 0 : (depths.get(parentId) ?? 0) + 1
    depths.set(id, depth)
    return `${'-'.repeat(depth)}${name}`
  })
}

describe('categories', () => {
  it('are listed as a tree, each before what is below it', () => {
    const library = tempLibrary()
    const a = library.categories.create({ name: 'A', parentId: null })
    library.categories.create({ name: 'B', parentId: null })
    const c = library.categories.create({ name: 'C', parentId: a.id })
    library.categories.create({ name: 'D', parentId: c.id })
    expect(outline(library)).toEqual(['A', '-C', '--D', 'B'])
  })

  it('count their own articles, not those in the trash or below', () => {
    const library = tempLibrary()
    const a = library.categories.create({ name: 'A', parentId: null })
    const b = library.categories.create({ name: 'B', parentId: a.id })
    library.articles.create({ title: 'Een', categoryId: a.id })
    const gone = library.articles.create({ title: 'Twee', categoryId: a.id })
    library.articles.create({ title: 'Drie', categoryId: b.id })
    library.articles.trash([gone.id])
    expect(library.categories.get(a.id).articles).toBe(1)
  })

  it('have a slug that follows the name until it is set by hand', () => {
    const library = tempLibrary()
    const { id } = library.categories.create({ name: 'Sprot', parentId: null })
    expect(library.categories.update(id, { name: 'Sport' }).slug).toBe('sport')
    library.categories.update(id, { slug: 'bewegen' })
    expect(library.categories.update(id, { name: 'Sporten' }).slug).toBe('bewegen')
  })

  it('have slugs unique in the whole tree', () => {
    const library = tempLibrary()
    const a = library.categories.create({ name: 'Sport', parentId: null })
    const b = library.categories.create({ name: 'Sport', parentId: a.id })
    expect(b.slug).toBe('sport-2')
    expect(failureOf(() => library.categories.update(b.id, { slug: 'sport' }))).toMatchObject({
      detail: { problem: 'taken' },
    })
  })

  it('refuse an empty name and a parent that is not there', () => {
    const library = tempLibrary()
    expect(failureOf(() => library.categories.create({ name: ' ', parentId: null })).code).toBe(
      'value.refused',
    )
    expect(failureOf(() => library.categories.create({ name: 'A', parentId: 9 })).code).toBe('notFound')
  })

  it('move among their siblings and to another parent', () => {
    const library = tempLibrary()
    const [a, b, c] = ['A', 'B', 'C'].map((name) => library.categories.create({ name, parentId: null }).id)
    library.categories.move(c!, null, 0)
    expect(outline(library)).toEqual(['C', 'A', 'B'])
    library.categories.move(a!, b!, 0)
    expect(outline(library)).toEqual(['C', 'B', '-A'])
  })

  it('cannot be moved below themselves', () => {
    const library = tempLibrary()
    const a = library.categories.create({ name: 'A', parentId: null })
    const b = library.categories.create({ name: 'B', parentId: a.id })
    for (const parent of [a.id, b.id]) {
      expect(failureOf(() => library.categories.move(a.id, parent, 0))).toMatchObject({
        detail: { problem: 'cycle' },
      })
    }
  })

  it('leave their articles to another and their place to what was below them', () => {
    const library = tempLibrary()
    const a = library.categories.create({ name: 'A', parentId: null })
    library.categories.create({ name: 'B', parentId: null })
    for (const name of ['X', 'Y']) library.categories.create({ name, parentId: a.id })
    const article = library.articles.create({ title: 'Een', categoryId: a.id })
    const trashed = library.articles.create({ title: 'Twee', categoryId: a.id })
    library.articles.trash([trashed.id])
    const moveTo = library.categories.list().at(-1)!.id
    library.categories.trash(a.id, moveTo)
    expect(outline(library)).toEqual(['X', 'Y', 'B'])
    expect(library.articles.get(article.id).categoryId).toBe(moveTo)
    expect(library.articles.get(trashed.id).categoryId).toBe(moveTo)
  })

  it('cannot leave their articles to themselves', () => {
    const library = tempLibrary()
    const { id } = library.categories.create({ name: 'A', parentId: null })
    expect(failureOf(() => library.categories.trash(id, id)).code).toBe('value.refused')
    expect(library.categories.list()).toHaveLength(1)
  })
})

describe('acts on categories', () => {
  it('lead the address of what was merged on again when the merge is done again', () => {
    const library = tempLibrary()
    const [a, b] = ['A', 'B'].map((name) => library.categories.create({ name, parentId: null }).id)
    const { actId } = library.categories.merge(b!, a!)
    const led = library.oldSlugs()
    expect(led).toEqual([{ kind: 'category', slug: 'b', ownerId: a }])
    library.acts.undo(actId!)
    library.acts.redo(actId!)
    expect(library.oldSlugs()).toEqual(led)
  })

  it('leave what was below a category where it was moved meanwhile, when bringing that back is undone', () => {
    const library = tempLibrary()
    const a = library.categories.create({ name: 'A', parentId: null })
    const c = library.categories.create({ name: 'C', parentId: a.id })
    library.categories.create({ name: 'B', parentId: null })
    library.categories.trash(a.id, null)
    library.categories.move(c.id, null, 1)
    expect(outline(library)).toEqual(['B', 'C'])
    const { actId } = library.categories.restore([a.id])
    expect(outline(library)).toEqual(['A', '-C', 'B'])
    library.acts.undo(actId!)
    expect(outline(library)).toEqual(['B', 'C'])
  })
})

describe('several categories in the trash', () => {
  it('come back as one act, each to what it left in whatever order they are named, and go again as one', () => {
    const library = tempLibrary()
    const make = (name: string, parentId: number | null) => library.categories.create({ name, parentId }).id
    const a = make('A', null)
    const b = make('B', a)
    const c = make('C', b)
    const d = make('D', c)
    const { id } = library.articles.create({ title: 'Een', categoryId: d })
    const before = library.categories.list()
    for (const gone of [d, c, b]) library.categories.trash(gone, null)
    const inTrash = library.trash.list()
    const { actId } = library.categories.restore([d, b, c])
    expect(library.categories.list()).toEqual(before)
    expect(library.articles.get(id).categoryId).toBe(d)
    expect(library.acts.list(1)).toMatchObject([{ id: actId, kind: 'category.restore', count: 3, name: '' }])
    library.acts.undo(actId!)
    expect(outline(library)).toEqual(['A'])
    expect(library.trash.list()).toEqual(inTrash)
    expect(failureOf(() => library.categories.restore([b, a])).code).toBe('notFound')
    expect(outline(library)).toEqual(['A'])
  })
})

describe('any sequence of acts on the tree', () => {
  const pick = fc.nat({ max: 30 })
  const act = fc.oneof(
    fc.record({
      act: fc.constant('create' as const),
      parent: pick,
      name: fc.constantFrom('Sport', 'Eten', 'Rust'),
    }),
    fc.record({
      act: fc.constant('move' as const),
      it: pick,
      parent: pick,
      index: fc.integer({ min: -1, max: 6 }),
    }),
    fc.record({ act: fc.constant('delete' as const), it: pick, to: pick }),
    fc.record({ act: fc.constant('rename' as const), it: pick, name: fc.constantFrom('Sport', 'Slaap') }),
    fc.record({ act: fc.constant('write' as const), it: pick }),
  )

  it('loses no article and no category, makes no cycle, no gap and no double slug', () => {
    fc.assert(
      fc.property(fc.array(act, { maxLength: 25 }), (acts) => {
        const library = tempLibrary()
        let [created, deleted, written] = [0, 0, 0]
        for (const one of acts) {
          const all = library.categories.list()
          // One more than there are: the top, or no category at all.
          const at = (choice: number) => all[choice % (all.length + 1)]?.id ?? null
          const it = 'it' in one ? at(one.it) : null
          try {
            if (one.act === 'create') {
              library.categories.create({ name: one.name, parentId: at(one.parent) })
              created++
            } else if (one.act === 'write') {
              library.articles.create({ title: 'Een', categoryId: it })
              written++
            } else if (it === null) continue
            else if (one.act === 'move') library.categories.move(it, at(one.parent), one.index)
            else if (one.act === 'rename') library.categories.update(it, { name: one.name })
            else {
              library.categories.trash(it, at(one.to))
              deleted++
            }
          } catch (error) {
            if (!(error instanceof Failure) || error.code !== 'value.refused') throw error
          }
        }
        const list = library.categories.list()
        expect(list).toHaveLength(created - deleted)
        expect(new Set(list.map(({ slug }) => slug)).size).toBe(list.length)
        for (const siblings of Map.groupBy(list, ({ parentId }) => parentId).values()) {
          expect(siblings.map(({ position }) => position)).toEqual(siblings.map((_, index) => index))
        }
        const inCategories = list.reduce((sum, { articles }) => sum + articles, 0)
        expect(inCategories + library.articles.counts().uncategorised).toBe(written)
        library.close()
      }),
      { numRuns: 60 },
    )
  })
})
