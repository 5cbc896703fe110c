import { describe, expect, it, vi } from 'vitest'
import { RelatedIndex, USUAL_RULES } from '../../../core/related/index.ts'
import { type Library, openLibrary } from '../../../electron/library/library.ts'
import { relatedService } from '../../../electron/library/related-service.ts'
import { failureOf, tempLibrary } from './temp-library.ts'

const NOW = new Date('2026-03-01T12:00:00Z')
const DATE = '2026-01-01T08:00:00+01:00'

const BODIES = {
  enkel: 'Sterke enkels dragen je over het bospad. Oefen de enkel elke week, dan wordt het bospad een feest.',
  bospad: 'Een bospad vraagt om sterke enkels en om aandacht. Op het bospad loop je langzamer.',
  pezen: 'Pezen herstellen traag. Een enkel heeft pezen die op het bospad veel werk doen.',
  soep: 'Soep van pompoen en prei trekt een uur. Schep de soep in kommen en strooi er peterselie over.',
  prei: 'Prei en pompoen bewaar je koel. Van prei maak je soep, van pompoen ook.',
} as const

/** One article for each body, all published. */
function filled(): { library: Library; ids: Readonly<Record<keyof typeof BODIES, number>> } {
  const library = tempLibrary({ now: () => NOW })
  const ids = Object.fromEntries(
    Object.entries(BODIES).map(([title, body]) => {
      const { id } = library.articles.create({ title, body, status: 'published', publishedAt: DATE })
      return [title, id]
    }),
  ) as Record<keyof typeof BODIES, number>
  return { library, ids }
}

function pin(library: Library, id: number, pins: readonly number[]): void {
  library.related.say('related.pin', id, { pins })
}

function hide(library: Library, id: number, hidden: readonly number[]): void {
  library.related.say('related.hide', id, { hidden })
}

function names(library: Library, id: number, limit = 10): string[] {
  return relatedService(library)
    .list(id, limit)
    .items.map(({ title }) => title)
}

