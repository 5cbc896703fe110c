/** An element of an XML document; names keep their prefixes. */
export interface XmlElement {
  readonly name: string
  readonly attributes: ReadonlyMap<string, string>
  readonly children: readonly XmlElement[]
  readonly text: string
}

interface Open extends XmlElement {
  readonly children: XmlElement[]
  text: string
}

const NAME = '[A-Za-z_][\\w.:-]*'
const TOKEN = new RegExp(`<(/?)(${NAME})((?:\\s+${NAME}="[^"<]*")*)\\s*(/?)>|([^<]+)`, 'y')
const ENTITY = /&(?:(amp|lt|gt|quot|apos)|#(\d+)|#x([0-9a-f]+));/gi
const ENTITIES: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" }

/** Reads an XML document as strictly as XML 1.0 asks, without DTDs, comments and CDATA. Throws where it is not well-formed. */
export function readXml(document: string): XmlElement {
  const body = document.replace(/^<\?xml version="1\.0" encoding="utf-8"\?>\s*/, '')
  if (/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/.test(body))
    throw new Error('a forbidden character')
  const top: Open = { name: '', attributes: new Map(), children: [], text: '' }
  const open = [top]
  TOKEN.lastIndex = 0
  while (TOKEN.lastIndex < body.length) {
    const at = TOKEN.lastIndex
    const [, end, name, attributes = '', empty, text] = TOKEN.exec(body) ?? []
    const inner = open.at(-1)
    if (inner === undefined || TOKEN.lastIndex <= at)
      throw new Error(`not well-formed: ${body.slice(at, at + 80)}`)
    if (text !== undefined) inner.text += decoded(text)
    else if (end) {
      if (inner.name !== name) throw new Error(`${inner.name} ends as ${name}`)
      open.pop()
    } else {
      const element: Open = { name: name ?? '', attributes: attributesOf(attributes), children: [], text: '' }
      inner.children.push(element)
      if (!empty) open.push(element)
    }
  }
  const [root] = top.children
  if (open.length !== 1 || root === undefined || top.children.length !== 1 || top.text.trim() !== '')
    throw new Error('not one whole element')
  return root
}

function attributesOf(text: string): ReadonlyMap<string, string> {
  const found = new Map<string, string>()
  for (const [, name = '', value = ''] of text.matchAll(new RegExp(`(${NAME})="([^"]*)"`, 'g'))) {
    if (found.has(name)) throw new Error(`two attributes ${name}`)
    found.set(name, decoded(value))
  }
  return found
}

function decoded(text: string): string {
  if (text.replace(ENTITY, '').includes('&')) throw new Error(`an ampersand stands bare: ${text}`)
  return text.replace(ENTITY, (_whole, name?: string, decimal?: string, hex?: string) =>
    name
      ? (ENTITIES[name.toLowerCase()] ?? '')
      : String.fromCodePoint(Number.parseInt(decimal ?? hex ?? '', decimal ? 10 : 16)),
  )
}
