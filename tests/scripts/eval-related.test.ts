import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'
import { baselines } from '../eval/baselines.ts'
import { corpusFiles, readCorpus } from '../eval/corpus.ts'
import { measure } from '../eval/measures.ts'
import { ours } from '../eval/variants.ts'

const folder = mkdtempSync(join(tmpdir(), 'longhand-eval-'))
afterAll(() => rmSync(folder, { recursive: true }))

const TEXTS = [
  'enkels pezen bospad',
  'pezen enkels wortels',
  'linzen soep',
  'soep kurkuma linzen',
  'fiets ketting',
]

function corpusOf(rel: Record<string, string[]>) {
  const docs = TEXTS.map((text, at) => ({ id: `d${at}`, title: `Deel ${at}`, text }))
  writeFileSync(join(folder, 'related-proef.json'), JSON.stringify({ lang: 'dutch', docs, rel }))
  return readCorpus(corpusFiles([folder])[0]!)
}

describe('a corpus', () => {
  it('has the links between its own articles alone, and no tags or dates where it names none', () => {
    const { name, articles, linked } = corpusOf({
      d0: ['d1', 'd0', 'elders'],
      d2: ['elders'],
      niemand: ['d1'],
    })
    expect(name).toBe('proef')
    expect(articles[0]).toMatchObject({ language: 'nl', tags: [], date: null, links: [] })
    expect([...linked]).toEqual([[0, new Set([1])]])
  })

  it('is refused when it is none', () => {
    const file = join(folder, 'anders.json')
    writeFileSync(file, '{"docs":[]}')
    expect(() => readCorpus(file)).toThrow('no corpus')
  })
})

describe('the measures of a ranking', () => {
  it('are what they are by hand', () => {
    const corpus = corpusOf({ d0: ['d1', 'd2'], d2: ['d3'] })
    const lists: Readonly<Record<number, readonly number[]>> = { 0: [3, 1, 4], 2: [0, 1, 4] }
    const first = 1 / Math.log2(3) / (1 + 1 / Math.log2(3))
    const { ndcg, recall, hit, mrr } = measure(corpus, (id) => lists[id] ?? [])
    expect(ndcg).toBeCloseTo(first / 2)
    expect([recall, hit, mrr]).toEqual([0.25, 0.5, 0.25])
  })

  it('are full for ours, and less for the newest first, where texts alone tell', () => {
    const corpus = corpusOf({ d0: ['d1'], d1: ['d0'], d2: ['d3'], d3: ['d2'] })
    expect(measure(corpus, ours(corpus)).ndcg).toBe(1)
    const names = baselines(corpus).map(([name]) => name)
    expect(new Set(names).size).toBe(8)
    const [, newest] = baselines(corpus)[0]!
    expect(measure(corpus, newest).ndcg).toBeLessThan(1)
  })
})
