import { isElement, isText, type Parent } from './tree.ts'

const VOID: ReadonlySet<string> = new Set(['br', 'col', 'hr', 'img', 'input', 'source', 'track', 'wbr'])

const ESCAPES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' }

/** Escapes as markdown-it does, so that a text reads the same in a sanitised block and in any other. */
function escape(value: string): string {
  return value.replace(/[&<>"]/g, (char) => ESCAPES[char]!)
}

/** Writes the children of a node as HTML, without comments. Reading it again gives the same tree. */
export function serialise(parent: Parent): string {
  let html = ''
  for (const node of parent.childNodes) {
    if (isText(node)) html += escape(node.value)
    else if (isElement(node)) {
      const { tagName } = node
      html += `<${tagName}`
      for (const { name, value } of node.attrs) html += ` ${name}="${escape(value)}"`
      html += '>'
      if (VOID.has(tagName)) continue
      html += `${serialise(node)}</${tagName}>`
    }
  }
  return html
}
