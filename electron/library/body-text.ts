import {
  NO_DRESSING,
  type RenderedBody,
  bodyText,
  countWords,
  createIncrementalRenderer,
} from '../../core/markdown/index.ts'

/** Raised whenever the same body would give other texts: what was made from them is then made anew. */
export const TEXT_VERSION = 2

/** What search and the count of words read in a body. */
export interface BodyText {
  /** The words without markup, one block a line. */
  readonly text: string
  /** Words as a reader counts them. */
  readonly words: number
}

let last: { readonly markdown: string; readonly body: RenderedBody } | null = null
/** An article is saved again and again while its writer types: only what has changed in it is rendered anew. */
const renderNext = createIncrementalRenderer(NO_DRESSING)

/** An article that is saved is read for search and then for relating: the text is parsed once for both. */
function render(markdown: string): RenderedBody {
  if (last?.markdown !== markdown) last = { markdown, body: renderNext(markdown) }
  return last.body
}

export function readBody(markdown: string): BodyText {
  const text = bodyText(render(markdown))
  return { text, words: countWords(text) }
}

/** The words of each block of the text that was counted last, by its HTML. */
let counted: ReadonlyMap<string, number> = new Map()

/** The `words` of {@link readBody}, without its text: no word runs on from one block into the next. */
export function readWords(markdown: string): number {
  const { blocks } = render(markdown)
  const isNew = ({ html }: { readonly html: string }) => !counted.has(html)
  const added = blocks.filter(isNew)
  // What is new is read in one go, which is faster than block by block.
  const texts = bodyText({ html: added.map(({ html }) => html).join(BETWEEN) }).split(END)
  const counts = new Map(added.map(({ html }, at) => [html, countWords(texts[at] ?? '')]))
  let words = 0
  for (const { html } of blocks) {
    const count = counts.get(html) ?? counted.get(html) ?? 0
    counts.set(html, count)
    words += count
  }
  counted = counts
  return words
}

/** Milliseconds that an article stays open before its words are counted ahead: less than until its first save. */
const AHEAD = 200
let ahead: NodeJS.Timeout | undefined

/**
 * Reads the body of an article that was just opened, in a moment in which nothing waits for it: the first save of a text
 * would read all of it, those after it only what has changed. Who looks through articles has only the last one read.
 */
export function readAhead(markdown: string): void {
  clearTimeout(ahead)
  ahead = setTimeout(() => readWords(markdown), AHEAD)
  ahead.unref()
}

/** Stands in no text: Markdown has another sign in its place. */
const END = '\u0000'
const BETWEEN = `\n${END}\n`

/** What relating reads in a body. */
export interface BodyParts {
  /** The words without markup and without headings, one block a line. */
  readonly text: string
  readonly headings: readonly string[]
  /** Slugs of the articles that it links to, each once, in order. */
  readonly links: readonly string[]
}

/** An article's page lies at the site's root. */
const ARTICLE = /^(?:\.\/)?([a-z0-9-]+)\.html(?:[?#].*)?$/

export function readParts(markdown: string): BodyParts {
  const body = render(markdown)
  const html = body.blocks
    .map((block) => block.html)
    .filter((block) => !/^<h[1-6]\b/.test(block))
    .join('\n')
  const slugs = body.links.map(({ href }) => ARTICLE.exec(href)?.[1]).filter((slug) => slug !== undefined)
  return {
    text: bodyText({ ...body, html }),
    headings: body.outline.map((heading) => heading.text),
    links: [...new Set(slugs)],
  }
}
