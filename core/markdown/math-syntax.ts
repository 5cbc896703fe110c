import type MarkdownIt from 'markdown-it'
import type StateBlock from 'markdown-it/lib/rules_block/state_block.mjs'
import type StateInline from 'markdown-it/lib/rules_inline/state_inline.mjs'

const DOLLAR = 0x24
const BACKSLASH = 0x5c

/** Signs that TeX is written with and running text is not. */
const TEX = /[\\^_={}<>+*/|]/
/** Two words with a space between: what two amounts enclose, such as `5 of liever bij Jan 4`. */
const WORDS = /(?:^|\s)\p{L}{2,}\s|\s\p{L}{2,}(?:\s|$)/u

/** Whether what stands between two dollar signs reads as running text. A code span begins or ends in it: never TeX. */
const isProse = (content: string): boolean =>
  content.includes('`') || (!TEX.test(content) && WORDS.test(content))

const isWordAt = (text: string, index: number): boolean => /[\p{L}\p{N}]/u.test(text[index] ?? '')

/** Where the next dollar sign stands that no backslash escapes, or -1. */
function nextDollar(text: string, from: number, end: number): number {
  for (let at = from; at < end; at++) {
    const code = text.charCodeAt(at)
    if (code === BACKSLASH) at++
    else if (code === DOLLAR) return at
  }
  return -1
}

/** Where the next two dollar signs stand, or -1. */
function nextPair(text: string, from: number, end: number): number {
  for (let at = nextDollar(text, from, end); at >= 0 && at < end; at = nextDollar(text, at + 1, end)) {
    if (at + 1 < end && text.charCodeAt(at + 1) === DOLLAR) return at
  }
  return -1
}

/** Texts in which no pair was found from some place on: from there on none is looked for again. */
const pairless = new WeakMap<StateInline, number>()

function display(state: StateInline, silent: boolean): boolean {
  const start = state.pos + 2
  if (start > (pairless.get(state) ?? Infinity)) return false
  const end = nextPair(state.src, start, state.posMax)
  if (end < 0) {
    pairless.set(state, start)
    return false
  }
  const content = state.src.slice(start, end)
  if (content.trim() === '' || isProse(content)) return false
  if (!silent) push(state, content, true)
  state.pos = end + 2
  return true
}

function push(state: StateInline, content: string, isDisplay: boolean): void {
  const token = state.push('math', 'math', 0)
  token.content = content.trim()
  token.markup = isDisplay ? '$$' : '$'
}

/** `$…$` and `$$…$$` in running text. */
function inline(state: StateInline, silent: boolean): boolean {
  const { src, pos, posMax } = state
  if (src.charCodeAt(pos) !== DOLLAR) return false
  if (src.charCodeAt(pos + 1) === DOLLAR) return display(state, silent)
  const before = src.charCodeAt(pos - 1)
  if (before === DOLLAR || isWordAt(src, pos - 1) || /\s/.test(src[pos + 1] ?? ' ')) return false
  const end = nextDollar(src, pos + 1, posMax)
  if (end < 0 || /\s/.test(src[end - 1]!) || isWordAt(src, end + 1)) return false
  if (src.charCodeAt(end + 1) === DOLLAR) return false
  const content = src.slice(pos + 1, end)
  if (content === '' || isProse(content)) return false
  if (!silent) push(state, content, false)
  state.pos = end + 1
  return true
}

/** The lines from which no closing `$$` was found, by the parse they belong to. */
const endless = new WeakMap<StateBlock, { readonly from: number; readonly to: number }>()

/** The line that ends in the closing `$$` of a formula opened on `startLine`, or -1; a blank line ends the search. */
function closingLine(state: StateBlock, startLine: number, endLine: number): number {
  const known = endless.get(state)
  if (known && startLine >= known.from && startLine < known.to) return -1
  let line = startLine
  for (; line < endLine; line++) {
    if (line > startLine && (state.isEmpty(line) || state.sCount[line]! < state.blkIndent)) break
    const begin = state.bMarks[line]! + state.tShift[line]! + (line === startLine ? 2 : 0)
    const text = state.src.slice(begin, state.eMarks[line]).trimEnd()
    const isClosed = text.endsWith('$$') && !text.endsWith('\\$$')
    if (isClosed) return line
    // a pair within a line means running text
    if (text.includes('$$')) break
  }
  endless.set(state, { from: startLine, to: Math.max(line, startLine + 1) })
  return -1
}

/** `$$` at the start of a line, up to `$$` at the end of one, without a blank line between. */
function block(state: StateBlock, startLine: number, endLine: number, silent: boolean): boolean {
  if (state.sCount[startLine]! - state.blkIndent >= 4) return false
  const start = state.bMarks[startLine]! + state.tShift[startLine]!
  if (state.src.charCodeAt(start) !== DOLLAR || state.src.charCodeAt(start + 1) !== DOLLAR) return false
  const last = closingLine(state, startLine, endLine)
  if (last < 0) return false
  const lines = state.getLines(startLine, last + 1, state.blkIndent, false).trim()
  const content = lines.slice(2, -2).trim()
  if (content === '' || content.includes('$$') || isProse(content)) return false
  if (silent) return true
  const token = state.push('math_block', 'math', 0)
  token.block = true
  token.content = content
  token.markup = '$$'
  token.map = [startLine, last + 1]
  state.line = last + 1
  return true
}

/**
 * Formulas in TeX by Pandoc's rule (manual, extension `tex_math_dollars`): the opening `$` has a sign that is no space
 * right after it, the closing one has such a sign right before it and no digit after it; `\$` is a dollar sign. Stricter
 * where amounts of money would be taken for formulas: no letter or digit touches the outside of a `$`, and what stands
 * between holds no two words without a sign of TeX.
 */
export function mathSyntax(md: MarkdownIt): void {
  md.inline.ruler.after('escape', 'math', inline)
  md.block.ruler.before('fence', 'math_block', block, {
    alt: ['paragraph', 'reference', 'blockquote', 'list'],
  })
}
