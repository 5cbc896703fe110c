import { EditorSelection } from '@codemirror/state'
import type { ChangeSpec, EditorState, SelectionRange, TransactionSpec } from '@codemirror/state'
import { enclosing, segmentsOf, treeUpTo, type SyntaxNode, type Tree } from './segments.ts'

export type InlineStyle = 'bold' | 'italic' | 'strikethrough' | 'code'

interface Style {
  readonly node: string
  readonly mark: string
}

const STYLES: Readonly<Record<InlineStyle, Style>> = {
  bold: { node: 'StrongEmphasis', mark: '**' },
  italic: { node: 'Emphasis', mark: '*' },
  strikethrough: { node: 'Strikethrough', mark: '~~' },
  code: { node: 'InlineCode', mark: '`' },
}

interface Span {
  readonly from: number
  readonly to: number
}

/**
 * Gives every selection a style, or takes it away where all of it has the style already. A bare caret stands for
 * the word around it; outside a word it gets a pair of marks to type between. One transaction, for all carets.
 */
export function toggleInline(state: EditorState, name: InlineStyle): TransactionSpec {
  const style = STYLES[name]
  const tree = treeUpTo(state, state.selection.ranges.at(-1)?.to ?? 0)
  const removing = state.selection.ranges.every((range) => isStyled(state, tree, range, style))
  return {
    ...state.changeByRange((range) => {
      const word = range.empty ? state.wordAt(range.head) : null
      if (removing) return without(state, tree, range, style)
      if (range.empty && !word) return emptyPair(range, style)
      const changes = segmentsOf(state, word ?? range).flatMap((span) => added(state, tree, span, style))
      return placed(state, range, changes)
    }),
    scrollIntoView: true,
    userEvent: 'input.format',
  }
}

/** Whether the style's button should look pressed at the main selection. */
export function hasInline(state: EditorState, name: InlineStyle): boolean {
  const range = state.selection.main
  return isStyled(state, treeUpTo(state, range.to), range, STYLES[name])
}

function isStyled(state: EditorState, tree: Tree, range: SelectionRange, style: Style): boolean {
  if (range.empty)
    return enclosing(tree, range.from, range.to, [style.node]) !== null || betweenMarks(state, range, style)
  const spans = segmentsOf(state, range)
  return spans.length > 0 && spans.every((span) => enclosing(tree, span.from, span.to, [style.node]) !== null)
}

/** Whether a caret stands in a pair of marks with nothing in it yet (and not in the middle of a longer run). */
function betweenMarks(state: EditorState, range: SelectionRange, style: Style): boolean {
  const size = style.mark.length
  const text = (from: number, to: number): string => state.sliceDoc(Math.max(0, from), Math.max(0, to))
  const at = range.from
  const run = [
    text(at - size - 1, at - size),
    text(at - size, at),
    text(at, at + size),
    text(at + size, at + size + 1),
  ]
  return (
    run[1] === style.mark && run[2] === style.mark && run[0] !== style.mark[0] && run[3] !== style.mark[0]
  )
}

type Placed = { range: SelectionRange; changes?: ChangeSpec }

function emptyPair(range: SelectionRange, style: Style): Placed {
  return {
    changes: { from: range.from, insert: style.mark + style.mark },
    range: EditorSelection.cursor(range.from + style.mark.length),
  }
}

function without(state: EditorState, tree: Tree, range: SelectionRange, style: Style): Placed {
  if (range.empty && betweenMarks(state, range, style)) {
    const from = range.from - style.mark.length
    return { changes: { from, to: range.from + style.mark.length }, range: EditorSelection.cursor(from) }
  }
  const spans: readonly Span[] = range.empty ? [range] : segmentsOf(state, range)
  const changes = spans.flatMap((span) => {
    const node = enclosing(tree, span.from, span.to, [style.node])
    return node ? removed(state, node, range.empty ? node : span) : []
  })
  return placed(state, range, changes)
}

/** Takes the style from `span` alone: what stands before and after it inside the node keeps its marks. */
function removed(state: EditorState, node: SyntaxNode, span: Span): ChangeSpec[] {
  const [open, close] = marksOf(node)
  const before = state.sliceDoc(open.to, Math.max(open.to, span.from)).trimEnd()
  const after = state.sliceDoc(Math.min(close.from, span.to), close.from)
  const mark = state.sliceDoc(open.from, open.to)
  const changes: ChangeSpec[] = []
  if (before.trim() === '') changes.push({ from: open.from, to: open.to })
  else changes.push({ from: open.to + before.length, insert: mark })
  if (after.trim() === '') changes.push({ from: close.from, to: close.to })
  else changes.push({ from: close.from - after.trimStart().length, insert: mark })
  return changes
}

function marksOf(node: SyntaxNode): [Span, Span] {
  const first = node.firstChild
  const last = node.lastChild
  return [first ?? { from: node.from, to: node.from }, last ?? { from: node.to, to: node.to }]
}

function added(state: EditorState, tree: Tree, span: Span, style: Style): ChangeSpec[] {
  if (enclosing(tree, span.from, span.to, [style.node])) return []
  const inner: Span[] = []
  tree.iterate({
    from: span.from,
    to: span.to,
    enter: (node) => {
      if (node.name !== style.node || node.from < span.from || node.to > span.to) return
      for (const { from, to } of marksOf(node.node)) inner.push({ from, to })
    },
  })
  const [open, close] = fences(textWithout(state, span, inner), style)
  return [...inner, { from: span.from, insert: open }, { from: span.to, insert: close }]
}

function textWithout(state: EditorState, span: Span, gaps: readonly Span[]): string {
  let text = ''
  let at = span.from
  for (const gap of gaps) {
    text += state.sliceDoc(at, gap.from)
    at = gap.to
  }
  return text + state.sliceDoc(at, span.to)
}

/** Code that holds backticks needs a longer fence (CommonMark 0.31, 6.1). */
function fences(text: string, style: Style): [string, string] {
  if (style.mark !== '`') return [style.mark, style.mark]
  const longest = Math.max(0, ...(text.match(/`+/g) ?? []).map((run) => run.length))
  if (longest === 0) return ['`', '`']
  const fence = '`'.repeat(longest + 1)
  const pad = text.startsWith('`') || text.endsWith('`') ? ' ' : ''
  return [fence + pad, pad + fence]
}

/** Keeps the same words selected: marks put at the selection's ends stay outside it. */
function placed(state: EditorState, range: SelectionRange, changes: readonly ChangeSpec[]): Placed {
  const set = state.changes(changes)
  if (range.empty) return { changes, range: EditorSelection.cursor(set.mapPos(range.head, -1)) }
  const from = set.mapPos(range.from, 1)
  const to = set.mapPos(range.to, -1)
  const forward = range.anchor <= range.head
  return { changes, range: EditorSelection.range(forward ? from : to, forward ? to : from) }
}
