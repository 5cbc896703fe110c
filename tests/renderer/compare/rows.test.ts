import { describe, expect, it } from 'vitest'
import { compareTexts } from '../../../core/compare/index.ts'
import { passagesOf } from '../../../core/compare/passages.ts'
import { chunksOf, rowsOf, type Row } from '../../../renderer/compare/rows.ts'

const paragraphs = (count: number, change: (index: number) => string = () => '') =>
  Array.from({ length: count }, (_, index) => `alinea ${index}${change(index)}`)
const rows = (before: readonly string[], after: readonly string[], unfolded: readonly number[] = []) =>
  rowsOf(passagesOf(compareTexts(before.join('\n\n'), after.join('\n\n'))), new Set(unfolded))
const inShort = (row: Row) =>
  row.kind === 'fold' ? row.paragraphs : row.change === null ? row.paragraphs.length : `change ${row.change}`

describe('the rows of a comparison', () => {
  const before = paragraphs(20)
  const after = paragraphs(20, (index) => (index === 9 ? '!' : ''))

  it('fold what is unchanged, but for a paragraph beside each change', () => {
    expect(rows(before, after).map(inShort)).toEqual([8, 1, 'change 0', 1, 9])
    expect(rows(before, after).map(({ kind }) => kind)).toEqual(['fold', 'text', 'text', 'text', 'fold'])
  })

  it('show a folded passage whole once it is asked for', () => {
    expect(rows(before, after, [0]).map(inShort)).toEqual([9, 'change 0', 1, 9])
  })

  it('fold nothing that is hardly longer than the fold', () => {
    expect(rows(paragraphs(4), [...paragraphs(3), 'x']).map(inShort)).toEqual([3, 'change 0'])
  })

  it('cut a change of many paragraphs in pieces, of which the first bears its name', () => {
    const long = paragraphs(400, () => ' met veel woorden erbij')
    const pieces = rows([], long)
    expect(pieces.length).toBeGreaterThan(3)
    expect(pieces.map((row) => row.kind === 'text' && row.first)).toEqual(
      pieces.map((_, index) => index === 0),
    )
    expect(pieces.every((row) => row.kind === 'text' && row.change === 0)).toBe(true)
  })

  it('are all in chunks, once, in order', () => {
    const many = rows(
      paragraphs(3000),
      paragraphs(3000, (index) => (index % 3 === 0 ? '?' : '')),
    )
    const chunks = chunksOf(many)
    expect(chunks.flatMap((chunk) => chunk.rows)).toEqual(many)
    expect(chunks.every((chunk) => many[chunk.from] === chunk.rows[0] && chunk.rows.length < 30)).toBe(true)
  })
})
