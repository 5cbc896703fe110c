import { existsSync, mkdirSync, readFileSync, readdirSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type Library, openLibrary } from '../../../electron/library/library.ts'
import { type RelatedLists, relatedLists } from '../../../electron/library/related-lists.ts'
import { readSite } from '../../../electron/publish/read-site.ts'
import { randomFrom } from '../../bench/generate.ts'
import { tempFolder, tempLibrary } from './temp-library.ts'

const DATE = '2026-03-01'
const COUNT = 70

/** Texts on a few subjects: a word in five is of the subject, the others are any, the frequent ones more often. */
function textOf(random: () => number, length: number): string {
  const subject = Math.floor(random() * 6)
  const word = () =>
    random() < 0.3
      ? `onderwerp${subject}x${Math.floor(random() * 12)}`
      : `woord${Math.floor(300 ** random())}`
  return Array.from({ length }, word).join(' ')
}

function filled(seed: number): Library {
  const random = randomFrom(seed)
  const library = tempLibrary()
  library.transaction(() => {
    for (let at = 0; at < 4; at++) {
      library.categories.create({ name: `Soort ${at}`, parentId: at === 3 ? 1 : null })
    }
    for (let at = 0; at < COUNT; at++) {
      library.articles.create({
        title: textOf(random, at % 5) || `Nummer ${at}`,
        slug: `nummer-${at}`,
        body: textOf(random, 50),
        status: at % 11 === 0 ? 'draft' : 'published',
        publishedAt: `20${10 + (at % 15)}-01-0${1 + (at % 9)}T09:00:00Z`,
        tags: at % 3 === 0 ? [`tag ${at % 5}`] : [],
        categoryId: at % 4 === 0 ? (at % 3) + 1 : null,
      })
    }
  })
  return library
}

/** How many lists were made, or one where it was only seen that none need be. */
let asked = 0

function listsOf(library: Library, { isAnew = false, day = DATE } = {}): RelatedLists {
  asked = 0
  return library.view(() => {
    const out = readSite(library, { day }).articles.map(({ id }) => id)
    return relatedLists(library, { out, date: day, isAnew }, (done) => (asked = done + 1))
  })
}

/** What is kept comes from one and the same library; these are made as if nothing were. */
function anew(library: Library, day = DATE): RelatedLists {
  const folder = join(library.folder, 'cache', 'related')
  const before = existsSync(folder)
    ? readdirSync(folder).map((name) => [join(folder, name), readFileSync(join(folder, name))] as const)
    : []
  const lists = listsOf(library, { isAnew: true, day })
  for (const [file, bytes] of before) writeFileSync(file, bytes)
  return lists
}

const kept = (library: Library): string => join(library.folder, 'cache', 'related', 'lists.json')

function change(library: Library, id: number, patch: Parameters<Library['articles']['save']>[2]): void {
  library.articles.save(id, library.articles.get(id).version, patch)
}

/** What a writer does to one article, by another and a number of no meaning. */
const EDITS: readonly ((library: Library, id: number, other: number, seed: number) => void)[] = [
  (library, id, _, seed) => change(library, id, { body: textOf(randomFrom(seed), 50) }),
  (library, id, other) =>
    change(library, id, {
      body: `${library.articles.get(id).body} [zie](${library.articles.get(other).slug}.html)`,
    }),
  (library, id, _, seed) => change(library, id, { body: `${library.articles.get(id).body} uniek${seed}` }),
  (library, id, _, seed) => change(library, id, { title: textOf(randomFrom(seed), 1 + (seed % 5)) }),
  (library, id, _, seed) => change(library, id, { status: seed % 2 === 0 ? 'published' : 'draft' }),
  (library, id, _, seed) => change(library, id, { tags: [`tag ${seed % 5}`, `tag ${seed % 3}`] }),
  (library, id, _, seed) => change(library, id, { categoryId: seed % 4 === 0 ? null : seed % 4 }),
  (library, id, _, seed) => change(library, id, { publishedAt: `20${10 + (seed % 17)}-05-03T09:00:00Z` }),
  (library, id, _, seed) => change(library, id, { language: seed % 2 === 0 ? 'en' : null }),
  (library, id, _, seed) => change(library, id, { footerPlace: seed % 2 === 0 ? 1 : null }),
  (library, id, _, seed) => change(library, id, { slug: `anders-${seed}-${id}` }),
  (library, id, other) => library.related.say('related.pin', id, { pins: id === other ? [] : [other] }),
  (library, id, other) => library.related.say('related.hide', id, { hidden: id === other ? [] : [other] }),
  (library, id, other) => library.related.say('related.never', id, { never: id === other ? [] : [other] }),
  (library, id, _, seed) => library.related.say('related.count', id, { count: seed % 6 }),
  (library, id) => library.articles.trash([id]),
  (library, _id, _other, seed) => library.categories.move(2, seed % 2 === 0 ? 1 : null, 0),
  (library, _id, _other, seed) => {
    const freshness = seed % 3 === 0 ? ('gentle' as const) : ('none' as const)
    library.related.setRules({ ...library.related.rules(), freshness, sameLanguage: seed % 2 === 0 })
  },
]

