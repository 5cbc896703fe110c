import type { Extension } from '@codemirror/state'
import { EditorView } from '@codemirror/view'
import { markdownOf } from './rich-text.ts'
import type { RichNode } from './rich-text.ts'

/**
 * Text that is pasted from a page or a word processor keeps what Markdown can say of it: headings, lists, links,
 * bold, italic. Anything less simple is pasted as plain text.
 */
export const richPaste: Extension = EditorView.domEventHandlers({
  paste(event, view) {
    const html = event.clipboardData?.getData('text/html') ?? ''
    const plain = event.clipboardData?.getData('text/plain') ?? ''
    if (html === '' || view.state.readOnly) return false
    const markdown = markdownOf(richNodes(html))
    if (markdown === null || markdown === '' || markdown === plain.trim()) return false
    event.preventDefault()
    view.dispatch(view.state.replaceSelection(markdown), { scrollIntoView: true, userEvent: 'input.paste' })
    return true
  },
})

function richNodes(html: string): RichNode[] {
  const page = new DOMParser().parseFromString(html, 'text/html')
  return [...page.body.childNodes].flatMap(richNode)
}

function richNode(node: ChildNode): RichNode[] {
  if (node.nodeType === Node.TEXT_NODE) return [node.nodeValue ?? '']
  if (!(node instanceof Element)) return []
  return [
    {
      tag: node.localName,
      attributes: Object.fromEntries([...node.attributes].map(({ name, value }) => [name, value])),
      children: [...node.childNodes].flatMap(richNode),
    },
  ]
}
