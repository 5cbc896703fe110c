import Database from 'better-sqlite3'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { Failure } from '../../../core/errors.ts'
import type { Library } from '../../../electron/library/library.ts'
import { failureOf, tempLibrary } from './temp-library.ts'

const ARTICLES = 8
const pick = fc.nat({ max: 40 })
const act = fc.oneof(
  fc.record({
    do: fc.constant('create' as const),
    parent: pick,
    name: fc.constantFrom('Sport', 'Bos', 'Soep'),
  }),
  fc.record({ do: fc.constant('move' as const), it: pick, parent: pick, index: fc.nat({ max: 4 }) }),
  fc.record({ do: fc.constant('merge' as const), it: pick, into: pick }),
  fc.record({
    do: fc.constant('split' as const),
    parent: pick,
    name: fc.constantFrom('Sport', 'Bos', 'Nieuw'),
    ids: fc.array(pick, { maxLength: 4 }),
  }),
  fc.record({ do: fc.constant('rename' as const), it: pick, name: fc.constantFrom('Sport', 'Bos', 'Soep') }),
  fc.record({ do: fc.constant('trash' as const), it: pick, to: pick }),
  fc.record({ do: fc.constantFrom('restore' as const, 'delete' as const), it: pick }),
  fc.record({ do: fc.constantFrom('undo' as const, 'redo' as const), it: pick }),
)
type Act = typeof act extends fc.Arbitrary<infer T> ? T : never

function perform(library: Library, step: Act): void {
  const { categories, acts } = library
  const live = categories.list().map(({ id }) => id)
  const one = (at: number) => live[at % live.length]
  const orTop = (at: number) => (at % 4 === 0 ? null : (one(at) ?? null))
  const it = 'it' in step ? one(step.it) : undefined
  const trashed = library.trash.list().categories.map(({ id }) => id)
  switch (step.do) {
    case 'create':
      categories.create({ name: step.name, parentId: orTop(step.parent) })
      break
    case 'split':
      categories.split(
        { name: step.name, parentId: orTop(step.parent) },
        step.ids.map((at) => (at % ARTICLES) + 1),
      )
      break
    case 'restore':
      categories.restore(trashed.filter((_, at) => at % 2 === step.it % 2))
      break
    case 'delete': {
      const gone = trashed[step.it % trashed.length]
      if (gone !== undefined) categories.delete(gone)
      break
    }
    case 'undo':
    case 'redo': {
      const found = acts.list(50).filter(({ undone }) => undone === (step.do === 'redo'))
      const chosen = found[step.it % found.length]
      if (chosen) acts[step.do](chosen.id)
      break
    }
    default:
      if (it === undefined) return
      if (step.do === 'move') categories.move(it, orTop(step.parent), step.index)
      else if (step.do === 'merge') categories.merge(it, one(step.into) ?? it)
      else if (step.do === 'rename') categories.update(it, { name: step.name })
      else categories.trash(it, orTop(step.to))
  }
}

interface Row {
  readonly id: number
  readonly parent_id: number | null
  readonly position: number
  readonly slug: string
}

/** What must hold after whatever was done. */
function expectSound(library: Library): void {
  const db = new Database(library.file, { readonly: true })
  try {
    const all = <T>(sql: string) => db.prepare<[], T>(sql).all()
    const live = all<Row>('SELECT id, parent_id, position, slug FROM category WHERE trashed_at IS NULL')
    const ids = new Set(live.map(({ id }) => id))
    // Everything is reached from the top: there is no cycle, and nothing hangs below the trash.
    expect(new Set(library.categories.list().map(({ id }) => id))).toEqual(ids)
    for (const [, siblings] of Map.groupBy(live, (row) => row.parent_id)) {
      expect(siblings.map(({ position }) => position).sort((a, b) => a - b)).toEqual(
        siblings.map((_, at) => at),
      )
    }
    const articles = all<{ category: number | null }>('SELECT category_id AS category FROM article')
    expect(articles).toHaveLength(ARTICLES)
    for (const { category } of articles) if (category !== null) expect(ids).toContain(category)
    const counted = library.categories.list().reduce((sum, category) => sum + category.articles, 0)
    expect(counted + library.articles.counts().uncategorised).toBe(ARTICLES)
    // An address leads to one thing only.
    const old = all<{ slug: string }>("SELECT slug FROM old_slug WHERE kind = 'category'").map(
      ({ slug }) => slug,
    )
    for (const { slug } of live) expect(old).not.toContain(slug)
    expect(new Set(live.map(({ slug }) => slug)).size).toBe(live.length)
  } finally {
    db.close()
  }
}

