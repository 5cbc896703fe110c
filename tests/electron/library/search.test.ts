import Database from 'better-sqlite3'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type Library, openLibrary } from '../../../electron/library/library.ts'
import { tempLibrary } from './temp-library.ts'

function found(library: Library, query: string): string[] {
  return library.articles.list({ query }, null, 0, 50).rows.map(({ title }) => title)
}

describe('search', () => {
  it('finds words in title, summary, body and tags, a title first', () => {
    const library = tempLibrary()
    library.articles.create({ title: 'Tekst', body: 'Iets over een enkel en nog veel meer woorden erbij.' })
    library.articles.create({ title: 'Label', tags: ['enkel'] })
    library.articles.create({ title: 'Kop', summary: 'Over de enkel' })
    library.articles.create({ title: 'Enkel' })
    library.articles.create({ title: 'Anders', body: 'Knie' })
    expect(found(library, 'enkel')[0]).toBe('Enkel')
    expect(found(library, 'enkel').sort()).toEqual(['Enkel', 'Kop', 'Label', 'Tekst'])
  })

  it('heeds neither case nor accents', () => {
    const library = tempLibrary()
    library.articles.create({ title: 'Coördinatie' })
    expect(found(library, 'COORDINATIE')).toEqual(['Coördinatie'])
    expect(found(library, 'coördinatie')).toEqual(['Coördinatie'])
  })

  it('takes the last word for a beginning, the others for whole words', () => {
    const library = tempLibrary()
    library.articles.create({ title: 'Hardlopen in het bos' })
    expect(found(library, 'hardl')).toHaveLength(1)
    expect(found(library, 'hardlopen bo')).toHaveLength(1)
    expect(found(library, 'hardl bos')).toHaveLength(0)
    expect(found(library, 'hardl ')).toHaveLength(0)
  })

  it('finds words in quotes only in that order', () => {
    const library = tempLibrary()
    library.articles.create({ title: 'Open source software' })
    expect(found(library, '"open source"')).toHaveLength(1)
    expect(found(library, '"source open"')).toHaveLength(0)
  })

  it('takes no word for an operator', () => {
    const library = tempLibrary()
    library.articles.create({ title: 'Rust OR onrust NOT alles NEAR hier' })
    expect(found(library, 'rust or onrust')).toHaveLength(1)
    expect(found(library, 'rust NOT alles')).toHaveLength(1)
    expect(found(library, 'kop:rust')).toHaveLength(0)
  })

  it('marks what it found in a piece of the body', () => {
    const library = tempLibrary()
    library.articles.create({
      title: 'Enkels',
      body: `${'Vooraf. '.repeat(60)}Sterke **enkels** helpen.\n\n${'Daarna. '.repeat(60)}`,
    })
    const [row] = library.articles.list({ query: 'enkels' }, null, 0, 1).rows
    expect(row?.snippet).toMatch(/^….*Sterke \u0002enkels\u0003 helpen\..*…$/)
  })

  it('gives text that looks like a mark no chance to be one', () => {
    const library = tempLibrary()
    library.articles.create({ title: 'A', body: 'vals\u0002teken\u0003 enkels' })
    const [row] = library.articles.list({ query: 'enkels' }, null, 0, 1).rows
    expect(row?.snippet).toBe('valsteken \u0002enkels\u0003')
  })

  it('follows every save, the trash and deletion', () => {
    const library = tempLibrary()
    const { id } = library.articles.create({ title: 'Enkels', body: 'bospad' })
    library.articles.save(id, 1, { body: 'zandpad' })
    expect([found(library, 'bospad'), found(library, 'zandpad')]).toEqual([[], ['Enkels']])
    library.articles.save(id, 2, { title: 'Knieën' })
    expect([found(library, 'enkels'), found(library, 'knieen')]).toEqual([[], ['Knieën']])
    library.articles.trash([id])
    expect(found(library, 'zandpad')).toEqual([])
    expect(library.articles.list({ query: 'zandpad', status: 'trash' }, null, 0, 5).total).toBe(1)
    library.articles.delete([id])
    expect(library.articles.list({ query: 'zandpad', status: 'trash' }, null, 0, 5).total).toBe(0)
  })

  it('finds nothing, rather than everything, when no word was typed', () => {
    const library = tempLibrary()
    library.articles.create({ title: 'Enkels' })
    expect(found(library, '+++')).toEqual([])
    expect(found(library, '   ')).toEqual(['Enkels'])
  })

  it('never fails, whatever is typed', () => {
    const library = tempLibrary()
    library.articles.create({ title: 'Enkels', body: 'a"b AND c* (d) {e} ^f -g NEAR(h i) j:k' })
    const odd = fc.constantFrom(
      '"',
      '*',
      '(',
      ')',
      'AND',
      'NOT',
      'NEAR(',
      ':',
      '^',
      '-',
      '{',
      '}',
      '+',
      '\0',
      ' ',
      'é',
      '\ud800',
      '日本',
      'ⷠ',
      '٣',
    )
    const typed = fc.oneof(
      fc.string({ unit: 'binary' }),
      fc.array(fc.oneof(odd, fc.string({ maxLength: 3 })), { maxLength: 12 }).map((parts) => parts.join('')),
    )
    fc.assert(
      fc.property(typed, (query) => {
        expect(library.articles.list({ query }, null, 0, 5).total).toBeLessThanOrEqual(1)
      }),
      { numRuns: 500 },
    )
  })
})

