/** The little of a parsed fragment's tree that sanitising needs. */
import { html, parseFragment, type DefaultTreeAdapterTypes as Tree } from 'parse5'

export type Child = Tree.ChildNode
export type Parent = Tree.ParentNode
export type Element = Tree.Element

/** Reads HTML as a browser does inside an article: table parts without a table, for one, are nothing there. */
export function readHtml(source: string): Parent {
  return parseFragment(element('div', [], []), source, { scriptingEnabled: false })
}

export function isElement(node: Child): node is Element {
  return 'tagName' in node
}

export function isText(node: Child): node is Tree.TextNode {
  return node.nodeName === '#text'
}

/** Whether a node is white space between elements. */
export function isBlank(node: Child): boolean {
  return isText(node) && node.value.trim() === ''
}

export function element(tagName: string, attrs: Element['attrs'], childNodes: Child[]): Element {
  return { nodeName: tagName, tagName, attrs, childNodes, namespaceURI: html.NS.HTML, parentNode: null }
}

export function text(value: string): Tree.TextNode {
  return { nodeName: '#text', value, parentNode: null }
}

export function rename(node: Element, tagName: string): Element {
  node.tagName = node.nodeName = tagName
  return node
}

export function attribute(node: Element, name: string): string | undefined {
  return node.attrs.find((attr) => attr.name === name)?.value
}

/** Everything that is text under a node, however deep, but for elements that `skip` names. */
export function textOf(node: Parent, skip: (node: Element) => boolean = () => false): string {
  let words = ''
  const rest: Child[] = [...node.childNodes].reverse()
  for (let next = rest.pop(); next; next = rest.pop()) {
    if (isText(next)) words += next.value
    else if (isElement(next) && !skip(next)) {
      for (let i = next.childNodes.length - 1; i >= 0; i--) rest.push(next.childNodes[i]!)
    }
  }
  return words
}
