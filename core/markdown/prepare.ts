import type MarkdownIt from 'markdown-it'
import type Token from 'markdown-it/lib/token.mjs'
import { wordsOf, type WriteEnv } from './article-stage.ts'
import type { BodyState } from './body-state.ts'
import type { Dressing } from './dressing.ts'
import type { FootnoteRef } from './footnote.ts'
import type { Notes } from './notes.ts'
import { OURS } from './ours.ts'
import { eachToken, type ParseEnv } from './parse.ts'
import { sanitise } from './sanitise.ts'

/** What the rendering of one body goes by. */
export interface Context {
  readonly md: MarkdownIt
  readonly dressing: Dressing
  readonly env: ParseEnv
  readonly state: BodyState
  readonly notes: Notes
}

function writtenLevel({ markup }: Token): number {
  if (markup === '=') return 1
  return markup === '-' ? 2 : markup.length
}

/** A heading's words; those of its pictures when it has no others. */
function headingWords(tokens: readonly Token[]): string {
  const pictures = tokens.filter(({ type }) => type === 'image')
  return wordsOf(tokens).trim() || pictures.map(({ children }) => wordsOf(children!)).join(' ')
}

/** Gives a heading its level, id and place in the outline; one without words, such as `##` just typed, is hidden. */
function prepareHeading(open: Token, inline: Token, close: Token, line: number, state: BodyState): void {
  open.hidden = close.hidden = inline.children!.every(
    ({ content, tag }) => content.trim() === '' && tag === '',
  )
  if (open.hidden) return
  const text = headingWords(inline.children!)
  const level = state.levelOf(writtenLevel(open))
  const given = open.attrGet('id')
  const id = given !== null && state.ids.claim(given) ? given : state.ids.heading(text)
  open.attrSet('id', id)
  open.tag = close.tag = `h${level}`
  state.outline.push({ level, id, text, line })
}

/** Numbers, names and collects what depends on the blocks before, or marks it for the sanitiser to do so. */
function prepare(tokens: readonly Token[], start: number, marks: boolean, { state, notes }: Context): void {
  eachToken(tokens, start, (token, line, siblings, index) => {
    if (token.type === 'footnote_ref') {
      token.meta = { ...token.meta, ...notes.refer(token.meta as FootnoteRef, line) }
    } else if (marks) {
      if (token.type === 'heading_open' || token.type === 'link_open' || token.type === 'image') {
        token.attrSet(`${OURS}line`, String(line))
      }
    } else if (token.type === 'link_open') state.links.push({ href: token.attrGet('href')!, line })
    else if (token.type === 'image') {
      state.images.push({ src: token.attrGet('src')!, alt: wordsOf(token.children!), line })
    } else if (token.type === 'heading_open') {
      prepareHeading(token, siblings[index + 1]!, siblings[index + 2]!, line, state)
    }
  })
}

/** The HTML of tokens whose text is parsed, sanitised when there is raw HTML among them. Line: their first. */
export function writeTokens(tokens: Token[], line: number, isRaw: boolean, context: Context): string {
  prepare(tokens, line, isRaw, context)
  const { md, dressing } = context
  const html = md.renderer.render(tokens, md.options, { marks: isRaw, dressing } satisfies WriteEnv)
  // only a character reference can have made a carriage return, and a browser reads it as a line end
  return isRaw ? sanitise(html, line, context.state) : html.replaceAll('\r', '\n')
}
