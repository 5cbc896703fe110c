/**
 * Drawings (SVG) that a stranger may have made: a file of its own on a site, in which a browser that is led there would run
 * what it says. So it is written anew from what is known to draw only.
 */
import { html, parseFragment, type DefaultTreeAdapterTypes as Tree } from 'parse5'
import { withoutForbidden } from '../markdown/source.ts'
import { HOLDS_TEXT, KEPT, UNWRAPPED, isName, isReference, isStyle } from './allowed.ts'
import { type Size, shownBy, sizeOf } from './size.ts'

/** A drawing that can run nothing and reaches nothing outside itself. */
export interface Drawing extends Size {
  /** Well-formed XML; cleaning it again gives the same. */
  readonly text: string
}

/** Characters; no drawing by hand comes near, and reading more takes too long. */
const LONGEST = 4_000_000
const MOST_ELEMENTS = 50_000
const DEEPEST = 128
/** What `use` may make of few elements: each can show another that shows others. */
const MOST_SHOWN = 200_000
const DEEPEST_SHOWN = 1_000

type Element = Tree.Element
type Attributes = readonly (readonly [name: string, value: string])[]

/** An element as it is written. */
interface Part {
  readonly tagName: string
  readonly attributes: Attributes
  readonly inside: readonly (Part | string)[]
}

/**
 * A drawing of which only what draws is left; null when the text holds none, or one too large to look through. A pure
 * function: the same text everywhere.
 */
export function cleanSvg(source: string): Drawing | null {
  if (source.length > LONGEST) return null
  const start = startOf(source)
  if (start === null) return null
  const fragment = parseFragment(source.slice(start), { scriptingEnabled: false })
  const root = fragment.childNodes.find((node): node is Element => 'tagName' in node)
  if (!root || root.tagName !== 'svg') return null
  const count = { elements: 0 }
  const [part] = partsOf(root, 0, count)
  if (part === undefined || typeof part === 'string' || count.elements > MOST_ELEMENTS) return null
  if (shownElements(part) > MOST_SHOWN) return null
  const size = sizeOf(valueOf(part, 'width'), valueOf(part, 'height'), valueOf(part, 'viewBox'))
  return { ...size, text: `${write({ ...part, attributes: rootAttributes(part, size) })}\n` }
}

/** What may stand before a drawing's own element, and how each ends. */
const BEFORE = [
  ['<?', '?>'],
  ['<!--', '-->'],
  ['<!DOCTYPE svg', '>'],
] as const

/** Where the drawing begins; null when the text is something else, such as a web page with a drawing in it. */
function startOf(source: string): number | null {
  let at = 0
  for (;;) {
    while (/[\s\ufeff]/.test(source.charAt(at))) at++
    if (/^<svg[\s>/]/.test(source.slice(at, at + 5))) return at
    const [start, end] = BEFORE.find(([first]) => source.startsWith(first, at)) ?? []
    if (start === undefined || end === undefined) return null
    // Entities of the document's own stand in brackets, and hold `>`.
    const subset = start === '<!DOCTYPE svg' ? source.indexOf('[', at) : -1
    const isSubset = subset >= 0 && subset < source.indexOf('>', at)
    const close = source.indexOf(end, isSubset ? source.indexOf(']', subset) : at + start.length)
    if (close < 0 || (isSubset && source.indexOf(']', subset) < 0)) return null
    at = close + end.length
  }
}

const valueOf = ({ attributes }: Part, wanted: string): string | undefined =>
  attributes.find(([name]) => name === wanted)?.[1]

/** Its size in pixels, so that every browser takes the same, and what of it is shown, so that it can be made smaller. */
function rootAttributes(root: Part, { width, height }: Size): Attributes {
  const viewBox = valueOf(root, 'viewBox')
  const rest = root.attributes.filter(([name]) => !/^(?:width|height|viewBox|x|y)$/.test(name))
  return [
    ['xmlns', 'http://www.w3.org/2000/svg'],
    ['width', String(width)],
    ['height', String(height)],
    ['viewBox', viewBox !== undefined && shownBy(viewBox) ? viewBox : `0 0 ${width} ${height}`],
    ...rest,
  ]
}

function partsOf(node: Element, depth: number, count: { elements: number }): readonly (Part | string)[] {
  if (node.namespaceURI !== html.NS.SVG || depth > DEEPEST || ++count.elements > MOST_ELEMENTS) return []
  const { tagName } = node
  const isKept = KEPT.has(tagName)
  if (!isKept && !UNWRAPPED.has(tagName)) return []
  const inside = node.childNodes.flatMap((child): readonly (Part | string)[] => {
    if ('tagName' in child) return partsOf(child, depth + 1, count)
    return 'value' in child && HOLDS_TEXT.has(tagName) ? [withoutForbidden(child.value).toWellFormed()] : []
  })
  if (!isKept) return inside
  if (tagName === 'style') {
    const css = inside.filter((one) => typeof one === 'string').join('')
    return isStyle(css) ? [{ tagName, attributes: [], inside: [css] }] : []
  }
  const attributes = attributesOf(node)
  const isEmpty = (tagName === 'use' || tagName === 'image') && !attributes.some(([name]) => name === 'href')
  return isEmpty ? [] : [{ tagName, attributes, inside }]
}

function attributesOf({ tagName, attrs }: Element): Attributes {
  const kept = new Map<string, string>()
  for (const { name, prefix, value } of attrs) {
    const readable = withoutForbidden(value).toWellFormed()
    if (name === 'href') {
      if (!kept.has(name) && isReference(tagName, readable.trim())) kept.set(name, readable.trim())
      continue
    }
    const full = prefix ? `${prefix}:${name}` : name
    if (isName(full) && isStyle(readable)) kept.set(full, readable)
  }
  return [...kept]
}

/** How many elements a browser draws, each `use` counted as what it shows; `Infinity` where one shows itself, or too deep. */
function shownElements(root: Part): number {
  const named = new Map<string, Part>()
  const note = (part: Part): void => {
    const id = valueOf(part, 'id')
    if (id !== undefined && !named.has(id)) named.set(id, part)
    for (const one of part.inside) if (typeof one !== 'string') note(one)
  }
  note(root)
  const known = new Map<Part, number>()
  const count = (part: Part, depth: number): number => {
    const before = known.get(part)
    if (before !== undefined) return before
    if (depth > DEEPEST_SHOWN) return Infinity
    // Until it is known: whoever comes by here again goes in a circle.
    known.set(part, Infinity)
    const shown = part.tagName === 'use' ? named.get((valueOf(part, 'href') ?? '').slice(1)) : undefined
    const inside = part.inside.reduce(
      (sum, one) => sum + (typeof one === 'string' ? 0 : count(one, depth + 1)),
      0,
    )
    const all = 1 + inside + (shown ? count(shown, depth + 1) : 0)
    known.set(part, all)
    return all
  }
  return count(root, 0)
}

const ESCAPES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  '\t': '&#9;',
  '\n': '&#10;',
  '\r': '&#13;',
}

const escapeText = (text: string): string => text.replace(/[&<>\r]/g, (character) => ESCAPES[character]!)
const escapeValue = (value: string): string =>
  value.replace(/[&<>"\t\n\r]/g, (character) => ESCAPES[character]!)

function write({ tagName, attributes, inside }: Part): string {
  const start = `<${tagName}${attributes.map(([name, value]) => ` ${name}="${escapeValue(value)}"`).join('')}`
  if (inside.length === 0) return `${start}/>`
  return `${start}>${inside.map((one) => (typeof one === 'string' ? escapeText(one) : write(one))).join('')}</${tagName}>`
}
