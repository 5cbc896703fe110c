import type { RenderedBody } from '../markdown/index.ts'

/** What a page needs of an article's rendered body. */
export type PageBody = Pick<RenderedBody, 'html' | 'outline'>

/** A heading of the text in its table of contents, with those below it. */
export interface ContentsEntry {
  readonly id: string
  readonly text: string
  readonly entries: readonly Omit<ContentsEntry, 'entries'>[]
}

/** A text has a table of contents by itself from this length on: some six minutes of reading … */
const LONG_WORDS = 1_200
/** … and with so many headings. */
const LONG_HEADINGS = 4
/** Fewer headings give nothing to choose from, whatever a site asks. */
const FEWEST_HEADINGS = 2
/** Headings deeper than this are details of a part. */
const DEEPEST = 3

/**
 * The table of contents of a text: its headings of the second level, those of the third below them; null when the page
 * has none. `wish` is the site's option `contents`: `never`; `always`, with two headings or more; otherwise the text is to
 * be long, of 1,200 words and four headings at least.
 */
export function contentsOf(
  outline: PageBody['outline'],
  words: number,
  wish: string | undefined,
): readonly ContentsEntry[] | null {
  const headings = outline.filter(({ level }) => level <= DEEPEST)
  const isLong = words >= LONG_WORDS && headings.length >= LONG_HEADINGS
  const isWished = wish === 'always' && headings.length >= FEWEST_HEADINGS
  if (wish === 'never' || (!isLong && !isWished)) return null
  const contents: { id: string; text: string; entries: { id: string; text: string }[] }[] = []
  for (const { level, id, text } of headings) {
    const above = contents.at(-1)
    if (level > 2 && above) above.entries.push({ id, text })
    else contents.push({ id, text, entries: [] })
  }
  return contents
}
