import type MarkdownIt from 'markdown-it'
import type Token from 'markdown-it/lib/token.mjs'
import { settleHtml, type Tag } from './raw-html.ts'

/** What inline parsing needs to know of a whole body. */
export interface ParseEnv {
  /** Definitions of links, filled by the block pass. */
  references?: Readonly<Record<string, { readonly href: string; readonly title: string }>>
  /** Tokens of the definitions of footnotes by label, the first of each. */
  footnotes: ReadonlyMap<string, Token[]>
}

/** A top-level block before its text is parsed. */
export interface SourceBlock {
  readonly tokens: Token[]
  /** First source line, 0-based. */
  readonly from: number
  /** The line after the last one. */
  readonly to: number
}

/** A body cut into top-level blocks. */
export interface SourceBody {
  readonly blocks: readonly SourceBlock[]
  readonly env: ParseEnv
}

/** Takes the definitions of footnotes out, wherever they stand. */
function splitFootnotes(tokens: readonly Token[]): {
  readonly rest: Token[]
  readonly footnotes: Map<string, Token[]>
} {
  const rest: Token[] = []
  const footnotes = new Map<string, Token[]>()
  const open: Token[][] = []
  for (const token of tokens) {
    if (token.type === 'footnote_open') {
      const definition: Token[] = []
      const { label } = token.meta as { label: string }
      if (!footnotes.has(label)) footnotes.set(label, definition)
      open.push(definition)
    } else if (token.type === 'footnote_close') open.pop()
    else (open.at(-1) ?? rest).push(token)
  }
  return { rest, footnotes }
}

/** Groups a flat list of tokens by top-level block. */
function groupBlocks(tokens: readonly Token[]): SourceBlock[] {
  const blocks: SourceBlock[] = []
  let depth = 0
  let start = 0
  tokens.forEach((token, index) => {
    depth += token.nesting
    if (depth !== 0) return
    const [from, to] = tokens[start]!.map!
    blocks.push({ tokens: tokens.slice(start, index + 1), from, to })
    start = index + 1
  })
  return blocks
}

/** Cuts a normalised source into blocks and collects its definitions. */
export function parseBlocks(md: MarkdownIt, source: string): SourceBody {
  const tokens: Token[] = []
  const env: ParseEnv = { footnotes: new Map() }
  md.block.parse(source, md, env, tokens)
  const { rest, footnotes } = splitFootnotes(tokens)
  env.footnotes = footnotes
  return { blocks: groupBlocks(rest), env }
}

/** Calls back for every token with its source line, in order; the tokens of a text come after the text. */
export function eachToken(
  tokens: readonly Token[],
  start: number,
  visit: (token: Token, line: number, siblings: readonly Token[], index: number) => void,
): void {
  let line = start
  tokens.forEach((token, index) => {
    if (token.map) line = token.map[0]
    visit(token, line, tokens, index)
    if (token.type !== 'inline') return
    let at = line
    token.children!.forEach((child, place) => {
      visit(child, at, token.children!, place)
      if (child.type === 'softbreak' || child.type === 'hardbreak') at++
    })
  })
}

/** For each element that the raw HTML in a text closes, the place of its last end tag. */
function lastEndTags(siblings: readonly Token[]): ReadonlyMap<string, number> {
  const last = new Map<string, number>()
  siblings.forEach((token, index) => {
    const name = token.type === 'html_inline' ? /^<\/([a-z][^\s>]*)/i.exec(token.content)?.[1] : undefined
    if (name) last.set(name.toLowerCase(), index)
  })
  return last
}

/** Completes the raw HTML among tokens; its tags in order, or null when there is none that shows anything. */
function settleTokens(tokens: readonly Token[], start: number): readonly Tag[] | null {
  const tags: Tag[] = []
  let isRaw = false
  let text: readonly Token[] = []
  let endTags: ReadonlyMap<string, number> = new Map()
  eachToken(tokens, start, (token, line, siblings, index) => {
    if (token.type !== 'html_block' && token.type !== 'html_inline') return
    if (token.type === 'html_inline' && siblings !== text) {
      text = siblings
      endTags = lastEndTags(siblings)
    }
    const closedLater = (name: string) => token.type === 'html_inline' && (endTags.get(name) ?? -1) > index
    const settled = settleHtml(token.content, line, closedLater)
    token.content = settled.html.trim() === '' ? '' : settled.html
    if (token.content !== '') isRaw = true
    tags.push(...settled.tags)
  })
  return isRaw ? tags : null
}

/**
 * Parses the text in a block's tokens, in place.
 *
 * @returns the tags of its raw HTML, or null when the block has none and need not be sanitised
 */
export function parseText(
  md: MarkdownIt,
  tokens: Token[],
  env: ParseEnv,
  line: number,
): readonly Tag[] | null {
  const state = new md.core.State('', md, env)
  state.tokens = tokens
  md.core.process(state)
  return settleTokens(tokens, line)
}
