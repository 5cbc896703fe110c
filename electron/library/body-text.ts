import { bodyText, countWords, renderMarkdown } from '../../core/markdown/index.ts'

/** What the library reads out of a body: for search, for the count of words and for relating. */
export interface BodyText {
  /** The words without markup, one block a line. */
  readonly text: string
  readonly headings: readonly string[]
  /** Slugs of the articles that it links to, each once, in order. */
  readonly links: readonly string[]
  /** Words as a reader counts them. */
  readonly words: number
}

/** Raised whenever the same body would give another text: what was made from it is then made anew. */
export const TEXT_VERSION = 1

/** An article's page lies at the site's root. */
const ARTICLE = /^(?:\.\/)?([a-z0-9-]+)\.html(?:[?#].*)?$/

export function readBody(markdown: string): BodyText {
  const body = renderMarkdown(markdown)
  const text = bodyText(body)
  const slugs = body.links.map(({ href }) => ARTICLE.exec(href)?.[1]).filter((slug) => slug !== undefined)
  return {
    text,
    headings: body.outline.map((heading) => heading.text),
    links: [...new Set(slugs)],
    words: countWords(text),
  }
}
