import { EditorView } from '@codemirror/view'
import type { Extension } from '@codemirror/state'
import { linkTo } from './commands/insert.ts'

/** An address that is pasted over words makes them a link to it. */
export const linkPaste: Extension = EditorView.domEventHandlers({
  paste(event, view) {
    if (view.state.readOnly) return false
    const change = linkTo(view.state, event.clipboardData?.getData('text/plain') ?? '')
    if (change === null) return false
    event.preventDefault()
    view.dispatch(change)
    return true
  },
})
