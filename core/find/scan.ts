/** A search cut into its smallest pieces. */
import { fieldOf } from './fields.ts'
import type { FieldName } from './fields.ts'

export interface Token {
  readonly kind: 'word' | 'phrase' | 'field' | 'or' | 'open' | 'close'
  readonly start: number
  readonly end: number
  /** A minus stands right before it. */
  readonly isNot: boolean
  /** The word, what stood between the quotes, or what stood behind the colon. */
  readonly text: string
  readonly field: FieldName | null
}

const SPACE = /[\s\u0000-\u001f]/
/** `of` in small letters is an English word. */
const OR = /^(?:or|OR|OF|\|)$/

/** Every token of a search, in order. Nothing that is typed can fail: a quote that was not closed ends with the text. */
export function scan(text: string): readonly Token[] {
  const tokens: Token[] = []
  let at = 0
  let depth = 0
  while (at < text.length) {
    if (SPACE.test(text[at] ?? '')) {
      at++
      continue
    }
    const token = next(text, at, depth)
    if (token.kind === 'open') depth++
    if (token.kind === 'close') depth--
    tokens.push(token)
    at = token.end
  }
  return tokens
}

function next(text: string, start: number, depth: number): Token {
  const isNot = text[start] === '-' && start + 1 < text.length && !SPACE.test(text[start + 1] ?? '')
  const from = isNot ? start + 1 : start
  const sign = text[from]
  if (sign === '(') return { kind: 'open', start, end: from + 1, isNot, text: '(', field: null }
  if (sign === ')' && depth > 0) return { kind: 'close', start, end: from + 1, isNot, text: ')', field: null }
  if (sign === '"') {
    const { value, end } = quoted(text, from)
    return { kind: 'phrase', start, end, isNot, text: value, field: null }
  }
  const end = wordEnd(text, from, depth)
  const colon = text.indexOf(':', from)
  const field = colon > from && colon < end ? fieldOf(text.slice(from, colon)) : undefined
  if (field !== undefined) return { kind: 'field', start, isNot, field, ...valueAt(text, colon + 1, depth) }
  const word = text.slice(from, end)
  const kind = !isNot && OR.test(word) ? 'or' : 'word'
  return { kind, start, end, isNot, text: word, field: null }
}

function valueAt(text: string, from: number, depth: number): { readonly text: string; readonly end: number } {
  if (text[from] === '"') {
    const { value, end } = quoted(text, from)
    return { text: value.trim(), end }
  }
  const end = wordEnd(text, from, depth)
  return { text: text.slice(from, end), end }
}

function quoted(text: string, from: number): { readonly value: string; readonly end: number } {
  const close = text.indexOf('"', from + 1)
  return close < 0
    ? { value: text.slice(from + 1), end: text.length }
    : { value: text.slice(from + 1, close), end: close + 1 }
}

/** Always further than `from`, except where nothing stands there. */
function wordEnd(text: string, from: number, depth: number): number {
  let end = from
  while (end < text.length) {
    const sign = text[end] ?? ''
    if (SPACE.test(sign) || sign === '"' || (sign === ')' && depth > 0)) break
    end++
  }
  return end
}
