import Database from 'better-sqlite3'
import fc from 'fast-check'
import { describe, expect, it, onTestFinished } from 'vitest'
import { type ArticlePatch, BLANK_ARTICLE } from '../../../core/article.ts'
import { type Library, openLibrary } from '../../../electron/library/library.ts'
import { failureOf, tempLibrary } from './temp-library.ts'

const MINUTE = 60_000
const LONG = Array.from({ length: 120 }, (_, index) => `woord${index}`).join(' ')

/** A library whose clock the test sets, with one article. */
function clockLibrary(): { library: Library; id: number; wait: (ms: number) => void } {
  const clock = { now: Date.UTC(2026, 10, 22, 9) }
  const library = tempLibrary({ now: () => new Date(clock.now) })
  const { id } = library.articles.create({ title: 'Enkels' })
  return { library, id, wait: (ms) => void (clock.now += ms) }
}

const save = (library: Library, id: number, patch: ArticlePatch) =>
  library.articles.save(id, library.articles.get(id).version, patch)
const bodies = (library: Library, id: number) =>
  library.revisions.list(id).map((head) => library.revisions.get(head.id).state.body)
const kinds = (library: Library, id: number) => library.revisions.list(id).map(({ kind }) => kind)

describe('revisions', () => {
  it('hold every field of an article as it was', () => {
    const { library, id } = clockLibrary()
    const category = library.categories.create({ name: 'Sport', parentId: null })
    const author = library.authors.create({ name: 'Noor' })
    save(library, id, {
      ...{ title: 'Knieën', summary: 's', body: `${LONG}\n\n日本`, categoryId: category.id },
      ...{ tags: ['a', 'b'], authorIds: [author.id], coverAlt: 'alt', language: 'en', metaTitle: 'm' },
      ...{ metaDescription: 'd', extra: { layout: ['post', 3] }, publishedAt: '2026-01-01T00:00:00+01:00' },
    })
    const { id: revision } = library.revisions.record(id, 'hand', 'Eerste')
    const article = library.articles.get(id)
    const { state, ...head } = library.revisions.get(revision)
    expect(article).toMatchObject(state)
    expect(head).toEqual(library.revisions.list(id)[0])
    expect(head).toMatchObject({
      kind: 'hand',
      name: 'Eerste',
      version: article.version,
      savedAt: article.updatedAt,
      words: article.words,
    })
  })

  it('are from when the writer kept them, whatever date the article came with', () => {
    const { library } = clockLibrary()
    const { id } = library.articles.create({ title: 'Oud', body: 'tekst' }, '2019-05-01T10:00:00+02:00')
    const kept = library.revisions.record(id, 'hand', 'Zoals het kwam')
    expect(kept.savedAt).toBe('2019-05-01T10:00:00+02:00')
    expect(Date.parse(kept.at)).toBe(library.now().getTime())
  })

  it.each([['a short text'], [LONG], [LONG.repeat(400)], [`${LONG} 👩‍🚀 ${LONG}`], ['']])(
    'give a body back to the letter (%#)',
    (body) => {
      const { library, id } = clockLibrary()
      save(library, id, { body })
      expect(library.revisions.get(library.revisions.record(id, 'hand').id).state.body).toBe(body)
    },
  )

  it('take far less room than the text, those that a save could store at once after the next thinning', () => {
    const { library, id } = clockLibrary()
    const bodies = [LONG.repeat(9), LONG.repeat(9).replaceAll('o', 'ō'), LONG.repeat(1000)]
    const kept = bodies.map((body) => {
      save(library, id, { body })
      return library.revisions.record(id, 'hand')
    })
    expect(kept.map(({ bytes }, at) => bytes < bodies[at]!.length / 5)).toEqual([false, false, true])
    expect(library.revisions.thin()).toBe(0)
    const after = library.revisions.list(id).toReversed()
    expect(after.map(({ bytes }, at) => bytes < bodies[at]!.length / 5)).toEqual([true, true, true])
    expect(after.map((head) => library.revisions.get(head.id).state.body)).toEqual(bodies)
    const bytes = after.reduce((sum, head) => sum + head.bytes, 0)
    expect(library.revisions.size()).toEqual({ revisions: 3, bytes })
  })

  it('hold one state once, made small or not', () => {
    const { library, id } = clockLibrary()
    save(library, id, { body: LONG })
    const { id: first } = library.revisions.record(id, 'auto')
    library.revisions.thin()
    expect(library.revisions.record(id, 'hand', 'Klaar').id).toBe(first)
    save(library, id, { body: `${LONG}.` })
    expect(library.revisions.record(id, 'hand', 'Klaar').id).not.toBe(first)
  })

  it('are made while writing, ten minutes apart, of what stood there', () => {
    const { library, id, wait } = clockLibrary()
    for (let minute = 1; minute <= 35; minute++) {
      wait(MINUTE)
      save(library, id, { body: `minuut ${minute}` })
    }
    expect(bodies(library, id)).toEqual(['minuut 29', 'minuut 19', 'minuut 9'])
    expect(new Set(kinds(library, id))).toEqual(new Set(['auto']))
  })

  it('keep how an article was left, when writing goes on another day', () => {
    const { library, id, wait } = clockLibrary()
    save(library, id, { body: 'gisteren' })
    wait(20 * 60 * MINUTE)
    save(library, id, { body: 'vandaag' })
    save(library, id, { body: 'vandaag verder' })
    expect(bodies(library, id)).toEqual(['gisteren'])
  })

  it('are not made by a save that changes nothing', () => {
    const { library, id, wait } = clockLibrary()
    wait(60 * MINUTE)
    save(library, id, { title: 'Enkels' })
    expect(library.revisions.list(id)).toEqual([])
  })

  it('keep the text before much of it disappears, and what a status was given to', () => {
    const { library, id } = clockLibrary()
    save(library, id, { body: LONG })
    save(library, id, { body: 'weg' })
    save(library, id, { status: 'published' })
    expect(kinds(library, id)).toEqual(['status', 'shrink'])
    expect(bodies(library, id)).toEqual(['weg', LONG])
    expect(library.revisions.get(library.revisions.list(id)[0]?.id ?? 0).state).toMatchObject({
      status: 'published',
      publishedAt: library.articles.get(id).publishedAt,
    })
  })

  it('keep the text that an article was brought in with', () => {
    const { library } = clockLibrary()
    const { id } = library.articles.create({ title: 'x', body: 'zoals gevonden' })
    save(library, id, { body: 'zoals veranderd' })
    expect(bodies(library, id)).toEqual(['zoals gevonden'])
  })

  it('hold one state once, under the name that the writer gives it', () => {
    const { library, id } = clockLibrary()
    save(library, id, { body: 'a' })
    const auto = library.revisions.record(id, 'auto')
    expect(library.revisions.record(id, 'hand', 'Klaar').id).toBe(auto.id)
    expect(library.revisions.record(id, 'before').id).toBe(auto.id)
    expect(library.revisions.record(id, 'hand', 'Klaar').id).toBe(auto.id)
    expect(library.revisions.list(id)).toMatchObject([{ kind: 'hand', name: 'Klaar' }])
    library.revisions.record(id, 'hand', 'Nog een naam')
    expect(library.revisions.list(id).map(({ name }) => name)).toEqual(['Nog een naam', 'Klaar'])
  })

  it('are thinned with age, named ones never', () => {
    const { library, id, wait } = clockLibrary()
    save(library, id, { body: 'genoemd' })
    library.revisions.record(id, 'hand', 'Genoemd')
    for (let turn = 0; turn < 12; turn++) {
      wait(10 * MINUTE)
      save(library, id, { body: `tekst ${turn}` })
    }
    expect(library.revisions.list(id)).toHaveLength(12)
    wait(500 * 24 * 60 * MINUTE)
    expect(library.revisions.thin()).toBe(10)
    expect(bodies(library, id)).toEqual(['tekst 10', 'genoemd'])
  })

  it('can hold words that were never saved, for ever, and leave the article alone', () => {
    const { library, id, wait } = clockLibrary()
    save(library, id, { body: 'van een ander' })
    const before = library.articles.get(id)
    const mine = { ...BLANK_ARTICLE, title: 'Enkels', body: 'drie eigen woorden', tags: ['a'] }
    const head = library.revisions.keep(id, mine, 'Jouw tekst')
    expect(head).toMatchObject({ kind: 'before', name: 'Jouw tekst', words: 3 })
    expect(library.revisions.get(head.id).state).toEqual(mine)
    expect(library.articles.get(id)).toEqual(before)
    wait(500 * 24 * 60 * MINUTE)
    library.revisions.thin()
    expect(library.revisions.list(id)).toContainEqual(head)
    expect(library.revisions.restore(head.id).article).toMatchObject({ body: 'drie eigen woorden' })
  })

  it('can be named later, after which they stay, and named otherwise', () => {
    const { library, id, wait } = clockLibrary()
    save(library, id, { body: 'a' })
    const { id: first } = library.revisions.record(id, 'auto')
    save(library, id, { body: 'b' })
    const { id: second } = library.revisions.record(id, 'auto')
    expect(library.revisions.rename(first, 'Eerste')).toMatchObject({ id: first, name: 'Eerste' })
    wait(60 * MINUTE)
    save(library, id, { body: 'c' })
    library.revisions.record(id, 'auto')
    wait(500 * 24 * 60 * MINUTE)
    library.revisions.thin()
    expect(library.revisions.list(id).map((one) => one.id)).not.toContain(second)
    expect(library.revisions.rename(first, '')).toMatchObject({ id: first, name: '' })
  })

  it('go with their article', () => {
    const { library, id } = clockLibrary()
    library.revisions.record(id, 'hand')
    library.articles.trash([id])
    expect(library.revisions.size().revisions).toBe(1)
    library.articles.delete([id])
    expect(library.revisions.size()).toEqual({ revisions: 0, bytes: 0 })
  })

  it('say so when they or their article are not there', () => {
    const { library } = clockLibrary()
    expect(failureOf(() => library.revisions.get(9))).toMatchObject({
      code: 'notFound',
      detail: { what: 'revision' },
    })
    expect(failureOf(() => library.revisions.restore(9)).code).toBe('notFound')
    expect(failureOf(() => library.revisions.rename(9, 'x')).detail).toMatchObject({ what: 'revision' })
    expect(failureOf(() => library.revisions.keep(9, BLANK_ARTICLE, '')).code).toBe('notFound')
    expect(failureOf(() => library.revisions.record(9, 'hand'))).toMatchObject({
      detail: { what: 'article' },
    })
  })

  it('of the first shape, with the body among the other fields, can be read', () => {
    const { library, id } = clockLibrary()
    const { id: revision } = library.revisions.record(id, 'hand', 'x')
    const { folder, file } = library
    library.close()
    const db = new Database(file)
    db.prepare("UPDATE revision SET kind = 'manual', body = NULL, state = ? WHERE id = ?").run(
      '{"title":"Oud","body":"Oude tekst"}',
      revision,
    )
    db.close()
    const again = openLibrary(folder)
    onTestFinished(() => again.close())
    expect(again.revisions.get(revision).state).toMatchObject({ title: 'Oud', body: 'Oude tekst', tags: [] })
    expect(again.revisions.list(id)[0]?.kind).toBe('hand')
  })
})

