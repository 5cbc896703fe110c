/**
 * Raw HTML as it stands between Markdown, read just far enough to know which blocks belong together and to keep an
 * unfinished tag from swallowing what follows. It decides what is sanitised together, never what is safe.
 */

import { OURS } from './ours.ts'

/** Elements whose content is not markup: nothing but their end tag ends them. */
const RAW_TEXT: ReadonlySet<string> = new Set([
  'iframe',
  'noembed',
  'noframes',
  'plaintext',
  'script',
  'style',
  'textarea',
  'title',
  'xmp',
])

const VOID: ReadonlySet<string> = new Set(
  'area base basefont bgsound br col embed frame hr img input keygen link meta param source track wbr'.split(
    ' ',
  ),
)

/** Past this many unfinished tags in one piece the rest counts as text: looking for each one's end takes its square. */
const MOST_UNFINISHED = 64

/** A raw start or end tag as {@link settleHtml} marks it. */
const MARKED = new RegExp(`<([a-z][^\\s/>]*) ${OURS}at=|</([a-z][^\\s/>]*) ${OURS}>`, 'gi')

/** A start or end tag of an element that has content. */
export interface Tag {
  readonly name: string
  readonly closes: boolean
}

/** Raw HTML made complete. */
export interface SettledHtml {
  /** Without comments; what could swallow the text after it has become text; tags marked as raw. */
  readonly html: string
  readonly tags: readonly Tag[]
}

/** Where a tag that starts at `from` (its `<`) ends, past its `>`; -1 when it is not finished. */
function tagEnd(html: string, from: number): number {
  let i = from + 1
  while (i < html.length && !/[\s/>]/.test(html[i]!)) i++
  for (;;) {
    while (i < html.length && /[\s/]/.test(html[i]!)) i++
    if (i >= html.length) return -1
    if (html[i] === '>') return i + 1
    i++
    while (i < html.length && !/[\s/>=]/.test(html[i]!)) i++
    while (i < html.length && /\s/.test(html[i]!)) i++
    if (html[i] !== '=') continue
    i++
    while (i < html.length && /\s/.test(html[i]!)) i++
    const quote = html[i]
    if (quote === '"' || quote === "'") {
      const end = html.indexOf(quote, i + 1)
      if (end < 0) return -1
      i = end + 1
    } else while (i < html.length && !/[\s>]/.test(html[i]!)) i++
  }
}

/** Where a comment, declaration or processing instruction that starts at `from` ends; -1 when it is not finished. */
function commentEnd(html: string, from: number): number {
  if (!html.startsWith('<!--', from)) {
    const end = html.indexOf('>', from)
    return end < 0 ? -1 : end + 1
  }
  const short = /^<!---?>/.exec(html.slice(from, from + 6))
  if (short) return from + short[0].length
  const rest = /--!?>/g
  rest.lastIndex = from + 4
  return rest.exec(html) ? rest.lastIndex : -1
}

/** Where the end tag of a raw-text element begins, or -1. */
function rawTextEnd(html: string, name: string, from: number): number {
  if (name === 'plaintext') return -1
  const end = new RegExp(`</${name}(?=[\\s/>])`, 'gi')
  end.lastIndex = from
  return end.exec(html)?.index ?? -1
}

/**
 * Completes one piece of raw HTML, which begins on source line `line`. `closedLater(name)` says whether a raw-text element that this piece opens is closed
 * by a later piece of the same paragraph; if not, its start tag becomes text, as GFM's tag filter has it.
 */
export function settleHtml(html: string, line: number, closedLater: (name: string) => boolean): SettledHtml {
  const tags: Tag[] = []
  const endless = new Set<string>()
  let unfinished = 0
  let settled = ''
  let done = 0
  let at = html.indexOf('<')
  let counted = 0
  let lines = line
  const lineOf = (index: number) => {
    for (; counted < index; counted++) if (html[counted] === '\n') lines++
    return lines
  }
  const keepUpTo = (end: number) => {
    settled += html.slice(done, end)
    done = end
  }
  while (at >= 0) {
    keepUpTo(at)
    const name = /^<\/?([a-z][^\s/>]*)/i.exec(html.slice(at, at + 64))?.[1]?.toLowerCase()
    const closes = html[at + 1] === '/'
    if (name) {
      const end = unfinished < MOST_UNFINISHED ? tagEnd(html, at) : -1
      if (end < 0) unfinished++
      let stop = end
      if (end >= 0 && !closes && RAW_TEXT.has(name)) {
        stop = endless.has(name) ? -1 : rawTextEnd(html, name, end)
        if (stop < 0) endless.add(name)
        if (stop < 0 && closedLater(name)) stop = end
      }
      if (stop < 0) {
        settled += '&lt;'
        done = at + 1
      } else {
        if (!VOID.has(name)) tags.push({ name, closes })
        if (!closes) {
          keepUpTo(at + 1 + name.length)
          settled += ` ${OURS}at="${lineOf(at)}"`
          keepUpTo(stop)
        } else {
          settled += `</${name} ${OURS}>`
          done = stop
        }
      }
    } else if (/^<(?:[!?]|\/[^a-z])/i.test(html.slice(at, at + 3))) {
      const end = commentEnd(html, at)
      done = end < 0 ? html.length : end
    } else {
      settled += '&lt;'
      done = at + 1
    }
    at = html.indexOf('<', done)
  }
  keepUpTo(html.length)
  return { html: settled, tags }
}

/**
 * For each block its tags, in order; the answer says for each block with which block its run ends. A run holds every
 * element that is both opened and closed in it; an element that is never closed ends with its own block.
 */
export function runEnds(tagsOfBlocks: readonly (readonly Tag[])[]): number[] {
  const ends = tagsOfBlocks.map((_, index) => index)
  const open: { readonly name: string; readonly block: number }[] = []
  const count = new Map<string, number>()
  tagsOfBlocks.forEach((tags, block) => {
    for (const { name, closes } of tags) {
      if (!closes) {
        open.push({ name, block })
        count.set(name, (count.get(name) ?? 0) + 1)
        continue
      }
      if (!count.get(name)) continue
      for (;;) {
        const top = open.pop()!
        count.set(top.name, count.get(top.name)! - 1)
        if (top.name !== name) continue
        ends[top.block] = block
        break
      }
    }
  })
  return ends
}

/** Removes the raw end tags that no raw start tag belongs to, so that none ends an element that Markdown began. */
export function withoutStrayEnds(html: string): string {
  const open: string[] = []
  const count = new Map<string, number>()
  return html.replace(MARKED, (tag: string, start: string | undefined, end: string | undefined) => {
    const name = (start ?? end)!.toLowerCase()
    if (start) {
      if (!VOID.has(name)) open.push(name)
      count.set(name, (count.get(name) ?? 0) + 1)
      return tag
    }
    if (VOID.has(name) || !count.get(name)) return ''
    for (let top = open.pop(); top !== undefined; top = open.pop()) {
      count.set(top, count.get(top)! - 1)
      if (top === name) break
    }
    return tag
  })
}