describe('the related articles', () => {
  it('are those that share words, with the words as the reason', () => {
    const { library, ids } = filled()
    const { items } = relatedService(library).list(ids.enkel, 10)
    expect(items.map(({ title }) => title).sort()).toEqual(['bospad', 'pezen'])
    expect(items[0]?.reasons.some(({ kind }) => kind === 'terms')).toBe(true)
    expect(items[0]?.score).toBeGreaterThan(0)
  })

  it('have the pinned ones first in the writer’s order and the hidden ones apart', () => {
    const { library, ids } = filled()
    pin(library, ids.enkel, [ids.soep, ids.pezen])
    hide(library, ids.enkel, [ids.bospad])
    const { items, hidden } = relatedService(library).list(ids.enkel, 10)
    expect(items.map(({ title, pinned }) => [title, pinned])).toEqual([
      ['soep', true],
      ['pezen', true],
    ])
    expect(items[0]).toMatchObject({ score: 0, reasons: [], onPage: true })
    expect(hidden).toEqual([{ id: ids.bospad, title: 'bospad' }])
  })

  it('are on the page when they are published, their date has come and their language is the same', () => {
    const { library, ids } = filled()
    const add = (title: string, more: object) =>
      library.articles.create({ title, body: BODIES.bospad, status: 'published', publishedAt: DATE, ...more })
        .id
    add('concept', { status: 'draft', publishedAt: null })
    add('straks', { publishedAt: '2027-01-01T08:00:00+01:00' })
    const english = add('english', { language: 'en' })
    pin(library, ids.enkel, [english])
    const { items } = relatedService(library).list(ids.enkel, 10)
    expect(Object.fromEntries(items.map(({ title, onPage }) => [title, onPage]))).toMatchObject({
      english: false,
      concept: false,
      straks: false,
      bospad: true,
    })
  })

  it('are never more on the page than the site shows', () => {
    const { library, ids } = filled()
    library.site.update({ relatedCount: 1 })
    const { items } = relatedService(library).list(ids.enkel, 10)
    expect(items.filter(({ onPage }) => onPage)).toHaveLength(1)
    expect(relatedService(library).list(ids.enkel, 1).items).toHaveLength(1)
  })

  it('show on the page what comes after any number of drafts', () => {
    const { library, ids } = filled()
    library.transaction(() => {
      for (let count = 0; count < 300; count++) {
        const body =
          count < 30 ? `${BODIES.enkel} Nummer${count}.` : `Iets anders${count} over onderwerp${count}.`
        library.articles.create({ title: `c${count}`, body })
      }
    })
    const { items } = relatedService(library).list(ids.enkel, 2)
    expect(
      items
        .filter(({ onPage }) => onPage)
        .map(({ title }) => title)
        .sort(),
    ).toEqual(['bospad', 'pezen'])
    expect(relatedService(library).shown(ids.enkel, (id) => id === ids.pezen)).toEqual([ids.pezen])
  })

  it('follow saves, tags, links, the trash and deletion as a service made anew would', () => {
    const { library, ids } = filled()
    const service = relatedService(library)
    const same = () => {
      for (const { id } of library.articles.iterate()) {
        expect(service.list(id, 10)).toEqual(relatedService(library).list(id, 10))
      }
    }
    service.list(ids.enkel, 10)
    const save = (name: keyof typeof BODIES, patch: object) =>
      library.articles.save(ids[name], library.articles.get(ids[name]).version, patch)
    save('soep', { body: BODIES.bospad })
    same()
    save('prei', { tags: ['herfst'] })
    save('pezen', { tags: ['Herfst'] })
    same()
    library.tags.rename(library.tags.list()[0]!.id, 'bospad')
    same()
    save('enkel', { body: `${BODIES.enkel} [Lees](prei.html).` })
    same()
    expect(names(library, ids.enkel)).toContain('prei')
    save('prei', { status: 'draft', slug: 'prei-nieuw' })
    same()
    const category = library.categories.create({ name: 'Sport', parentId: null })
    save('bospad', { categoryId: category.id })
    save('pezen', { categoryId: category.id, language: 'nl-BE' })
    same()
    library.categories.update(category.id, { slug: 'bewegen' })
    same()
    library.articles.trash([ids.bospad])
    same()
    library.articles.delete([ids.bospad])
    library.site.update({ language: 'en-GB' })
    same()
  })

  it('are the same from a library that may only be read, whatever is stored', () => {
    const { library, ids } = filled()
    const reading = openLibrary(library.folder, { readonly: true, now: () => NOW })
    const before = Object.values(ids).map((id) => relatedService(reading).list(id, 10))
    expect(library.related.stale('x')).toHaveLength(5)
    expect(Object.values(ids).map((id) => relatedService(library).list(id, 10))).toEqual(before)
    reading.close()
  })

  it('are analysed once: the next service finds them stored', () => {
    const { library, ids } = filled()
    const before = library.stamp()
    relatedService(library).list(ids.enkel, 10)
    const after = library.stamp()
    expect(after).not.toBe(before)
    relatedService(library).list(ids.enkel, 10)
    expect(library.stamp()).toBe(after)
  })

  it.each(['once', 'again and again'])('are found of an article that is saved %s while it is read', (how) => {
    const { library, ids } = filled()
    const writer = openLibrary(library.folder)
    const { storeVectors } = library.related
    const service = relatedService(library)
    const stored = vi.spyOn(library.related, 'storeVectors').mockImplementation((analyser, vectors) => {
      storeVectors(analyser, vectors)
      if (how === 'once') stored.mockRestore()
      const { version: baseVersion } = writer.articles.get(ids.enkel)
      const patch = { summary: `Nog eens opgeslagen na ${baseVersion}` }
      writer.articles.save(ids.enkel, baseVersion, patch)
    })
    const first = service.list(ids.enkel, 10)
    stored.mockRestore()
    const later = service.list(ids.enkel, 10)
    writer.close()
    expect(first.items.map(({ title }) => title).sort()).toEqual(how === 'once' ? ['bospad', 'pezen'] : [])
    expect(later.items.map(({ title }) => title).sort()).toEqual(['bospad', 'pezen'])
  })

  it('are none for an article in the trash, and a failure for one that is not there', () => {
    const { library, ids } = filled()
    library.articles.trash([ids.enkel])
    expect(relatedService(library).list(ids.enkel, 10).items).toEqual([])
    expect(failureOf(() => relatedService(library).list(999, 10)).code).toBe('notFound')
  })
})

