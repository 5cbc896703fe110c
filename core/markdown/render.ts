import { articleStage } from './article-stage.ts'
import { createBodyState, type Heading, type ImageFound, type LinkFound } from './body-state.ts'
import { NO_DRESSING, remembering, type Dressing } from './dressing.ts'
import { writeNotes } from './note-list.ts'
import { createNotes } from './notes.ts'
import { parseBlocks, type ParseEnv } from './parse.ts'
import { createPieceCache, renderBlocks, type Caches, type RenderedBlock } from './pieces.ts'
import type { Context } from './prepare.ts'
import { normaliseSource } from './source.ts'

/** An article's body as a reader gets it, and what was found in it. */
export interface RenderedBody {
  /** The blocks' HTML, joined. */
  readonly html: string
  readonly blocks: readonly RenderedBlock[]
  readonly outline: readonly Heading[]
  readonly links: readonly LinkFound[]
  readonly images: readonly ImageFound[]
}

const stage = articleStage()

function renderBody(
  markdown: string,
  dressing: Dressing,
  cachesFor: (env: ParseEnv) => Caches,
): RenderedBody {
  const source = normaliseSource(markdown)
  const { blocks, env } = parseBlocks(stage, source)
  const context: Context = { md: stage, dressing, env, state: createBodyState(), notes: createNotes() }
  const rendered = renderBlocks(source, blocks, context, cachesFor(env))
  const notes = writeNotes(context)
  if (notes) {
    const from = rendered.at(-1)?.to ?? 0
    rendered.push({ html: notes, from, to: Math.max(from, source.split('\n').length - 1) })
  }
  const { outline, links, images } = context.state
  return { html: rendered.map(({ html }) => html).join(''), blocks: rendered, outline, links, images }
}

/**
 * Renders an article's body: CommonMark with GFM's tables, strikethrough, task lists and autolinks, footnotes, figures,
 * formulas and highlighted code. A pure function of the text: preview, page and command line show the same bytes. Raw
 * HTML is sanitised; nothing in the result can run, and all of it is well-formed. Never throws.
 *
 * @param dressing what `dressingFor` gave for this text, or everything
 */
export function renderMarkdown(markdown: string, dressing: Dressing): RenderedBody {
  return renderBody(markdown, dressing, () => ({ before: createPieceCache(), after: createPieceCache() }))
}

/** What stands in a body: its words, outline, links and images. Its HTML is not that of a page. */
export function readMarkdown(markdown: string): RenderedBody {
  return renderMarkdown(markdown, NO_DRESSING)
}

/** The definitions that any block may depend on, as text. */
function definitionsOf({ references = {}, footnotes }: ParseEnv): string {
  return JSON.stringify([Object.entries(references), [...footnotes.keys()]])
}

/**
 * A renderer for one text that changes little from call to call, such as the one under an editor: it gives exactly what
 * {@link renderMarkdown} gives, but works again only on blocks whose source has changed. Keeps what the last text needs.
 */
export function createIncrementalRenderer(dressing: Dressing): (markdown: string) => RenderedBody {
  let definitions = ''
  let before = createPieceCache()
  const remembered = remembering(dressing)
  return (markdown) => {
    remembered.next()
    return renderBody(markdown, remembered.dressing, (env) => {
      const now = definitionsOf(env)
      if (now !== definitions) before = createPieceCache()
      definitions = now
      const caches = { before, after: createPieceCache() }
      before = caches.after
      return caches
    })
  }
}
