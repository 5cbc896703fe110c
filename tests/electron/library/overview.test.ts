import { describe, expect, it } from 'vitest'
import type { Library } from '../../../electron/library/library.ts'
import { overviewInWorker } from '../../../electron/library/overview-client.ts'
import { overview } from '../../../electron/library/overview.ts'
import { failureOf, tempLibrary } from './temp-library.ts'

const NOW = new Date('2026-03-01T12:00:00Z')
const PUBLISHED = { status: 'published', publishedAt: '2026-01-01T08:00:00+01:00' } as const

const ABOUT = {
  lopen: 'enkels pezen bospad wortels modder kuiten',
  koken: 'linzen kurkuma pannetje bouillon kikkererwten ui',
}

function add(library: Library, title: string, body: string, more: object = {}): number {
  return library.articles.create({ title, body, ...PUBLISHED, ...more }).id
}

describe('the overview of a library', () => {
  it('lists what nothing leads to and what leads nowhere, of what is on the site', () => {
    const library = tempLibrary({ now: () => NOW })
    const one = add(library, 'een', `${ABOUT.lopen} schoenen`)
    const two = add(library, 'twee', `${ABOUT.lopen} sokken`)
    const alone = add(library, 'alleen', 'zeilboot fok kiel schoot grootzeil')
    const linking = add(library, 'linkt', 'tulpen compost bladluis [Lees](een.html)')
    add(library, 'concept', 'piano snaren toetsen', { status: 'draft', publishedAt: null })
    const found = overview(library)
    expect(found.articles).toBe(5)
    expect(found.unreached.articles.map(({ id }) => id)).toEqual([alone])
    expect(found.deadEnds.articles.map(({ id }) => id)).toEqual([alone])
    library.site.update({ relatedCount: 0 })
    const bare = overview(library)
    expect(bare.unreached.articles.map(({ id }) => id)).toEqual([two, alone, linking])
    expect(bare.deadEnds.articles.map(({ id }) => id)).toEqual([one, two, alone])
  })

  it('takes a translation for reached from the page that it translates, but not for a way on', () => {
    const library = tempLibrary({ now: () => NOW })
    const one = add(library, 'een', ABOUT.lopen)
    const other = add(library, 'one', 'ankles poles trail roots mud', { language: 'en-GB' })
    const draft = { status: 'draft', publishedAt: null, language: 'de-DE' }
    library.translations.add(one, add(library, 'eins', 'Knöchel', draft))
    expect(overview(library).unreached.articles.map(({ id }) => id)).toEqual([one, other])
    library.translations.add(one, other)
    const found = overview(library)
    expect(found.unreached.articles).toEqual([])
    expect(found.deadEnds.articles.map(({ id }) => id)).toEqual([one, other])
  })

  it('leaves an article as it is in one list or both, and tells which, until it is brought back', () => {
    const library = tempLibrary({ now: () => NOW })
    const one = add(library, 'een', ABOUT.lopen)
    const two = add(library, 'twee', ABOUT.koken)
    const named = (list: 'unreached' | 'deadEnds') => {
      const { total, articles, left } = overview(library)[list]
      expect([total, left.total]).toEqual([articles.length, left.articles.length])
      return [articles.map(({ id }) => id), left.articles.map(({ id }) => id)]
    }
    expect(named('unreached')).toEqual([[one, two], []])
    const { actId } = library.related.leave(one, 'unreached', true)
    expect(named('unreached')).toEqual([[two], [one]])
    expect(named('deadEnds')).toEqual([[one, two], []])
    expect(library.related.leave(one, 'unreached', true).actId).toBeNull()
    library.acts.undo(actId!)
    expect(named('unreached')).toEqual([[one, two], []])
    library.acts.redo(actId!)
    library.related.leave(one, 'deadEnds', true)
    expect(named('unreached')).toEqual([[two], [one]])
    expect(named('deadEnds')).toEqual([[two], [one]])
    library.related.leave(one, 'deadEnds', false)
    expect([named('unreached'), named('deadEnds')]).toEqual([
      [[two], [one]],
      [[one, two], []],
    ])
    // One that is set aside and then found by readers is in neither.
    library.articles.save(two, 1, { body: `${ABOUT.koken} [een](een.html)` })
    expect(named('unreached')).toEqual([[two], []])
    library.articles.trash([one])
    library.trash.empty()
    expect(named('unreached')).toEqual([[two], []])
    expect(failureOf(() => library.related.leave(one, 'unreached', true)).code).toBe('notFound')
  })

  it('lists what is nearly the same until the writer keeps it apart', () => {
    const library = tempLibrary({ now: () => NOW })
    const text = `${ABOUT.lopen} ${ABOUT.koken} zeilboot fok kiel schoot grootzeil`
    const one = add(library, 'een', text)
    const two = add(library, 'twee', `${text} extra`)
    const { same } = overview(library)
    expect(same.groups.map(({ articles }) => articles.map(({ id }) => id))).toEqual([[one, two]])
    expect(same.groups[0]?.likeness).toBeGreaterThan(0.5)
    const { actId } = library.related.say('related.never', one, { never: [two] })
    expect(overview(library).same.total).toBe(0)
    library.acts.undo(actId!)
    expect(overview(library).same.total).toBe(1)
  })

  it('lists articles without a category that belong together', () => {
    const library = tempLibrary({ now: () => NOW })
    const ids = ['schoenen', 'sokken', 'veters', 'zolen'].map((word) =>
      add(library, word, `${ABOUT.lopen} ${word}`),
    )
    for (const word of ['lepel', 'mes']) add(library, word, `${ABOUT.koken} ${word}`)
    const { clusters } = overview(library)
    expect(clusters.groups.map(({ articles }) => articles.map(({ id }) => id))).toEqual([ids])
    const { id } = library.categories.create({ name: 'Lopen', parentId: null })
    library.articles.change(ids, { categoryId: id })
    expect(overview(library).clusters.total).toBe(0)
  })

  it('is empty for an empty library', () => {
    const { unreached, deadEnds, same, clusters } = overview(tempLibrary())
    expect([unreached.total, deadEnds.total, same.total, clusters.total]).toEqual([0, 0, 0, 0])
  })

  it('tells how far it is, and stops when it is to', () => {
    const library = tempLibrary({ now: () => NOW })
    add(library, 'een', ABOUT.lopen)
    const told: (readonly [number, number])[] = []
    overview(library, { onProgress: (done, total) => told.push([done, total]) })
    expect(told).toEqual([
      [0, 1],
      [1, 1],
    ])
    expect(failureOf(() => overview(library, { signal: { aborted: true } })).code).toBe('cancelled')
  })

  it('is the same from a thread of its own', async () => {
    const library = tempLibrary()
    add(library, 'een', ABOUT.lopen)
    add(library, 'twee', ABOUT.lopen)
    const found = await overviewInWorker(library.folder, new AbortController().signal, () => {})
    expect(found).toEqual(overview(library))
  })
})
