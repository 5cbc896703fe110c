import type MarkdownIt from 'markdown-it'
import type StateCore from 'markdown-it/lib/rules_core/state_core.mjs'
import type StateInline from 'markdown-it/lib/rules_inline/state_inline.mjs'
import type Token from 'markdown-it/lib/token.mjs'

/**
 * GFM's extended autolinks (https://github.github.com/gfm/#autolinks-extension-): `www.`, `http://`, `https://`,
 * `ftp://` and e-mail addresses in running text. markdown-it's linkifier knows other rules and links bare domains.
 */
export function autolinks(md: MarkdownIt): void {
  md.inline.ruler.before('text', 'gfm_www', wwwLink)
  md.inline.ruler.at('text', textUpToWww)
  md.inline.ruler.at('linkify', schemeLink)
  md.core.ruler.before('text_join', 'gfm_email', emailLinks)
}

/** Whether markdown-it is inside a link; its types leave the field out. */
export function isInLink(state: StateInline): boolean {
  return (state as StateInline & { readonly linkLevel: number }).linkLevel > 0
}

const DOMAIN = /[\p{L}\p{N}\p{M}_-]+(?:\.[\p{L}\p{N}\p{M}_-]+)+/uy

/** Where a valid domain that starts at `from` ends, or -1: two segments at least, no underscore in the last two. */
function domainEnd(src: string, from: number): number {
  DOMAIN.lastIndex = from
  const domain = DOMAIN.exec(src)?.[0]
  if (!domain || domain.split('.').slice(-2).join().includes('_')) return -1
  return from + domain.length
}

/** Where the path after a domain ends: at white space, `<` or a footnote, or a `]` that closes a bracket before it. */
function pathEnd(src: string, from: number): number {
  let brackets = 0
  for (let i = from; i < src.length; i++) {
    const char = src[i]!
    if (char === '<' || /\s/.test(char) || src.startsWith('[^', i)) return i
    if (char === '[') brackets++
    if (char === ']' && --brackets < 0) return i
  }
  return src.length
}

/** Gives trailing punctuation, entity-like endings and unmatched closing parentheses back to the sentence. */
function trimEnd(src: string, start: number, from: number): number {
  let end = from
  let surplus = 0
  for (let i = start; i < end; i++) surplus += src[i] === ')' ? 1 : src[i] === '(' ? -1 : 0
  while (end > start) {
    const last = src[end - 1]!
    if ('?!.,:*_~\'"'.includes(last)) end--
    else if (last === ')' && surplus > 0) {
      end--
      surplus--
    } else if (last === ';') {
      let name = end - 1
      while (name > start && /[a-z0-9]/i.test(src[name - 1]!)) name--
      end = name < end - 1 && src[name - 1] === '&' ? name - 1 : end - 1
    } else return end
  }
  return end
}

function pushLink(state: StateInline, text: string, href: string): void {
  const open = state.push('link_open', 'a', 1)
  open.attrs = [['href', href]]
  open.markup = 'linkify'
  open.info = 'auto'
  state.push('text', '', 0).content = text
  const close = state.push('link_close', 'a', -1)
  close.markup = 'linkify'
  close.info = 'auto'
}

/** Links the text from `start` (whose domain begins at `domain`) and moves on; false when it is no link after all. */
function link(state: StateInline, start: number, domain: number, prefix: string): boolean {
  const after = domainEnd(state.src, domain)
  if (after < 0) return false
  const end = trimEnd(state.src, domain, Math.min(pathEnd(state.src, after), state.posMax))
  if (end < after && domainEnd(state.src.slice(0, end), domain) < 0) return false
  const text = state.src.slice(start, end)
  const href = state.md.normalizeLink(prefix + text)
  if (!state.md.validateLink(href)) return false
  state.pending = state.pending.slice(0, state.pending.length - (state.pos - start))
  pushLink(state, text, href)
  state.pos = end
  return true
}

