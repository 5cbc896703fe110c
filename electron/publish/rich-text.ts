import { type DefaultTreeAdapterMap, parseFragment, serialize } from 'parse5'
import type { Article } from '../../core/article.ts'
import { dressingFor, renderMarkdown, withPlainPictures } from '../../core/markdown/index.ts'
import { destination } from '../../core/page/index.ts'
import type { Library } from '../library/library.ts'
import { pictureMime } from './mime.ts'
import { plainPicture } from './plain-picture.ts'
import { elementsIn } from './self-contained.ts'

type Node = DefaultTreeAdapterMap['node']
type Element = DefaultTreeAdapterMap['element']

/** All pictures together, in bytes: a clipboard is no place for an album. */
const MOST_PICTURES = 8_000_000

/** What a word processor or a mail understands; the rest belongs to the site. */
const KEPT: Readonly<Record<string, readonly string[]>> = {
  a: ['href', 'title'],
  annotation: ['encoding'],
  img: ['src', 'alt', 'title', 'width', 'height'],
  math: ['display'],
  ol: ['start', 'type'],
  td: ['colspan', 'rowspan', 'align'],
  th: ['colspan', 'rowspan', 'align', 'scope'],
}
const BLOCKS =
  /^(p|h[1-6]|ul|ol|li|blockquote|pre|table|tr|hr|figure|figcaption|div|section|dl|dt|dd|details)$/

/**
 * An article for the clipboard: HTML of title, summary and text without classes or scripts, with the library's pictures
 * inside as far as there is room, and the same as plain text. Links to other pages need the site's address; without one
 * they are plain text.
 */
export async function richText(
  library: Library,
  { title, summary, body }: Pick<Article, 'title' | 'summary' | 'body'>,
): Promise<{ readonly html: string; readonly text: string }> {
  const fragment = parseFragment(
    withPlainPictures(renderMarkdown(body, await dressingFor([body])).html, (src) => src),
  )
  const base = library.site.get().baseUrl
  const room = { left: MOST_PICTURES }
  for (const node of elementsIn(fragment)) await clean(node, library, base, room)
  const intro = `<h1>${escaped(title)}</h1>${summary === '' ? '' : `<p><em>${escaped(summary)}</em></p>`}`
  const plain = [title, summary, textOf(fragment)].filter((part) => part.trim() !== '')
  return { html: `${intro}\n${serialize(fragment)}`, text: `${plain.join('\n\n').trim()}\n` }
}

async function clean(node: Element, library: Library, base: string, room: { left: number }): Promise<void> {
  const kept = KEPT[node.tagName] ?? []
  const attrs: Element['attrs'] = []
  for (const { name, value } of node.attrs) {
    if (!kept.includes(name)) continue
    const address =
      name === 'src' ? await pictureAt(value, library, room) : name === 'href' ? linkTo(value, base) : value
    if (address !== null) attrs.push({ name, value: address })
  }
  node.attrs = attrs
}

function linkTo(href: string, base: string): string | null {
  const to = destination(href)
  if (to.kind === 'outside') return href.startsWith('#') ? null : href
  if (to.kind === 'nowhere' || !URL.canParse(base)) return null
  return new URL(href, base.endsWith('/') ? base : `${base}/`).href
}

async function pictureAt(src: string, library: Library, room: { left: number }): Promise<string | null> {
  const to = destination(src)
  if (to.kind === 'outside') return src
  // The text is worth copying without a picture that is not there.
  const bytes = to.kind === 'nowhere' ? null : await plainPicture(library, to.path)
  if (bytes === null || bytes.length > room.left) return null
  room.left -= bytes.length
  return `data:${pictureMime(bytes)};base64,${Buffer.from(bytes).toString('base64')}`
}

function textOf(node: Node): string {
  return plain(node, false)
    .replace(/[ \t]+\n/g, '\n')
    .replace(/\n{3,}/g, '\n\n')
    .trim()
}

function plain(node: Node, isVerbatim: boolean): string {
  if (node.nodeName === '#text' && 'value' in node) {
    return isVerbatim ? node.value : node.value.replace(/\s+/g, ' ')
  }
  if (!('childNodes' in node)) return ''
  const name = node.nodeName
  if (name === 'br') return '\n'
  // A formula in plain text is its source.
  if (name === 'semantics') return plain(node.childNodes.at(-1)!, true)
  if (name === 'img' && 'attrs' in node) return node.attrs.find((one) => one.name === 'alt')?.value ?? ''
  const inside = node.childNodes.map((child) => plain(child, isVerbatim || name === 'pre')).join('')
  if (name === 'li') return `\n- ${inside.trim()}\n`
  if (name === 'td' || name === 'th') return `${inside.trim()}\t`
  if (name === 'tr') return `${inside.trim()}\n`
  return BLOCKS.test(name) ? `\n\n${isVerbatim || name === 'pre' ? inside : inside.trim()}\n\n` : inside
}

const escaped = (text: string): string => text.replace(/[&<>"]/g, (sign) => `&#${sign.codePointAt(0)};`)
