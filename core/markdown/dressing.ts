/**
 * What turns code and formulas into markup. The libraries that do are large, so they are loaded only for a text that
 * needs them; a rendering is handed what it needs, and is the same wherever it is made.
 */
export interface Dressing {
  /** Code as HTML with its parts marked, or null where it stays plain. The text content is the code. */
  readonly code: (code: string, language: string) => string | null
  /** A formula as MathML, or null where it can't be read. */
  readonly maths: (tex: string, isDisplay: boolean) => string | null
}

const notLoaded = (): never => {
  throw new Error('A text is rendered with what dressingFor gave for it')
}

/** For reading what a text says: code stays plain, and of a formula stands only what was written. Not for a page. */
export const NO_DRESSING: Dressing = {
  code: () => null,
  maths: (tex) => annotated('', tex),
}

const ESCAPES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' }

/** MathML with the TeX that it was made from, which is what copying gives. */
export function annotated(mathMl: string, tex: string): string {
  const source = tex.replace(/[&<>"]/g, (char) => ESCAPES[char]!)
  return `<semantics>${mathMl}<annotation encoding="application/x-tex">${source}</annotation></semantics>`
}

/** A dressing that knows its answers again. */
export interface Remembering {
  readonly dressing: Dressing
  /** Begins the next text: what was not asked for since the last call is forgotten. */
  next(): void
}

/** For texts that are rendered over and over: blocks that hang together are made anew at every key, formulas and all. */
export function remembering({ code, maths }: Dressing): Remembering {
  let before = new Map<string, string | null>()
  let after = new Map<string, string | null>()
  const once = (key: string, make: () => string | null): string | null => {
    const known = after.get(key) ?? before.get(key)
    const answer = known === undefined ? make() : known
    after.set(key, answer)
    return answer
  }
  return {
    dressing: {
      code: (text, language) => once(`code ${language}\n${text}`, () => code(text, language)),
      maths: (tex, isDisplay) => once(`maths ${isDisplay}\n${tex}`, () => maths(tex, isDisplay)),
    },
    next() {
      before = after
      after = new Map()
    },
  }
}

/** Whether a text may hold code of a language: a fence. */
const mayHoldCode = (markdown: string): boolean => markdown.includes('```') || markdown.includes('~~~')

/** Whether a text may hold a formula: two dollar signs, or a fence for maths. */
function mayHoldMaths(markdown: string): boolean {
  const first = markdown.indexOf('$')
  return (
    (first >= 0 && markdown.indexOf('$', first + 1) >= 0) || (mayHoldCode(markdown) && /math/i.test(markdown))
  )
}

/** Whether rendering a text takes nothing that has to be loaded. */
export function isPlain(markdown: string): boolean {
  return !mayHoldCode(markdown) && !mayHoldMaths(markdown)
}

let code: Dressing['code'] | null = null
let maths: Dressing['maths'] | null = null

/** What texts are to be rendered with; loads what they need and none has needed yet. */
export async function dressingFor(markdown: readonly string[]): Promise<Dressing> {
  if (code === null && markdown.some(mayHoldCode)) code = (await import('./highlight.ts')).highlight
  if (maths === null && markdown.some(mayHoldMaths)) maths = (await import('./maths.ts')).mathMl
  return { code: code ?? notLoaded, maths: maths ?? notLoaded }
}