describe('what the page shows of many', () => {
  it('is found and listed however far down it comes, without ranking all that comes before', () => {
    const library = tempLibrary()
    const { id } = library.articles.create({ title: 'Enkels', body: 'bospad enkels knie' })
    const ids = Array.from({ length: 200 }, (_, at) => {
      const isLast = at >= 197
      return library.articles.create({
        title: `Nummer ${at}`,
        body: isLast ? 'bospad enkels knie naast een pan linzen soep' : 'bospad enkels knie',
        status: isLast ? 'published' : 'draft',
      }).id
    })
    for (let at = 0; at < 300; at++) library.articles.create({ title: `Anders ${at}`, body: 'linzen soep' })
    const service = relatedService(library)
    service.refresh()
    const order = vi.spyOn(RelatedIndex.prototype, 'order')
    try {
      const { items } = service.list(id, 5)
      expect(items.filter(({ onPage }) => onPage).map((item) => item.id)).toEqual(
        service.shown(id, (other) => ids.slice(-3).includes(other)),
      )
      expect(items.map((item) => item.onPage)).toEqual([false, false, false, false, false, true, true, true])
      expect(items.at(-1)?.reasons).not.toEqual([])
      for (const [, { limit }] of order.mock.calls) expect(limit).toBeLessThanOrEqual(5)
    } finally {
      order.mockRestore()
    }
  })
})

describe('pins and hides', () => {
  it('exclude each other, and never name the article itself or one twice', () => {
    const { library, ids } = filled()
    pin(library, ids.enkel, [ids.soep, ids.enkel, ids.soep, ids.prei])
    expect(library.related.hand(ids.enkel).pins).toEqual([ids.soep, ids.prei])
    hide(library, ids.enkel, [ids.soep])
    expect(library.related.hand(ids.enkel).pins).toEqual([ids.prei])
    pin(library, ids.enkel, [ids.soep])
    expect(library.related.hand(ids.enkel).hidden).toEqual([])
  })

  it('go with the article that they name', () => {
    const { library, ids } = filled()
    pin(library, ids.enkel, [ids.soep])
    library.articles.trash([ids.soep])
    expect(names(library, ids.enkel)).not.toContain('soep')
    library.articles.delete([ids.soep])
    expect(library.related.hand(ids.enkel).pins).toEqual([])
  })

  it('refuse an article that is not there', () => {
    const { library, ids } = filled()
    expect(failureOf(() => pin(library, ids.enkel, [999])).code).toBe('notFound')
    expect(failureOf(() => hide(library, 999, [ids.enkel])).code).toBe('notFound')
  })
})

it('reading all for the ranking keeps nobody from saving', () => {
  const { library, ids } = filled()
  const other = openLibrary(library.folder, { now: () => NOW })
  other.setPatience(0)
  const service = relatedService(library)
  const { heads } = library.related
  let saved = 0
  Object.assign(library.related, {
    heads: () => {
      const all = heads()
      if (saved === 0) saved = other.articles.save(ids.soep, 1, { body: BODIES.enkel }).version
      return all
    },
  })
  service.list(ids.enkel, 10)
  expect(saved).toBe(2)
  expect(service.list(ids.enkel, 10)).toEqual(relatedService(other).list(ids.enkel, 10))
  other.close()
})

describe('what a writer says of related articles', () => {
  it('keeps two apart on the pages of both, whatever is pinned, and can be taken back', () => {
    const { library, ids } = filled()
    pin(library, ids.pezen, [ids.enkel])
    const before = relatedService(library).list(ids.pezen, 10)
    const { actId } = library.related.say('related.never', ids.enkel, { never: [ids.pezen] })
    expect(names(library, ids.enkel)).toEqual(['bospad'])
    expect(names(library, ids.pezen)).toEqual(['bospad'])
    const { never } = relatedService(library).list(ids.pezen, 10)
    expect(never).toEqual([{ id: ids.enkel, title: 'enkel' }])
    expect(relatedService(library).shown(ids.pezen, () => true)).not.toContain(ids.enkel)
    library.acts.undo(actId!)
    expect(relatedService(library).list(ids.pezen, 10)).toEqual(before)
    library.acts.redo(actId!)
    expect(names(library, ids.pezen)).toEqual(['bospad'])
  })

  it('is undone one act at a time, as far as nothing else was said since', () => {
    const { library, ids } = filled()
    const acts = library.acts
    const pinned = library.related.say('related.pin', ids.enkel, { pins: [ids.soep] })
    const hidden = library.related.say('related.hide', ids.enkel, { hidden: [ids.soep] })
    expect(acts.undo(pinned.actId!).kept).toBe(1)
    acts.undo(hidden.actId!)
    expect(library.related.hand(ids.enkel)).toMatchObject({ pins: [ids.soep], hidden: [] })
    expect(library.related.say('related.pin', ids.enkel, { pins: [ids.soep] }).actId).toBeNull()
    library.articles.trash([ids.soep])
    library.articles.delete([ids.soep])
    acts.redo(hidden.actId!)
    expect(library.related.hand(ids.enkel)).toMatchObject({ pins: [], hidden: [] })
  })

  it('gives an article a number of its own, in bounds', () => {
    const { library, ids } = filled()
    const shown = () =>
      relatedService(library)
        .list(ids.enkel, 10)
        .items.filter(({ onPage }) => onPage).length
    const { actId } = library.related.say('related.count', ids.enkel, { count: 1 })
    expect(shown()).toBe(1)
    library.related.say('related.count', ids.enkel, { count: 0 })
    expect(shown()).toBe(0)
    expect(library.acts.undo(actId!).kept).toBe(1)
    library.related.say('related.count', ids.enkel, { count: null })
    expect(shown()).toBe(2)
    expect(failureOf(() => library.related.say('related.count', ids.enkel, { count: 13 })).code).toBe(
      'value.refused',
    )
  })
})

