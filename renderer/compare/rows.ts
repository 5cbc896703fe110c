/** A comparison as it is shown: stretches of text, long unchanged ones folded, in pieces that can be drawn apart. */
import type { ComparedParagraph } from '../../core/compare/index.ts'
import type { Passage } from '../../core/compare/passages.ts'

export type Row =
  | {
      readonly kind: 'text'
      /** Number of the change that it is part of; null when nothing changed here. */
      readonly change: number | null
      /** Whether it is the first piece of its change, which bears the change's name and buttons. */
      readonly first: boolean
      readonly passage: Passage
      readonly paragraphs: readonly ComparedParagraph[]
    }
  /** Left out until it is asked for; `passage` is its number among all passages. */
  | { readonly kind: 'fold'; readonly passage: number; readonly paragraphs: number }

/** Unchanged paragraphs that stay in sight beside a change. */
const AROUND = 1

/** Fewer are not worth folding. */
const LEAST_FOLDED = 3

/** Signs after which a piece of text ends, so that no piece takes long to draw. */
const PIECE = 4000

/** The rows of a comparison; the unchanged passages in `unfolded` are shown whole. */
export function rowsOf(passages: readonly Passage[], unfolded: ReadonlySet<number>): Row[] {
  const rows: Row[] = []
  let change = -1
  passages.forEach((passage, index) => {
    const { changed, paragraphs } = passage
    if (changed) change += 1
    const text = (part: readonly ComparedParagraph[]) =>
      rows.push(...piecesOf(passage, part, changed ? change : null))
    const [before, after] = [index === 0 ? 0 : AROUND, index === passages.length - 1 ? 0 : AROUND]
    const hidden = paragraphs.length - before - after
    if (changed || unfolded.has(index) || hidden < LEAST_FOLDED) text(paragraphs)
    else {
      text(paragraphs.slice(0, before))
      rows.push({ kind: 'fold', passage: index, paragraphs: hidden })
      text(paragraphs.slice(paragraphs.length - after))
    }
  })
  return rows
}

function piecesOf(passage: Passage, paragraphs: readonly ComparedParagraph[], change: number | null): Row[] {
  const pieces: Row[] = []
  let part: ComparedParagraph[] = []
  let size = 0
  const close = () => {
    if (part.length === 0) return
    pieces.push({ kind: 'text', change, first: pieces.length === 0, passage, paragraphs: part })
    part = []
    size = 0
  }
  for (const paragraph of paragraphs) {
    part.push(paragraph)
    size += signsIn(paragraph)
    if (size > PIECE) close()
  }
  close()
  return pieces
}

function signsIn({ runs }: ComparedParagraph): number {
  return runs.reduce((sum, { text }) => sum + text.length, 0)
}

/** Rows that are drawn together. */
export interface Chunk {
  readonly from: number
  readonly rows: readonly Row[]
  /** Height before it was drawn, in lines of text: a guess. */
  readonly lines: number
}

const ROWS_A_CHUNK = 24
const SIGNS_A_LINE = 60

export function chunksOf(rows: readonly Row[]): Chunk[] {
  const chunks: Chunk[] = []
  let from = 0
  let lines = 0
  let size = 0
  rows.forEach((row, index) => {
    const signs = row.kind === 'fold' ? 0 : row.paragraphs.reduce((sum, each) => sum + signsIn(each), 0)
    size += signs
    lines += row.kind === 'fold' ? 2 : row.paragraphs.length + Math.ceil(signs / SIGNS_A_LINE)
    if (size <= PIECE && index - from < ROWS_A_CHUNK && index < rows.length - 1) return
    chunks.push({ from, rows: rows.slice(from, index + 1), lines })
    from = index + 1
    lines = 0
    size = 0
  })
  return chunks
}
