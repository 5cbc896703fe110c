/** What became of a text: word by word, paragraph by paragraph. Deterministic; memory grows with the texts. */
import { editMarks } from './script.ts'
import { endsParagraph, isWord, paragraphsIn, tokensOf } from './tokens.ts'

/** A stretch of text that stayed, went or came. */
export interface Run {
  readonly kind: 'same' | 'removed' | 'added'
  /** Never empty. */
  readonly text: string
}

/** One paragraph as it was and as it is, with the space after it; a removed or added one is only one of both. */
export interface ComparedParagraph {
  readonly kind: 'same' | 'changed' | 'removed' | 'added'
  /** No two neighbours are of one kind; what is removed stands before what is added in its place. */
  readonly runs: readonly Run[]
}

export interface Comparison {
  readonly paragraphs: readonly ComparedParagraph[]
  readonly removedWords: number
  readonly addedWords: number
}

/** Paragraphs that are left out of a view, because nothing changed near them. */
export interface Skipped {
  readonly kind: 'skipped'
  readonly paragraphs: number
  readonly words: number
}

/** Compares two texts. `oldText` and `newText` of the result are the two texts, to the letter. */
export function compareTexts(before: string, after: string): Comparison {
  const runs = runsOfParagraphs(paragraphsIn(before), paragraphsIn(after))
  const count = (kind: Run['kind']) =>
    runs.reduce((sum, run) => (run.kind === kind ? sum + run.words : sum), 0)
  return {
    paragraphs: paragraphsOf(runs),
    removedWords: count('removed'),
    addedWords: count('added'),
  }
}

/** The old text of a comparison. */
export function oldText({ paragraphs }: Comparison): string {
  return textWithout(paragraphs, 'added')
}

/** The new text of a comparison. */
export function newText({ paragraphs }: Comparison): string {
  return textWithout(paragraphs, 'removed')
}

/** The paragraphs that changed with `around` unchanged ones before and after; the others as counts. */
export function inContext({ paragraphs }: Comparison, around = 1): (ComparedParagraph | Skipped)[] {
  const near = new Uint8Array(paragraphs.length)
  paragraphs.forEach(({ kind }, index) => {
    if (kind !== 'same') near.fill(1, Math.max(0, index - around), index + around + 1)
  })
  const shown: (ComparedParagraph | Skipped)[] = []
  let skipped: ComparedParagraph[] = []
  const close = () => {
    if (skipped.length > 0)
      shown.push({ kind: 'skipped', paragraphs: skipped.length, words: wordsIn(skipped) })
    skipped = []
  }
  paragraphs.forEach((paragraph, index) => {
    if (near[index] === 0) skipped.push(paragraph)
    else {
      close()
      shown.push(paragraph)
    }
  })
  close()
  return shown
}

function textWithout(paragraphs: readonly ComparedParagraph[], kind: Run['kind']): string {
  return paragraphs
    .flatMap(({ runs }) => runs)
    .filter((run) => run.kind !== kind)
    .map((run) => run.text)
    .join('')
}

function wordsIn(paragraphs: readonly ComparedParagraph[]): number {
  return paragraphs
    .flatMap(({ runs }) => runs)
    .reduce((sum, { text }) => sum + tokensOf(text).filter(isWord).length, 0)
}

/** A run that ends at most one paragraph, at its end; words are only counted in what changed. */
interface Piece extends Run {
  readonly words: number
  readonly ends: boolean
}

/** Whole paragraphs first: a text is mostly as it was, and only what lies between is looked at word by word. */
function runsOfParagraphs(a: readonly string[], b: readonly string[]): Piece[] {
  const { removed, added } = editMarks(...numbered(a, b))
  const pieces: Piece[] = []
  let y = 0
  for (let x = 0; x < a.length || y < b.length;) {
    const [startX, startY] = [x, y]
    while (removed[x] === 1) x++
    while (added[y] === 1) y++
    if (x > startX || y > startY) {
      const gone = tokensOf(a.slice(startX, x).join(''))
      pieces.push(...runsOf(gone, tokensOf(b.slice(startY, y).join(''))))
    }
    if (x === a.length) continue
    pieces.push({ kind: 'same', text: a[x] as string, words: 0, ends: true })
    x++
    y++
  }
  return pieces
}