/** A link at `www.`, after white space or one of `*`, `_`, `~`, `(`. Never while a bracket's end is looked for. */
function wwwLink(state: StateInline, silent: boolean): boolean {
  if (silent || isInLink(state) || !startsWww(state.src, state.pos)) return false
  if (state.pos > 0 && !/[\s*_~(]/.test(state.src[state.pos - 1]!)) return false
  return link(state, state.pos, state.pos, 'http://')
}

/** A link at `://` when one of GFM's schemes has just been read as text. */
function schemeLink(state: StateInline, silent: boolean): boolean {
  if (silent || isInLink(state) || !state.src.startsWith('://', state.pos)) return false
  const scheme = /(?:^|[^a-z])(https?|ftp)$/i.exec(state.pending.slice(-6))?.[1]
  return scheme ? link(state, state.pos - scheme.length, state.pos + 3, '') : false
}

function startsWww(src: string, at: number): boolean {
  const code = src.charCodeAt(at)
  return (code === 0x77 || code === 0x57) && /^www\.$/i.test(src.slice(at, at + 4))
}

/** 1 for characters at which markdown-it's own text rule stops, 2 where `www.` may begin. */
const STOPS = new Uint8Array(128)
for (const char of '\n!#$%&*+-:<=>@[\\]^_`{}~') STOPS[char.charCodeAt(0)] = 1
for (const char of 'wW') STOPS[char.charCodeAt(0)] = 2

/** markdown-it's text rule, which also stops before `www.` so that the rule above gets to see it. */
function textUpToWww(state: StateInline, silent: boolean): boolean {
  const start = state.pos
  const { src, posMax } = state
  let pos = start
  for (; pos < posMax; pos++) {
    const code = src.charCodeAt(pos)
    if (code >= 128) continue
    const stop = STOPS[code]!
    if (stop === 1 || (stop === 2 && pos > start && startsWww(src, pos))) break
  }
  if (pos === start) return false
  if (!silent) state.pending += src.slice(start, pos)
  state.pos = pos
  return true
}

const LOCAL = /[a-z0-9._+-]/i
const HOST = /[a-z0-9_-]+(?:\.[a-z0-9_-]+)+/iy

/** The e-mail addresses in a text, as pairs of start and end. */
function findEmails(text: string): readonly (readonly [number, number])[] {
  const found: [number, number][] = []
  let done = 0
  for (let at = text.indexOf('@'); at >= 0; at = text.indexOf('@', at + 1)) {
    let start = at
    while (start > done && LOCAL.test(text[start - 1]!)) start--
    HOST.lastIndex = at + 1
    const host = HOST.exec(text)?.[0]
    if (start === at || !host || /[-_]$/.test(host)) continue
    done = at + 1 + host.length
    found.push([start, done])
  }
  return found
}

function splitAtEmails(state: StateCore, token: Token): Token[] {
  const tokens: Token[] = []
  const add = (type: string, tag: string, nesting: -1 | 0 | 1, content = '') => {
    const part = new state.Token(type, tag, nesting)
    part.content = content
    part.level = token.level
    tokens.push(part)
    return part
  }
  let from = 0
  for (const [start, end] of findEmails(token.content)) {
    const address = token.content.slice(start, end)
    if (start > from) add('text', '', 0, token.content.slice(from, start))
    add('link_open', 'a', 1).attrs = [['href', state.md.normalizeLink(`mailto:${address}`)]]
    add('text', '', 0, address)
    add('link_close', 'a', -1)
    from = end
  }
  if (from < token.content.length) add('text', '', 0, token.content.slice(from))
  return tokens
}

/** Links e-mail addresses in text that is not part of a link already. */
function emailLinks(state: StateCore): void {
  for (const block of state.tokens) {
    if (block.type !== 'inline' || !block.content.includes('@')) continue
    let links = 0
    block.children = block.children!.flatMap((token) => {
      if (token.type === 'link_open' || /^<a[\s>]/i.test(token.content)) links++
      else if (token.type === 'link_close' || /^<\/a\s*>/i.test(token.content)) links--
      return token.type === 'text' && links <= 0 && token.content.includes('@')
        ? splitAtEmails(state, token)
        : token
    })
  }
}
