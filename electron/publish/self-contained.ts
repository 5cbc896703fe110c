import { createHash } from 'node:crypto'
import { type DefaultTreeAdapterMap, defaultTreeAdapter, html as known, parse, serialize } from 'parse5'
import { WHERE_TO } from '../../core/page/policy.ts'
import { mimeOf, pictureMime } from './mime.ts'

type Element = DefaultTreeAdapterMap['element']
type Node = DefaultTreeAdapterMap['node']

/** What a page is made whole with. */
export interface Surroundings {
  /** Path of the page on the site. */
  readonly path: string
  /** Address of the site; null when it is not known: then what leads to other pages leads nowhere, and is plain text. */
  readonly base: string | null
  /** The bytes of a file of the site; null when there is none. */
  file(path: string): Promise<Uint8Array | null>
}

/** A page that needs nothing beside it, and the pictures that it should have had. */
export interface WholePage {
  readonly html: string
  readonly missing: readonly string[]
}

/** Only to read addresses by. */
const NOWHERE = 'https://site.invalid/'
const EMBEDS: ReadonlySet<string> = new Set(['iframe', 'object', 'embed', 'video', 'audio'])
const GONE: ReadonlySet<string> = new Set(['script', 'noscript', 'style', 'source', 'track', 'base', 'form'])

/**
 * Makes a page of the site one file: style sheet, fonts and pictures inside, no script, and a policy that lets a
 * browser fetch nothing. Pictures from elsewhere become links. The same page gives the same bytes.
 */
export async function selfContained(page: string, around: Surroundings): Promise<WholePage> {
  const document = parse(page)
  const missing = new Set<string>()
  const styles: string[] = []
  for (const node of elementsIn(document)) await mend(node, around, missing, styles)
  const head = elementsIn(document).find(({ tagName }) => tagName === 'head')
  if (head) addPolicy(head, styles, attributeStyles(document))
  return { html: serialize(document), missing: [...missing] }
}

async function mend(
  node: Element,
  around: Surroundings,
  missing: Set<string>,
  styles: string[],
): Promise<void> {
  const { tagName } = node
  if (GONE.has(tagName)) return defaultTreeAdapter.detachNode(node)
  if (EMBEDS.has(tagName))
    return becomeLink(node, valueOf(node, 'src') ?? valueOf(node, 'data') ?? '', around)
  if (tagName === 'meta' && valueOf(node, 'http-equiv') !== null) return defaultTreeAdapter.detachNode(node)
  if (tagName === 'link') return mendLink(node, around, styles)
  if (tagName === 'img') return mendImage(node, around, missing)
  if (tagName === 'a') mendAnchor(node, around)
}

async function mendLink(node: Element, around: Surroundings, styles: string[]): Promise<void> {
  const rel = valueOf(node, 'rel') ?? ''
  const href = valueOf(node, 'href') ?? ''
  if (rel === 'canonical' && /^https?:/i.test(href)) return
  const path = rel === 'stylesheet' ? pathOf(href, around.path) : null
  const bytes = path === null ? null : await around.file(path)
  if (bytes && path !== null) {
    const css = await wholeCss(new TextDecoder().decode(bytes), path, around)
    const style = defaultTreeAdapter.createElement('style', known.NS.HTML, [])
    defaultTreeAdapter.insertText(style, css)
    styles.push(css)
    if (node.parentNode) defaultTreeAdapter.insertBefore(node.parentNode, style, node)
  }
  defaultTreeAdapter.detachNode(node)
}

async function mendImage(node: Element, around: Surroundings, missing: Set<string>): Promise<void> {
  const src = valueOf(node, 'src') ?? ''
  for (const name of ['srcset', 'sizes', 'loading']) setValue(node, name, null)
  if (src.startsWith('data:')) return
  const path = pathOf(src, around.path)
  if (path === null) return becomeLink(node, src, around)
  const data = await dataOf(path, around)
  if (data === null) missing.add(src)
  setValue(node, 'src', data)
}

function mendAnchor(node: Element, around: Surroundings): void {
  const href = valueOf(node, 'href')
  if (href === null) return
  setValue(node, 'href', outward(href, around))
  for (const name of ['ping', 'target', 'download']) setValue(node, name, null)
}

/** An address as it works from anywhere; null when it leads nowhere from there. */
function outward(href: string, { path: from, base }: Surroundings): string | null {
  if (href.startsWith('#')) return href
  const path = pathOf(href, from)
  if (path === null) return /^(https?|mailto|tel):/i.test(href) ? href : null
  const { hash, search } = new URL(href, NOWHERE)
  if (path === from && hash !== '') return hash
  return base === null ? null : new URL(path + search + hash, base.endsWith('/') ? base : `${base}/`).href
}

