import { ensureSyntaxTree, syntaxTree } from '@codemirror/language'
import type { EditorState, Line, SelectionRange } from '@codemirror/state'

/** The parser's tree of a text, and one node of it. */
export type Tree = ReturnType<typeof syntaxTree>
export type SyntaxNode = Tree['topNode']

/** How long a command may wait for the parser to reach the selection, in milliseconds. */
const PARSE_BUDGET = 100

/** The syntax tree, parsed at least as far as `upto` when that can be had in a blink. */
export function treeUpTo(state: EditorState, upto: number): Tree {
  return ensureSyntaxTree(state, upto, PARSE_BUDGET) ?? syntaxTree(state)
}

/** What stands before the words of a line: quote marks and indentation, a list's or task's mark, a heading's. */
const LINE_PARTS =
  /^((?:[ \t]*>)*[ \t]*)(?:([-*+]|\d{1,9}[.)])(?:([ \t]+)(\[[ xX]\](?=[ \t]|$))?|$))?[ \t]*(#{1,6}(?:[ \t]+|$))?/

export interface LineParts {
  /** Quote marks and indentation. */
  readonly lead: string
  /** `-`, `*`, `+`, `1.` or empty. */
  readonly marker: string
  /** `[ ]`, `[x]` or empty. */
  readonly task: string
  /** Level of an ATX heading, 0 for none. */
  readonly heading: number
  /** Where the words begin, counted from the line's start. */
  readonly content: number
}

/** Takes a line of Markdown apart into its marks and its words. */
export function lineParts(text: string): LineParts {
  const match = LINE_PARTS.exec(text)
  const [whole = '', lead = '', marker = '', , task = '', heading = ''] = match ?? []
  return {
    lead,
    marker,
    task,
    heading: heading.trimEnd().length,
    content: marker === '' && heading === '' ? lead.length : whole.length,
  }
}

/** The lines that a selection touches; one that only ends at a line's very start does not touch that line. */
export function linesOf(state: EditorState, range: SelectionRange): Line[] {
  const lines: Line[] = []
  for (let at = range.from; ;) {
    const line = state.doc.lineAt(at)
    if (line.from < range.to || range.empty || lines.length === 0) lines.push(line)
    if (line.to >= range.to) return lines
    at = line.to + 1
  }
}

/** The lines that all selections touch, each once. */
export function selectedLines(state: EditorState): Line[] {
  const lines: Line[] = []
  for (const range of state.selection.ranges)
    for (const line of linesOf(state, range)) if (line.from > (lines.at(-1)?.from ?? -1)) lines.push(line)
  return lines
}

/** The innermost node of one of these names that holds everything from `from` to `to`. */
export function enclosing(tree: Tree, from: number, to: number, names: readonly string[]): SyntaxNode | null {
  for (const side of [1, -1] as const) {
    for (let node: SyntaxNode | null = tree.resolveInner(from, side); node; node = node.parent)
      if (names.includes(node.name) && node.from <= from && node.to >= to) return node
  }
  return null
}

/** Whether a place lies in a code block, where Markdown means nothing. */
export function inCodeBlock(tree: Tree, at: number): boolean {
  return enclosing(tree, at, at, ['FencedCode', 'CodeBlock']) !== null
}

/** The words of a selection, line by line, without marks of lists and headings and without space at the ends. */
export function segmentsOf(state: EditorState, range: SelectionRange): { from: number; to: number }[] {
  const tree = treeUpTo(state, range.to)
  const segments: { from: number; to: number }[] = []
  for (const line of linesOf(state, range)) {
    if (inCodeBlock(tree, line.from)) continue
    let from = Math.max(range.from, line.from + lineParts(line.text).content)
    let to = Math.min(range.to, line.to)
    while (from < to && /\s/.test(state.doc.sliceString(from, from + 1))) from++
    while (to > from && /\s/.test(state.doc.sliceString(to - 1, to))) to--
    if (from < to) segments.push({ from, to })
  }
  return segments
}
