import { describe, expect, it, vi } from 'vitest'
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { type Library, openLibrary } from '../../../electron/library/library.ts'
import { Bodies } from '../../../electron/publish/bodies.ts'
import { exportSite } from '../../../electron/publish/export-site.ts'
import { readBodies } from '../../../electron/publish/kept-bodies.ts'
import { tempFolder, tempLibrary } from '../library/temp-library.ts'
import { bytesOf } from './site.ts'

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
    expect(later.of(one.id).key).toBe(bodies.of(one.id).key)
    expect(later.of(two.id).key).not.toBe(bodies.of(two.id).key)
    expect([later.get(99), later.of(99).key]).toEqual(['', ''])
  })

  it('cannot be held by a library that is written to', () => {
    const { writing } = twoArticles()
    expect(() => writing.hold()).toThrow('cannot be held')
  })
})

const PICTURE = 'media/lake-800x600.jpg'

/** A library of five published articles, exported once by somebody who only reads it. */
async function exported() {
  const library = tempLibrary()
  for (let at = 1; at <= 5; at += 1) {
    library.articles.create({
      title: `Nummer ${at}`,
      body: `Tekst ${at} ![x](${PICTURE})`,
      status: 'published',
    })
  }
  const folder = join(tempFolder(), 'site')
  await again(library, folder)
  return { library, folder }
}

/** Exports as the thread does; gives how many bodies were read. */
async function again(library: Library, folder: string): Promise<number> {
  const reading = openLibrary(library.folder, { readonly: true, isOpen: true })
  const release = reading.hold()
  const body = vi.spyOn(reading.articles, 'body')
  const all = vi.spyOn(reading.articles, 'iterate')
  try {
    await exportSite(reading, folder)
    return all.mock.calls.length > 0 ? Number.POSITIVE_INFINITY : body.mock.calls.length
  } finally {
    release()
    reading.close()
  }
}

/** The site that an export makes that knows of none before it. */
async function anew(library: Library): Promise<Record<string, string>> {
  const folder = join(tempFolder(), 'anew')
  await exportSite(library, folder)
  return bytesOf(folder)
}

describe('what an export leaves of bodies for the next', () => {
  it('is what that would read, and only what was written to since is read', async () => {
    const { library, folder } = await exported()
    expect([...readBodies(library.folder).values()].map(({ named }) => named)).toEqual(
      Array(5).fill([PICTURE]),
    )
    const few = await again(library, folder)
    const { id, version } = library.articles.bySlug('nummer-3')!
    library.articles.save(id, version, { body: 'Nieuwe tekst.' })
    library.articles.create({ title: 'Zes', body: 'Tekst 6', status: 'published' })
    expect(await again(library, folder)).toBeLessThanOrEqual(few + 4)
    expect(bytesOf(folder)).toEqual(await anew(library))
    expect(readBodies(library.folder).get(id)?.named).toEqual([])
  })

  it.each([
    ['is damaged', '{"build'],
    ['is another build’s', '{"build":"other","rows":[[1,1,"x","y"]]}'],
    ['names files elsewhere', '{"build":"1-source","rows":[[1,1,"x","y","../../secret"]]}'],
    ['is of another shape', '{"build":"1-source","rows":[7]}'],
  ])('is not looked at when it %s', async (_how, text) => {
    const { library, folder } = await exported()
    writeFileSync(join(library.folder, 'cache/export/bodies.json'), text)
    expect(readBodies(library.folder).size).toBe(0)
    await again(library, folder)
    expect(readBodies(library.folder).size).toBe(5)
    expect(bytesOf(folder)).toEqual(await anew(library))
  })
})
