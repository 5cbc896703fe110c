import { readMarkdown, type RenderedBody } from './render.ts'

const ENTITIES: Readonly<Record<string, string>> = { '&amp;': '&', '&lt;': '<', '&gt;': '>', '&quot;': '"' }

/** Tags after which a reader sees new words begin. */
const BREAKS =
  /<\/?(?:blockquote|br|dd|div|dt|figcaption|figure|h[1-6]|hr|li|p|pre|section|summary|table|td|th|tr)\b[^>]*>/g

/** A formula, or the source of one that can't be read. */
const FORMULA =
  /<math\b[^>]*>(?:(?!<annotation).)*<annotation [^>]*>(.*?)<\/annotation><\/semantics><\/math>|<code class="(?:language-math )?math-error">(.*?)<\/code>/gs

/** What a formula says in letters and digits: its source without commands and signs of grouping. */
function formulaWords(tex: string): string {
  return tex.replace(/\\(?:[a-z]+\*?|&amp;|.)|&amp;|[{}^_$]/gis, ' ').replace(/\s+/g, ' ')
}

/** The words in HTML that this folder has written: its tags hold no `>` but their own. */
function wordsInHtml(html: string): string {
  return html
    .replace(/<sup class="footnote-ref">.*?<\/sup>/g, '')
    .replace(FORMULA, (_all, tex?: string, source?: string) => formulaWords(tex ?? source ?? ''))
    .replace(/<a [^>]*role="doc-backlink".*?<\/a>/g, '')
    .replace(BREAKS, '\n')
    .replace(/<[^>]*>/g, '')
    .replace(/&(?:amp|lt|gt|quot);/g, (entity) => ENTITIES[entity]!)
    .replace(/[^\S\n]+/g, ' ')
    .replace(/ ?\n[\s]*/g, '\n')
    .trim()
}

/** The words that a reader of a rendered body, or of a block of it, sees: a line for each paragraph, item or cell. */
export function bodyText(body: Pick<RenderedBody, 'html'>): string {
  return wordsInHtml(body.html)
}

/** The words that a reader of this Markdown sees, for search, ranking and counting; see {@link bodyText}. */
export function plainText(markdown: string): string {
  return bodyText(readMarkdown(markdown))
}

/** A word: letters and digits with what joins them; a sign of a script without spaces counts as one. */
const WORD =
  /[\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}]|[\p{L}\p{N}][\p{L}\p{N}\p{M}]*(?:[-'’.,:_·][\p{L}\p{N}][\p{L}\p{N}\p{M}]*)*/gu

/** The words in a plain text, as a reader counts them: `foto's`, `3,5` and `e-mail` are one each. */
export function countWords(text: string): number {
  return text.match(WORD)?.length ?? 0
}

/**
 * The beginning of a body's running text, for where no summary was written: its paragraphs, without headings, lists and
 * captions, cut after a word with `…` when they are longer.
 *
 * @param most characters at most, the sign of omission included
 */
export function excerpt(body: RenderedBody, most: number): string {
  const paragraphs = body.blocks
    .filter(({ html }) => html.startsWith('<p>'))
    .map(({ html }) => wordsInHtml(html))
  const text = paragraphs.join(' ').replace(/\s+/g, ' ')
  if (text.length <= most) return text
  const cut = text.slice(0, most)
  const end = cut.lastIndexOf(' ', most - 1)
  return `${cut
    .slice(0, end > 0 ? end : most - 1)
    .replace(/[\s.,:;!?–—-]+$/, '')
    .toWellFormed()}…`
}
