/** What raw HTML may contain. What is not listed here does not reach a page. */
import { isSafeImage, isSafeLink, isSafeMedia } from './address.ts'

/** Says whether an attribute's value may stay. */
type Check = (value: string) => boolean

const any: Check = () => true
const flag: Check = any
const pixels: Check = (value) => /^\d{1,5}$/.test(value)
const count: Check = (value) => /^[1-9]\d{0,2}$/.test(value)
const integer: Check = (value) => /^-?\d{1,6}$/.test(value)
const oneOf =
  (...values: string[]): Check =>
  (value) =>
    values.includes(value.toLowerCase())

const LANGUAGE = /^[a-z]{2,3}(?:-[a-z0-9]{2,8})*$/i
const DATE_TIME =
  /^\d{4}(?:-\d{2}(?:-\d{2}(?:[T ]\d{2}:\d{2}(?::\d{2}(?:\.\d{1,3})?)?(?:Z|[+-]\d{2}:?\d{2})?)?)?)?$/

/** Attributes of every element. Ids are handed out by the body's register, see `sanitise.ts`. */
const EVERYWHERE: Readonly<Record<string, Check>> = {
  class: (value) => /^[\w\s-]+$/.test(value) && value.trim() !== '',
  dir: oneOf('ltr', 'rtl', 'auto'),
  lang: (value) => LANGUAGE.test(value),
  title: any,
  translate: oneOf('yes', 'no'),
}

const MEDIA = { src: isSafeMedia, controls: flag, loop: flag, muted: flag }
const CELL = { colspan: count, rowspan: count }

/** Elements that stay, each with its own attributes. */
const ELEMENTS: Readonly<Record<string, Readonly<Record<string, Check>>>> = {
  a: { href: isSafeLink, hreflang: (value) => LANGUAGE.test(value) },
  abbr: {},
  audio: MEDIA,
  b: {},
  bdi: {},
  bdo: {},
  blockquote: {},
  br: {},
  caption: {},
  cite: {},
  code: {},
  col: { span: count },
  colgroup: { span: count },
  dd: {},
  del: {},
  details: { open: flag },
  dfn: {},
  div: {},
  dl: {},
  dt: {},
  em: {},
  figcaption: {},
  figure: {},
  h1: {},
  h2: {},
  h3: {},
  h4: {},
  h5: {},
  h6: {},
  hr: {},
  i: {},
  img: { src: isSafeImage, alt: any, width: pixels, height: pixels },
  ins: {},
  kbd: {},
  li: { value: integer },
  mark: {},
  ol: { start: integer, reversed: flag, type: (value) => /^[1aAiI]$/.test(value) },
  p: {},
  pre: {},
  q: {},
  rp: {},
  rt: {},
  ruby: {},
  s: {},
  samp: {},
  small: {},
  source: { src: isSafeMedia, type: (value) => /^(?:audio|video)\/[\w.+-]+$/i.test(value) },
  span: {},
  strong: {},
  sub: {},
  summary: {},
  sup: {},
  table: {},
  tbody: {},
  td: CELL,
  tfoot: {},
  th: { ...CELL, scope: oneOf('col', 'row', 'colgroup', 'rowgroup') },
  thead: {},
  time: { datetime: (value) => DATE_TIME.test(value) },
  tr: {},
  track: {
    src: isSafeMedia,
    kind: oneOf('subtitles', 'captions', 'descriptions', 'chapters'),
    srclang: (value) => LANGUAGE.test(value),
    label: (value) => value.trim() !== '',
    default: flag,
  },
  u: {},
  ul: {},
  var: {},
  video: { ...MEDIA, poster: isSafeMedia, width: pixels, height: pixels, playsinline: flag },
  wbr: {},
}

/** Elements that go with everything in them. Others that are not listed go, and their content stays. */
const DROPPED: ReadonlySet<string> = new Set(
  (
    'applet area base basefont bgsound canvas command datalist frame frameset head input keygen link map math meta ' +
    'meter noembed noframes object optgroup option param portal progress script select style svg template textarea title'
  ).split(' '),
)

/** Elements that are obsolete or belong to the page, and what says the same inside a body. */
const RENAMED: Readonly<Record<string, string>> = {
  acronym: 'abbr',
  address: 'div',
  article: 'div',
  aside: 'div',
  center: 'div',
  dialog: 'div',
  dir: 'ul',
  fieldset: 'div',
  footer: 'div',
  form: 'div',
  header: 'div',
  hgroup: 'div',
  legend: 'div',
  listing: 'pre',
  main: 'div',
  menu: 'ul',
  nav: 'div',
  plaintext: 'pre',
  section: 'div',
  strike: 's',
  tt: 'code',
  xmp: 'pre',
}

/** What becomes of an element: its name on the page, `unwrap` (its content stays) or `drop`. */
export function fateOf(name: string): { readonly keep: string } | 'unwrap' | 'drop' {
  if (DROPPED.has(name)) return 'drop'
  const today = Object.hasOwn(RENAMED, name) ? RENAMED[name]! : name
  return Object.hasOwn(ELEMENTS, today) ? { keep: today } : 'unwrap'
}

/** Whether an attribute may stay on an element of this name. */
export function isAllowed(element: string, attribute: string, value: string): boolean {
  if (!Object.hasOwn(ELEMENTS, element)) return false
  const own = ELEMENTS[element]!
  if (Object.hasOwn(own, attribute)) return own[attribute]!(value)
  return Object.hasOwn(EVERYWHERE, attribute) && EVERYWHERE[attribute]!(value)
}