describe('the related lists of a site', () => {
  it('are, with what was kept of the time before, to the last bit those made anew, whatever a writer did', () => {
    const article = fc.integer({ min: 1, max: COUNT })
    const step = fc.record({
      id: article,
      other: article,
      kind: fc.nat(EDITS.length - 1),
      seed: fc.nat(999),
    })
    fc.assert(
      fc.property(fc.nat(999), fc.array(step, { minLength: 1, maxLength: 8 }), (seed, steps) => {
        const library = filled(seed)
        listsOf(library)
        for (const { id, other, kind, seed: number } of steps) {
          if (library.articles.get(id).trashedAt !== null) continue
          if (library.articles.get(other).trashedAt !== null) continue
          EDITS[kind]!(library, id, other, number)
          expect([...listsOf(library)]).toEqual([...anew(library)])
        }
      }),
      { numRuns: 5 },
    )
  })

  it.each<[string, (library: Library) => void]>([
    ['a word that no other article has', (library) => EDITS[2]!(library, 7, 7, 1)],
    ['an article that is published', (library) => change(library, 12, { status: 'published' })],
    ['an article that is hidden in the list of another', (library) => EDITS[12]!(library, 7, 9, 0)],
    ['a pin', (library) => EDITS[11]!(library, 7, 9, 0)],
    ['a category that is described', (library) => library.categories.update(1, { description: 'Anders' })],
  ])('are not all made anew for %s', (_, edit) => {
    const library = filled(5)
    listsOf(library)
    expect(asked).toBeGreaterThan(COUNT / 2)
    edit(library)
    const lists = listsOf(library)
    expect(asked).toBeGreaterThan(0)
    expect(asked).toBeLessThan(COUNT / 3)
    expect([...lists]).toEqual([...anew(library)])
  })

  it('are few that are made anew in a larger library, though an edit makes many words more or less rare', () => {
    const random = randomFrom(11)
    const library = tempLibrary()
    const word = (subject: number) =>
      random() < 0.3
        ? `onderwerp${subject}x${Math.floor(40 * random())}`
        : `woord${Math.floor(3000 ** random())}`
    const text = (length: number, subject = Math.floor(random() * 30)) =>
      Array.from({ length }, () => word(subject)).join(' ')
    library.transaction(() => {
      for (let at = 0; at < 600; at++) {
        library.articles.create({
          title: text(at % 4) || `Nummer ${at}`,
          body: text(160),
          status: 'published',
          publishedAt: `20${10 + (at % 15)}-01-0${1 + (at % 9)}T09:00:00Z`,
          tags: at % 3 === 0 ? [`tag ${at % 5}`] : [],
          language: at % 5 === 4 ? 'en' : null,
        })
      }
    })
    listsOf(library)
    const made: number[] = []
    for (let turn = 0; turn < 10; turn++) {
      const id = 1 + ((turn * 173) % 600)
      const { body } = library.articles.get(id)
      change(library, id, { body: turn % 3 === 2 ? body.slice(60) : `${body} ${text(6)}` })
      if (turn === 5) library.articles.trash([300])
      const lists = listsOf(library)
      made.push(asked)
      expect([...lists]).toEqual([...anew(library)])
    }
    expect(made.filter((count) => count < 300).length).toBeGreaterThan(5)
  })

  it('are read, and nothing is ranked, as long as nothing has changed', () => {
    const library = filled(5)
    const lists = listsOf(library)
    expect(asked).toBeGreaterThan(0)
    expect([...listsOf(library)]).toEqual([...lists])
    expect(asked).toBe(0)
  })

  it('are those of the day on which they are wanted', () => {
    const library = filled(5)
    change(library, 3, { publishedAt: '2026-06-01T09:00:00Z' })
    expect(listsOf(library).has(3)).toBe(false)
    expect([...listsOf(library, { day: '2026-07-01' })]).toEqual([...anew(library, '2026-07-01')])
    expect(listsOf(library, { day: '2026-07-01' }).has(3)).toBe(true)
  })

  it('are kept by who may only read the library, too', () => {
    const library = filled(5)
    listsOf(library, { isAnew: true })
    rmSync(join(library.folder, 'cache'), { recursive: true })
    const reader = openLibrary(library.folder, { readonly: true, isOpen: true })
    try {
      expect([...listsOf(reader)]).toEqual([...anew(library)])
      expect(existsSync(kept(library))).toBe(true)
    } finally {
      reader.close()
    }
  })

  it.each([
    ['cut off', (text: string) => text.slice(0, -20)],
    ['of nothing', () => ''],
    ['of another kind', () => '[1,2,3]'],
    ['with articles that are not there', (text: string) => text.replace(/,\d+\]/, ',999999]')],
    [
      'with an article in its own list',
      (text: string) => text.replace(/\[\[(\d+),/, '[[$1,"","",0.5,$1],[$1,'),
    ],
    ['with scores that are none', (text: string) => text.replaceAll(/,0\.\d+,/g, ',"x",')],
    ['nested deeply', () => `${'['.repeat(50_000)}`],
  ])('are made anew where what is kept is %s', (_, damage) => {
    const library = filled(5)
    const lists = listsOf(library)
    const whole = readFileSync(kept(library), 'utf8')
    expect(damage(whole)).not.toBe(whole)
    writeFileSync(kept(library), damage(whole))
    expect([...listsOf(library)]).toEqual([...lists])
  })

  it('write nowhere but in the library, and come also where they cannot be kept', () => {
    const library = filled(5)
    const elsewhere = tempFolder()
    rmSync(join(library.folder, 'cache'), { recursive: true, force: true })
    mkdirSync(join(library.folder, 'cache'))
    symlinkSync(elsewhere, join(library.folder, 'cache', 'related'))
    const lists = listsOf(library)
    expect(lists.size).toBeGreaterThan(0)
    expect(existsSync(join(elsewhere, 'lists.json'))).toBe(false)
    expect([...listsOf(library)]).toEqual([...lists])
  })
})
