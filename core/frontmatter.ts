import { parse as parseToml } from 'smol-toml'
import { parseDocument, stringify } from 'yaml'

/** The front matter of a Markdown file, and the text after it. */
export interface FrontMatter {
  readonly kind: 'yaml' | 'toml' | 'none'
  /** Values with the types that the format gives them; dates stay as they were written. */
  readonly values: Readonly<Record<string, unknown>>
  /** The same, but every number, switch or nothing as the text that was written (`007`, `yes`). */
  readonly texts: Readonly<Record<string, unknown>>
  readonly body: string
  /** What could not be understood. Its words are in `values`, or, when nothing could be read, in `body`. */
  readonly problems: readonly FrontMatterProblem[]
}

export interface FrontMatterProblem {
  /** In the file, from 1. */
  readonly line: number
  /** Of the value that was taken as plain text; null when the whole was left in the body. */
  readonly key: string | null
  /** The parser's own words. */
  readonly problem: string
}

type Values = Record<string, unknown>
type Parsed = Pick<FrontMatter, 'values' | 'texts'>

/**
 * Splits a Markdown file in front matter and body: YAML between `---` as Jekyll, Hugo and Obsidian write it, or
 * TOML between `+++`. Faulty front matter is read value by value, and no word of it is lost. Line ends must be
 * `\n` and a byte order mark gone.
 */
export function readFrontMatter(text: string): FrontMatter {
  const yaml = /^---[ \t]*\n(?:([\s\S]*?)\n)??(?:---|\.\.\.)[ \t]*(?:\n|$)/.exec(text)
  if (yaml) return readYaml(text, yaml[1] ?? '', text.slice(yaml[0].length))
  const toml = /^\+\+\+[ \t]*\n(?:([\s\S]*?)\n)??\+\+\+[ \t]*(?:\n|$)/.exec(text)
  if (toml) return readToml(text, toml[1] ?? '', text.slice(toml[0].length))
  return { kind: 'none', values: {}, texts: {}, body: text, problems: [] }
}

/**
 * A Markdown file with YAML front matter that {@link readFrontMatter} reads back: the same values, the same body. What
 * says nothing (null, an empty text or list) is left out; without any value the body stands alone.
 */
export function writeFrontMatter(values: Readonly<Record<string, unknown>>, body: string): string {
  const said = Object.entries(values).filter(([, value]) => !isNothing(value))
  // Where nothing is said, a body that begins as front matter does must not be taken for it.
  if (said.length === 0 && !/^(?:---|\+\+\+)/.test(body)) return body
  return `---\n${said.length === 0 ? '' : stringify(Object.fromEntries(said), { lineWidth: 0 })}---\n${body}`
}

function isNothing(value: unknown): boolean {
  return value === null || value === undefined || value === '' || (Array.isArray(value) && value.length === 0)
}

function readYaml(text: string, source: string, body: string): FrontMatter {
  const whole = parseYaml(source)
  if ('error' in whole) {
    const mended = readByKey(source)
    if (mended) return { kind: 'yaml', ...mended, body }
    return unreadable(text, whole)
  }
  // Between two rules may also stand a text: then it is no front matter.
  if (!whole.values) return { kind: 'none', values: {}, texts: {}, body: text, problems: [] }
  return { kind: 'yaml', values: whole.values, texts: whole.texts, body, problems: [] }
}

interface ParseError {
  readonly error: string
  /** Within the source, from 0. */
  readonly line: number
}

/** `values` is null when the YAML is no mapping. */
function parseYaml(source: string): ParseError | Parsed | { readonly values: null } {
  const indented = indentQuoted(source)
  const options = { merge: true, uniqueKeys: false, logLevel: 'silent' } as const
  const typed = parseDocument(indented, options)
  const [first] = typed.errors
  if (first) return { error: first.message.split('\n')[0] ?? '', line: (first.linePos?.[0].line ?? 1) - 1 }
  try {
    // Throws at aliases that would blow up the document.
    const values: unknown = typed.toJS() ?? {}
    const texts: unknown = parseDocument(indented, { ...options, schema: 'failsafe' }).toJS() ?? {}
    return isMapping(values) && isMapping(texts) ? { values, texts } : { values: null }
  } catch (error) {
    return { error: error instanceof Error ? error.message : String(error), line: 0 }
  }
}

