import type { ImageFound, LinkFound } from './body-state.ts'
import { parseText, type SourceBlock } from './parse.ts'
import { writeTokens, type Context } from './prepare.ts'
import { runEnds, type Tag } from './raw-html.ts'

/** A run of blocks as rendered. Its lines are counted from its first one. */
interface Piece {
  readonly html: string
  readonly links: readonly LinkFound[]
  readonly images: readonly ImageFound[]
}

/** What is known of a source text. */
interface Known {
  /** The tags of its raw HTML, or null when it has none. */
  readonly tags: readonly Tag[] | null
  /** What it is rendered as by itself, unless that depends on the blocks before: headings, footnotes, ids. */
  piece?: Piece
}

/** What can be used again for source texts that have not changed. It holds for one set of definitions only. */
export interface PieceCache {
  /** By the source of a block. */
  readonly blocks: Map<string, Known>
  /** By the source of a run of several blocks. */
  readonly runs: Map<string, Piece>
}

export function createPieceCache(): PieceCache {
  return { blocks: new Map(), runs: new Map() }
}

/** What is known before rendering, and what will be known after. */
export interface Caches {
  readonly before: PieceCache
  readonly after: PieceCache
}

/** The HTML of a top-level block, or of a run of blocks that raw HTML ties together. */
export interface RenderedBlock {
  /** Empty for a block that shows nothing, such as a comment. */
  readonly html: string
  /** First source line, 0-based. */
  readonly from: number
  /** The line after the last one. Blocks follow each other; the lines between them are blank or definitions. */
  readonly to: number
}

/** A block on its way to the page. */
interface Draft extends SourceBlock {
  readonly source: string
  readonly known: Known
  /** Whether the text in its tokens is parsed; it need not be for what is known. */
  readonly isParsed: boolean
}

/** The source of each block: its lines. */
function sourcesOf(source: string, blocks: readonly SourceBlock[]): string[] {
  let line = 0
  let at = 0
  const offsetOf = (wanted: number) => {
    for (; line < wanted; line++) at = source.indexOf('\n', at) + 1
    return at
  }
  return blocks.map(({ from, to }) => source.slice(offsetOf(from), offsetOf(to)))
}

function draftBlock(
  block: SourceBlock,
  source: string,
  { md, env }: Context,
  { before, after }: Caches,
): Draft {
  const { tokens, from, to } = block
  const found = before.blocks.get(source)
  const known = found ?? { tags: parseText(md, tokens, env, from) }
  after.blocks.set(source, known)
  return { tokens, from, to, source, known, isParsed: !found }
}

/** Renders a run; its piece too, when it does not depend on the blocks before. */
function renderRun(
  run: readonly Draft[],
  context: Context,
): { readonly html: string; readonly piece?: Piece } {
  const { md, env, state, notes } = context
  const { from } = run[0]!
  for (const draft of run) if (!draft.isParsed) parseText(md, draft.tokens, env, draft.from)
  const dependences = () => state.outline.length + state.ids.asked() + notes.references()
  const before = dependences()
  const links = state.links.length
  const images = state.images.length
  const tokens = run.length === 1 ? run[0]!.tokens : run.flatMap((draft) => draft.tokens)
  const isRaw = run.some(({ known }) => known.tags !== null)
  const html = writeTokens(tokens, from, isRaw, context)
  if (dependences() !== before) return { html }
  const piece: Piece = {
    html,
    links: state.links.slice(links).map((link) => ({ ...link, line: link.line - from })),
    images: state.images.slice(images).map((image) => ({ ...image, line: image.line - from })),
  }
  return { html, piece }
}

function usePiece({ html, links, images }: Piece, from: number, { state }: Context): string {
  for (const link of links) state.links.push({ ...link, line: link.line + from })
  for (const image of images) state.images.push({ ...image, line: image.line + from })
  return html
}

/** The HTML of a run of one block, made anew only when its source is new or it depends on the blocks before. */
function htmlOfBlock(draft: Draft, context: Context): string {
  if (draft.known.piece) return usePiece(draft.known.piece, draft.from, context)
  const { html, piece } = renderRun([draft], context)
  if (piece) draft.known.piece = piece
  return html
}

/** The same of several blocks. */
function htmlOfRun(run: readonly Draft[], context: Context, { before, after }: Caches): string {
  const source = run.map((draft) => draft.source).join('\0')
  const known = before.runs.get(source)
  if (known) {
    after.runs.set(source, known)
    return usePiece(known, run[0]!.from, context)
  }
  const { html, piece } = renderRun(run, context)
  if (piece) after.runs.set(source, piece)
  return html
}

const NO_TAGS: readonly Tag[] = []

/** Renders blocks in order; most of them by themselves, those that raw HTML ties together as one. */
export function renderBlocks(
  source: string,
  blocks: readonly SourceBlock[],
  context: Context,
  caches: Caches,
): RenderedBlock[] {
  const sources = sourcesOf(source, blocks)
  const drafts = blocks.map((block, index) => draftBlock(block, sources[index]!, context, caches))
  const ends = runEnds(drafts.map(({ known }) => known.tags ?? NO_TAGS))
  const rendered: RenderedBlock[] = []
  for (let first = 0; first < drafts.length;) {
    let last = ends[first]!
    for (let i = first + 1; i <= last; i++) last = Math.max(last, ends[i]!)
    const { from } = drafts[first]!
    const { to } = drafts[last]!
    const isOne = first === last
    const html = isOne
      ? htmlOfBlock(drafts[first]!, context)
      : htmlOfRun(drafts.slice(first, last + 1), context, caches)
    rendered.push({ html, from, to })
    first = last + 1
  }
  return rendered
}
