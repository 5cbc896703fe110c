import { describe, expect, it } from 'vitest'
import { failureOf, tempLibrary } from './temp-library.ts'

describe('an article', () => {
  it('comes back exactly as it was written', () => {
    const library = tempLibrary()
    const category = library.categories.create({ name: 'Sport', parentId: null })
    const author = library.authors.create({ name: 'Noor' })
    const written = {
      title: '  Rauw\ttitel ',
      summary: 'Samenvatting',
      body: '\r\nRegel één\n\n  𝒳 "aanhaling" \u0000 einde\n',
      status: 'ready',
      categoryId: category.id,
      tags: ['Zwemmen', 'alpen'],
      authorIds: [author.id],
      cover: 'media/x-4x3.png',
      coverAlt: 'Een x',
      language: 'en-GB',
      publishedAt: '2025-12-10T09:30:00+01:00',
      metaTitle: 'M',
      metaDescription: 'D',
      extra: { layout: 'post', nested: { a: [1, null, 'x'] } },
    } as const
    const { id } = library.articles.create(written)
    expect(library.articles.get(id)).toMatchObject(written)
    expect([...library.articles.iterate()]).toEqual([library.articles.get(id)])
  })

  it('is not found under an id that none has', () => {
    const library = tempLibrary()
    expect(failureOf(() => library.articles.get(7))).toEqual({
      code: 'notFound',
      detail: { what: 'article', which: '7' },
    })
  })

  it('counts its words as a reader does', () => {
    const library = tempLibrary()
    const { id, words } = library.articles.create({ body: '## Kop hier\n\nEen *paar* [woorden](x.html).' })
    expect(words).toBe(5)
    expect(library.articles.save(id, 1, { body: 'Een' }).words).toBe(1)
  })

  it('has its dates from the clock, with the offset of this machine', () => {
    const library = tempLibrary({ now: () => new Date('2026-03-01T12:00:00Z') })
    const { createdAt, updatedAt } = library.articles.create({ title: 'Een' })
    expect(Date.parse(createdAt)).toBe(Date.parse('2026-03-01T12:00:00Z'))
    expect(createdAt).toMatch(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d[+-]\d\d:\d\d$/)
    expect(updatedAt).toBe(createdAt)
  })
})

describe('save', () => {
  it('changes what the patch names and nothing else', () => {
    const library = tempLibrary()
    const before = library.articles.create({ title: 'Een', body: 'Tekst', tags: ['a'] })
    const result = library.articles.save(before.id, before.version, { summary: 'Kort' })
    expect(result.version).toBe(2)
    expect(library.articles.get(before.id)).toEqual({
      ...before,
      summary: 'Kort',
      version: 2,
      updatedAt: result.updatedAt,
    })
  })

  it('refuses a patch that was based on another version, and writes nothing', () => {
    const library = tempLibrary()
    const { id } = library.articles.create({ title: 'Een', body: 'Oud' })
    library.articles.save(id, 1, { body: 'Nieuw' })
    expect(failureOf(() => library.articles.save(id, 1, { body: 'Verloren' }))).toEqual({
      code: 'article.conflict',
      detail: { id, version: 2 },
    })
    expect(library.articles.get(id).body).toBe('Nieuw')
  })

  it('makes no new version when nothing differs', () => {
    const library = tempLibrary()
    const { id } = library.articles.create({ title: 'Een', tags: ['a', 'b'] })
    expect(library.articles.save(id, 1, { title: 'Een', tags: ['a', 'b'], body: undefined }).version).toBe(1)
  })

  it.each([
    ['status', { status: 'gone' as 'draft' }],
    ['cover', { cover: 'https://example.org/x.png' }],
    ['cover', { cover: 'media/../../x.png' }],
    ['language', { language: 'not a language' }],
    ['publishedAt', { publishedAt: '2025-12-10' }],
    ['publishedAt', { publishedAt: '2025-02-30T00:00:00+00:00' }],
  ])('refuses a malformed %s', (field, patch) => {
    const library = tempLibrary()
    const { id } = library.articles.create({ title: 'Een' })
    expect(failureOf(() => library.articles.save(id, 1, patch))).toMatchObject({
      code: 'value.refused',
      detail: { field, problem: 'malformed' },
    })
  })

  it('refuses a category and an author that are not there', () => {
    const library = tempLibrary()
    const { id } = library.articles.create({ title: 'Een' })
    expect(failureOf(() => library.articles.save(id, 1, { categoryId: 9 })).code).toBe('notFound')
    expect(failureOf(() => library.articles.save(id, 1, { authorIds: [9] })).code).toBe('notFound')
  })

  it('dates an article that is published without a date, and keeps a date that it had', () => {
    const library = tempLibrary({ now: () => new Date('2026-03-01T12:00:00Z') })
    const undated = library.articles.create({ title: 'Een' })
    library.articles.save(undated.id, 1, { status: 'published' })
    expect(Date.parse(library.articles.get(undated.id).publishedAt ?? '')).toBe(
      Date.parse('2026-03-01T12:00:00Z'),
    )
    const dated = library.articles.create({ title: 'Twee', publishedAt: '2030-01-01T00:00:00+01:00' })
    library.articles.save(dated.id, 1, { status: 'published' })
    expect(library.articles.get(dated.id).publishedAt).toBe('2030-01-01T00:00:00+01:00')
  })
})

