import type { ChangeSpec, EditorState, Line, TransactionSpec } from '@codemirror/state'
import { lineParts, selectedLines } from './commands/segments.ts'

/**
 * Puts the selected list items one level deeper (under the item above) or one level back. Null when the
 * selection is not in a list, so that the key can do something else.
 */
export function shiftItems(state: EditorState, direction: 'deeper' | 'back'): TransactionSpec | null {
  const lines = selectedLines(state).filter((line) => line.text.trim() !== '')
  const first = lines[0]
  if (first === undefined || lines.some((line) => lineParts(line.text).marker === '')) return null
  const width = direction === 'deeper' ? roomBelow(state, first) : -roomBefore(state, first)
  const changes: ChangeSpec[] = []
  for (const line of lines) {
    const indent = /^[ \t]*/.exec(line.text)?.[0].length ?? 0
    if (width > 0) changes.push({ from: line.from, insert: ' '.repeat(width) })
    else if (width < 0 && indent > 0)
      changes.push({ from: line.from, to: line.from + Math.min(indent, -width) })
  }
  return {
    changes,
    scrollIntoView: true,
    userEvent: direction === 'deeper' ? 'input.indent' : 'delete.dedent',
  }
}

/** Columns that an item moves to lie under its sibling above; 0 when there is none to lie under. */
function roomBelow(state: EditorState, line: Line): number {
  const own = lineParts(line.text).lead.length
  for (const above of itemsAbove(state, line)) {
    if (above.lead.length < own) return 0
    if (above.lead.length === own) return above.marker.length + 1
  }
  return 0
}

/** Columns that an item moves to stand beside the item that it lay under. */
function roomBefore(state: EditorState, line: Line): number {
  const own = lineParts(line.text).lead.length
  for (const above of itemsAbove(state, line)) if (above.lead.length < own) return own - above.lead.length
  return own
}

function* itemsAbove(state: EditorState, line: Line): Iterable<ReturnType<typeof lineParts>> {
  for (let number = line.number - 1; number >= 1; number--) {
    const text = state.doc.line(number).text
    const parts = lineParts(text)
    if (parts.marker !== '') yield parts
    else if (text.trim() !== '' && !/^\s/.test(text)) return
  }
}