describe('an index that is behind', () => {
  /** What the index lacks, by ids, read past the library. */
  const pending = (library: Library) => {
    const db = new Database(library.file, { readonly: true })
    try {
      return db.prepare('SELECT article_id FROM search_pending ORDER BY 1').pluck().all()
    } finally {
      db.close()
    }
  }

  it('is brought up to date by a search, not by each save', () => {
    const library = tempLibrary()
    const { id } = library.articles.create({ title: 'Enkels', body: 'bospad' })
    library.articles.save(id, 1, { body: 'zandpad' })
    library.articles.save(id, 2, { body: 'fietspad' })
    expect(pending(library)).toEqual([id])
    expect([found(library, 'zandpad'), found(library, 'fietspad')]).toEqual([[], ['Enkels']])
    expect(pending(library)).toEqual([])
  })

  it('is brought up to date for a search that may only read, and at the next opening', () => {
    const library = tempLibrary()
    const { id } = library.articles.create({ title: 'Enkels', body: 'bospad' })
    const reading = openLibrary(library.folder, { readonly: true })
    library.articles.save(id, 1, { body: 'zandpad' })
    expect(found(reading, 'zandpad')).toEqual(['Enkels'])
    reading.close()
    library.articles.save(id, 2, { tags: ['herfst'] })
    expect(pending(library)).toEqual([id])
    openLibrary(library.folder).close()
    expect(pending(library)).toEqual([])
    expect(found(library, 'herfst')).toEqual(['Enkels'])
  })

  it('is never behind by more than a search can wait for', () => {
    const library = tempLibrary()
    const body = 'woord '.repeat(25_000)
    const ids = [1, 2, 3, 4].map((number) => library.articles.create({ title: `Deel ${number}`, body }).id)
    for (const id of ids) library.articles.save(id, 1, { body: `${body} slot${id}` })
    expect(pending(library)).toEqual(ids.slice(0, 3))
    for (const id of ids) expect(found(library, `slot${id}`)).toHaveLength(1)
  })

  it('finds, after any acts, what an index made anew finds', () => {
    const word = fc.constantFrom('enkel', 'bospad', 'soep', 'linzen', 'tuin')
    const act = fc.record({
      act: fc.constantFrom(
        'body',
        'title',
        'tags',
        'create',
        'trash',
        'restore',
        'delete',
        'search',
        'rename',
      ),
      at: fc.nat(5),
      words: fc.array(word, { maxLength: 3 }),
    })
    fc.assert(
      fc.property(fc.array(act, { maxLength: 25 }), (acts) => {
        const library = tempLibrary()
        const { articles, tags } = library
        for (const { act: kind, at, words } of acts) {
          const ids = articles.list({}, null, 0, 9).rows.map(({ id }) => id)
          const trashed = articles.list({ status: 'trash' }, null, 0, 9).rows.map(({ id }) => id)
          const [id, gone] = [ids[at % ids.length], trashed[at % trashed.length]]
          const text = words.join(' ')
          if (kind === 'create') articles.create({ title: text, body: text, tags: words })
          else if (kind === 'search') articles.list({ query: words[0] ?? '' }, null, 0, 9)
          else if (kind === 'rename') {
            const [tag] = tags.list()
            if (tag && words[0]) tags.rename(tag.id, words[0])
          } else if (kind === 'restore' && gone) articles.restore([gone])
          else if (kind === 'delete' && gone) articles.delete([gone])
          else if (kind === 'trash' && id) articles.trash([id])
          else if (id && (kind === 'body' || kind === 'title' || kind === 'tags')) {
            const patch = { body: { body: text }, title: { title: text }, tags: { tags: words } }[kind]
            articles.save(id, articles.get(id).version, patch)
          }
        }
        const search = (query: string) => [
          found(library, query).sort(),
          articles.list({ query, status: 'trash' }, null, 0, 50).total,
        ]
        const all = ['enkel', 'bospad', 'soep', 'linzen', 'tuin']
        const before = all.map(search)
        const db = new Database(library.file)
        db.exec("INSERT INTO search (search, rank) VALUES ('integrity-check', 1)")
        db.exec("DELETE FROM note WHERE key = 'search'")
        db.close()
        openLibrary(library.folder).close()
        expect(all.map(search)).toEqual(before)
        library.close()
      }),
      { numRuns: 40 },
    )
  })
})