function seeded(): Library {
  const library = tempLibrary()
  const sport = library.categories.create({ name: 'Sport', parentId: null })
  const running = library.categories.create({ name: 'Lopen', parentId: sport.id })
  const soup = library.categories.create({ name: 'Soep', parentId: null })
  for (let at = 0; at < ARTICLES; at++) {
    const categoryId = [sport.id, running.id, soup.id, null][at % 4] ?? null
    library.articles.create({ title: `A${at}`, categoryId })
  }
  return library
}

function state(library: Library): unknown {
  const rows = library.articles.list({}, { by: 'title', direction: 'ascending' }, 0, 50).rows
  return [library.categories.list(), rows.map(({ id, categoryId }) => [id, categoryId])]
}

describe('the category tree', () => {
  it('loses no article, makes no cycle and no double address, whatever is done to it', () => {
    fc.assert(
      fc.property(fc.array(act, { maxLength: 25 }), (steps) => {
        const library = seeded()
        expect(library.categories.list()).toHaveLength(3)
        for (const step of steps) {
          try {
            perform(library, step)
          } catch (error) {
            // A place inside itself, or an act that is undone already.
            if (!(error instanceof Failure)) throw error
          }
          expectSound(library)
        }
        library.close()
      }),
      { numRuns: Number(process.env['LONGHAND_RUNS'] ?? 12) },
    )
  })

  it('is as it was when a merge or a split is undone at once', () => {
    const one = fc.record({
      merge: fc.boolean(),
      it: pick,
      into: pick,
      before: fc.array(act, { maxLength: 8 }),
    })
    fc.assert(
      fc.property(one, ({ merge, it: at, into, before }) => {
        const library = seeded()
        const attempt = (step: Act) => {
          try {
            perform(library, step)
            return true
          } catch (error) {
            if (error instanceof Failure) return false
            throw error
          }
        }
        for (const step of before) attempt(step)
        const was = state(library)
        const newest = library.acts.list(1)[0]?.id
        attempt(
          merge ? { do: 'merge', it: at, into } : { do: 'split', parent: at, name: 'Nieuw', ids: [at, into] },
        )
        const act = library.acts.list(1)[0]
        if (act && act.id !== newest) {
          expect(library.acts.undo(act.id).kept).toBe(0)
          expect(state(library)).toEqual(was)
        }
        library.close()
      }),
      { numRuns: Number(process.env['LONGHAND_RUNS'] ?? 12) },
    )
  })
})

describe('merging two categories', () => {
  it('brings articles and subcategories over, and leads the old address on', () => {
    const library = tempLibrary()
    const [sport, bewegen] = ['Sport', 'Bewegen'].map(
      (name) => library.categories.create({ name, parentId: null }).id,
    ) as [number, number]
    const child = library.categories.create({ name: 'Lopen', parentId: sport })
    const { id } = library.articles.create({ title: 'A', categoryId: sport })
    const { actId } = library.categories.merge(sport, bewegen)
    expect(library.articles.get(id).categoryId).toBe(bewegen)
    expect(library.categories.get(child.id).parentId).toBe(bewegen)
    expect(library.categories.list().map(({ name }) => name)).toEqual(['Bewegen', 'Lopen'])
    const db = new Database(library.file, { readonly: true })
    const led = db.prepare("SELECT owner_id FROM old_slug WHERE kind = 'category' AND slug = 'sport'").pluck()
    expect(led.get()).toBe(bewegen)
    expect(library.acts.list(1)).toMatchObject([{ kind: 'category.merge', name: 'Sport' }])
    library.acts.undo(actId ?? 0)
    expect(led.get()).toBeUndefined()
    db.close()
    expect(library.articles.get(id).categoryId).toBe(sport)
    expect(library.categories.get(child.id).parentId).toBe(sport)
  })

  it('is refused with what lies below it', () => {
    const library = tempLibrary()
    const sport = library.categories.create({ name: 'Sport', parentId: null })
    const child = library.categories.create({ name: 'Lopen', parentId: sport.id })
    for (const into of [sport.id, child.id]) {
      expect(failureOf(() => library.categories.merge(sport.id, into))).toMatchObject({
        code: 'value.refused',
        detail: { problem: 'cycle' },
      })
    }
  })
})