describe('what the text links to', () => {
  it('is listed and marked, but only on the page where it is pinned or nothing else is left', () => {
    const { library, ids } = filled()
    library.site.update({ relatedCount: 1 })
    const version = library.articles.get(ids.enkel).version
    library.articles.save(ids.enkel, version, { body: `${BODIES.enkel} [Lees](bospad.html).` })
    const linked = () =>
      relatedService(library)
        .list(ids.enkel, 10)
        .items.find(({ id }) => id === ids.bospad)
    expect(linked()).toMatchObject({ inText: true, onPage: false })
    expect(relatedService(library).shown(ids.enkel, () => true)).toEqual([ids.pezen])
    library.site.update({ relatedCount: 2 })
    expect(linked()).toMatchObject({ inText: true, onPage: true })
    library.site.update({ relatedCount: 1 })
    pin(library, ids.enkel, [ids.bospad])
    expect(linked()).toMatchObject({ inText: true, onPage: true })
  })
})

describe('the rules of a site', () => {
  it('name the statuses that are suggested; what is pinned is listed all the same', () => {
    const { library, ids } = filled()
    const { id } = library.articles.create({ title: 'concept', body: BODIES.enkel })
    expect(names(library, ids.enkel)).toContain('concept')
    const { actId } = library.related.setRules({ ...USUAL_RULES, statuses: ['published'] })
    expect(names(library, ids.enkel)).not.toContain('concept')
    pin(library, ids.enkel, [id])
    expect(names(library, ids.enkel)).toContain('concept')
    library.acts.undo(actId!)
    expect(library.related.rules()).toEqual(USUAL_RULES)
  })

  it('let pinned articles of another language on the page when they say so', () => {
    const { library, ids } = filled()
    const { id } = library.articles.create({
      title: 'english',
      body: BODIES.bospad,
      language: 'en',
      status: 'published',
      publishedAt: DATE,
    })
    pin(library, ids.enkel, [id])
    expect(relatedService(library).shown(ids.enkel, () => true)).not.toContain(id)
    library.related.setRules({ ...USUAL_RULES, sameLanguage: false })
    expect(relatedService(library).shown(ids.enkel, () => true)[0]).toBe(id)
  })

  it('bring newer articles up by a wish, against the date of the export', () => {
    const { library, ids } = filled()
    const add = (publishedAt: string) =>
      library.articles.create({ title: 'kuit', body: BODIES.enkel, status: 'published', publishedAt }).id
    // As far from the article's date on either side: without a wish only the newer date breaks the tie.
    const old = add('2021-01-01T08:00:00+01:00')
    const other = add('2031-01-01T08:00:00+01:00')
    const score = (id: number) =>
      relatedService(library)
        .list(ids.enkel, 10)
        .items.find((one) => one.id === id)!.score
    const plain = [score(old), score(other)]
    library.related.setRules({ ...USUAL_RULES, freshness: 'gentle' })
    const gentle = [score(old), score(other)]
    library.related.setRules({ ...USUAL_RULES, freshness: 'strong' })
    const strong = [score(old), score(other)]
    expect(Math.abs(plain[0]! - plain[1]!)).toBeLessThan(0.001)
    expect(gentle[1]).toBeGreaterThan(gentle[0]!)
    expect(strong[1]).toBeGreaterThan(gentle[1]!)
    const shown = (date: string) => relatedService(library).shown(ids.enkel, () => true, date)
    expect(shown('2026-03-01')).toEqual(shown('2026-03-01'))
  })
})
