import type MarkdownIt from 'markdown-it'
import type Token from 'markdown-it/lib/token.mjs'
import { articleStage, wordsOf, type WriteEnv } from './article-stage.ts'
import {
  createBodyState,
  type BodyState,
  type Heading,
  type ImageFound,
  type LinkFound,
} from './body-state.ts'
import type { FootnoteRef } from './footnote.ts'
import { createNotes, type Note, type Notes } from './notes.ts'
import { OURS } from './ours.ts'
import { eachToken, parseBlocks, parseText, type ParseEnv, type SourceBlock } from './parse.ts'
import { runEnds, type Tag } from './raw-html.ts'
import { sanitise } from './sanitise.ts'
import { normaliseSource } from './source.ts'

/** The HTML of a top-level block, or of a run of blocks that raw HTML ties together. */
export interface RenderedBlock {
  /** Empty for a block that shows nothing, such as a comment. */
  readonly html: string
  /** First source line, 0-based. */
  readonly from: number
  /** The line after the last one. Blocks follow each other; the lines between them are blank or definitions. */
  readonly to: number
}

/** An article's body as a reader gets it, and what was found in it. */
export interface RenderedBody {
  /** The blocks' HTML, joined. */
  readonly html: string
  readonly blocks: readonly RenderedBlock[]
  readonly outline: readonly Heading[]
  readonly links: readonly LinkFound[]
  readonly images: readonly ImageFound[]
}

/** What the rendering of one body goes by. */
interface Context {
  readonly md: MarkdownIt
  readonly env: ParseEnv
  readonly state: BodyState
  readonly notes: Notes
}

function writtenLevel({ markup }: Token): number {
  if (markup === '=') return 1
  return markup === '-' ? 2 : markup.length
}

/** Numbers, names and collects what depends on the blocks before, or marks it for the sanitiser to do so. */
function prepare(tokens: readonly Token[], line: number, marks: boolean, { state, notes }: Context): void {
  eachToken(tokens, line, (token, at, siblings, index) => {
    if (token.type === 'footnote_ref') {
      token.meta = { ...token.meta, ...notes.refer(token.meta as FootnoteRef, at) }
    } else if (marks) {
      if (token.type === 'heading_open' || token.type === 'link_open' || token.type === 'image') {
        token.attrSet(`${OURS}line`, String(at))
      }
    } else if (token.type === 'link_open') state.links.push({ href: token.attrGet('href')!, line: at })
    else if (token.type === 'image') {
      state.images.push({ src: token.attrGet('src')!, alt: wordsOf(token.children!), line: at })
    } else if (token.type === 'heading_open') {
      const text = wordsOf(siblings[index + 1]!.children!).trim()
      const level = state.levelOf(writtenLevel(token))
      const id = state.ids.heading(text)
      token.attrSet('id', id)
      token.tag = siblings[index + 2]!.tag = `h${level}`
      state.outline.push({ level, id, text, line: at })
    }
  })
}

function renderTokens(tokens: Token[], line: number, isRaw: boolean, context: Context): string {
  prepare(tokens, line, isRaw, context)
  const html = context.md.renderer.render(tokens, context.md.options, { marks: isRaw } satisfies WriteEnv)
  // only a character reference can have made a carriage return, and a browser reads it as a line end
  return isRaw ? sanitise(html, line, context.state) : html.replaceAll('\r', ' ')
}

/** A block whose text is parsed. */
interface ParsedBlock extends SourceBlock {
  readonly tags: readonly Tag[] | null
}

/** Renders each run of blocks that raw HTML ties together, most of them a single block, in order. */
function renderRuns(blocks: readonly ParsedBlock[], context: Context): RenderedBlock[] {
  const ends = runEnds(blocks.map(({ tags }) => tags ?? []))
  const rendered: RenderedBlock[] = []
  for (let first = 0; first < blocks.length;) {
    let last = ends[first]!
    for (let i = first + 1; i <= last; i++) last = Math.max(last, ends[i]!)
    const run = blocks.slice(first, last + 1)
    const { from } = run[0]!
    const isRaw = run.some(({ tags }) => tags !== null)
    const html = renderTokens(
      run.length === 1 ? run[0]!.tokens : run.flatMap(({ tokens }) => tokens),
      from,
      isRaw,
      context,
    )
    rendered.push({ html, from, to: run.at(-1)!.to })
    first = last + 1
  }
  return rendered
}

function noteTokens(note: Note, { env, md }: Context): Token[] {
  if (typeof note.source === 'string') return env.footnotes.get(note.source)!
  const state = new md.core.State('', md, env)
  const open = new state.Token('paragraph_open', 'p', 1)
  const inline = new state.Token('inline', '', 0)
  const close = new state.Token('paragraph_close', 'p', -1)
  open.block = close.block = true
  inline.children = [...note.source]
  return [open, inline, close]
}

/** A footnote's ways back. Their names are signs, for a body holds no words but the writer's. */
function waysBack({ anchors, number }: Note): string {
  return anchors
    .map((anchor, index) => {
      const again = index === 0 ? '' : `<sup>${index + 1}</sup>`
      const label = index === 0 ? `↩ ${number}` : `↩ ${number}.${index + 1}`
      return ` <a href="#${anchor}" role="doc-backlink" aria-label="${label}">↩\ufe0e${again}</a>`
    })
    .join('')
}

/** The list of footnotes at a body's end, or nothing. A footnote may refer to further ones. */
function renderNotes(context: Context): string {
  const bodies: string[] = []
  for (let i = 0; i < context.notes.list.length; i++) {
    const note = context.notes.list[i]!
    const tokens = noteTokens(note, context)
    const line = tokens[0]?.map?.[0] ?? note.line
    const tags = parseText(context.md, tokens, context.env, line)
    bodies.push(renderTokens(tokens, line, tags !== null, context))
  }
  if (bodies.length === 0) return ''
  const items = context.notes.list.map((note, index) => {
    const body = bodies[index]!
    const isParagraph = body.endsWith('</p>\n')
    const content = isParagraph
      ? `${body.slice(0, -5)}${waysBack(note)}</p>\n`
      : `${body}<p>${waysBack(note).trim()}</p>\n`
    return `<li id="fn-${note.number}">\n${content}</li>\n`
  })
  return `<section class="footnotes" role="doc-endnotes">\n<ol>\n${items.join('')}</ol>\n</section>\n`
}

const stage = articleStage()

/**
 * Renders an article's body: CommonMark with GFM's tables, strikethrough, task lists and autolinks, footnotes and
 * figures. A pure function of the text: preview, page and command line show the same bytes. Raw HTML is sanitised;
 * nothing in the result can run, and all of it is well-formed. Never throws.
 */
export function renderMarkdown(markdown: string): RenderedBody {
  const source = normaliseSource(markdown)
  const { blocks, env } = parseBlocks(stage, source)
  const context: Context = { md: stage, env, state: createBodyState(), notes: createNotes() }
  const parsed = blocks.map((block) => ({ ...block, tags: parseText(stage, block.tokens, env, block.from) }))
  const rendered = renderRuns(parsed, context)
  const end = rendered.at(-1)?.to ?? 0
  const notes = renderNotes(context)
  if (notes) rendered.push({ html: notes, from: end, to: Math.max(end, source.split('\n').length - 1) })
  const { outline, links, images } = context.state
  return { html: rendered.map(({ html }) => html).join(''), blocks: rendered, outline, links, images }
}
