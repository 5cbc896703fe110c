import {
  existsSync,
  mkdirSync,
  readFileSync,
  readdirSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it, vi } from 'vitest'
import { type Library, openLibrary } from '../../../electron/library/library.ts'
import { relatedLists } from '../../../electron/library/related-lists.ts'
import { type RelatedService, relatedService } from '../../../electron/library/related-service.ts'
import { randomFrom } from '../../bench/generate.ts'
import { tempFolder, tempLibrary } from './temp-library.ts'

const COUNT = 60

function filled(): Library {
  const random = randomFrom(7)
  const word = () => `woord${Math.floor(200 ** random())}`
  const library = tempLibrary()
  library.transaction(() => {
    library.categories.create({ name: 'Soort', parentId: null })
    for (let at = 0; at < COUNT; at++) {
      const body = Array.from({ length: 40 }, word).join(' ')
      library.articles.create({
        title: `${word()} ${word()}`,
        slug: `nummer-${at}`,
        body: at % 7 === 0 ? `${body} [zie](nummer-${(at * 5) % COUNT}.html)` : body,
        status: 'published',
        publishedAt: `2020-01-0${1 + (at % 9)}T09:00:00Z`,
        tags: at % 3 === 0 ? [`Tag ${at % 5}`] : [],
        categoryId: at % 2 === 0 ? 1 : null,
        language: at % 10 === 9 ? 'en' : null,
      })
    }
  })
  return library
}

const file = (library: Library): string => join(library.folder, 'cache', 'related', 'index.bin')
const ids = Array.from({ length: COUNT }, (_, at) => at + 1)

/** All that a service answers, reasons included. */
const answers = (service: RelatedService) => ids.map((id) => service.list(id, 8))

function keep(library: Library): void {
  const service = relatedService(library, true)
  service.refresh()
  service.keep(() => {})
}

function isRead(library: Library): boolean {
  const vectors = vi.spyOn(library.related, 'vectors')
  relatedService(library).refresh()
  const isWithout = vectors.mock.calls.length === 0
  vectors.mockRestore()
  return isWithout
}

function edit(library: Library, id: number, words: string): void {
  const { version, body } = library.articles.get(id)
  library.articles.save(id, version, { body: `${body} ${words}` })
}

describe('the kept index of a library', () => {
  it('is read instead of the words of all articles, and answers as one that is made of them, reasons included', () => {
    const library = filled()
    keep(library)
    expect(isRead(library)).toBe(true)
    expect(answers(relatedService(library))).toEqual(answers(relatedService(library, true)))
    edit(library, 3, 'woord1 woord2 geheelnieuw')
    library.tags.rename(library.tags.list()[0]!.id, 'Anders')
    library.articles.trash([5])
    library.articles.create({ title: 'Nieuw', body: 'woord1 woord2 woord3', status: 'published' })
    expect(isRead(library)).toBe(true)
    const others = ids.filter((id) => id !== 5)
    const after = (service: RelatedService) => others.map((id) => service.list(id, 8))
    expect(after(relatedService(library))).toEqual(after(relatedService(library, true)))
  })

  it('gives reasons also where whoever kept it could not store what it analysed', () => {
    const library = filled()
    const reader = openLibrary(library.folder, { readonly: true, isOpen: true })
    try {
      keep(reader)
      const made = answers(relatedService(reader, true))
      expect(made.some(({ items }) => items.some(({ reasons }) => reasons.length > 0))).toBe(true)
      expect(answers(relatedService(reader))).toEqual(made)
    } finally {
      reader.close()
    }
  })

  it('is brought up to date when it is older than the library', () => {
    const library = filled()
    keep(library)
    const old = readFileSync(file(library))
    edit(library, 3, 'andere woorden')
    keep(library)
    writeFileSync(file(library), old)
    expect(answers(relatedService(library))).toEqual(answers(relatedService(library, true)))
  })

  it('is written by whoever makes lists, and not again before much has changed', () => {
    const library = filled()
    const lists = () => library.view(() => relatedLists(library, { out: ids, date: '2026-01-01' }))
    lists()
    const first = statSync(file(library)).ino
    for (const id of [1, 2, 3]) edit(library, id, 'nog iets')
    lists()
    expect(statSync(file(library)).ino).toBe(first)
    for (const id of ids) edit(library, id, 'en meer')
    for (let at = 0; at < 9; at++) library.articles.create({ title: `Nieuw ${at}`, body: 'woord1 woord2' })
    lists()
    expect(statSync(file(library)).ino).not.toBe(first)
    expect(readdirSync(join(library.folder, 'cache', 'related')).sort()).toEqual(['index.bin', 'lists.json'])
  })

  it.each<[string, (bytes: Buffer) => Buffer]>([
    ['cut off', (bytes) => bytes.subarray(0, -9)],
    ['longer', (bytes) => Buffer.concat([bytes, Buffer.alloc(4)])],
    ['nothing', () => Buffer.alloc(0)],
    [
      'of another build',
      (bytes) => Buffer.from(bytes.toString('latin1').replace('Longhand', 'Shorthan'), 'latin1'),
    ],
    ['zeros after its beginning', (bytes) => bytes.fill(0, 200)],
    ['other in one bit', (bytes) => bytes.fill(bytes[9_000]! ^ 1, 9_000, 9_001)],
    ['of lengths beyond all bounds', (bytes) => bytes.fill(0x7f, 100, 140)],
  ])('is thrown away and made anew when it is %s', (_, damage) => {
    const library = filled()
    keep(library)
    const whole = readFileSync(file(library))
    const damaged = damage(Buffer.from(whole))
    expect(damaged.equals(whole)).toBe(false)
    writeFileSync(file(library), damaged)
    expect(isRead(library)).toBe(false)
    expect(existsSync(file(library))).toBe(false)
    expect(answers(relatedService(library))).toEqual(answers(relatedService(library, true)))
    keep(library)
    expect(isRead(library)).toBe(true)
  })

  it('is neither read nor written through a link, nor where its place is taken', () => {
    const library = filled()
    keep(library)
    const elsewhere = join(tempFolder(), 'index.bin')
    writeFileSync(elsewhere, readFileSync(file(library)))
    rmSync(file(library))
    symlinkSync(elsewhere, file(library))
    expect(isRead(library)).toBe(false)
    rmSync(file(library))
    mkdirSync(file(library))
    expect(isRead(library)).toBe(false)
    keep(library)
    expect(statSync(file(library)).isDirectory()).toBe(true)
  })

  it('stays what it was when whoever writes it is told to end', () => {
    const library = filled()
    keep(library)
    const before = readFileSync(file(library))
    const service = relatedService(library, true)
    service.refresh()
    const stop = (): never => {
      throw new Error('enough')
    }
    expect(() => service.keep(stop)).toThrow('enough')
    expect(readFileSync(file(library)).equals(before)).toBe(true)
    expect(readdirSync(join(library.folder, 'cache', 'related'))).toEqual(['index.bin'])
  })
})
