/**
 * The language of the search field. Pieces stand side by side and must all hold:
 *
 *     hardlopen "sterke enkels" category:Sport tag:"lange duur" after:2025 words:>1000 no:cover -status:draft
 *
 * `or` between two pieces asks for either of them and binds tighter than standing side by side; parentheses group;
 * a minus right before a piece asks for what is not so. A word in front of a colon that is no field is a word.
 */
import { fieldNear } from './fields.ts'
import type { Part, Problem, Query, Wish } from './query.ts'
import { scan, type Token } from './scan.ts'
import { wishFor } from './values.ts'

/** More pieces than anyone types, and fewer than SQLite refuses. */
const MOST_PIECES = 200
/** Parentheses within each other. */
const DEEPEST = 20

/** What a search asks for. `today` (`2025-12-10`) is what *yesterday* and *7d* are told from. */
export function parseQuery(text: string, today: string): Query {
  return new Parser(text, today).parse()
}

interface Piece {
  readonly wish: Wish | null
  readonly part: Part
}

class Parser {
  readonly #text: string
  readonly #today: string
  readonly #tokens: readonly Token[]
  readonly #problems: Problem[] = []
  #at = 0

  constructor(text: string, today: string) {
    this.#text = text
    this.#today = today
    const tokens = scan(text)
    this.#tokens = tokens.slice(0, MOST_PIECES)
    const [first] = tokens.slice(MOST_PIECES)
    if (first) this.#problems.push({ code: 'tooMany', start: first.start, end: text.length })
  }

  parse(): Query {
    const pieces: Piece[] = []
    // A parenthesis too many ends nothing.
    while (this.#at < this.#tokens.length) {
      pieces.push(...this.#row(0))
      if (this.#at < this.#tokens.length) this.#at++
    }
    return {
      wish: all('and', wishes(pieces)),
      problems: this.#problems.toSorted((a, b) => a.start - b.start),
      parts: pieces.filter(({ wish }) => wish !== null).map(({ part }) => part),
    }
  }

  /** Pieces side by side, up to a closing parenthesis or the end. */
  #row(depth: number): Piece[] {
    const pieces: Piece[] = []
    for (let token = this.#peek(); token && token.kind !== 'close'; token = this.#peek()) {
      pieces.push(this.#either(depth))
    }
    return pieces
  }

  /** Pieces with *or* between them. One that has a piece on one side only is a word. */
  #either(depth: number): Piece {
    const first = this.#piece(depth)
    const pieces = [first]
    while (this.#peek()?.kind === 'or' && isPiece(this.#peek(1))) {
      this.#at++
      pieces.push(this.#piece(depth))
    }
    if (pieces.length === 1) return first
    const end = pieces.at(-1)?.part.end ?? first.part.end
    return { wish: all('or', wishes(pieces)), part: this.#part('group', first.part.start, end, false) }
  }

  #piece(depth: number): Piece {
    const token = this.#tokens[this.#at++]
    if (!token) throw new Error('a piece was promised')
    const { isNot } = token
    if (token.kind === 'open' && depth < DEEPEST) {
      const inside = this.#row(depth + 1)
      const close = this.#peek()
      if (close) this.#at++
      const part = this.#part('group', token.start, close?.end ?? this.#text.trimEnd().length, isNot)
      return { wish: not(all('and', wishes(inside)), isNot), part }
    }
    const wish = token.field === null ? this.#words(token) : this.#field(token)
    const part = {
      ...this.#part(token.field === null ? 'text' : 'field', token.start, token.end, isNot),
      field: token.field,
      value: token.text,
    }
    return { wish: not(wish, isNot), part }
  }

  #words(token: Token): Wish | null {
    const { text, start, end } = token
    // An address is no field.
    const [, word] = /^([\p{L}-]+):[^/]/u.exec(token.kind === 'word' ? text : '') ?? []
    if (word !== undefined) {
      this.#problems.push({ code: 'unknownField', start, end, word, near: fieldNear(word) ?? null })
    }
    return textWish(text, this.#isUnfinished(token), null)
  }

  #field(token: Token): Wish | null {
    const { field, text, start, end } = token
    if (field === null) return null
    if (text.trim() === '') {
      this.#problems.push({ code: 'noValue', start, end, field })
      return null
    }
    const wish = wishFor(field, text, this.#today, this.#isUnfinished(token))
    if (!wish) this.#problems.push({ code: 'badValue', start, end, field, value: text })
    return wish?.kind === 'text' ? textWish(wish.text, wish.isUnfinished, wish.column) : wish
  }

  /** The last word may still be being typed; what is not wanted is not guessed at. */
  #isUnfinished({ end, isNot }: Token): boolean {
    // One letter begins too many words to rank them while someone types; a sign of another script says more.
    const isOpen = /(?:[\p{L}\p{N}][\p{L}\p{N}\p{M}]|[^\p{sc=Latin}\p{N}\P{L}])$/u.test(this.#text)
    return end === this.#text.length && isOpen && !isNot
  }

  #part(kind: Part['kind'], start: number, end: number, isNot: boolean): Part {
    return { kind, start, end, isNot, field: null, value: this.#text.slice(start, end) }
  }

  #peek(ahead = 0): Token | undefined {
    return this.#tokens[this.#at + ahead]
  }
}

function isPiece(token: Token | undefined): boolean {
  return token !== undefined && token.kind !== 'close' && token.kind !== 'or'
}

/** Null for signs alone: nothing can be found by them. */
function textWish(text: string, isUnfinished: boolean, column: 'title' | 'summary' | null): Wish | null {
  const clean = text.replace(/[\u0000-\u001f"]/g, ' ').trim()
  return /[\p{L}\p{N}\p{Co}]/u.test(clean) ? { kind: 'text', text: clean, isUnfinished, column } : null
}

function wishes(pieces: readonly Piece[]): readonly Wish[] {
  return pieces.flatMap(({ wish }) => (wish === null ? [] : [wish]))
}

function all(kind: 'and' | 'or', inside: readonly Wish[]): Wish | null {
  const [only] = inside
  return inside.length > 1 ? { kind, wishes: inside } : (only ?? null)
}

function not(wish: Wish | null, isNot: boolean): Wish | null {
  return wish !== null && isNot ? { kind: 'not', wish } : wish
}
