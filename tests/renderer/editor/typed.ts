import { EditorSelection, EditorState } from '@codemirror/state'
import type { TransactionSpec } from '@codemirror/state'
import { markdown, markdownLanguage } from '@codemirror/lang-markdown'

/** An editor's state from text in which `‹` and `›` stand around each selection, and `|` at each caret. */
export function typed(marked: string): EditorState {
  const ranges = []
  let doc = ''
  let anchor = 0
  for (const sign of marked) {
    if (sign === '‹') anchor = doc.length
    else if (sign === '›') ranges.push(EditorSelection.range(anchor, doc.length))
    else if (sign === '|') ranges.push(EditorSelection.cursor(doc.length))
    else doc += sign === '¦' ? '|' : sign
  }
  return EditorState.create({
    doc,
    selection: EditorSelection.create(ranges.length > 0 ? ranges : [EditorSelection.cursor(0)]),
    extensions: [EditorState.allowMultipleSelections.of(true), markdown({ base: markdownLanguage })],
  })
}

/** The text of a state with its selections marked as {@link typed} reads them. */
export function shown(state: EditorState): string {
  let text = ''
  let done = 0
  const escaped = (from: number, to: number): string => state.sliceDoc(from, to).replaceAll('|', '¦')
  for (const range of state.selection.ranges) {
    text += escaped(done, range.from)
    text += range.empty ? '|' : `‹${escaped(range.from, range.to)}›`
    done = range.to
  }
  return text + escaped(done, state.doc.length)
}

/** What a command makes of a marked text. */
export function after(marked: string, command: (state: EditorState) => TransactionSpec): string {
  const state = typed(marked)
  return shown(state.update(command(state)).state)
}
