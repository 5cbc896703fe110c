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

const LINK = /\]\(\s*<?(?:\.\/)?([a-z0-9-]+)\.html(?:#[^)\s>]*)?>?(?:\s[^)]*)?\)/g

export function readBody(markdown: string): BodyText {
  const text = markdown
    .replace(/<[^>]*>/g, ' ')
    .replace(/!?\[([^\]]*)\]\([^)]*\)/g, '$1')
    .replace(/^[#>\-*+\s]+/gm, '')
    .replace(/[*_`]/g, '')
  return {
    text,
    headings: [...markdown.matchAll(/^#{1,6}\s+(.*)$/gm)].map((match) => match[1] ?? ''),
    links: [...new Set([...markdown.matchAll(LINK)].map((match) => match[1] ?? ''))],
    words: text.match(/[\p{L}\p{N}][\p{L}\p{N}\p{M}'’-]*/gu)?.length ?? 0,
  }
}