const KEY = /^(["']?)([^\s"'#:{}[\],&*!|>%@`-][^"':]*?)\1[ \t]*:(?=[ \t]|$)/

/**
 * Indents the lines on which a quoted text at the top level goes on. Strictly they must be; Ruby, Go and JavaScript
 * sites have long been written without, and the text is the same.
 */
function indentQuoted(source: string): string {
  let closing: '"' | "'" | null = null
  const lines = source.split('\n').map((line) => {
    if (closing) {
      const isLast = closes(line, closing)
      if (isLast) closing = null
      return `  ${line}`
    }
    const key = KEY.exec(line)
    const value = key ? line.slice(key[0].length).trimStart() : ''
    const quote = value[0]
    if ((quote === '"' || quote === "'") && !closes(value.slice(1), quote)) closing = quote
    return line
  })
  return closing ? source : lines.join('\n')
}

/** Whether a quoted text ends on this line: `\"` and `''` are part of it. */
function closes(line: string, quote: '"' | "'"): boolean {
  const rest = quote === '"' ? line.replace(/\\./g, '') : line.replaceAll("''", '')
  return rest.includes(quote)
}

/** Reads each key of the top level by itself; what still is no YAML is taken as the plain text that stands there. */
function readByKey(source: string): Omit<FrontMatter, 'kind' | 'body'> | null {
  const values: Values = {}
  const texts: Values = {}
  const problems: FrontMatterProblem[] = []
  for (const { key, line, lines } of partsOf(source)) {
    const part = parseYaml(lines.join('\n'))
    if ('error' in part) {
      if (key === null) return null
      const plain = plainText(lines)
      put(values, key, plain)
      put(texts, key, plain)
      // The opening `---` is the first line.
      problems.push({ line: line + part.line + 2, key, problem: part.error })
    } else if (part.values) {
      for (const [name, value] of Object.entries(part.values)) put(values, name, value)
      for (const [name, value] of Object.entries(part.texts)) put(texts, name, value)
    }
  }
  return { values, texts, problems }
}

interface Part {
  /** Null for what stands before the first key. */
  readonly key: string | null
  readonly line: number
  readonly lines: string[]
}

function partsOf(source: string): Part[] {
  const parts: Part[] = []
  for (const [line, text] of source.split('\n').entries()) {
    const key = KEY.exec(text)?.[2]
    if (key !== undefined) parts.push({ key, line, lines: [text] })
    else if (parts.length > 0) parts.at(-1)?.lines.push(text)
    else if (text.trim() !== '' && !text.startsWith('#')) parts.push({ key: null, line, lines: [text] })
  }
  return parts
}

function plainText(lines: readonly string[]): string {
  const text = lines.join('\n').replace(KEY, '').trim()
  const quoted = /^(["'])([\s\S]*)\1$/.exec(text)
  return (quoted?.[2] ?? text).replace(/\s*\n\s*/g, '\n')
}

function readToml(text: string, source: string, body: string): FrontMatter {
  try {
    const values = plainDates(parseToml(source)) as Values
    return { kind: 'toml', values, texts: asTexts(values) as Values, body, problems: [] }
  } catch (error) {
    if (!(error instanceof Error)) throw error
    const line = (error as { line?: number }).line ?? 1
    return unreadable(text, { error: error.message.split('\n')[0] ?? '', line: line - 1 })
  }
}

/** TOML dates as they were written: with an offset, without one, or without a time. */
function plainDates(value: unknown): unknown {
  if (value instanceof Date) return value.toISOString()
  if (Array.isArray(value)) return value.map(plainDates)
  if (!isMapping(value)) return value
  return Object.fromEntries(Object.entries(value).map(([key, entry]) => [key, plainDates(entry)]))
}

function asTexts(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(asTexts)
  if (!isMapping(value)) return String(value)
  return Object.fromEntries(Object.entries(value).map(([key, entry]) => [key, asTexts(entry)]))
}

function unreadable(text: string, { error, line }: ParseError): FrontMatter {
  return {
    kind: 'none',
    values: {},
    texts: {},
    body: text,
    problems: [{ line: line + 2, key: null, problem: error }],
  }
}

function isMapping(value: unknown): value is Values {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

/** Also for a key such as `__proto__`. */
function put(values: Values, key: string, value: unknown): void {
  Object.defineProperty(values, key, { value, enumerable: true, configurable: true, writable: true })
}
