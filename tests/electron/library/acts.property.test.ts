import Database from 'better-sqlite3'
import fc from 'fast-check'
import { cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { beforeAll, describe, expect, it } from 'vitest'
import { STATUSES } from '../../../core/article.ts'
import { Failure } from '../../../core/errors.ts'
import { intake } from '../../../electron/intake/intake.ts'
import { createLibrary, type Library, openLibrary } from '../../../electron/library/library.ts'
import { ActsModel } from './acts-model.ts'
import { png } from './pictures.ts'
import { tempFolder } from './temp-library.ts'

/** More of them: `LONGHAND_RUNS=5000`. */
const RUNS = Number(process.env['LONGHAND_RUNS'] ?? 30)

const NAMES = ['bos', 'Rennen', 'soep', 'zondag'] as const
const pick = fc.nat({ max: 40 })
const names = fc.uniqueArray(fc.constantFrom(...NAMES), { maxLength: 2 })
const change = fc.record(
  {
    status: fc.constantFrom(...STATUSES),
    categoryId: fc.option(pick),
    addTags: names,
    removeTags: names,
    authorIds: fc.uniqueArray(pick, { maxLength: 2 }),
    publishedAt: fc.option(fc.constantFrom('2025-01-01T10:00:00+01:00', '2026-01-01T10:00:00+01:00')),
    language: fc.option(fc.constantFrom('nl', 'en')),
  },
  { requiredKeys: [] },
)

/** A sweeping act; numbers choose among what there is. */
const act = fc.oneof(
  fc.record({ do: fc.constant('change' as const), ids: fc.array(pick, { maxLength: 4 }), change }),
  fc.record({
    do: fc.constantFrom('trash' as const, 'restore' as const),
    ids: fc.array(pick, { maxLength: 3 }),
  }),
  fc.record({ do: fc.constant('moveCategory' as const), it: pick, parent: pick, index: fc.nat({ max: 4 }) }),
  fc.record({ do: fc.constant('trashCategory' as const), it: pick, to: pick }),
  fc.record({ do: fc.constant('restoreCategory' as const), it: pick }),
  fc.record({
    do: fc.constant('renameTag' as const),
    it: pick,
    name: fc.constantFrom(...NAMES, 'nieuw', 'BOS'),
  }),
  fc.record({ do: fc.constant('deleteTag' as const), it: pick }),
  fc.record({ do: fc.constant('deleteAuthor' as const), it: pick }),
  fc.record({ do: fc.constantFrom('trashMedia' as const, 'restoreMedia' as const), it: pick }),
)
/** What is no act, and what undoes acts. */
const other = fc.oneof(
  fc.record({ do: fc.constant('save' as const), it: pick, change, body: fc.constantFrom('Een.', 'Twee.') }),
  fc.record({ do: fc.constant('create' as const), category: pick, tags: names }),
  fc.record({ do: fc.constant('createCategory' as const), parent: pick }),
  fc.record({ do: fc.constant('createAuthor' as const) }),
  fc.record({ do: fc.constantFrom('deleteCategory' as const, 'deleteArticle' as const), it: pick }),
  fc.record({ do: fc.constantFrom('undo' as const, 'redo' as const), it: pick }),
)
type Step =
  | (typeof act extends fc.Arbitrary<infer A> ? A : never)
  | (typeof other extends fc.Arbitrary<infer O> ? O : never)

const now = () => new Date('2026-03-01T12:00:00Z')
let template: string

/** A library with something of everything. */
beforeAll(() => {
  const folder = mkdtempSync(join(tmpdir(), 'longhand-test-'))
  template = join(folder, 'library')
  const library = createLibrary(template, { name: 'Proef', language: 'nl-NL' }, { now })
  library.transaction(() => {
    const category = (name: string, parentId: number | null) =>
      library.categories.create({ name, parentId }).id
    const [a, b] = [category('A', null), category('B', null)]
    for (const [name, parent] of [
      ['C', a],
      ['D', a],
      ['E', b],
    ] as const)
      category(name, parent)
    const authors = ['Noor', 'Sam'].map((name) => library.authors.create({ name }).id)
    const media = [1, 2].map((salt) => library.media.add('pad.png', png(4, 3, salt)).path)
    for (let count = 0; count < 6; count++) {
      library.articles.create({
        title: `Artikel ${count}`,
        body: `![](${media[count % 2]})`,
        categoryId: count % 4 === 3 ? null : (count % 4) + 1,
        tags: [NAMES[count % 3]!, ...(count % 2 ? ['zondag'] : [])],
        authorIds: [authors[count % 2]!],
      })
    }
    library.articles.trash([6])
  })
  library.close()
  return () => rmSync(folder, { recursive: true })
})

/** A copy of it with its model, for as long as the work takes. */
function start(work: (library: Library, model: ActsModel) => void): void {
  const folder = mkdtempSync(join(tmpdir(), 'longhand-test-'))
  cpSync(template, folder, { recursive: true })
  const library = openLibrary(folder, { now })
  try {
    work(library, new ActsModel(library))
  } finally {
    library.close()
    rmSync(folder, { recursive: true })
  }
}

/** Does one step; what the library refuses changes nothing. */
function run(library: Library, model: ActsModel, step: Step): void {
  try {
    library.transaction(() => model.run(step))
  } catch (error) {
    if (!(error instanceof Failure) || !['value.refused', 'notFound'].includes(error.code)) throw error
  }
}

/** Every row that acts may change, but for the counts of versions. */
function rowsOf(library: Library): unknown {
  const db = new Database(library.file, { readonly: true })
  try {
    const all = (sql: string) => db.prepare(sql).all()
    return {
      articles:
        all(`SELECT id, slug, slug_from, status, category_id, published_at, published_utc, language, updated_at,
        updated_utc, trashed_at FROM article ORDER BY id`),
      articleTags: all('SELECT * FROM article_tag ORDER BY article_id, position'),
      articleAuthors: all('SELECT * FROM article_author ORDER BY article_id, position'),
      tags: all('SELECT * FROM tag ORDER BY id'),
      authors: all('SELECT * FROM author ORDER BY id'),
      categories: all('SELECT id, parent_id, position, name, slug, trashed_at FROM category ORDER BY id'),
      media: all('SELECT path, trashed_at FROM media ORDER BY path'),
      oldSlugs: all('SELECT * FROM old_slug ORDER BY kind, slug'),
    }
  } finally {
    db.close()
  }
}

/** Rules that hold whatever was done. */
function expectSound(library: Library): void {
  const list = library.categories.list()
  const byId = new Map(list.map((category) => [category.id, category]))
  for (const siblings of Map.groupBy(list, ({ parentId }) => parentId).values()) {
    expect(siblings.map(({ position }) => position)).toEqual(siblings.map((_, index) => index))
  }
  for (const { parentId } of list) if (parentId !== null) expect(byId.has(parentId)).toBe(true)
  const db = new Database(library.file, { readonly: true })
  const one = (sql: string) => db.prepare(sql).pluck().get()
  // Whoever is not in the tree is in a circle or below something in the trash.
  expect(list).toHaveLength(Number(one('SELECT count(*) FROM category WHERE trashed_at IS NULL')))
  expect(db.pragma('foreign_key_check')).toEqual([])
  expect(one('SELECT count(*) FROM tag WHERE id NOT IN (SELECT tag_id FROM article_tag)')).toBe(0)
  expect(
    one(`SELECT count(*) FROM article JOIN category c ON c.id = category_id WHERE c.trashed_at IS NOT NULL`),
  ).toBe(0)
  // What an article is found by is what it has.
  const live = library.articles.list({}, null, 0, 100).rows.map(({ id }) => library.articles.get(id))
  for (const name of NAMES) {
    const has = live.filter(({ tags }) => tags.some((tag) => tag.toLowerCase() === name.toLowerCase()))
    expect(library.articles.list({ query: name }, null, 0, 1).total).toBe(has.length)
  }
  expect(one(`SELECT count(*) FROM old_slug o JOIN tag t ON o.kind = 'tag' AND o.slug = t.slug`)).toBe(0)
  db.close()
}

describe('any sequence of acts', { timeout: 20_000 + RUNS * 1000 }, () => {
  it('undone in reverse order, leads to the first state exactly, and done again to the last', () => {
    fc.assert(
      fc.property(fc.array(act, { maxLength: 14 }), (steps) => {
        start((library, model) => {
          const before = rowsOf(library)
          library.transaction(() => {
            for (const step of steps) run(library, model, step)
          })
          const after = rowsOf(library)
          const ids = library.acts
            .list(1000)
            .map(({ id }) => id)
            .filter((id) => !model.start.has(id))
          library.transaction(() => {
            for (const id of ids) expect(library.acts.undo(id).kept).toBe(0)
          })
          expect(rowsOf(library)).toEqual(before)
          library.transaction(() => {
            for (const id of ids.toReversed()) library.acts.redo(id)
          })
          expect(rowsOf(library)).toEqual(after)
        })
      }),
      { numRuns: RUNS },
    )
  })

  it('with edits, undone and redone in any order, leaves what a plain model says, and a sound library', () => {
    fc.assert(
      fc.property(fc.array(fc.oneof(act, other), { maxLength: 22 }), (steps) => {
        start((library, model) => {
          library.transaction(() => {
            for (const step of steps) {
              run(library, model, step)
              expect(model.actual()).toEqual(model.expected())
            }
          })
          expectSound(library)
        })
      }),
      { numRuns: RUNS },
    )
  })

  it('around an intake, undone in reverse order, leaves nothing of it outside the trash', () => {
    const folder = join(tempFolder(), 'blad')
    mkdirSync(folder)
    writeFileSync(join(folder, 'pad.png'), png(9, 9))
    for (const name of ['een', 'twee', 'drie']) {
      writeFileSync(
        join(folder, `${name}.md`),
        `---\ntitle: ${name}\ncategory: [Buiten, Ver]\nauthor: Mo\ntags: [kust, eb]\n---\n![](pad.png)\n`,
      )
    }
    fc.assert(
      fc.property(fc.array(act, { maxLength: 4 }), fc.array(act, { maxLength: 4 }), (first, then) => {
        start((library, model) =>
          library.transaction(() => {
            for (const step of first) run(library, model, step)
            const view = () => ({
              ...library.articles.list({}, null, 0, 100),
              categories: library.categories.list(),
              authors: library.authors.list(),
              tags: library.tags.list(),
              media: library.media.list(),
            })
            const before = view()
            const last = library.acts.list(1)[0]?.id ?? 0
            intake(library, [folder])
            expect(library.articles.bySlug('een')).toMatchObject({ tags: ['kust', 'eb'] })
            for (const step of then) run(library, model, step)
            const after = view()
            const ids = library.acts
              .list(1000)
              .map(({ id }) => id)
              .filter((id) => id > last)
            for (const id of ids) library.acts.undo(id)
            expect(view()).toEqual(before)
            for (const id of ids.toReversed()) library.acts.redo(id)
            expect(view()).toEqual(after)
          }),
        )
      }),
      { numRuns: Math.ceil(RUNS / 4) },
    )
  })
})
