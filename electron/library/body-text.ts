import { bodyText, countWords, renderMarkdown } from '../../core/markdown/index.ts'

/** Raised whenever the same body would give other texts: what was made from them is then made anew. */
export const TEXT_VERSION = 1

/** What search and the count of words read in a body. */
export interface BodyText {
  /** The words without markup, one block a line. */
  readonly text: string
  /** Words as a reader counts them. */
  readonly words: number
}

export function readBody(markdown: string): BodyText {
  const text = bodyText(renderMarkdown(markdown))
  return { text, words: countWords(text) }
}

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
  const body = renderMarkdown(markdown)
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
