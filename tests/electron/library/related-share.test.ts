import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type Library, createLibrary } from '../../../electron/library/library.ts'
import { readLists } from '../../../electron/library/related-cache.ts'
import { keepListsReady, relatedLists } from '../../../electron/library/related-lists.ts'
import { relatedService } from '../../../electron/library/related-service.ts'
import { batchesLeft, shareLists } from '../../../electron/library/related-share.ts'
import { randomFrom } from '../../bench/generate.ts'

/** Enough for a second thread to pay. */
const COUNT = 2_100
const DATE = '2026-03-01'

describe('lists that two threads make', () => {
  const folder = mkdtempSync(join(tmpdir(), 'longhand-share-'))
  let library: Library
  let out: readonly number[] = []

  beforeAll(() => {
    const random = randomFrom(5)
    library = createLibrary(join(folder, 'library'), { name: 'Proef', language: 'nl-NL' })
    library.transaction(() => {
      for (let at = 0; at < COUNT; at++) {
        const words = Array.from({ length: 12 }, () => `woord${Math.floor(400 ** random())}`)
        library.articles.create({ title: `Nummer ${at}`, body: words.join(' '), status: 'published' })
      }
    })
    relatedService(library).refresh()
    out = library.related.heads().map(({ id }) => id)
  })
  afterAll(() => {
    library.close()
    rmSync(folder, { recursive: true, force: true })
  })

  it('are those that one makes', () => {
    const shared = library.view(() => relatedLists(library, { out, date: DATE, isAnew: true }))
    const both = readLists(library.folder)
    rmSync(join(library.folder, 'cache', 'related'), { recursive: true })
    keepListsReady(library, relatedService(library), () => {})
    const alone = readLists(library.folder)
    expect(shared.size).toBe(COUNT)
    // The date of the one is not that of the other, which nothing here hangs on; nor is the kept index.
    expect({ ...alone, base: '' }).toEqual({ ...both, base: '' })
  })

  it('end in both threads when they are not wanted any more', () => {
    let heard = 0
    const stop = () => {
      if (++heard === 20) throw new Error('not wanted')
    }
    expect(() => library.view(() => relatedLists(library, { out, date: DATE, isAnew: true }, stop))).toThrow(
      'not wanted',
    )
    expect(heard).toBe(20)
  })

  it('are left to the one where the other sees another state of the library, or none', () => {
    for (const wanted of [
      { folder: library.folder, state: 'another' },
      { folder: `${library.folder}-not-there`, state: '' },
    ]) {
      const share = shareLists({ ...wanted, out, date: DATE })
      if (share === null) continue
      const others = share.made()
      let step = others.next()
      while (!step.done) step = others.next()
      expect(step.value).toEqual([])
      expect([...share.batches()].flat()).toEqual(out)
      share.end()
    }
  })

  it('are each made by one', () => {
    const next = new SharedArrayBuffer(4)
    const [one, other] = [batchesLeft(out, next), batchesLeft(out, next)]
    const made: number[] = []
    for (let ended = 0; ended < 2;) {
      ended = 0
      for (const batches of [one, other]) {
        const { value, done } = batches.next()
        if (done) ended++
        else made.push(...value)
      }
    }
    expect(made).toEqual(out)
  })
})
