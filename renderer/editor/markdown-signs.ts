/** Words of rich text among signs of Markdown: what is text stays text, and what is a mark is read as one. */

/** Stand for marks until it is known what they stand between; in no text. */
const OPENS = { '**': '\ue000', '*': '\ue001', '~~': '\ue002' } as const
const CLOSES = { '**': '\ue003', '*': '\ue004', '~~': '\ue005' } as const
const RESERVED = /[\ue000-\ue009]/
const MARK_OF = new Map(
  (Object.keys(OPENS) as Mark[]).flatMap((mark) => [
    [OPENS[mark], mark],
    [CLOSES[mark], mark],
  ]),
)

/** A sign that goes before and after words. */
export type Mark = keyof typeof OPENS

/** Whether a text holds signs that are kept for {@link marked}: then nothing can be said of it. */
export const isReserved = (text: string): boolean => RESERVED.test(text)

/** Marks go close around the words: spaces at their ends stay outside. */
export function marked(text: string, mark: Mark): string {
  const [, before = '', words = '', after = ''] = /^(\s*)([^]*?)(\s*)$/.exec(text) ?? []
  return words === '' ? text : before + OPENS[mark] + words + CLOSES[mark] + after
}

/** What begins an address in text: it becomes a link by itself, and no sign in it can be escaped. */
const ADDRESS = /(https?|ftp)(?=:\/\/)|(www)(?=\.)/gi
/** Stands behind that, until it is known what else stands before the next space. */
const MAYBE = '\ue006'
const PLAIN_ADDRESS = /^(?:[a-z\d\-./:%?=+,@]|[a-z\d]_(?=[a-z\d])|&(?!#?\w+;)|#(?!$))+$/i

/** Signs that would be Markdown, had they been typed: a price is no formula. */
export function escaped(text: string): string {
  return signsIn(text).replace(ADDRESS, `$&${MAYBE}`)
}

/** With an escape in it an address is no link, but all of its signs are there. */
function withAddresses(text: string): string {
  return text.replace(/\ue006(?=(\S*))/g, (_sign, rest: string) => (PLAIN_ADDRESS.test(rest) ? '' : '\\'))
}

function signsIn(text: string): string {
  return text.replace(/[\\`*[\]<$~]|&(?=#?\w+;)|(?<![\p{L}\p{N}])_|_(?![\p{L}\p{N}])/gu, '\\$&')
}

const CODE = ['\ue008', '\ue009'] as const
const LINK = '\ue007'

/** Code in a line, whatever it holds. */
export function codeSpan(code: string): string {
  const words = code.replace(/\s+/g, ' ')
  return words.trim() === '' ? words : CODE[0] + words + CODE[1]
}

/** Words that lead to an address. */
export function link(text: string, address: string): string {
  return `${LINK}[${text.replace(/\s*\n\s*/g, ' ')}](${target(address)})`
}

function withCode(text: string): string {
  // Two that touch would have the signs between them belong to neither.
  return text
    .replaceAll(CODE[1] + CODE[0], '')
    .replace(/\ue008([^\ue009]*)\ue009/g, (_all, words: string) => {
      const fence = fenceFor(words, 1)
      // A sign at its end would belong to the fence; one space at both ends is taken away again.
      const isTight = /^`|`$|^ .* $/.test(words)
      return isTight ? `${fence} ${words} ${fence}` : fence + words + fence
    })
}

/** Right before a link these make a picture or a note of it. */
function withLinks(text: string): string {
  return text.replace(/([!^]?)\ue007/g, (_all, sign: string) => (sign === '' ? '' : `\\${sign}`))
}

/** A block of code, whatever it holds. */
export function codeBlock(code: string): string {
  const fence = fenceFor(code, 3)
  return `${fence}\n${code}\n${fence}`
}

function fenceFor(code: string, least: number): string {
  const longest = Math.max(0, ...[...code.matchAll(/`+/g)].map(([run]) => run.length))
  return '`'.repeat(Math.max(least, longest + 1))
}

function target(address: string): string {
  const safe = address.replace(/[<>\\\n\r]/g, encodeURIComponent)
  return /[\s()]/.test(safe) ? `<${safe}>` : safe
}

/** The words of a heading: one line, in which nothing at the end means anything to Markdown. */
export function headingLine(text: string): string {
  return tidy(text.replace(/ *\n/g, ' '))
    .replace(/(^|[^\\])(#+)$/, '$1\\$2')
    .replace(/\{(?=#[\w-]*\}$)/, '\\{')
}

/** A paragraph without spaces around it, and with no line that would begin something else. */
export function tidy(text: string): string {
  const words = withMarks(text.replace(/[ \t]*\u00a0[ \t]*/g, ' '))
  const lines = withAddresses(withLinks(words)).trim().split('\n')
  return withCode(lines.map(lineOfText).join('\n'))
}

function lineOfText(line: string): string {
  return (
    line
      .trimStart()
      .replace(/^(#{1,6}|[-+])(?=\s|$)/, '\\$1')
      .replace(/^>/, '\\>')
      // A rule, or what makes a heading or a table of the line before.
      .replace(/^([-=|:])(?=[-=|:\s]*$)/, '\\$1')
      .replace(/^(\d+)([.)])(?=\s|$)/, '$1\\$2')
  )
}

/** Puts marks where Markdown reads them as such; elsewhere the words go without. */
function withMarks(text: string): string {
  // What is bold on both sides of nothing is bold throughout.
  let joined = text
  for (const mark of Object.keys(OPENS) as Mark[]) joined = joined.replaceAll(CLOSES[mark] + OPENS[mark], '')
  const signs = [...joined]
  // Each that goes has others stand beside something else.
  for (let pair = misplaced(signs); pair !== null; pair = misplaced(signs)) {
    signs.splice(pair[1], 1)
    signs.splice(pair[0], 1)
  }
  return signs.map((sign) => MARK_OF.get(sign as never) ?? sign).join('')
}

/** Where the first two marks that belong together stand of which Markdown would not read one; null when there are none. */
function misplaced(signs: readonly string[]): readonly [number, number] | null {
  const open: { readonly at: number; readonly mark: Mark; readonly isWithin: boolean }[] = []
  for (const [at, sign] of signs.entries()) {
    const mark = MARK_OF.get(sign as never)
    if (mark === undefined) continue
    if (sign === OPENS[mark]) open.push({ at, mark, isWithin: open.some((one) => one.mark === mark) })
    else {
      const from = open.pop()
      const isParted = from && /\n\s*\n/.test(signs.slice(from.at, at).join(''))
      if (from && (from.isWithin || isParted || !canStand(signs, from.at, at))) return [from.at, at]
    }
  }
  return null
}

/** As CommonMark has it: the run flanks words (https://spec.commonmark.org/0.31.2/#delimiter-run). */
function canStand(signs: readonly string[], from: number, to: number): boolean {
  const [opening, closing] = [runAt(signs, from), runAt(signs, to)]
  return (
    opening.isOf(OPENS) &&
    closing.isOf(CLOSES) &&
    // Of several that begin at once, it is only plain which end where when all end at once.
    (opening.length === 1 || opening.length === closing.length) &&
    flanks(opening.after, opening.before, opening.isMixed) &&
    flanks(closing.before, closing.after, closing.isMixed)
  )
}

/** Beside words a run stands wherever it likes; beside other signs, or made of several, only at an edge. */
function flanks(inner: string, outer: string, isMixed: boolean): boolean {
  return !isSpace(inner) && (isEdge(outer) || (!isSign(inner) && !isMixed))
}

/** The marks that touch one another around a place, and what stands around them. */
function runAt(signs: readonly string[], at: number) {
  let [first, last] = [at, at]
  while (MARK_OF.has(signs[first - 1] as never)) first -= 1
  while (MARK_OF.has(signs[last + 1] as never)) last += 1
  const run = signs.slice(first, last + 1)
  const isTilde = (sign: string): boolean => MARK_OF.get(sign as never) === '~~'
  return {
    before: signs[first - 1] ?? ' ',
    after: signs[last + 1] ?? ' ',
    length: run.length,
    isMixed: run.some(isTilde) && !run.every(isTilde),
    isOf: (kind: typeof OPENS | typeof CLOSES) =>
      run.every((sign) => (Object.values(kind) as string[]).includes(sign)),
  }
}

const isSpace = (sign: string): boolean => /\s/.test(sign)
const isSign = (sign: string): boolean => /[\p{P}\p{S}\ue000-\ue009]/u.test(sign)
const isEdge = (sign: string): boolean => isSpace(sign) || isSign(sign)
