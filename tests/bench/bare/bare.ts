/** CodeMirror with Markdown and nothing else: what typing costs without an application around it. */
import { markdown } from '@codemirror/lang-markdown'
import { EditorState } from '@codemirror/state'
import { EditorView } from '@codemirror/view'

declare global {
  interface Window {
    openText?: (text: string) => void
  }
}

const parent = document.getElementById('editor')
if (!parent) throw new Error('no place for the editor')
const view = new EditorView({ parent })

window.openText = (text) => {
  view.setState(
    EditorState.create({
      doc: text,
      extensions: [
        markdown(),
        EditorView.lineWrapping,
        EditorView.theme({ '.cm-scroller': { overflow: 'auto' } }),
      ],
    }),
  )
  view.focus()
}
