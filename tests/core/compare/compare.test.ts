import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { compareTexts, inContext, newText, oldText, type Run } from '../../../core/compare/index.ts'

/** Texts that share many words and paragraphs, with signs of every length. */
const word = fc.constantFrom(
  'de',
  'enkel',
  'Enkel',
  'été',
  '日本',
  '👩‍🚀',
  '\ud800',
  '3,5',
  '**',
  '.',
  ' ',
  '  ',
  '\n',
  '\r\n',
  '\n\n',
  '\r\n \r\n',
)
const text = fc.array(word, { maxLength: 60 }).map((words) => words.join(''))
const pair = fc.oneof(
  fc.tuple(text, text),
  fc.tuple(text, text, text, text).map(([a, b, c, d]) => [a + b + c, a + d + c] as [string, string]),
  fc.tuple(fc.string({ unit: 'binary' }), fc.string({ unit: 'binary' })),
)

const runs = (before: string, after: string): (readonly [Run['kind'], string])[] =>
  compareTexts(before, after).paragraphs.flatMap((paragraph) =>
    paragraph.runs.map((run) => [run.kind, run.text] as const),
  )

describe('comparing two texts', () => {
  it('gives both of them back to the letter', () => {
    fc.assert(
      fc.property(pair, ([before, after]) => {
        const comparison = compareTexts(before, after)
        expect(oldText(comparison)).toBe(before)
        expect(newText(comparison)).toBe(after)
      }),
      { numRuns: 2000 },
    )
  })

  it('has no empty runs, no two neighbours of one kind, and says what a paragraph is', () => {
    fc.assert(
      fc.property(pair, ([before, after]) => {
        for (const { kind, runs } of compareTexts(before, after).paragraphs) {
          expect(runs.length).toBeGreaterThan(0)
          expect(runs.every(({ text }) => text !== '')).toBe(true)
          runs.forEach((run, index) => expect(run.kind).not.toBe(runs[index + 1]?.kind))
          expect(kind).toBe(runs.length === 1 ? runs[0]?.kind : 'changed')
        }
      }),
      { numRuns: 500 },
    )
  })

  it('is the same at every run', () => {
    fc.assert(
      fc.property(pair, ([before, after]) => {
        expect(compareTexts(before, after)).toEqual(compareTexts(before, after))
      }),
    )
  })

  it('finds nothing changed in the same text', () => {
    fc.assert(
      fc.property(text, (same) => {
        const { paragraphs, removedWords, addedWords } = compareTexts(same, same)
        expect(paragraphs.every(({ kind }) => kind === 'same')).toBe(true)
        expect([removedWords, addedWords]).toEqual([0, 0])
      }),
    )
  })

  it('counts whole words, never parts of one', () => {
    expect(runs('De enkel is stijf.', 'De enkels zijn stijf.')).toEqual([
      ['same', 'De '],
      ['removed', 'enkel is'],
      ['added', 'enkels zijn'],
      ['same', ' stijf.'],
    ])
    expect(compareTexts('De enkel is stijf.', 'De enkels zijn stijf.')).toMatchObject({
      removedWords: 2,
      addedWords: 2,
    })
  })

  it('shows a new paragraph as one, and leaves those around it alone', () => {
    const { paragraphs } = compareTexts('Een.\n\nDrie.\n', 'Een.\n\nTwee.\n\nDrie.\n')
    expect(paragraphs.map(({ kind }) => kind)).toEqual(['same', 'added', 'same'])
  })

  it('takes signs and letters with their marks as one', () => {
    expect(runs('👩‍🚀e\u0301', '👩‍🔬e')).toEqual([
      ['removed', '👩‍🚀e\u0301'],
      ['added', '👩‍🔬e'],
    ])
  })

  it('folds away what lies far from a change', () => {
    const lines = Array.from({ length: 20 }, (_, index) => `Alinea nummer ${index}.`)
    const after = lines.map((line, index) => (index === 10 ? 'Heel iets anders.' : line))
    const shown = inContext(compareTexts(lines.join('\n\n'), after.join('\n\n')), 2)
    expect(shown.map(({ kind }) => kind)).toEqual([
      'skipped',
      'same',
      'same',
      'changed',
      'same',
      'same',
      'skipped',
    ])
    expect(shown[0]).toEqual({ kind: 'skipped', paragraphs: 8, words: 24 })
    expect(shown.at(-1)).toEqual({ kind: 'skipped', paragraphs: 7, words: 21 })
  })

  it('stays whole on long texts that have nothing in common', () => {
    const long = (stem: string) => Array.from({ length: 6000 }, (_, index) => `${stem}${index}`).join(' ')
    const comparison = compareTexts(long('a'), long('b'))
    expect(oldText(comparison)).toBe(long('a'))
    expect(newText(comparison)).toBe(long('b'))
    expect(comparison).toMatchObject({ removedWords: 6000, addedWords: 6000 })
  })
})
