/** Makes what is left of raw HTML obey HTML's content models, so that a checker finds nothing to say about it. */
import { mendTable } from './mend-table.ts'
import {
  attribute,
  element,
  isBlank,
  isElement,
  isText,
  rename,
  text,
  textOf,
  type Child,
  type Element,
  type Parent,
} from './tree.ts'

const set = (names: string): ReadonlySet<string> => new Set(names.split(' '))

const BLOCKS = set(
  'blockquote dd details div dl dt figcaption figure h1 h2 h3 h4 h5 h6 hr li ol p pre summary table ul',
)
const INLINE = set(
  'abbr b bdi bdo cite code dfn em i kbd label mark q rp rt ruby s samp small span strong sub sup time u var',
)
const HOLDS_TEXT = set('h1 h2 h3 h4 h5 h6 summary')
const TRANSPARENT = set('a del ins')
const PICTURE = set('img')
const INTERACTIVE = set('a audio details label video')

/** Where an element belongs, and what it becomes elsewhere: another element, or (empty) its content. */
const HOMES: Readonly<Record<string, { readonly parents: ReadonlySet<string>; readonly otherwise: string }>> =
  {
    dd: { parents: set('dl'), otherwise: 'div' },
    dt: { parents: set('dl'), otherwise: 'div' },
    figcaption: { parents: set('figure'), otherwise: 'div' },
    rp: { parents: set('ruby'), otherwise: '' },
    rt: { parents: set('ruby'), otherwise: '' },
    source: { parents: set('audio video'), otherwise: '' },
    summary: { parents: set('details'), otherwise: 'div' },
    track: { parents: set('audio video'), otherwise: '' },
  }

const nameOf = (node: Child): string => (isElement(node) ? node.tagName : '')

function isBlock(node: Child): boolean {
  if (!isElement(node)) return false
  return BLOCKS.has(node.tagName) || (TRANSPARENT.has(node.tagName) && node.childNodes.some(isBlock))
}

function contains(node: Parent, names: ReadonlySet<string>): boolean {
  return node.childNodes.some(
    (child) => isElement(child) && (names.has(child.tagName) || contains(child, names)),
  )
}

/** The content of an element that takes text only, without its blocks; pieces that stood apart stay apart. */
function withoutBlocks(nodes: readonly Child[], gap: string): Child[] {
  return nodes.flatMap((child, index) => {
    if (!isElement(child) || !isBlock(child)) return [child]
    const content = withoutBlocks(child.childNodes, gap)
    return index > 0 ? [text(gap), ...content, text(gap)] : [...content, text(gap)]
  })
}

/** The content of `<pre>` from its first line that is not empty: a browser that writes and reads it loses others. */
function fromFirstLine(nodes: readonly Child[]): Child[] {
  const [first, ...others] = nodes
  if (!first || !isText(first)) return [...nodes]
  const words = first.value.replace(/^\n+/, '')
  return words === '' ? fromFirstLine(others) : [text(words), ...others]
}

/** Wraps each run of nodes for which `strays` holds; white space inside a run goes along. */
function wrapRuns(nodes: readonly Child[], strays: (node: Child) => boolean, wrapper: string): Child[] {
  const wrapped: Child[] = []
  let run: Child[] = []
  const flush = () => {
    if (run.length > 0) wrapped.push(element(wrapper, [], run))
    run = []
  }
  for (const node of nodes) {
    if (strays(node) || (run.length > 0 && isBlank(node))) run.push(node)
    else {
      flush()
      wrapped.push(node)
    }
  }
  flush()
  return wrapped
}

function mendDetails(node: Element): void {
  const [first, ...others] = node.childNodes.filter((child) => nameOf(child) === 'summary') as Element[]
  for (const other of others) rename(other, 'div')
  const summary = first ?? element('summary', [], [text('…')])
  node.childNodes = [summary, ...node.childNodes.filter((child) => child !== summary)]
}

/** A figure has one caption, before or after all that it shows. */
function mendFigure(node: Element): void {
  const [caption, ...others] = node.childNodes.filter((child) => nameOf(child) === 'figcaption') as Element[]
  for (const other of others) rename(other, 'div')
  if (!caption) return
  const shown = node.childNodes.filter((child) => child !== caption)
  const before = node.childNodes.slice(0, node.childNodes.indexOf(caption))
  const stands = before.every(isBlank) || shown.slice(before.length).every(isBlank)
  if (!stands) node.childNodes = [...shown, caption]
}