describe('the slug', () => {
  it('follows the title until the article is published', () => {
    const library = tempLibrary()
    const { id } = library.articles.create({ title: 'Een' })
    expect(library.articles.save(id, 1, { title: 'Twee & drie' }).slug).toBe('twee-en-drie')
    library.articles.save(id, 2, { status: 'published' })
    expect(library.articles.save(id, 3, { title: 'Vier' }).slug).toBe('twee-en-drie')
    library.articles.save(id, 4, { status: 'draft' })
    expect(library.articles.save(id, 5, { title: 'Vijf' }).slug).toBe('twee-en-drie')
  })

  it('follows the title until the writer sets it, and again when it is cleared', () => {
    const library = tempLibrary()
    const { id } = library.articles.create({ title: 'Een' })
    library.articles.save(id, 1, { slug: 'eigen' })
    expect(library.articles.save(id, 2, { title: 'Twee' }).slug).toBe('eigen')
    expect(library.articles.save(id, 3, { slug: '' }).slug).toBe('twee')
    expect(library.articles.save(id, 4, { title: 'Drie' }).slug).toBe('drie')
  })

  it('cannot be cleared once readers may know it', () => {
    const library = tempLibrary()
    const { id } = library.articles.create({ title: 'Een', status: 'published' })
    expect(failureOf(() => library.articles.save(id, 1, { slug: '' })).code).toBe('value.refused')
  })

  it('is unique, also beside the trash', () => {
    const library = tempLibrary()
    const first = library.articles.create({ title: 'Een' })
    library.articles.trash([first.id])
    const second = library.articles.create({ title: 'Een' })
    expect(second.slug).toBe('een-2')
    expect(failureOf(() => library.articles.save(second.id, 1, { slug: 'een' }))).toMatchObject({
      detail: { field: 'slug', problem: 'taken' },
    })
  })

  it('is never one of the site’s own names', () => {
    const library = tempLibrary()
    const { id, slug } = library.articles.create({ title: 'Index' })
    expect(slug).toBe('index-2')
    expect(failureOf(() => library.articles.save(id, 1, { slug: 'media' }))).toMatchObject({
      detail: { problem: 'reserved' },
    })
  })

  it('has a stand-in when nothing of the title can be written in it', () => {
    const library = tempLibrary()
    expect(library.articles.create({ title: '日本' }).slug).toBe('untitled')
    expect(library.articles.create({}).slug).toBe('untitled-2')
  })

  it('finds its article', () => {
    const library = tempLibrary()
    const { id } = library.articles.create({ title: 'Een' })
    expect(library.articles.bySlug('een')?.id).toBe(id)
    expect(library.articles.bySlug('twee')).toBeNull()
  })
})

describe('duplicate', () => {
  it('makes a draft of its own with the same content', () => {
    const library = tempLibrary()
    const { id } = library.articles.create({ title: 'Een', body: 'Tekst', tags: ['a'], status: 'published' })
    const copy = library.articles.duplicate(id)
    expect(copy).toMatchObject({ title: 'Een', slug: 'een-2', body: 'Tekst', tags: ['a'], status: 'draft' })
    expect(copy.publishedAt).toBeNull()
  })
})

describe('the trash', () => {
  it('takes articles from the list and gives them back as they were', () => {
    const library = tempLibrary()
    const before = library.articles.create({ title: 'Een', tags: ['a'], status: 'ready' })
    library.articles.trash([before.id])
    expect(library.articles.get(before.id).trashedAt).not.toBeNull()
    expect([...library.articles.iterate()]).toEqual([])
    library.articles.restore([before.id])
    expect(library.articles.get(before.id)).toEqual(before)
  })

  it('is the only place from which articles are deleted, all of them or none', () => {
    const library = tempLibrary()
    const kept = library.articles.create({ title: 'Een' })
    const gone = library.articles.create({ title: 'Twee' })
    library.articles.trash([gone.id])
    expect(failureOf(() => library.articles.delete([gone.id, kept.id])).code).toBe('notFound')
    expect(library.articles.counts()).toMatchObject({ all: 1, trash: 1 })
    library.articles.delete([gone.id])
    expect(library.articles.counts()).toMatchObject({ all: 1, trash: 0 })
  })

  it('never gives a new article the id of a deleted one', () => {
    const library = tempLibrary()
    const { id } = library.articles.create({ title: 'Een' })
    library.articles.trash([id])
    library.articles.delete([id])
    expect(library.articles.create({ title: 'Twee' }).id).toBeGreaterThan(id)
  })
})

describe('iterate', () => {
  it('gives every article with its tags and authors while others are being written', () => {
    const library = tempLibrary()
    const author = library.authors.create({ name: 'Noor' })
    library.transaction(() => {
      for (let count = 1; count <= 250; count++) {
        library.articles.create({ title: `A ${count}`, tags: [`t${count % 3}`, 'x'], authorIds: [author.id] })
      }
    })
    const seen: number[] = []
    for (const article of library.articles.iterate()) {
      expect(article).toEqual(library.articles.get(article.id))
      if (seen.push(article.id) === 1) library.articles.save(200, 1, { summary: 'Ondertussen' })
    }
    expect(seen).toEqual(Array.from({ length: 250 }, (_, index) => index + 1))
  })
})

describe('source', () => {
  it('leads from where an article came back to it, with the version that it had then', () => {
    const library = tempLibrary()
    const { id } = library.articles.create({ title: 'Een' })
    library.articles.setSource(id, 'file:///a.md', 'hash')
    library.articles.save(id, 1, { title: 'Twee' })
    expect(library.articles.bySource('file:///a.md')).toBe(id)
    expect(library.articles.bySource('file:///b.md')).toBeNull()
    expect(library.articles.source(id)).toEqual({ source: 'file:///a.md', hash: 'hash', version: 1 })
  })
})
