import MarkdownIt from 'markdown-it'
import type StateCore from 'markdown-it/lib/rules_core/state_core.mjs'
import { autolinks } from './autolink.ts'
import { strikethrough } from './strikethrough.ts'
import { taskLists } from './task-list.ts'

/** Which dialect a stage reads and how it writes elements without content. */
export interface StageOptions {
  /** Tables, strikethrough, task lists and extended autolinks of GFM. On unless it is said otherwise. */
  readonly gfm?: boolean
  /** `<br />` as CommonMark's specification writes it, instead of `<br>`. On unless it is said otherwise. */
  readonly xhtml?: boolean
}

/** GFM writes a column's alignment as an attribute; markdown-it writes a style, which a page's policy forbids. */
function alignCells(state: StateCore): void {
  for (const token of state.tokens) {
    if (token.type !== 'th_open' && token.type !== 'td_open') continue
    const style = token.attrGet('style')
    if (style) token.attrs = [['align', style.slice('text-align:'.length)]]
  }
}

/**
 * The bare first stage: CommonMark with GFM's tables, strikethrough, task lists and extended autolinks, raw HTML let
 * through and nothing sanitised. Its output is for conformance tests; a page's body comes from `renderMarkdown`.
 */
export function markdownStage({ gfm = true, xhtml = true }: StageOptions = {}): MarkdownIt {
  const md = new MarkdownIt('commonmark', { html: true, xhtmlOut: xhtml, linkify: gfm })
  // the preset's 20 loses text that stands deeper; the types leave the option out
  Object.assign(md.options, { maxNesting: 100 })
  // markdown-it writes an empty quote on one line, the specification on two
  md.renderer.rules.blockquote_open = (tokens, index, options, _env, self) =>
    `${self.renderToken(tokens, index, options).replace(/>\n?$/, '>')}\n`
  if (!gfm) return md
  md.enable(['table', 'strikethrough', 'linkify'])
  md.core.ruler.disable('linkify')
  md.core.ruler.after('block', 'align_cells', alignCells)
  md.use(strikethrough).use(taskLists).use(autolinks)
  return md
}