/** The path of a file of the site that an address on the page at `from` means; null for an address elsewhere. */
function pathOf(address: string, from: string): string | null {
  if (!URL.canParse(address, NOWHERE + from)) return null
  const url = new URL(address, NOWHERE + from)
  if (`${url.origin}/` !== NOWHERE) return null
  try {
    return decodeURIComponent(url.pathname.slice(1))
  } catch (thrown) {
    if (thrown instanceof URIError) return null
    throw thrown
  }
}

async function dataOf(path: string, { file }: Surroundings): Promise<string | null> {
  const bytes = await file(path)
  // A picture may be a copy in another format than its name says.
  const mime = bytes && path.startsWith('media/') ? pictureMime(bytes) : mimeOf(path)
  return bytes && `data:${mime.replace('; ', ';')};base64,${Buffer.from(bytes).toString('base64')}`
}

async function wholeCss(css: string, path: string, around: Surroundings): Promise<string> {
  const addresses = new Set([...css.matchAll(URLS)].map(([, , address = '']) => address))
  const data = new Map<string, string>()
  for (const address of addresses) {
    if (address.startsWith('data:')) continue
    const at = pathOf(address, path)
    data.set(address, (at === null ? null : await dataOf(at, around)) ?? 'data:,')
  }
  const whole = css.replace(URLS, (all, _quote, address: string) => {
    const inside = data.get(address)
    return inside === undefined ? all : `url("${inside}")`
  })
  return whole.replace(/<\/(?=style)/gi, '<\\/')
}

const URLS = /url\(\s*(["']?)([^"')]+)\1\s*\)/g

function becomeLink(node: Element, address: string, around: Surroundings): void {
  const href = outward(address, around)
  const text = valueOf(node, 'alt') || valueOf(node, 'title') || href || ''
  const link = defaultTreeAdapter.createElement(href === null ? 'span' : 'a', known.NS.HTML, [])
  if (href !== null) setValue(link, 'href', href)
  defaultTreeAdapter.insertText(link, text)
  const parent = node.parentNode
  // No link can be in another one.
  const isInLink = parent !== null && 'tagName' in parent && parent.tagName === 'a'
  if (parent && isInLink) defaultTreeAdapter.insertTextBefore(parent, text, node)
  else if (parent) defaultTreeAdapter.insertBefore(parent, link, node)
  defaultTreeAdapter.detachNode(node)
}

function addPolicy(head: Element, styles: readonly string[], attributes: readonly string[]): void {
  const hashes = [...styles, ...attributes].map((text) => `'sha256-${sha256(text)}'`)
  if (attributes.length > 0) hashes.unshift("'unsafe-hashes'")
  const policy = [
    "default-src 'none'",
    `style-src ${hashes.join(' ') || "'none'"}`,
    'img-src data:',
    'font-src data:',
  ].join('; ')
  const first = defaultTreeAdapter
    .getChildNodes(head)
    .find((one) => 'tagName' in one && one.tagName !== 'meta')
  for (const content of [policy, WHERE_TO]) {
    const meta = defaultTreeAdapter.createElement('meta', known.NS.HTML, [
      { name: 'http-equiv', value: 'Content-Security-Policy' },
      { name: 'content', value: content },
    ])
    if (first) defaultTreeAdapter.insertBefore(head, meta, first)
    else defaultTreeAdapter.appendChild(head, meta)
  }
}

function attributeStyles(document: Node): readonly string[] {
  return [...new Set(elementsIn(document).flatMap((node) => valueOf(node, 'style') ?? []))]
}

const sha256 = (text: string): string => createHash('sha256').update(text, 'utf8').digest('base64')

/** Every element, in the order of the page. */
export function elementsIn(node: Node): readonly Element[] {
  const found: Element[] = []
  const waiting: Node[] = [node]
  for (let one = waiting.pop(); one; one = waiting.pop()) {
    if ('tagName' in one) found.push(one)
    if ('childNodes' in one) waiting.push(...one.childNodes.toReversed())
  }
  return found
}

/** The value of an attribute; null when it is not there. */
export function valueOf(node: Element, name: string): string | null {
  return node.attrs.find((one) => one.name === name)?.value ?? null
}

function setValue(node: Element, name: string, value: string | null): void {
  const rest = node.attrs.filter((one) => one.name !== name)
  node.attrs = value === null ? rest : [...rest, { name, value }]
}
