/** The category tree and tags together, under any sequence of acts, undone and done again. */
import Database from 'better-sqlite3'
import fc from 'fast-check'
import { cpSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { beforeAll, describe, expect, it } from 'vitest'
import { Failure } from '../../../core/errors.ts'
import { createLibrary, type Library, openLibrary } from '../../../electron/library/library.ts'

/** More of them: `LONGHAND_RUNS=5000`. */
const RUNS = Number(process.env['LONGHAND_RUNS'] ?? 30)
const ARTICLES = 8

const pick = fc.nat({ max: 40 })
const some = fc.array(pick, { maxLength: 3 })
const tagName = fc.constantFrom('bos', 'Bos!', 'rennen', 'renen', 'soep', 'nieuw', 'BOS')
const categoryName = fc.constantFrom('Sport', 'Bos', 'Soep')

/** What is undone as one. */
const act = fc.oneof(
  fc.record({ do: fc.constant('move' as const), it: pick, to: pick, index: fc.nat({ max: 4 }) }),
  fc.record({ do: fc.constantFrom('merge' as const, 'trash' as const), it: pick, to: pick }),
  fc.record({ do: fc.constant('restore' as const), it: pick }),
  fc.record({ do: fc.constant('split' as const), to: pick, name: categoryName, ids: some }),
  fc.record({ do: fc.constant('put' as const), to: pick, ids: some }),
  fc.record({ do: fc.constantFrom('tagThem' as const, 'untagThem' as const), ids: some, name: tagName }),
  fc.record({ do: fc.constant('renameTag' as const), it: pick, name: tagName }),
  fc.record({ do: fc.constant('mergeTags' as const), ids: some, to: pick }),
  fc.record({ do: fc.constant('deleteTag' as const), it: pick }),
)
/** What is done beside acts, and what turns them. */
const other = fc.oneof(
  fc.record({ do: fc.constant('create' as const), to: pick, name: categoryName }),
  fc.record({ do: fc.constant('rename' as const), it: pick, name: categoryName }),
  fc.record({ do: fc.constant('delete' as const), it: pick }),
  fc.record({ do: fc.constant('apart' as const), ids: some }),
  fc.record({ do: fc.constantFrom('undo' as const, 'redo' as const), it: pick }),
)
type Step =
  | (typeof act extends fc.Arbitrary<infer A> ? A : never)
  | (typeof other extends fc.Arbitrary<infer O> ? O : never)

let template: string

beforeAll(() => {
  const folder = mkdtempSync(join(tmpdir(), 'longhand-test-'))
  template = join(folder, 'library')
  const library = createLibrary(template, { name: 'Proef', language: 'nl-NL' })
  library.transaction(() => {
    const sport = library.categories.create({ name: 'Sport', parentId: null }).id
    const lopen = library.categories.create({ name: 'Lopen', parentId: sport }).id
    const baan = library.categories.create({ name: 'Baan', parentId: lopen }).id
    const soep = library.categories.create({ name: 'Soep', parentId: null }).id
    for (let at = 0; at < ARTICLES; at++) {
      const tags = [['bos', 'rennen'], ['renen'], ['soep', 'bos'], []][at % 4] ?? []
      library.articles.create({
        title: `A${at}`,
        categoryId: [sport, lopen, soep, baan, null][at % 5] ?? null,
        tags,
      })
    }
  })
  library.close()
  return () => rmSync(folder, { recursive: true })
})

function start(work: (library: Library) => void): void {
  const folder = mkdtempSync(join(tmpdir(), 'longhand-test-'))
  cpSync(template, folder, { recursive: true })
  const library = openLibrary(folder)
  try {
    work(library)
  } finally {
    library.close()
    rmSync(folder, { recursive: true })
  }
}

/** Does a step; numbers choose among what there is. What the library refuses changes nothing. */
function perform(library: Library, step: Step): void {
  try {
    library.transaction(() => run(library, step))
  } catch (error) {
    if (!(error instanceof Failure)) throw error
  }
}

function run(library: Library, step: Step): void {
  const { categories, tags, articles, acts } = library
  const live = categories.list().map(({ id }) => id)
  const trashed = library.trash.list().categories.map(({ id }) => id)
  const known = tags.list().map(({ id }) => id)
  const one = (all: readonly number[], at: number) => all[at % Math.max(1, all.length)] ?? 0
  const orNone = (at: number) => (at % 4 === 0 ? null : (live[at % Math.max(1, live.length)] ?? null))
  const ids = 'ids' in step ? step.ids.map((at) => (at % ARTICLES) + 1) : []
  switch (step.do) {
    case 'move':
      categories.move(one(live, step.it), orNone(step.to), step.index)
      break
    case 'merge':
      categories.merge(one(live, step.it), one(live, step.to))
      break
    case 'trash':
      categories.trash(one(live, step.it), orNone(step.to))
      break
    case 'restore':
      categories.restore([one(trashed, step.it), one(trashed, step.it + 1)])
      break
    case 'delete':
      categories.delete(one(trashed, step.it))
      break
    case 'split':
      categories.split({ name: step.name, parentId: orNone(step.to) }, ids)
      break
    case 'put':
      articles.change(ids, { categoryId: orNone(step.to) })
      break
    case 'tagThem':
      articles.change(ids, { addTags: [step.name] })
      break
    case 'untagThem':
      articles.change(ids, { removeTags: [step.name] })
      break
    case 'renameTag':
      tags.rename(one(known, step.it), step.name)
      break
    case 'mergeTags':
      tags.merge(
        step.ids.map((at) => one(known, at)),
        one(known, step.to),
      )
      break
    case 'deleteTag':
      tags.delete(one(known, step.it))
      break
    case 'create':
      categories.create({ name: step.name, parentId: orNone(step.to) })
      break
    case 'rename':
      categories.update(one(live, step.it), { name: step.name })
      break
    case 'apart':
      tags.setApart(
        step.ids.map((at) => one(known, at)),
        true,
      )
      break
    case 'undo':
    case 'redo': {
      const found = acts.list(50).filter(({ undone }) => undone === (step.do === 'redo'))
      const chosen = found[step.it % Math.max(1, found.length)]
      if (chosen) acts[step.do](chosen.id)
    }
  }
}

type Row = Readonly<Record<string, unknown>>

function read<T>(library: Library, work: (all: (sql: string) => Row[]) => T): T {
  const db = new Database(library.file, { readonly: true })
  try {
    return work((sql) => db.prepare<[], Row>(sql).all())
  } finally {
    db.close()
  }
}

/** Every row that orders articles; of categories those with these ids alone. */
function rowsOf(library: Library, ids: ReadonlySet<unknown> | null): unknown {
  return read(library, (all) => {
    const categories = all('SELECT id, parent_id, position, name, slug, trashed_at FROM category ORDER BY id')
    return {
      articles: all('SELECT id, category_id, trashed_at FROM article ORDER BY id'),
      tags: all('SELECT * FROM tag ORDER BY id'),
      articleTags: all('SELECT * FROM article_tag ORDER BY article_id, position'),
      categories: ids === null ? categories : categories.filter(({ id }) => ids.has(id)),
      oldSlugs: all('SELECT * FROM old_slug ORDER BY kind, slug'),
    }
  })
}

/** What must hold after whatever was done. */
function expectSound(library: Library): void {
  read(library, (all) => {
    const live = all('SELECT id, parent_id, position, slug FROM category WHERE trashed_at IS NULL')
    const ids = new Set(live.map(({ id }) => id))
    // Everything is reached from the top: there is no cycle, and nothing hangs below the trash.
    expect(new Set(library.categories.list().map(({ id }) => id))).toEqual(ids)
    for (const siblings of Map.groupBy(live, ({ parent_id: parent }) => parent).values()) {
      expect(siblings.map(({ position }) => position).toSorted((a, b) => Number(a) - Number(b))).toEqual(
        siblings.map((_, at) => at),
      )
    }
    const articles = all('SELECT id, category_id AS category FROM article')
    expect(articles).toHaveLength(ARTICLES)
    for (const { category } of articles) if (category !== null) expect(ids).toContain(category)
    const counted = library.categories.list().reduce((sum, category) => sum + category.articles, 0)
    expect(counted + library.articles.counts().uncategorised).toBe(ARTICLES)
    expect(all('PRAGMA foreign_key_check')).toEqual([])
    expect(all('SELECT id FROM tag WHERE id NOT IN (SELECT tag_id FROM article_tag)')).toEqual([])
    for (const kind of ['category', 'tag']) {
      const slugs = all(`SELECT slug FROM ${kind}`).map(({ slug }) => slug)
      expect(new Set(slugs).size).toBe(slugs.length)
      // An old address leads to something that is there, and to nothing that has an address of its own there.
      const old = all(`SELECT o.slug, t.id FROM old_slug o LEFT JOIN ${kind} t ON t.id = o.owner_id
        WHERE o.kind = '${kind}'`)
      expect(old.filter(({ id }) => id === null)).toEqual([])
    }
    const shadowed = `SELECT o.slug FROM old_slug o JOIN category c ON o.slug = c.slug
      WHERE o.kind = 'category' AND c.trashed_at IS NULL`
    expect(all(shadowed)).toEqual([])
    expect(all("SELECT o.slug FROM old_slug o JOIN tag t ON o.slug = t.slug WHERE o.kind = 'tag'")).toEqual(
      [],
    )
    for (const { id: tagId, articles: count } of library.tags.list()) {
      expect(library.articles.list({ tagId }, null, 0, 1).total).toBe(count)
    }
  })
}

describe('categories and tags', { timeout: 30_000 + RUNS * 1000 }, () => {
  it('are the very rows again when every act is undone, and those from before that when each is done again', () => {
    fc.assert(
      fc.property(fc.array(act, { maxLength: 14 }), (steps) => {
        start((library) => {
          const ids = read(library, (all) => new Set(all('SELECT id FROM category').map(({ id }) => id)))
          const before = rowsOf(library, ids)
          for (const step of steps) perform(library, step)
          const after = rowsOf(library, null)
          const done = library.acts.list(200).map(({ id }) => id)
          library.transaction(() => {
            for (const id of done) expect(library.acts.undo(id).kept).toBe(0)
          })
          expect(rowsOf(library, ids)).toEqual(before)
          // What was split off is empty, and lies in the trash.
          expect(library.categories.list()).toHaveLength(ids.size)
          library.transaction(() => {
            for (const id of done.toReversed()) library.acts.redo(id)
          })
          expect(rowsOf(library, null)).toEqual(after)
          expectSound(library)
        })
      }),
      { numRuns: RUNS },
    )
  })

  it('lose no article, make no cycle, no double address and no orphan, whatever is done, undone and done again', () => {
    fc.assert(
      fc.property(fc.array(fc.oneof(act, other), { maxLength: 25 }), (steps) => {
        start((library) => {
          for (const step of steps) {
            perform(library, step)
            expectSound(library)
          }
          expect(library.articles.counts().all).toBe(ARTICLES)
        })
      }),
      { numRuns: Math.ceil(RUNS / 2) },
    )
  })
})
