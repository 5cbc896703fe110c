import type MarkdownIt from 'markdown-it'
import type StateBlock from 'markdown-it/lib/rules_block/state_block.mjs'
import type StateInline from 'markdown-it/lib/rules_inline/state_inline.mjs'
import type Token from 'markdown-it/lib/token.mjs'
import { isInLink } from './autolink.ts'

/** What a `footnote_ref` token stands for. */
export type FootnoteRef =
  /** `[^label]`, defined elsewhere. */
  | { readonly label: string }
  /** `^[text]`, defined on the spot. */
  | { readonly note: readonly Token[] }

/** What the inline rules need to know of the whole body. */
export interface FootnoteEnv {
  /** Labels of the definitions, normalised. */
  readonly footnotes?: ReadonlyMap<string, unknown>
  /** Set while the text of `^[…]` is parsed: notes do not nest. */
  inNote?: boolean
}

/** `[^label]: text`, with indented blocks below it. Its tokens lie between `footnote_open` and `footnote_close`. */
function definition(state: StateBlock, startLine: number, endLine: number, silent: boolean): boolean {
  if (state.sCount[startLine]! - state.blkIndent >= 4) return false
  const start = state.bMarks[startLine]! + state.tShift[startLine]!
  const end = state.eMarks[startLine]!
  if (state.src.charCodeAt(start) !== 0x5b || state.src.charCodeAt(start + 1) !== 0x5e) return false
  const match = /^\[\^([^\s[\]]+)\]:[ \t]*/.exec(state.src.slice(start, end))
  if (!match) return false
  if (silent) return true

  const open = state.push('footnote_open', '', 1)
  open.meta = { label: state.md.utils.normalizeReference(match[1]!) }
  const { parentType, blkIndent } = state
  const before = [state.bMarks[startLine]!, state.tShift[startLine]!, state.sCount[startLine]!] as const
  state.parentType = 'root'
  state.blkIndent += 4
  state.bMarks[startLine] = start + match[0].length
  state.tShift[startLine] = 0
  state.sCount[startLine] = state.blkIndent
  state.md.block.tokenize(state, startLine, endLine)
  ;[state.bMarks[startLine], state.tShift[startLine], state.sCount[startLine]] = before
  state.blkIndent = blkIndent
  state.parentType = parentType
  open.map = [startLine, state.line]
  state.push('footnote_close', '', -1)
  return true
}

/** `[^label]`, when the label is defined and this is not inside a link. Never while a bracket's end is looked for. */
function reference(state: StateInline, silent: boolean): boolean {
  if (silent) return false
  if (state.src.charCodeAt(state.pos) !== 0x5b || state.src.charCodeAt(state.pos + 1) !== 0x5e) return false
  const { footnotes } = state.env as FootnoteEnv
  if (!footnotes || isInLink(state)) return false
  const close = state.src.indexOf(']', state.pos)
  if (close < 0 || close >= state.posMax) return false
  const label = state.md.utils.normalizeReference(state.src.slice(state.pos + 2, close))
  if (!footnotes.has(label)) return false
  state.push('footnote_ref', '', 0).meta = { label } satisfies FootnoteRef
  state.pos = close + 1
  return true
}

/** `^[text]`, unless inside a link or another note. Never while a bracket's end is looked for. */
function note(state: StateInline, silent: boolean): boolean {
  if (silent || isInLink(state)) return false
  if (state.src.charCodeAt(state.pos) !== 0x5e || state.src.charCodeAt(state.pos + 1) !== 0x5b) return false
  const env = state.env as FootnoteEnv
  if (env.inNote) return false
  const end = state.md.helpers.parseLinkLabel(state, state.pos + 1)
  if (end < 0) return false
  const tokens: Token[] = []
  env.inNote = true
  state.md.inline.parse(state.src.slice(state.pos + 2, end), state.md, env, tokens)
  env.inNote = false
  state.push('footnote_ref', '', 0).meta = { note: tokens } satisfies FootnoteRef
  state.pos = end + 1
  return true
}

/**
 * Footnotes: `[^label]` with `[^label]: text` elsewhere, and `^[text]`. Only the syntax; numbers, links and the list
 * at the end are made when a body is put together. `@mdit/plugin-footnote` numbers while it parses, so that no block
 * can be parsed on its own, and its markup names neither references nor ways back for a screen reader.
 */
export function footnotes(md: MarkdownIt): void {
  md.block.ruler.before('reference', 'footnote_definition', definition, { alt: ['paragraph', 'reference'] })
  md.inline.ruler.before('link', 'footnote_reference', reference)
  md.inline.ruler.before('link', 'footnote_note', note)
}
