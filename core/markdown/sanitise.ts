import { html as names } from 'parse5'
import { encodeAddress, imageSize } from './address.ts'
import { fateOf, isAllowed } from './allowed.ts'
import type { BodyState } from './body-state.ts'
import { cleanMath, isFormula, isFormulaPart } from './mathml.ts'
import { mendContent } from './mend.ts'
import { OURS } from './ours.ts'
import { withoutStrayEnds } from './raw-html.ts'
import { responsive } from './responsive.ts'
import { serialise } from './serialise.ts'
import { withoutForbidden } from './source.ts'
import { tableFrame } from './table.ts'
import {
  attribute,
  element,
  isElement,
  isText,
  readHtml,
  rename,
  text,
  textOf,
  type Child,
  type Element,
  type Parent,
} from './tree.ts'

/** Past this depth elements go and their text stays: no page needs it, and walking it would overflow the stack. */
const DEEPEST = 100

/** How often a result is read again until reading changes nothing. */
const MOST_READINGS = 4

const EMBEDS: Readonly<Record<string, string>> = { embed: 'src', iframe: 'src', object: 'data' }

const HOLDS_BLOCKS: ReadonlySet<string> = new Set([
  '#document-fragment',
  'blockquote',
  'div',
  'details',
  'li',
])

const ADDRESSES: ReadonlySet<string> = new Set(['href', 'poster', 'src'])

interface Context {
  readonly state: BodyState
  readonly lines: Map<Element, number>
}

const isHeading = (node: Element): boolean => /^h[1-6]$/.test(node.tagName)

const isNoteRef = (node: Element): boolean => attribute(node, 'class') === 'footnote-ref'

/** Our marks, where an element turned out to hold text instead of elements. */
const MARKS = new RegExp(` ${OURS}(?:[\\w-]+="[^"]*")?`, 'g')

/** A text as a page can hold it: character references in raw HTML can stand for what the source may not contain. */
function readableText(value: string): string {
  return withoutForbidden(value.replace(MARKS, '').replaceAll('\r', '\n'))
}

