import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { SLUG_LENGTH, freeSlug, makeSlug, slugProblem } from '../../core/slug.ts'

describe('makeSlug', () => {
  it.each([
    ['Coming soon', 'en', 'coming-soon'],
    ['Coördinatie, reünie & co', 'nl', 'coordinatie-reunie-en-co'],
    ['Salt & pepper', 'en', 'salt-and-pepper'],
    ['Über Öl', 'de', 'ueber-oel'],
    ['18F on GitHub: the iPhone', 'en', '18f-on-github-the-iphone'],
    ["Don't panic", 'en', 'dont-panic'],
    ['Привет', 'en', 'privet'],
    ['  --  ', 'en', ''],
    ['日本', 'en', ''],
  ])('writes %j (%s) as %j', (text, language, slug) => {
    expect(makeSlug(text, language)).toBe(slug)
  })

  it('cuts a long title between two words', () => {
    const slug = makeSlug('word '.repeat(40))
    expect(slug).toBe(Array(16).fill('word').join('-'))
  })

  it('gives for any text a slug that is allowed or empty', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 300 }), (text) => {
        expect(['empty', 'reserved', null]).toContain(slugProblem(makeSlug(text), 'article'))
      }),
    )
  })

  it('leaves a slug as it is', () => {
    fc.assert(
      fc.property(fc.string({ maxLength: 120 }), (text) => {
        const slug = makeSlug(text)
        expect(makeSlug(slug)).toBe(slug)
      }),
    )
  })
})

describe('slugProblem', () => {
  it.each([
    ['', 'empty'],
    ['a'.repeat(SLUG_LENGTH + 1), 'tooLong'],
    ['Upper', 'malformed'],
    ['a--b', 'malformed'],
    ['-a', 'malformed'],
    ['../x', 'malformed'],
    ['index', 'reserved'],
    ['media', 'reserved'],
    ['404', 'reserved'],
    ['con', 'reserved'],
    ['lpt1', 'reserved'],
    ['good-one', null],
  ])('finds in %j: %j', (slug, problem) => {
    expect(slugProblem(slug, 'article')).toBe(problem)
  })

  it('lets a category have a name that only the root keeps for itself', () => {
    expect(slugProblem('media', 'category')).toBeNull()
    expect(slugProblem('index', 'category')).toBe('reserved')
  })
})

describe('freeSlug', () => {
  it('counts on from what is taken', () => {
    const taken = new Set(['run', 'run-2'])
    expect(freeSlug('run', 'article', (slug) => taken.has(slug))).toBe('run-3')
  })

  it('goes past a reserved name', () => {
    expect(freeSlug('search', 'article', () => false)).toBe('search-2')
  })

  it('stays within the length', () => {
    const long = 'a'.repeat(SLUG_LENGTH)
    const slug = freeSlug(long, 'article', (candidate) => candidate === long)
    expect(slug).toHaveLength(SLUG_LENGTH)
    expect(slug.endsWith('-2')).toBe(true)
  })
})
