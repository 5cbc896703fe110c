import { describe, expect, it } from 'vitest'
import { analyse } from '../../../core/related/index.ts'
import { nearlySame, shinglesOf, type Shingled } from '../../../core/related/nearly-same.ts'
import { article } from './library.ts'

/** So many words that no other number gives. */
function words(seed: number, count: number): string[] {
  return Array.from({ length: count }, (_, at) => `woord${seed}x${at}`)
}

function text(id: number, all: readonly string[]): Shingled {
  return { id, shingles: shinglesOf(analyse(article(id, { text: all.join(' ') }))) }
}

describe('texts that are nearly the same', () => {
  it('are found among many others, the most alike first, with how alike they are', () => {
    const texts = Array.from({ length: 300 }, (_, at) => text(at + 1, words(at, 60)))
    const changed = words(7, 60).map((word, at) => (at % 10 === 0 ? `anders${at}` : word))
    const found = nearlySame([...texts, text(900, words(3, 60)), text(901, changed)])
    expect(found.map(({ ids }) => ids)).toEqual([
      [4, 900],
      [8, 901],
    ])
    expect(found[0]?.likeness).toBe(1)
    expect(found[1]?.likeness).toBeGreaterThanOrEqual(0.5)
    expect(found[1]?.likeness).toBeLessThan(0.9)
  })

  it('are not those that share a paragraph', () => {
    const part = words(1, 20)
    expect(nearlySame([text(1, [...part, ...words(2, 60)]), text(2, [...part, ...words(3, 60)])])).toEqual([])
  })

  it('are not those with the same words in another order', () => {
    const all = words(1, 60)
    expect(nearlySame([text(1, all), text(2, all.toReversed())])).toEqual([])
  })

  it('are one group, however many copies there are', () => {
    const texts = Array.from({ length: 100 }, (_, at) => text(at + 1, words(1, 60)))
    expect(nearlySame(texts).map(({ ids }) => ids.length)).toEqual([100])
  })

  it('are not pairs that are kept apart, nor texts that hardly say anything', () => {
    const same = [text(1, words(1, 60)), text(2, words(1, 60))]
    expect(nearlySame(same, () => true)).toEqual([])
    expect(nearlySame([text(1, words(1, 3)), text(2, words(1, 3))])).toEqual([])
  })

  it('are the same groups in whatever order the texts come', () => {
    const texts = [text(1, words(1, 60)), text(2, words(2, 60)), text(3, words(1, 60)), text(4, words(2, 60))]
    expect(nearlySame(texts.toReversed())).toEqual(nearlySame(texts))
  })
})
