import { html as names, parseFragment, serialize, type DefaultTreeAdapterTypes as Tree } from 'parse5'

/** Written down here once more, so that a change of the allow-list has to be made twice. */
const ELEMENTS = new Set(
  (
    'a abbr audio b bdi bdo blockquote br caption cite code col colgroup dd del details dfn div dl dt em figcaption ' +
    'figure h2 h3 h4 h5 h6 hr i img ins kbd label input li mark ol p pre q rp rt ruby s samp small source span strong ' +
    'sub summary sup table tbody td tfoot th thead time tr track u ul var video wbr'
  ).split(' '),
)

const MATHML = new Set(
  (
    'annotation math mfrac mi mmultiscripts mn mo mover mpadded mphantom mprescripts mroot mrow ms mspace msqrt mstyle ' +
    'msub msubsup msup mtable mtd mtext mtr munder munderover semantics'
  ).split(' '),
)

const MATHML_ATTRIBUTES = new Set(
  (
    'accent accentunder class columnspan depth display displaystyle encoding fence form height largeop linethickness ' +
    'lspace mathvariant maxsize minsize movablelimits rowspan rspace scriptlevel separator stretchy symmetric voffset width'
  ).split(' '),
)

const ATTRIBUTES = new Set(
  (
    'alt aria-label checked class colspan controls datetime decoding default dir disabled height href hreflang id kind ' +
    'label lang loading loop muted open playsinline poster preload reversed role rowspan scope span src srclang start ' +
    'tabindex title translate type value width'
  ).split(' '),
)

const SCHEMES = /^(?:https?|mailto|tel|sms|ftps?|sftp|geo|ircs?|xmpp|matrix|news|webcal|magnet|doi):/i

function context(): Tree.Element {
  return {
    nodeName: 'div',
    tagName: 'div',
    attrs: [],
    childNodes: [],
    namespaceURI: names.NS.HTML,
    parentNode: null,
  }
}

/** What a browser makes of HTML inside an article. */
export function read(html: string): Tree.DocumentFragment {
  return parseFragment(context(), html, { scriptingEnabled: true })
}

/** Every element of a fragment, in order. */
export function elementsOf(parent: Tree.ParentNode): Tree.Element[] {
  return parent.childNodes.flatMap((node) => ('tagName' in node ? [node, ...elementsOf(node)] : []))
}

/** Whether an address names a scheme, as a browser reads it: controls and white space do not count. */
function schemeIsUnsafe(address: string, image: boolean): boolean {
  // oxlint-disable-next-line no-control-regex -- what a browser skips
  const bare = address.replace(/[\u0000-\u0020]/g, '')
  if (!/^[a-z][a-z0-9+.-]*:/i.test(bare)) return false
  if (image && /^data:image\/(?:avif|gif|jpeg|png|webp);base64,/i.test(bare)) return false
  return !SCHEMES.test(bare)
}

/** What is wrong with a body, in words; empty when nothing can run and a browser reads what was written. */
export function faults(html: string): string[] {
  const found: string[] = []
  const fragment = read(html)
  const ids = new Set<string>()
  for (const { tagName, attrs, namespaceURI } of elementsOf(fragment)) {
    const isMath = namespaceURI === names.NS.MATHML
    const isKnown = isMath ? MATHML.has(tagName) : namespaceURI === names.NS.HTML && ELEMENTS.has(tagName)
    if (!isKnown) found.push(`element ${tagName}`)
    for (const { name, value } of attrs) {
      if (!(isMath ? MATHML_ATTRIBUTES : ATTRIBUTES).has(name)) found.push(`attribute ${name} of ${tagName}`)
      if (['href', 'src', 'poster'].includes(name) && schemeIsUnsafe(value, tagName === 'img')) {
        found.push(`address ${value}`)
      }
      if (name === 'id' && ids.has(value)) found.push(`id ${value} twice`)
      if (name === 'id') ids.add(value)
    }
  }
  // a second reading shows whether the first one mended anything; quotes in text may be written either way
  const written = html.replace(/&quot;(?=[^<>]*(?:<|$))/g, '"').replaceAll('\u00a0', '&nbsp;')
  if (serialize(fragment) !== written) found.push(`reads as ${serialize(fragment)}`)
  // oxlint-disable-next-line no-control-regex -- what HTML forbids
  if (/[\u0000-\u0008\u000b-\u001f\u007f-\u009f\ufffe\uffff]/.test(html) || !html.isWellFormed()) {
    found.push('a character that HTML forbids')
  }
  return found
}
