import type MarkdownIt from 'markdown-it'
import type StateInline from 'markdown-it/lib/rules_inline/state_inline.mjs'

const TILDE = 0x7e

/** A marker of its own for one tilde, so that one never pairs with two. */
const ONE_TILDE = 0x1007e

/** Notes a run of one or two tildes as a delimiter; longer runs are text. */
function tokenize(state: StateInline, silent: boolean): boolean {
  if (silent || state.src.charCodeAt(state.pos) !== TILDE) return false
  const run = state.scanDelims(state.pos, true)
  const text = state.push('text', '', 0)
  text.content = '~'.repeat(run.length)
  if (run.length <= 2) {
    state.delimiters.push({
      marker: run.length === 1 ? ONE_TILDE : TILDE,
      length: 0, // keeps emphasis's rule of three out
      token: state.tokens.length - 1,
      end: -1,
      open: run.can_open,
      close: run.can_close,
    })
  }
  state.pos += run.length
  return true
}

function mark(state: StateInline, index: number, nesting: 1 | -1): void {
  const token = state.tokens[index]!
  token.type = nesting === 1 ? 'del_open' : 'del_close'
  token.tag = 'del'
  token.nesting = nesting
  token.markup = token.content
  token.content = ''
}

function pair(state: StateInline, delimiters: StateInline['delimiters']): void {
  for (const opener of delimiters) {
    if ((opener.marker !== TILDE && opener.marker !== ONE_TILDE) || opener.end === -1) continue
    mark(state, opener.token, 1)
    mark(state, delimiters[opener.end]!.token, -1)
  }
}

function postProcess(state: StateInline): boolean {
  pair(state, state.delimiters)
  for (const meta of state.tokens_meta) if (meta?.delimiters) pair(state, meta.delimiters)
  return false
}

/**
 * GFM's strikethrough: text between two runs of one tilde or two runs of two becomes `<del>`. markdown-it's own rule
 * makes `<s>` and reads three tildes as two and one.
 */
export function strikethrough(md: MarkdownIt): void {
  md.inline.ruler.at('strikethrough', tokenize)
  md.inline.ruler2.at('strikethrough', postProcess)
}
