import {
  codeBlock,
  codeSpan,
  escaped,
  headingLine,
  isReserved,
  link,
  marked,
  tidy,
} from './markdown-signs.ts'

/** A piece of rich text as it was copied: words, or an element around more of it. */
export type RichNode =
  | string
  | {
      readonly tag: string
      readonly attributes: Readonly<Record<string, string>>
      readonly children: readonly RichNode[]
    }

type RichElement = Exclude<RichNode, string>

/** Thrown inside this file when Markdown has no plain word for something. */
class NotSimple extends Error {}

const DROPPED = new Set(['meta', 'style', 'script', 'link', 'title', 'head', 'o:p', 'button', 'svg', 'wbr'])
/** Elements around words that mean nothing in Markdown. */
const TRANSPARENT = new Set(
  'span font small mark u abbr time cite label ins body html div section article main header footer figure figcaption center'.split(
    ' ',
  ),
)
const BLOCKS = new Set(
  'p h1 h2 h3 h4 h5 h6 ul ol blockquote pre hr div section article main header footer figure figcaption center'.split(
    ' ',
  ),
)

/** Markdown for rich text that is simple; null when something in it (a table, a picture, a form) is not. */
export function markdownOf(nodes: readonly RichNode[]): string | null {
  try {
    return blocksOf(nodes).join('\n\n')
  } catch (thrown) {
    if (thrown instanceof NotSimple) return null
    throw thrown
  }
}

/** Blocks of Markdown; words between block elements make a paragraph of their own. */
function blocksOf(nodes: readonly RichNode[]): string[] {
  const blocks: string[] = []
  let loose: RichNode[] = []
  const close = (): void => {
    const text = tidy(inline(loose))
    if (text !== '') blocks.push(text)
    loose = []
  }
  for (const node of nodes) {
    if (typeof node !== 'string' && holdsBlocks(node)) {
      close()
      blocks.push(...blockOf(node))
    } else {
      loose.push(node)
    }
  }
  close()
  return blocks
}

function holdsBlocks(node: RichElement): boolean {
  if (BLOCKS.has(node.tag)) return true
  return node.children.some((child) => typeof child !== 'string' && holdsBlocks(child))
}

function blockOf(node: RichElement): string[] {
  const level = /^h([1-6])$/.exec(node.tag)?.[1]
  if (level !== undefined)
    return [`${'#'.repeat(Number(level))} ${headingLine(inline(node.children))}`.trim()]
  switch (node.tag) {
    case 'p':
      return [tidy(inline(node.children))].filter((text) => text !== '')
    case 'ul':
    case 'ol':
      return [listOf(node)]
    case 'blockquote':
      return [prefixed(blocksOf(node.children).join('\n\n'), '> ', '> ')]
    case 'pre':
      return [codeBlock(plain(node.children).replace(/\n$/, ''))]
    case 'hr':
      return ['---']
    default:
      return blocksOf(node.children)
  }
}

function listOf(list: RichElement): string {
  const start = Number(list.attributes['start'] ?? '1')
  // Markdown counts with nine digits at the most.
  let number = Number.isInteger(start) && start >= 0 && start < 1e8 ? start : 1
  const items: string[] = []
  for (const item of list.children) {
    if (typeof item === 'string') {
      if (item.trim() !== '') throw new NotSimple()
      continue
    }
    if (item.tag !== 'li') throw new NotSimple()
    const marker = list.tag === 'ol' ? `${number++}. ` : '- '
    items.push(prefixed(blocksOf(item.children).join('\n'), marker, ' '.repeat(marker.length)))
  }
  return items.join('\n')
}

function inline(nodes: readonly RichNode[]): string {
  return nodes.map(inlineOf).join('')
}

function inlineOf(node: RichNode): string {
  if (typeof node === 'string') {
    if (isReserved(node)) throw new NotSimple()
    return escaped(node.replace(/\s+/g, ' '))
  }
  if (DROPPED.has(node.tag)) return ''
  const style = node.attributes['style'] ?? ''
  switch (node.tag) {
    case 'br':
      return '  \n'
    case 'b':
    case 'strong':
      // Google Docs wraps all that is copied in one `b` that is not bold.
      return /font-weight:\s*(normal|400)/.test(style)
        ? inline(node.children)
        : marked(inline(node.children), '**')
    case 'i':
    case 'em':
      return marked(inline(node.children), '*')
    case 's':
    case 'del':
    case 'strike':
      return marked(inline(node.children), '~~')
    case 'code':
      return codeSpan(plain(node.children))
    case 'a':
      return linkOf(node)
    case 'span': {
      const words = inline(node.children)
      const slanted = /font-style:\s*italic/.test(style) ? marked(words, '*') : words
      return /font-weight:\s*(bold|[6-9]00)/.test(style) ? marked(slanted, '**') : slanted
    }
    default:
      if (TRANSPARENT.has(node.tag)) return inline(node.children)
      throw new NotSimple()
  }
}

function linkOf(node: RichElement): string {
  const address = node.attributes['href'] ?? ''
  const text = inline(node.children)
  if (!/^(https?:|mailto:|tel:)/i.test(address) || text.trim() === '') return text
  return link(text, address)
}

function plain(nodes: readonly RichNode[]): string {
  return nodes
    .map((node) => (typeof node === 'string' ? node : node.tag === 'br' ? '\n' : plain(node.children)))
    .join('')
}

function prefixed(text: string, first: string, rest: string): string {
  return text
    .split('\n')
    .map((line, index) => ((index === 0 ? first : rest) + line).trimEnd())
    .join('\n')
}