/** A link to what an embed would have shown, or nothing when its address is not one for a reader to follow. */
function linkForEmbed(node: Element, source: string, parent: string): Child[] {
  const address = encodeAddress(attribute(node, source) ?? '')
  const href = address.startsWith('//') ? `https:${address}` : address
  if (!/^https?:\/\//i.test(href)) return []
  const link = element('a', [{ name: 'href', value: href }], [text(attribute(node, 'title')?.trim() || href)])
  return [HOLDS_BLOCKS.has(parent) ? element('p', [], [link]) : link]
}

/** The attributes that an element keeps. */
function cleanAttributes({ tagName, attrs }: Element, was: string): Element['attrs'] {
  const clean = attrs.flatMap(({ name, value: written, namespace }) => {
    if (name.startsWith(`${OURS}set-`)) return [{ name: name.slice(OURS.length + 4), value: written }]
    const readable = readableText(written)
    const value = ADDRESSES.has(name) ? encodeAddress(readable) : readable
    return namespace || !isAllowed(tagName, name, value) ? [] : [{ name, value }]
  })
  const align =
    was === 'center' ? was : (attrs.find(({ name }) => name === 'align')?.value.toLowerCase() ?? '')
  if (!/^(?:left|right|center)$/.test(align)) return clean
  const given = clean.find(({ name }) => name === 'class')
  const value = `${given ? `${given.value} ` : ''}align-${align}`
  return [...clean.filter((attr) => attr !== given), { name: 'class', value }]
}

/** The id that the writer gave an element, when it is free. Images get none: a document knows them by it. */
function claimedId(node: Element, state: BodyState): Element['attrs'] {
  const id = attribute(node, 'id') ?? (node.tagName === 'a' ? attribute(node, 'name') : undefined)
  const isFit = id !== undefined && node.tagName !== 'img' && /^[a-z][\w-]*$/i.test(id)
  return isFit && state.ids.claim(id) ? [{ name: 'id', value: id }] : []
}

function cleanElement(node: Element, parent: string, context: Context, depth: number): Child[] {
  const was = node.tagName
  if (isFormula(node)) {
    const isOurs = attribute(node, `${OURS}keep`) !== undefined
    return isOurs && depth <= DEEPEST && cleanMath(node) ? [node] : []
  }
  if (node.namespaceURI !== names.NS.HTML) return []
  if (Object.hasOwn(EMBEDS, was)) return linkForEmbed(node, EMBEDS[was]!, parent)
  const fate = attribute(node, `${OURS}keep`) === undefined ? fateOf(was) : { keep: was }
  if (fate === 'drop') return []
  if (depth > DEEPEST) return [text(textOf(node))]
  if (fate === 'unwrap') {
    cleanChildren(node, context, depth + 1)
    return node.childNodes
  }
  const line = attribute(node, `${OURS}line`) ?? attribute(node, `${OURS}at`)
  if (line !== undefined) context.lines.set(node, Number(line))
  const id = claimedId(node, context.state)
  node.attrs = [...id, ...cleanAttributes(rename(node, fate.keep), was)]
  cleanChildren(node, context, depth + 1)
  return [node]
}

function cleanChildren(parent: Parent, context: Context, depth: number): void {
  parent.childNodes = parent.childNodes.flatMap((child) => {
    if (isElement(child)) return cleanElement(child, parent.nodeName, context, depth)
    return isText(child) ? [text(readableText(child.value))] : []
  })
}

function completeImage(node: Element, line: number, state: BodyState): void {
  const src = attribute(node, 'src')!
  const alt = attribute(node, 'alt') ?? ''
  const isSized = attribute(node, 'width') !== undefined || attribute(node, 'height') !== undefined
  const size = isSized ? null : imageSize(src)
  node.attrs = [
    { name: 'src', value: src },
    { name: 'alt', value: alt },
    ...node.attrs.filter(({ name }) => name !== 'src' && name !== 'alt'),
    ...(size ? Object.entries(size).map(([name, value]) => ({ name, value: String(value) })) : []),
    ...(responsive(src)?.own ?? []),
    { name: 'loading', value: 'lazy' },
    { name: 'decoding', value: 'async' },
  ]
  state.images.push({ src, alt, line })
}

/** An image, or a picture with its copies around it. */
function withCopies(image: Element): Element {
  const copies = responsive(attribute(image, 'src')!)
  if (!copies) return image
  const sources = copies.sources.map((attrs) => element('source', [...attrs], []))
  return element('picture', [], [...sources, image])
}

const wordsOf = (node: Element): string =>
  textOf(node, (part) => isNoteRef(part) || isFormulaPart(part))
    .replace(/\s+/g, ' ')
    .trim()

/** The alternative texts of the pictures in an element. */
function pictures(node: Element): string[] {
  return node.childNodes.filter(isElement).flatMap((child) => {
    return child.tagName === 'img' ? [attribute(child, 'alt') ?? ''] : pictures(child)
  })
}

function completeHeading(node: Element, line: number, state: BodyState): void {
  const words = wordsOf(node) || pictures(node).join(' ')
  const level = state.levelOf(Number(node.tagName[1]))
  rename(node, `h${level}`)
  const id = attribute(node, 'id') ?? state.ids.heading(words)
  node.attrs = [{ name: 'id', value: id }, ...node.attrs.filter(({ name }) => name !== 'id')]
  state.outline.push({ level, id, text: words, line })
}

/** The heads of a table's columns: the cells of its first row, when those are heads. */
function columnHeads(node: Element): string[] {
  const row = (parent: Parent): Element | undefined => {
    for (const child of parent.childNodes) {
      if (!isElement(child)) continue
      if (child.tagName === 'tr') return child
      const found = child.tagName === 'caption' ? undefined : row(child)
      if (found) return found
    }
    return undefined
  }
  const cells = row(node)?.childNodes.filter(isElement) ?? []
  return cells.filter(({ tagName }) => tagName === 'th').map(wordsOf)
}

/** Gives elements what each of their kind has on a page and collects what is found, in reading order. */
function completeChildren(parent: Parent, context: Context, lineAbove: number, inTable = false): void {
  parent.childNodes = parent.childNodes.map((child) => {
    if (!isElement(child)) return child
    const line = context.lines.get(child) ?? lineAbove
    const { tagName } = child
    const href = attribute(child, 'href')
    if (href !== undefined && !attribute(child, 'role')) context.state.links.push({ href, line })
    if (tagName === 'img') completeImage(child, line, context.state)
    else if (isHeading(child)) completeHeading(child, line, context.state)
    else if (tagName === 'pre') child.attrs.push({ name: 'tabindex', value: '0' })
    if (isFormula(child)) return child
    completeChildren(child, context, line, inTable || tagName === 'table')
    if (tagName === 'img') return withCopies(child)
    return tagName === 'table' && !inTable ? element('div', tableFrame(columnHeads(child)), [child]) : child
  })
}

/** A parser repeats formatting elements that cross others, ids and all: the first of each id keeps it. */
function dropRepeatedIds(parent: Parent, seen: Set<string>): void {
  for (const child of parent.childNodes.filter(isElement)) {
    child.attrs = child.attrs.filter(({ name, value }) => name !== 'id' || !seen.has(value))
    const id = attribute(child, 'id')
    if (id) seen.add(id)
    dropRepeatedIds(child, seen)
  }
}

/** Reads what was written until reading changes nothing, so that a browser sees the very tree that was checked. */
function settle(html: string): string {
  let written = html
  for (let reading = 0; reading < MOST_READINGS; reading++) {
    const tree = readHtml(written)
    if (serialise(tree) === written) return written
    dropRepeatedIds(tree, new Set())
    written = serialise(tree)
  }
  return serialise(element('', [], [element('p', [], [text(textOf(readHtml(written)))])]))
}

/**
 * Turns a fragment with raw HTML into one that is safe to show: well-formed, with allowed elements and attributes only,
 * and obeying HTML's content models. Takes ids and heading levels from the body's state and adds what it finds to it.
 *
 * @param html the fragment, with our renderer's marks in it (see {@link OURS})
 * @param line the source line on which it begins, 0-based
 */
export function sanitise(html: string, line: number, state: BodyState): string {
  const fragment = readHtml(withoutStrayEnds(html))
  const context: Context = { state, lines: new Map() }
  cleanChildren(fragment, context, 0)
  mendContent(fragment)
  completeChildren(fragment, context, line)
  return settle(serialise(fragment))
}
