import { describe, expect, it } from 'vitest'
import type { Library } from '../../../electron/library/library.ts'
import { suggestOrder } from '../../../electron/library/order-suggest.ts'
import { RelatedClient } from '../../../electron/library/related-client.ts'
import { relatedService } from '../../../electron/library/related-service.ts'
import { failureOf, tempLibrary } from './temp-library.ts'

const RUNNING = 'Lange duurlopen door het bos maken je enkels en pezen sterk voor de marathon.'
const SOUP = 'Pompoensoep met gember en kokosmelk trek je een uur op laag vuur.'

/** A library on running and on soup, with one article that has neither tags nor category. */
function seeded(): { library: Library; id: number; sport: number } {
  const library = tempLibrary()
  const sport = library.categories.create({ name: 'Sport', parentId: null }).id
  const food = library.categories.create({ name: 'Eten', parentId: null }).id
  for (let at = 0; at < 4; at++) {
    library.articles.create({
      title: `Marathon ${at}`,
      body: RUNNING,
      categoryId: sport,
      tags: ['duurloop', 'bos'],
    })
    library.articles.create({ title: `Soep ${at}`, body: SOUP, categoryId: food, tags: ['pompoen'] })
  }
  const { id } = library.articles.create({ title: 'Je eerste marathon', body: RUNNING })
  return { library, id, sport }
}

function suggest(library: Library, id: number) {
  return suggestOrder(library, relatedService(library), id)
}

describe('what an article could be given', () => {
  it('is what the articles that are related to it have, and what its text names', () => {
    const { library, id, sport } = seeded()
    const { tags, category } = suggest(library, id)
    expect(tags.map(({ name }) => name)).toEqual(['bos', 'duurloop'])
    expect(tags[0]).toMatchObject({ inText: true, related: 4 })
    expect(category).toEqual({ id: sport, related: 4, of: 4 })
  })

  it('is nothing that it has', () => {
    const { library, id, sport } = seeded()
    library.articles.save(id, 1, { tags: ['bos'], categoryId: sport })
    expect(suggest(library, id)).toMatchObject({ tags: [{ name: 'duurloop' }], category: null })
  })

  it('is no category once the writer declined, until that is taken back', () => {
    const { library, id, sport } = seeded()
    library.categories.decline(id, true)
    expect(suggest(library, id).category).toBeNull()
    library.categories.decline(id, false)
    expect(suggest(library, id).category?.id).toBe(sport)
    expect(failureOf(() => library.categories.decline(999, true)).code).toBe('notFound')
  })

  it('is nothing for one that is empty or in the trash', () => {
    const { library, id } = seeded()
    const empty = library.articles.create({})
    expect(suggest(library, empty.id)).toEqual({ tags: [], category: null })
    library.articles.trash([id])
    expect(suggest(library, id)).toEqual({ tags: [], category: null })
  })

  it('obeys what the writer says is not related', () => {
    const { library, id } = seeded()
    const others = relatedService(library)
      .list(id, 20)
      .items.map((item) => item.id)
    library.related.say('related.hide', id, { hidden: others })
    expect(suggest(library, id)).toMatchObject({ tags: [{ name: 'bos', related: 0 }], category: null })
  })

  it('is told by a thread of its own, as it is after the last save', async () => {
    const { library, id, sport } = seeded()
    const client = new RelatedClient(library.folder, () => {})
    try {
      expect((await client.suggest(id)).category?.id).toBe(sport)
      library.articles.save(id, 1, { categoryId: sport })
      expect(await client.suggest(id)).toEqual(suggest(library, id))
      library.articles.create({ title: 'Nog een', tags: ['Bos-', 'duurlopen'] })
      expect(await client.alike()).toEqual(library.tags.alike())
    } finally {
      client.close()
      await client.ended
    }
  })
})
