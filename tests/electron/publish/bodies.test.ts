import { describe, expect, it } from 'vitest'
import { openLibrary } from '../../../electron/library/library.ts'
import { Bodies } from '../../../electron/publish/bodies.ts'
import { tempLibrary } from '../library/temp-library.ts'

/** A library of two articles, and the same as somebody who only reads it has it. */
function twoArticles() {
  const writing = tempLibrary()
  const [one, two] = ['First words.', 'Second words.'].map((body) => writing.articles.create({ body }))
  const reading = openLibrary(writing.folder, { readonly: true, isOpen: true })
  return { writing, reading, one: one!, two: two! }
}

describe('bodies of a site that is exported', () => {
  it('are of the state that the library is held in, also those that are read again', () => {
    const { writing, reading, one, two } = twoArticles()
    const release = reading.hold()
    const bodies = new Bodies(reading, one.body.length)
    for (const article of reading.articles.iterate()) bodies.add(article)
    writing.articles.save(two.id, two.version, { body: 'Other words.' })
    expect([bodies.get(one.id), bodies.get(two.id)]).toEqual(['First words.', 'Second words.'])
    release()
    expect(reading.articles.get(two.id).body).toBe('Other words.')
    reading.close()
  })

  it('are all kept of a library that may become another one meanwhile', () => {
    const { writing, reading, one, two } = twoArticles()
    const bodies = new Bodies(reading, 0)
    for (const article of reading.articles.iterate()) bodies.add(article)
    for (const { id, version } of [one, two]) writing.articles.save(id, version, { body: 'Other words.' })
    expect([bodies.get(one.id), bodies.get(two.id)]).toEqual(['First words.', 'Second words.'])
    reading.close()
  })

  it('have a key each that tells whether they are the same, and none where there is no such article', () => {
    const { writing, one, two } = twoArticles()
    const [bodies, later] = [new Bodies(writing), new Bodies(writing)]
    for (const article of writing.articles.iterate()) bodies.add(article)
    writing.articles.save(two.id, two.version, { body: 'Other words.' })
    for (const article of writing.articles.iterate()) later.add(article)
    expect(later.key(one.id)).toBe(bodies.key(one.id))
    expect(later.key(two.id)).not.toBe(bodies.key(two.id))
    expect([later.get(99), later.key(99)]).toEqual(['', ''])
  })

  it('cannot be held by a library that is written to', () => {
    const { writing } = twoArticles()
    expect(() => writing.hold()).toThrow('cannot be held')
  })
})
