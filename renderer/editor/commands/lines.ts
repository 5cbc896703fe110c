import type { ChangeSpec, EditorState, Line, TransactionSpec } from '@codemirror/state'
import { enclosing, lineParts, selectedLines, treeUpTo } from './segments.ts'
import type { LineParts } from './segments.ts'

export type ListKind = 'bullet' | 'ordered' | 'task'

/** Makes the selected lines headings of one level (1 to 6); lines that all are so already become paragraphs. */
export function toggleHeading(state: EditorState, level: number): TransactionSpec {
  const lines = filled(selectedLines(state))
  const removing = lines.every((line) => headingLevel(state, line) === level)
  const changes = lines.flatMap((line) => {
    const parts = lineParts(line.text)
    const marks = removing ? '' : `${'#'.repeat(level)} `
    return [
      { from: line.from + parts.lead.length, to: line.from + parts.content, insert: marks },
      ...underline(state, line),
    ]
  })
  return formatted(state, changes)
}

/** Makes headings paragraphs again; other lines stay. */
export function clearHeading(state: EditorState): TransactionSpec {
  const lines = selectedLines(state).filter((line) => headingLevel(state, line) > 0)
  const changes = lines.flatMap((line) => {
    const parts = lineParts(line.text)
    const marks =
      parts.heading > 0 ? [{ from: line.from + parts.lead.length, to: line.from + parts.content }] : []
    return [...marks, ...underline(state, line)]
  })
  return formatted(state, changes)
}

/** Level of the heading that a line is, whichever way it is written; 0 for none. */
export function headingLevel(state: EditorState, line: Line): number {
  const level = lineParts(line.text).heading
  if (level > 0) return level
  const node = enclosing(treeUpTo(state, line.to), line.from, line.to, ['SetextHeading1', 'SetextHeading2'])
  return node ? Number(node.name.at(-1)) : 0
}

/** Makes the selected lines a list of one kind; lines that all are so already lose their marks. */
export function toggleList(state: EditorState, kind: ListKind): TransactionSpec {
  const lines = filled(selectedLines(state))
  const removing = lines.every((line) => listKind(lineParts(line.text)) === kind)
  const numbers = new Map<string, number>()
  const changes = lines.map((line) => {
    const parts = lineParts(line.text)
    const number = (numbers.get(parts.lead) ?? 0) + 1
    numbers.set(parts.lead, number)
    return {
      from: line.from + parts.lead.length,
      to: line.from + parts.content,
      insert: removing ? '' : listMark(kind, number),
    }
  })
  return formatted(state, changes)
}

/** Which list a line belongs to, or null. */
export function listKind(parts: LineParts): ListKind | null {
  if (parts.marker === '') return null
  if (parts.task !== '') return 'task'
  return /\d/.test(parts.marker) ? 'ordered' : 'bullet'
}

/** Makes the selected lines, empty ones between them too, a quote; or takes one level of quote away. */
export function toggleQuote(state: EditorState): TransactionSpec {
  const lines = selectedLines(state)
  const removing = lines.every((line) => /^[ \t]*>/.test(line.text))
  const changes = lines.map((line) => {
    const mark = /^[ \t]*> ?/.exec(line.text)?.[0] ?? ''
    if (removing) return { from: line.from, to: line.from + mark.length, insert: '' }
    return { from: line.from, insert: line.text === '' && lines.length > 1 ? '>' : '> ' }
  })
  return formatted(state, changes)
}

/** Puts the selected lines in a fenced code block, or takes the fences away from the block around the caret. */
export function toggleCodeBlock(state: EditorState): TransactionSpec {
  const range = state.selection.main
  const node = enclosing(treeUpTo(state, range.to), range.from, range.to, ['FencedCode'])
  if (node) return unfenced(state, node.from, node.to)
  const lines = selectedLines(state)
  const first = lines[0] ?? state.doc.lineAt(range.from)
  const last = lines.at(-1) ?? first
  const text = state.sliceDoc(first.from, last.to)
  const longest = Math.max(2, ...(text.match(/`{3,}/g) ?? []).map((run) => run.length))
  const fence = '`'.repeat(longest + 1)
  return {
    changes: [
      { from: first.from, insert: `${gapBefore(state, first)}${fence}\n` },
      { from: last.to, insert: `\n${fence}${gapAfter(state, last)}` },
    ],
    selection: {
      anchor: first.from + gapBefore(state, first).length + fence.length + 1 + (range.head - first.from),
    },
    scrollIntoView: true,
    userEvent: 'input.format',
  }
}

/** The empty line that a block needs before it, when the line above has words. */
export function gapBefore(state: EditorState, line: Line): string {
  return line.number > 1 && state.doc.line(line.number - 1).text.trim() !== '' ? '\n' : ''
}

/** The empty line that a block needs after it, when the line below has words. */
export function gapAfter(state: EditorState, line: Line): string {
  return line.number < state.doc.lines && state.doc.line(line.number + 1).text.trim() !== '' ? '\n' : ''
}

function unfenced(state: EditorState, from: number, to: number): TransactionSpec {
  const open = state.doc.lineAt(from)
  const close = state.doc.lineAt(to)
  const closed = close.number > open.number && /^[ \t>]*(`{3,}|~{3,})[ \t]*$/.test(close.text)
  const changes: ChangeSpec[] = [{ from: open.from, to: Math.min(open.to + 1, state.doc.length) }]
  if (closed) changes.push({ from: Math.max(close.from - 1, open.to), to: close.to })
  return formatted(state, merged(changes))
}

/** An empty block has one line between its fences at most: keep both deletions apart. */
function merged(changes: ChangeSpec[]): ChangeSpec[] {
  const [open, close] = changes as { from: number; to: number }[]
  if (open && close && close.from < open.to) return [{ from: open.from, to: close.to }]
  return changes
}

/** The `===` or `---` under a heading goes when the heading gets `#` marks or none. */
function underline(state: EditorState, line: Line): ChangeSpec[] {
  const node = enclosing(treeUpTo(state, line.to), line.from, line.to, ['SetextHeading1', 'SetextHeading2'])
  if (!node) return []
  const last = state.doc.lineAt(node.to)
  return last.number > line.number ? [{ from: last.from - 1, to: last.to }] : []
}

function listMark(kind: ListKind, number: number): string {
  if (kind === 'ordered') return `${number}. `
  return kind === 'task' ? '- [ ] ' : '- '
}

/** Empty lines between items stay as they are; an empty line alone does become an item. */
function filled(lines: readonly Line[]): readonly Line[] {
  const words = lines.filter((line) => line.text.trim() !== '')
  return words.length > 0 ? words : lines.slice(0, 1)
}

/** The selection keeps its words; a caret at the end of new marks stays after them. */
function formatted(state: EditorState, changes: readonly ChangeSpec[]): TransactionSpec {
  const set = state.changes(changes)
  return {
    changes: set,
    selection: state.selection.map(set, 1),
    scrollIntoView: true,
    userEvent: 'input.format',
  }
}
