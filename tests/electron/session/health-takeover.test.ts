import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it, onTestFinished } from 'vitest'
import { type Library, openLibrary } from '../../../electron/library/library.ts'
import { type Since, carryOver, sinceOf } from '../../../electron/session/health-takeover.ts'
import { tempFolder, tempLibrary } from '../library/temp-library.ts'

/** A library as a session began with it, and a copy that goes its own way. */
async function parted(): Promise<{ before: Library; after: Library; since: Since }> {
  const before = tempLibrary()
  before.articles.create({ title: 'Enkels', language: 'nl-NL' })
  before.articles.create({ title: 'Knieën', language: 'nl-NL' })
  const folder = join(tempFolder(), 'copy')
  mkdirSync(join(folder, 'media'), { recursive: true })
  await before.copyTo(join(folder, 'library.db'))
  // What is made there is made at another moment: by that it is told apart.
  const after = openLibrary(folder, { now: () => new Date(Date.now() + 3_600_000) })
  onTestFinished(() => after.close())
  return { before, after, since: sinceOf(before) }
}

const titlesBeside = (library: Library, id: number): readonly string[] =>
  library.translations.of(id).map(({ title }) => title)

describe('what is carried over to a library that stands in the place of another', () => {
  it('stays beside its translations, under whatever number it comes', async () => {
    const { before, after, since } = await parted()
    const { article } = before.translations.start(1, 'en-GB')
    before.articles.save(article.id, article.version, { title: 'Ankles' })
    after.articles.create({ title: 'Van een ander' })
    const { moved } = carryOver(before, after, since, 'Ervoor')
    expect(moved).toMatchObject([{ from: 3, to: 4, title: 'Ankles' }])
    expect(titlesBeside(after, 1)).toEqual(['Ankles'])
    expect(titlesBeside(after, 4)).toEqual(['Enkels'])
    expect(titlesBeside(after, 2)).toEqual([])
  })

  it('is alone where its language was taken meanwhile, and breaks no group up', async () => {
    const { before, after, since } = await parted()
    before.translations.start(1, 'en-GB')
    const theirs = after.translations.start(1, 'en-GB')
    const { moved } = carryOver(before, after, since, 'Ervoor')
    expect(titlesBeside(after, moved[0]?.to ?? 0)).toEqual([])
    expect(after.translations.of(1).map(({ id }) => id)).toEqual([theirs.article.id])
  })
})
