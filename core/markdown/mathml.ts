/** MathML on a page: what may stand there, by MathML Core (https://www.w3.org/TR/mathml-core/). */
import { html as names } from 'parse5'
import { attribute, isElement, isText, text, type Child, type Element } from './tree.ts'

const set = (words: string): ReadonlySet<string> => new Set(words.split(' '))

/** Elements that hold text and nothing else. */
const TOKENS = set('mi mn mo ms mtext annotation')
const LAYOUTS = set(
  'math mfrac mmultiscripts mover mpadded mphantom mprescripts mroot mrow msqrt mspace mstyle msub msubsup msup mtable ' +
    'mtd mtr munder munderover semantics',
)

const FLAG = /^(?:true|false)$/
const LENGTH = /^-?(?:\d{1,3}(?:\.\d{1,6})?|\.\d{1,6})(?:em|ex|pt|px|rem|%)?$/
const COUNT = /^[1-9]\d?$/

/** Attributes that stay, each with the values that it may have. None sets a style: a page's policy forbids it. */
const ATTRIBUTES: Readonly<Record<string, RegExp>> = {
  accent: FLAG,
  accentunder: FLAG,
  columnspan: COUNT,
  depth: LENGTH,
  display: /^block$/,
  displaystyle: FLAG,
  encoding: /^application\/x-tex$/,
  fence: FLAG,
  form: /^(?:prefix|infix|postfix)$/,
  height: LENGTH,
  largeop: FLAG,
  linethickness: LENGTH,
  lspace: LENGTH,
  mathvariant: /^normal$/,
  maxsize: LENGTH,
  minsize: LENGTH,
  movablelimits: FLAG,
  rowspan: COUNT,
  rspace: LENGTH,
  scriptlevel: /^[+-]?\d$/,
  separator: FLAG,
  stretchy: FLAG,
  symmetric: FLAG,
  voffset: LENGTH,
  width: LENGTH,
}

/** Two attributes that checkers know on these elements only; the converter writes them on others too. */
const STYLE = /^(?:displaystyle|scriptlevel)$/
const HOLDS_STYLE = set('math mstyle mtable')

/** Classes that themes know, by what the converter writes for them as a class or a style. */
const CLASSES: readonly (readonly [written: RegExp, ours: string])[] = [
  [/\btml-left\b/, 'math-left'],
  [/\btml-right\b/, 'math-right'],
  [/border-top:0\.\d+em solid/, 'math-line-top'],
  [/border-bottom:0\.\d+em solid/, 'math-line-bottom'],
  [/border-left:0\.\d+em solid/, 'math-line-left'],
  [/border-right:0\.\d+em solid/, 'math-line-right'],
  [/border:[\d.]+\w+ solid/, 'math-box'],
]
const OURS = /^math-(?:left|right|line-(?:top|bottom|left|right)|box|cancel)$/

/** Past this depth a formula is refused: nobody wrote it by hand, and browsers stop at some hundreds. */
const DEEPEST = 60

/** What `menclose` draws, which is not in MathML Core, by its notation. */
const DRAWN: readonly (readonly [notation: RegExp, ours: string])[] = [
  [/^top$/, 'math-line-top'],
  [/^bottom$/, 'math-line-bottom'],
  [/strike$/, 'math-cancel'],
  [/^/, 'math-box'],
]

/** Turns a `menclose` into a row of a class that draws the same. */
function unclose(node: Element): void {
  const notation = attribute(node, 'notation') ?? ''
  const [, drawn] = DRAWN.find(([pattern]) => pattern.test(notation))!
  node.nodeName = node.tagName = 'mrow'
  node.attrs = [{ name: 'class', value: drawn }]
  // the converter's own stroke is an empty row
  node.childNodes = node.childNodes.filter(
    (child) => attributeOf(child, 'class')?.includes('tml-cancel') !== true,
  )
}

function attributeOf(node: Child, name: string): string | undefined {
  return isElement(node) ? attribute(node, name) : undefined
}

function classesOf({ attrs }: Element): string {
  const written = attrs.filter(({ name }) => name === 'class' || name === 'style').map(({ value }) => value)
  const ours = written.flatMap((value) => value.split(' ').filter((name) => OURS.test(name)))
  const from = CLASSES.filter(([pattern]) => written.some((value) => pattern.test(value))).map(
    ([, name]) => name,
  )
  return [...new Set([...ours, ...from])].join(' ')
}

function cleanAttributes(node: Element): Element['attrs'] {
  const mayStyle = HOLDS_STYLE.has(node.tagName)
  const kept = node.attrs.filter(
    ({ name, value }) => ATTRIBUTES[name]?.test(value) === true && (mayStyle || !STYLE.test(name)),
  )
  const classes = classesOf(node)
  return classes === '' ? kept : [...kept, { name: 'class', value: classes }]
}

/**
 * Makes a formula's tree, in place, what a page may hold: elements and attributes of MathML Core on a list, text in
 * elements for text only. What is not on the list goes, its content stays.
 *
 * @returns whether it may stay; a formula that is nested too deeply may not
 */
export function cleanMath(node: Element, depth = 0): boolean {
  if (depth > DEEPEST) return false
  if (node.tagName === 'menclose') unclose(node)
  if (node.tagName === 'mrow' && node.attrs.some(({ name }) => STYLE.test(name))) {
    node.nodeName = node.tagName = 'mstyle'
  }
  const { tagName } = node
  const isToken = TOKENS.has(tagName)
  const kept: Child[] = []
  const rest = [...node.childNodes].reverse()
  for (let child = rest.pop(); child; child = rest.pop()) {
    if (isText(child)) {
      if (isToken && child.value !== '') kept.push(text(child.value.normalize('NFC')))
    } else if (isElement(child)) {
      const isMath = child.namespaceURI === names.NS.MATHML
      const stays = isMath && !isToken && (TOKENS.has(child.tagName) || LAYOUTS.has(child.tagName))
      if (stays || (isMath && !isToken && child.tagName === 'menclose')) {
        if (!cleanMath(child, depth + 1)) return false
        kept.push(child)
      } else if (isMath) rest.push(...[...child.childNodes].reverse())
    }
  }
  node.childNodes = kept
  node.attrs = cleanAttributes(node)
  return true
}

/** The first formula among nodes, or undefined. */
export function formulaIn(nodes: readonly Child[]): Element | undefined {
  return nodes.filter(isElement).find(isFormula)
}

/** Whether an element shows a formula, unlike its annotation, which says it in words. */
export function isFormulaPart(node: Element): boolean {
  return node.namespaceURI === names.NS.MATHML && !/^(?:math|semantics|annotation)$/.test(node.tagName)
}

/** Whether an element is a formula. */
export function isFormula(node: Element): boolean {
  return node.tagName === 'math' && node.namespaceURI === names.NS.MATHML
}