function runsOf(a: readonly string[], b: readonly string[]): Piece[] {
  const { removed, added } = editMarks(...numbered(a, b))
  const pieces: Piece[] = []
  let gone: string[] = []
  let come: string[] = []
  let same: string[] = []
  const flushChange = () => {
    pieces.push(...piecesOf('removed', gone), ...piecesOf('added', come))
    gone = []
    come = []
  }
  const flushSame = () => {
    pieces.push(...piecesOf('same', same))
    same = []
  }
  let y = 0
  for (let x = 0; x <= a.length; x++) {
    for (; y < b.length && added[y] === 1; y++) {
      if (same.length > 0) flushSame()
      come.push(b[y] as string)
    }
    if (x === a.length) break
    if (removed[x] === 1) {
      if (same.length > 0) flushSame()
      gone.push(a[x] as string)
    } else {
      if (gone.length > 0 || come.length > 0) {
        // A space or sign that happens to stay between two changed words would only make them hard to read.
        if (isSpeck(a, removed, x) && isSpeck(b, added, y)) {
          gone.push(a[x] as string)
          come.push(b[y] as string)
          y++
          continue
        }
        flushChange()
      }
      same.push(a[x] as string)
      y++
    }
  }
  flushSame()
  flushChange()
  return pieces
}

/** Whether a token that stays is one that means little, with something else gone or come right after it. */
function isSpeck(tokens: readonly string[], marks: Uint8Array, at: number): boolean {
  const token = tokens[at] as string
  return !token.includes('\n') && !isWord(token) && marks[at + 1] === 1 && marks[at - 1] === 1
}

/** Both lists with equal numbers for equal tokens. */
function numbered(a: readonly string[], b: readonly string[]): [Int32Array, Int32Array] {
  const numbers = new Map<string, number>()
  const number = (token: string) => {
    const known = numbers.get(token)
    if (known !== undefined) return known
    numbers.set(token, numbers.size)
    return numbers.size - 1
  }
  return [Int32Array.from(a, number), Int32Array.from(b, number)]
}

/** Tokens of one kind, cut after the end of each paragraph. */
function piecesOf(kind: Run['kind'], tokens: readonly string[]): Piece[] {
  const pieces: Piece[] = []
  let start = 0
  tokens.forEach((token, index) => {
    const ends = endsParagraph(token)
    if (!ends && index < tokens.length - 1) return
    const part = tokens.slice(start, index + 1)
    pieces.push({ kind, text: part.join(''), words: kind === 'same' ? 0 : part.filter(isWord).length, ends })
    start = index + 1
  })
  return pieces
}

/**
 * Puts runs together to paragraphs. One ends where both texts end one, and where a run that is only in one of
 * them ends one before anything of the other has been met.
 */
function paragraphsOf(pieces: readonly Piece[]): ComparedParagraph[] {
  const paragraphs: ComparedParagraph[] = []
  let open: Piece[] = []
  const close = () => {
    if (open.length > 0) paragraphs.push(paragraphOf(open))
    open = []
  }
  pieces.forEach((piece, index) => {
    open.push(piece)
    if (!piece.ends) return
    const next = pieces[index + 1]
    const alone = open.every(({ kind }) => kind === piece.kind)
    // A paragraph that was rewritten as a whole: what came in its place belongs beside it.
    const replaced = piece.kind === 'removed' && next?.kind === 'added'
    const both =
      piece.kind === 'same' ||
      (piece.kind === 'added' && open.some(({ kind, ends }) => kind === 'removed' && ends))
    if (both || (alone && !replaced)) close()
  })
  close()
  return paragraphs
}

function paragraphOf(pieces: readonly Piece[]): ComparedParagraph {
  const runs: { kind: Run['kind']; text: string }[] = []
  for (const { kind, text } of pieces) {
    const last = runs.at(-1)
    if (last?.kind === kind) last.text += text
    else runs.push({ kind, text })
  }
  const [only] = runs
  return { kind: runs.length === 1 && only ? only.kind : 'changed', runs }
}
