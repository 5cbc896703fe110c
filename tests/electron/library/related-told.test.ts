import fc from 'fast-check'
import { expect, it } from 'vitest'
import { type Library, openLibrary } from '../../../electron/library/library.ts'
import { relatedService } from '../../../electron/library/related-service.ts'
import { NOTHING_TOLD, type Told, toldOf } from '../../../electron/library/related-told.ts'
import { tempLibrary } from './temp-library.ts'

const WORDS = ['enkel', 'pees', 'bospad', 'soep', 'linzen', 'tuin']

function filled(): Library {
  const library = tempLibrary()
  for (const [at, word] of WORDS.entries()) {
    library.articles.create({
      title: word,
      body: `${word} ${WORDS[(at + 1) % 6]} ${word}`,
      status: 'published',
    })
  }
  return library
}

const word = fc.constantFrom(...WORDS)
const acts = fc.array(
  fc.record({
    act: fc.constantFrom(
      'body',
      'body',
      'link',
      'title',
      'tags',
      'trash',
      'category',
      'create',
      'site',
      'other',
    ),
    id: fc.integer({ min: 1, max: 6 }),
    word,
    asks: fc.boolean(),
  }),
  { minLength: 1, maxLength: 12 },
)

it('related articles are, by what was told of changes, those that a service made anew gives', () => {
  fc.assert(
    fc.property(acts, (all) => {
      const library = filled()
      const other = openLibrary(library.folder)
      const service = relatedService(library)
      let told: Told = NOTHING_TOLD
      library.onChange((change) => (told = toldOf(told, change)))
      service.list(1, 10)
      const category = library.categories.create({ name: 'Sport', parentId: null })
      for (const { act, id, word: text, asks } of all) {
        const { articles } = act === 'other' ? other : library
        const { version, trashedAt, body } = articles.get(id)
        const save = (patch: object) => void articles.save(id, version, patch)
        if (act === 'body' || act === 'other') save({ body: `${body} ${text}` })
        else if (act === 'link') save({ body: `${body} [zie](${text}.html)` })
        else if (act === 'title') save({ title: text, status: 'draft', slug: `${text}-of-${id}-${version}` })
        else if (act === 'tags') save({ tags: [text] })
        else if (act === 'category') save({ categoryId: category.id })
        else if (act === 'create') articles.create({ title: text, body: text })
        else if (act === 'site') library.site.update({ relatedCount: (version % 5) + 1 })
        else if (trashedAt) articles.restore([id])
        else articles.trash([id])
        if (!asks) continue
        service.refresh(told)
        told = NOTHING_TOLD
        const fresh = relatedService(library)
        for (const one of library.articles.iterate()) {
          expect(service.list(one.id, 10)).toEqual(fresh.list(one.id, 10))
        }
      }
      other.close()
      library.close()
    }),
    { numRuns: 15 },
  )
})

it('only the article that was told of is read', () => {
  const library = filled()
  const service = relatedService(library)
  service.list(1, 10)
  let told: Told = NOTHING_TOLD
  library.onChange((change) => (told = toldOf(told, change)))
  library.articles.save(2, 1, { body: 'soep en linzen' })
  const read: unknown[] = []
  const { heads } = library.related
  Object.assign(library.related, { heads: (only?: readonly number[]) => (read.push(only), heads(only)) })
  service.refresh(told)
  expect(read).toEqual([[2], [2]])
  expect(service.list(2, 10).items.map(({ title }) => title)).toContain('linzen')
})