/** Sound or film, with controls; what else stands in it comes after it, for no browser shows it inside. */
function mendMedia(node: Element): Child[] {
  const sources = node.childNodes.filter((child) => /^(?:source|track)$/.test(nameOf(child)))
  const others = node.childNodes.filter((child) => !sources.includes(child))
  node.childNodes = sources
  if (attribute(node, 'controls') === undefined) node.attrs.push({ name: 'controls', value: '' })
  node.attrs.push({ name: 'preload', value: 'metadata' })
  return [node, ...others]
}

/** A list of terms begins with a term and explains it; one that does not becomes plain blocks. */
function mendTerms(node: Element): void {
  const isStray = (child: Child) => !/^d[td]$/.test(nameOf(child)) && !isBlank(child)
  node.childNodes = wrapRuns(node.childNodes, isStray, 'dd')
  const parts = node.childNodes.filter(isElement)
  const isWhole = parts[0]?.tagName === 'dt' && parts.at(-1)!.tagName === 'dd'
  if (!isWhole) for (const part of [node, ...parts]) rename(part, 'div')
}

/** What tables and their parts cannot do without. */
const PARTS: Readonly<Record<string, ReadonlySet<string>>> = {
  table: set('thead tbody tfoot'),
  tbody: set('tr'),
  tfoot: set('tr'),
  thead: set('tr'),
  tr: set('td th'),
}

/** Whether an element says nothing, or nothing that is allowed, without what it lost. */
function isHollow(node: Element): boolean {
  const { tagName, attrs, childNodes } = node
  const has = (name: string) => attrs.some((attr) => attr.name === name)
  if (Object.hasOwn(PARTS, tagName)) return !childNodes.some((child) => PARTS[tagName]!.has(nameOf(child)))
  if (/^h[1-6]$/.test(tagName)) return textOf(node).trim() === '' && !contains(node, PICTURE)
  if (tagName === 'a' && !has('id')) return textOf(node).trim() === '' && !contains(node, PICTURE)
  if (tagName === 'img' || tagName === 'source') return !has('src')
  if (tagName === 'track') return !has('src') || !has('srclang')
  return tagName === 'p' && attrs.length === 0 && childNodes.every(isBlank)
}

/** Whether only an element's content can stay where it is. */
function mustUnwrap(node: Element): boolean {
  const { tagName, childNodes } = node
  if (tagName === 'bdo' && !attribute(node, 'dir')) return true
  if (tagName === 'time' && !attribute(node, 'datetime')) return true
  if (tagName === 'ruby' && !childNodes.some((child) => nameOf(child) === 'rt')) return true
  if (tagName === 'a')
    return !(attribute(node, 'href') ?? attribute(node, 'id')) || contains(node, INTERACTIVE)
  return INLINE.has(tagName) && childNodes.some(isBlock)
}

/** What stays of an element that is unwrapped: its content, and that of the parts that belong nowhere else. */
function contentOf(node: Element): Child[] {
  if (node.tagName !== 'ruby') return node.childNodes
  return node.childNodes.flatMap((child) =>
    isElement(child) && /^r[tp]$/.test(child.tagName) ? child.childNodes : [child],
  )
}

/** What stands for an element after its content was mended. */
function mendElement(node: Element, parent: string): Child[] {
  const home = Object.hasOwn(HOMES, node.tagName) ? HOMES[node.tagName]! : undefined
  if (home && !home.parents.has(parent)) {
    if (!home.otherwise) return node.childNodes
    rename(node, home.otherwise)
  }
  if (isHollow(node)) return []
  if (mustUnwrap(node)) return contentOf(node)
  const { tagName } = node
  if (tagName === 'p' && node.childNodes.some(isBlock)) rename(node, 'div')
  else if (tagName === 'pre') node.childNodes = fromFirstLine(withoutBlocks(node.childNodes, '\n'))
  else if (HOLDS_TEXT.has(tagName)) node.childNodes = withoutBlocks(node.childNodes, ' ')
  else if (tagName === 'details') mendDetails(node)
  else if (tagName === 'dl') mendTerms(node)
  else if (tagName === 'figure') mendFigure(node)
  else if (tagName === 'table') mendTable(node)
  else if (tagName === 'audio' || tagName === 'video') return mendMedia(node)
  return [node]
}

/** Mends everything under a node, the deepest first. The tree holds allowed elements only. */
export function mendContent(parent: Parent): void {
  const { nodeName } = parent
  const nodes = parent.childNodes.flatMap((child) => {
    if (!isElement(child)) return [child]
    mendContent(child)
    return mendElement(child, nodeName)
  })
  if (nodeName === 'ul' || nodeName === 'ol') {
    parent.childNodes = wrapRuns(nodes, (node) => nameOf(node) !== 'li' && !isBlank(node), 'li')
  } else parent.childNodes = wrapRuns(nodes, (node) => nameOf(node) === 'li', 'ul')
}
