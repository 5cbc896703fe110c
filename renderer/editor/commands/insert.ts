import { EditorSelection } from '@codemirror/state'
import type { EditorState, TransactionSpec } from '@codemirror/state'
import { gapAfter, gapBefore } from './lines.ts'
import { enclosing, inCodeBlock, lineParts, treeUpTo } from './segments.ts'

const ADDRESS = /^(https?:\/\/|mailto:|media\/|[\w-]+\.html\b)\S*$/i

/**
 * Makes each selection a link, its address still to be typed; a selected address becomes the target instead.
 * Inside a link it takes the link away and keeps its words.
 */
export function toggleLink(state: EditorState): TransactionSpec {
  const tree = treeUpTo(state, state.selection.ranges.at(-1)?.to ?? 0)
  return {
    ...state.changeByRange((range) => {
      const node = enclosing(tree, range.from, range.to, ['Link'])
      const label = node && /^\[([^]*)\]\([^]*\)$/.exec(state.sliceDoc(node.from, node.to))?.[1]
      if (node && label !== undefined && label !== null) {
        const changes = state.changes([
          { from: node.from, to: node.from + 1 },
          { from: node.from + 1 + label.length, to: node.to },
        ])
        return { changes, range: range.map(changes) }
      }
      const text = state.sliceDoc(range.from, range.to)
      const isAddress = ADDRESS.test(text)
      const insert = isAddress ? `[](${text})` : `[${text}]()`
      const caret = range.from + (isAddress || text === '' ? 1 : insert.length - 1)
      return { changes: { from: range.from, to: range.to, insert }, range: EditorSelection.cursor(caret) }
    }),
    scrollIntoView: true,
    userEvent: 'input.format',
  }
}

/** An address that is pasted: on its own, from a browser or mail program. */
const PASTED_ADDRESS = /^(https?:\/\/|mailto:)\S+$/i

/** Where a link would be read as its signs, or end another one. */
const NO_LINKS = ['Link', 'Image', 'URL', 'InlineCode', 'FencedCode', 'CodeBlock', 'HTMLBlock', 'HTMLTag']

/**
 * Makes the selected words a link to the address that is pasted over them. Null when that is no address, or when
 * words that can be a link are not selected: it is pasted as it is then.
 */
export function linkTo(state: EditorState, pasted: string): TransactionSpec | null {
  const address = pasted.trim()
  if (!PASTED_ADDRESS.test(address)) return null
  const tree = treeUpTo(state, state.selection.ranges.at(-1)?.to ?? 0)
  const canBeLinks = state.selection.ranges.every(({ from, to }) => {
    const words = state.sliceDoc(from, to)
    if (words.trim() === '' || words.includes('\n') || ADDRESS.test(words)) return false
    return enclosing(tree, from, to, NO_LINKS) === null
  })
  if (!canBeLinks) return null
  const target = /[()<>]/.test(address) ? `<${address.replace(/[<>]/g, encodeURIComponent)}>` : address
  return {
    ...state.changeByRange((range) => {
      // Spaces at the ends of what was selected stay outside.
      const [, before, words, after] = /^(\s*)([^]*?)(\s*)$/.exec(state.sliceDoc(range.from, range.to)) ?? []
      const insert = `${before}[${words}](${target})${after}`
      return {
        changes: { from: range.from, to: range.to, insert },
        range: EditorSelection.cursor(range.from + insert.length),
      }
    }),
    scrollIntoView: true,
    userEvent: 'input.paste',
  }
}

/** Markdown of a picture; brackets in the words would end them early, so they are escaped. */
export function picture(alternative: string, address: string): string {
  const target = /[\s()<>]/.test(address) ? `<${address.replace(/[<>]/g, encodeURIComponent)}>` : address
  return `![${alternative.replace(/[[\]\\]/g, '\\$&').replace(/\s+/g, ' ')}](${target})`
}

/**
 * The change that puts pictures at a place: as blocks of their own on an empty line and at either end of a
 * paragraph, where they become figures; within the words, in a list or a quote exactly there.
 */
export function picturesAt(
  state: EditorState,
  at: number,
  pictures: readonly string[],
): { readonly from: number; readonly to: number; readonly insert: string } {
  const line = state.doc.lineAt(at)
  const { lead, marker } = lineParts(line.text)
  const block = pictures.join('\n\n')
  if (line.text.trim() === '')
    return { from: line.from, to: line.to, insert: gapBefore(state, line) + block + gapAfter(state, line) }
  const plain = marker === '' && lead === '' && !inCodeBlock(treeUpTo(state, at), at)
  if (plain && at === line.from) return { from: at, to: at, insert: `${gapBefore(state, line)}${block}\n\n` }
  if (plain && at === line.to) return { from: at, to: at, insert: `\n\n${block}${gapAfter(state, line)}` }
  return { from: at, to: at, insert: pictures.join(' ') }
}

/** Puts a block on lines of its own under the line of the caret, with empty lines around it. */
export function insertBlock(
  state: EditorState,
  block: string,
  select: { readonly from: number; readonly to: number },
): TransactionSpec {
  const line = state.doc.lineAt(state.selection.main.to)
  const blank = line.text.trim() === ''
  const before = blank ? gapBefore(state, line) : '\n\n'
  const after = line.number === state.doc.lines ? '\n' : gapAfter(state, line)
  const from = blank ? line.from : line.to
  const start = from + before.length
  return {
    changes: { from, to: line.to, insert: before + block + after },
    selection: { anchor: start + select.from, head: start + select.to },
    scrollIntoView: true,
    userEvent: 'input.format',
  }
}

/** A table of two columns and two rows, its first heading selected. `heading` gives a column's placeholder. */
export function insertTable(state: EditorState, heading: (column: number) => string): TransactionSpec {
  const names = [heading(1), heading(2)]
  const row = (cells: readonly string[]): string => `| ${cells.join(' | ')} |`
  const empty = row(names.map((name) => ' '.repeat(name.length)))
  const block = [
    row(names),
    row(names.map((name) => '-'.repeat(Math.max(3, name.length)))),
    empty,
    empty,
  ].join('\n')
  return insertBlock(state, block, { from: 2, to: 2 + (names[0]?.length ?? 0) })
}

/** A line across the page, the caret after it. */
export function insertRule(state: EditorState): TransactionSpec {
  return insertBlock(state, '---\n', { from: 4, to: 4 })
}

/** A numbered footnote at the caret, with the caret moved to where its text is to be typed, at the end. */
export function insertFootnote(state: EditorState): TransactionSpec {
  const number = nextFootnote(state.doc.toString())
  const at = state.selection.main.to
  const end = state.doc.length
  const lastLine = state.doc.lineAt(end).text
  const gap = end === 0 || lastLine === '' ? '\n' : /^\[\^[^\]]+\]:/.test(lastLine) ? '\n' : '\n\n'
  const note = `${gap}[^${number}]: `
  const mark = `[^${number}]`
  return {
    changes: [
      { from: at, insert: mark },
      { from: end, insert: note },
    ],
    selection: { anchor: end + mark.length + note.length },
    scrollIntoView: true,
    userEvent: 'input.format',
  }
}

/** The lowest number above all that footnotes use. */
function nextFootnote(text: string): number {
  const used = [...text.matchAll(/\[\^(\d{1,6})\]/g)].map((match) => Number(match[1]))
  return Math.max(0, ...used) + 1
}
