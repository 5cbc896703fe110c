import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Library } from '../../../electron/library/library.ts'
import { readSite } from '../../../electron/publish/read-site.ts'
import { type RelatedNotes, relatedLists } from '../../../electron/publish/related-lists.ts'
import { randomFrom } from '../../bench/generate.ts'
import { tempLibrary } from '../library/temp-library.ts'

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
    for (let at = 0; at < COUNT; at++) {
      library.articles.create({
        title: textOf(random, at % 5) || `Nummer ${at}`,
        slug: `nummer-${at}`,
        body: textOf(random, 50),
        status: at % 11 === 0 ? 'draft' : 'published',
        publishedAt: `20${10 + (at % 15)}-01-0${1 + (at % 9)}T09:00:00Z`,
        tags: at % 3 === 0 ? [`tag ${at % 5}`] : [],
      })
    }
  })
  return library
}

let asked = 0

function listsOf(library: Library, earlier: RelatedNotes | null): RelatedNotes {
  asked = 0
  return library.transaction(() =>
    relatedLists(library, readSite(library, { day: DATE }), earlier, DATE, () => (asked += 1)),
  )
}

function edit(library: Library, id: number, change: (body: string) => string): void {
  const { version, body } = library.articles.get(id)
  library.articles.save(id, version, { body: change(body) })
}

function retitle(library: Library, id: number, title: string): void {
  library.articles.save(id, library.articles.get(id).version, { title })
}

describe('the related lists of an export', () => {
  it('are, with the notes of the one before, to the last bit those made anew', () => {
    const step = fc.record({ id: fc.integer({ min: 1, max: COUNT }), kind: fc.nat(8), seed: fc.nat(999) })
    fc.assert(
      fc.property(fc.nat(999), fc.array(step, { minLength: 1, maxLength: 6 }), (seed, steps) => {
        const library = filled(seed)
        let notes = listsOf(library, null)
        for (const { id, kind, seed: other } of steps) {
          const random = randomFrom(other)
          if (kind === 0) edit(library, id, () => textOf(random, 50))
          else if (kind === 1) edit(library, id, (body) => `${body} [zie](nummer-${other % COUNT}.html)`)
          else if (kind === 2) library.related.say('related.pin', id, { pins: [(id % COUNT) + 1] })
          else if (kind === 3) library.articles.trash([id])
          else if (kind === 5) retitle(library, id, textOf(random, 1 + (other % 5)))
          else if (kind === 4) edit(library, id, (body) => `${body} uniek${other}`)
          else edit(library, id, (body) => `${body} ${textOf(random, 1 + (other % 4))}`)
          notes = listsOf(library, notes)
          expect(notes).toEqual(listsOf(library, null))
          if (kind === 3) library.acts.undo(library.acts.list(1)[0]!.id)
        }
      }),
      { numRuns: 6 },
    )
  })

  it('are not all made anew for one word that no other article has', () => {
    const library = filled(5)
    const notes = listsOf(library, null)
    expect(asked).toBeGreaterThan(COUNT / 2)
    edit(library, 7, (body) => `${body} onvindbaar`)
    listsOf(library, notes)
    expect(asked).toBeGreaterThan(0)
    expect(asked).toBeLessThan(COUNT / 3)
    expect(listsOf(library, listsOf(library, notes))).toEqual(listsOf(library, null))
  })
})
