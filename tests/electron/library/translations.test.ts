import { describe, expect, it } from 'vitest'
import { diagnose } from '../../../electron/library/doctor.ts'
import type { Library } from '../../../electron/library/library.ts'
import { failureOf, tempLibrary } from './temp-library.ts'

/** Every row that says what belongs together, and how often each article was saved. */
function rows(library: Library): unknown {
  return [...library.articles.iterate()].map(({ id, translationKey, version, updatedAt }) => [
    id,
    translationKey,
    version,
    updatedAt,
  ])
}

function pair() {
  const library = tempLibrary()
  const make = (title: string, language: string | null) => library.articles.create({ title, language }).id
  return { library, make, nl: make('Enkels', null), en: make('Ankles', 'en-GB') }
}

const keyOf = (library: Library, id: number) => library.articles.get(id).translationKey

describe('articles that are translations of each other', () => {
  it('belong together from both sides, under a key that says what it is', () => {
    const { library, nl, en } = pair()
    library.translations.add(nl, en)
    expect(library.translations.of(nl)).toMatchObject([{ id: en, title: 'Ankles', language: 'en-GB' }])
    expect(library.translations.of(en)).toMatchObject([{ id: nl, title: 'Enkels', language: 'nl-NL' }])
    expect(keyOf(library, nl)).toBe('enkels')
  })

  it('are one of each language, however the language is written', () => {
    const { library, make, nl, en } = pair()
    library.translations.add(nl, en)
    for (const language of ['en-GB', 'nl', 'nl-NL', null]) {
      const other = make('Nog een', language)
      expect(failureOf(() => library.translations.add(nl, other))).toMatchObject({
        code: 'value.refused',
        detail: { problem: 'translated' },
      })
      expect(keyOf(library, other)).toBeNull()
    }
    library.translations.add(nl, make('Vlaams', 'nl-BE'))
    expect(library.translations.of(nl).map(({ language }) => language)).toEqual(['en-GB', 'nl-BE'])
  })

  it('do not leave a group of their own unasked', () => {
    const { library, make, nl, en } = pair()
    library.translations.add(nl, en)
    const de = make('Knöchel', 'de')
    library.translations.add(de, make('Chevilles', 'fr'))
    expect(failureOf(() => library.translations.add(nl, de)).code).toBe('value.refused')
    expect(library.translations.of(nl).map(({ id }) => id)).toEqual([en])
  })

  it('come together and apart as acts that are undone and done again to the row', () => {
    const { library, nl, en } = pair()
    const before = rows(library)
    const added = library.translations.add(nl, en)
    const together = rows(library)
    const removed = library.translations.remove(en)
    const apart = rows(library)
    expect(library.translations.of(nl)).toEqual([])
    for (const [ref, undone, done] of [
      [removed, together, apart],
      [added, before, together],
    ] as const) {
      library.acts.undo(ref.actId ?? 0)
      expect(rows(library)).toEqual(undone)
      library.acts.redo(ref.actId ?? 0)
      expect(rows(library)).toEqual(done)
      library.acts.undo(ref.actId ?? 0)
    }
    expect(library.acts.list(5).map(({ kind, name }) => [kind, name])).toEqual([
      ['translation.remove', 'Ankles'],
      ['translation.add', 'Ankles'],
    ])
  })

  it('tell nobody that waits for a save: an open article stays the version that it is', () => {
    const { library, nl, en } = pair()
    library.translations.add(nl, en)
    expect(library.articles.get(nl).version).toBe(1)
    library.articles.save(nl, 1, { body: 'Verder.' })
    expect(keyOf(library, nl)).toBe('enkels')
  })

  it('begin as a draft with what is the same in every language, but not the text', () => {
    const { library, nl } = pair()
    const { id: categoryId } = library.categories.create({ name: 'Sport', parentId: null })
    library.articles.save(nl, 1, { categoryId, tags: ['rennen'], body: 'Over enkels.', summary: 'Kort' })
    const { article, actId } = library.translations.start(nl, 'de-de')
    expect(article).toMatchObject({ title: 'Enkels', language: 'de-DE', status: 'draft', body: '' })
    expect(article).toMatchObject({ categoryId, tags: ['rennen'], summary: '', translationKey: 'enkels' })
    expect(failureOf(() => library.translations.start(nl, 'de')).code).toBe('value.refused')
    library.acts.undo(actId ?? 0)
    expect(library.translations.of(nl)).toEqual([])
    expect(library.articles.get(article.id).translationKey).toBeNull()
  })

  it('leave those in the trash out, and have them back with their place', () => {
    const { library, nl, en } = pair()
    library.translations.add(nl, en)
    library.articles.trash([en])
    expect(library.translations.of(nl)).toEqual([])
    library.articles.restore([en])
    expect(library.translations.of(nl).map(({ id }) => id)).toEqual([en])
  })

  it('are offered from other languages, by words of their titles, unless they belong elsewhere', () => {
    const { library, make, nl, en } = pair()
    const de = make('Starke Knöchel', 'de')
    make('Nog een', 'nl')
    const [fr, es] = [make('Chevilles', 'fr'), make('Tobillos', 'es')]
    library.translations.add(fr, es)
    const offered = (words: string) =>
      library.translations
        .candidates(nl, words, 10)
        .map(({ id }) => id)
        .sort((a, b) => a - b)
    expect(offered('')).toEqual([en, de])
    expect(offered('knochel stark')).toEqual([de])
    library.translations.add(nl, en)
    expect(offered('')).toEqual([de])
  })

  it('are joined by a key from elsewhere, unless their language is there already', () => {
    const { library, make, nl, en } = pair()
    expect(library.translations.mark(nl, ' ankle ')).toBe(true)
    expect(library.translations.mark(en, 'ankle')).toBe(true)
    expect(library.translations.mark(make('Tweede', 'nl'), 'ankle')).toBe(false)
    expect(library.translations.mark(en, 'x'.repeat(201))).toBe(false)
    expect(library.translations.of(nl).map(({ id }) => id)).toEqual([en])
  })

  it('are named by doctor when two have come to be in one language', () => {
    const { library, nl, en } = pair()
    library.translations.add(nl, en)
    expect(diagnose(library.folder).findings).toEqual([])
    library.articles.save(en, 1, { language: 'nl' })
    const { state, findings } = diagnose(library.folder)
    expect([state, findings]).toEqual(['sound', [{ code: 'translations', count: 1, examples: ['Ankles'] }]])
  })
})