describe('restoring a revision', () => {
  it('brings back words and fields, and first keeps what was there', () => {
    const { library, id } = clockLibrary()
    save(library, id, { title: 'Oud', body: 'oude tekst', tags: ['a'] })
    const { id: revision } = library.revisions.record(id, 'hand', 'Oud')
    save(library, id, { title: 'Nieuw', body: 'nieuwe tekst', tags: ['b'] })
    const { article, left } = library.revisions.restore(revision)
    expect(article).toMatchObject({ title: 'Oud', body: 'oude tekst', tags: ['a'], slug: 'oud' })
    expect(left).toEqual([])
    expect(article.version).toBe(4)
    expect(library.revisions.list(id)[0]).toMatchObject({ kind: 'before' })
    expect(bodies(library, id)[0]).toBe('nieuwe tekst')
    expect(library.articles.list({ query: 'oude' }, null, 0, 9).total).toBe(1)
  })

  it('can be taken back by restoring what was there', () => {
    const { library, id } = clockLibrary()
    save(library, id, { title: 'Oud', body: 'oude tekst' })
    const { id: revision } = library.revisions.record(id, 'hand', 'Oud')
    save(library, id, { title: 'Nieuw', body: 'nieuwe tekst', tags: ['b'] })
    const present = library.articles.get(id)
    const { before } = library.revisions.restore(revision)
    const {
      version: _version,
      updatedAt: _updatedAt,
      slug: _slug,
      ...back
    } = library.revisions.restore(before).article
    expect(present).toMatchObject(back)
  })

  it('never takes an article off the site, nor changes its address', () => {
    const { library, id } = clockLibrary()
    const { id: revision } = library.revisions.record(id, 'hand', 'Concept')
    save(library, id, { title: 'Knie', status: 'published' })
    const { slug, publishedAt } = library.articles.get(id)
    expect(library.revisions.restore(revision).article).toMatchObject({
      ...{ title: 'Enkels', status: 'published' },
      ...{ slug, publishedAt },
    })
  })

  it('keeps the present category, authors and cover where the old ones are gone, and says which', () => {
    const { library, id } = clockLibrary()
    const category = library.categories.create({ name: 'Weg', parentId: null })
    const author = library.authors.create({ name: 'Weg' })
    save(library, id, { categoryId: category.id, authorIds: [author.id], cover: 'media/weg-1x1.png' })
    const { id: revision } = library.revisions.record(id, 'hand', 'x')
    library.categories.trash(category.id, null)
    library.authors.delete(author.id)
    save(library, id, { cover: null })
    const { article, left } = library.revisions.restore(revision)
    expect(left).toEqual(['categoryId', 'authorIds', 'cover'])
    expect(article).toMatchObject({ categoryId: null, authorIds: [], cover: null })
  })

  it('leaves exactly the text that a plain model predicts, whatever is done in whatever order', () => {
    const act = fc.oneof(
      fc.record({
        kind: fc.constant('save' as const),
        body: fc.oneof(fc.lorem(), fc.string({ unit: 'binary' })),
      }),
      fc.record({ kind: fc.constant('record' as const), name: fc.constantFrom('', 'a') }),
      fc.record({ kind: fc.constant('restore' as const), pick: fc.nat() }),
      fc.record({ kind: fc.constant('trash' as const) }),
      fc.record({ kind: fc.constant('wait' as const), minutes: fc.integer({ min: 1, max: 30 }) }),
    )
    const { library, wait } = clockLibrary()
    fc.assert(
      fc.property(fc.array(act, { maxLength: 25 }), (acts) => {
        const { id } = library.articles.create({ title: 't' })
        let text = ''
        const recorded = new Map<number, string>()
        for (const one of acts) {
          if (one.kind === 'save') save(library, id, { body: (text = one.body) })
          else if (one.kind === 'record')
            recorded.set(library.revisions.record(id, 'hand', one.name).id, text)
          else if (one.kind === 'wait') wait(one.minutes * MINUTE)
          else if (one.kind === 'trash') {
            library.articles.trash([id])
            library.articles.restore([id])
          } else if (recorded.size > 0) {
            const [revision, body] = [...recorded][one.pick % recorded.size] ?? [0, '']
            text = body
            library.revisions.restore(revision)
          }
          expect(library.articles.get(id).body).toBe(text)
        }
        for (const [revision, body] of recorded) expect(library.revisions.get(revision).state.body).toBe(body)
      }),
      { numRuns: 60 },
    )
  })
})
