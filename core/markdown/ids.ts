/** Ids of headings and anchors in a body. */

/** Ids that the page around the body uses. A theme may use these and any that begins with `page-`. */
const RESERVED: ReadonlySet<string> = new Set([
  'article',
  'author',
  'body',
  'content',
  'footer',
  'header',
  'main',
  'menu',
  'nav',
  'related',
  'search',
  'site',
  'skip',
  'summary',
  'title',
  'toc',
  'top',
])

/** Prefixes of ids that belong to a page and to footnotes. */
const RESERVED_PREFIX = /^(?:page-|fn-\d|fnref-\d)/

/** Whether an id belongs to the page (see {@link RESERVED}) or to a footnote, and so not to a heading. */
export function isReservedId(id: string): boolean {
  return RESERVED.has(id) || RESERVED_PREFIX.test(id)
}

/**
 * The id that a heading's text gives: lower case, letters and digits of any script, words joined by hyphens, without
 * accents, at most 64 characters. `section` when nothing is left.
 */
export function headingSlug(text: string): string {
  const slug = text
    .normalize('NFKD')
    .replace(/\p{M}+/gu, '')
    .toLowerCase()
    .replace(/['’]/g, '')
    .replace(/[^\p{L}\p{N}]+/gu, '-')
    .replace(/^-|-$/g, '')
  return [...slug].slice(0, 64).join('').replace(/-$/, '') || 'section'
}

/** Hands out each id of one body once. */
export interface IdRegister {
  /** An id for a heading: its slug, or the slug with `-2`, `-3`, … when that is taken or reserved. */
  heading(text: string): string
  /** Whether an id that the writer chose is free; it is taken from then on. */
  claim(id: string): boolean
  /** How often it was asked for an id, in vain or not. */
  asked(): number
}

/** A register in which no id is taken yet. */
export function createIdRegister(): IdRegister {
  let requests = 0
  const taken = new Set<string>()
  const next = new Map<string, number>()
  const free = (id: string) => !taken.has(id) && !isReservedId(id)
  return {
    heading(text) {
      requests++
      const words = headingSlug(text)
      const slug = RESERVED_PREFIX.test(words) ? `section-${words}` : words
      let count = next.get(slug) ?? 1
      let id = count === 1 ? slug : `${slug}-${count}`
      while (!free(id)) id = `${slug}-${++count}`
      next.set(slug, count + 1)
      taken.add(id)
      return id
    },
    claim(id) {
      requests++
      if (!free(id)) return false
      taken.add(id)
      return true
    },
    asked: () => requests,
  }
}
