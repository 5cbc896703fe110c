/** What can be written at the caret of a search. */
import type { UiLanguage } from '../bridge.ts'
import { FIELD_NAMES, FIELDS, type FieldName, HAVINGS, STATUS_VALUES } from './fields.ts'
import { type Known, plainName } from './names.ts'
import type { NamedField } from './query.ts'
import { scan } from './scan.ts'

/** What a library has to offer. */
export interface Sources {
  readonly category: readonly Known[]
  readonly tag: readonly Known[]
  readonly author: readonly Known[]
  /** BCP 47 tags. */
  readonly languages: readonly string[]
}

export interface Offer {
  /** What takes the place of the text from `start` to `end` of the completion. */
  readonly insert: string
  readonly kind: 'field' | 'value'
  readonly field: FieldName
  /** What the value is called; the field's own name for a field. */
  readonly label: string
}

export interface Completion {
  readonly start: number
  readonly end: number
  readonly offers: readonly Offer[]
}

/** As many as are read at a glance. */
const MOST_OFFERED = 8
const NAMED: readonly NamedField[] = ['category', 'tag', 'author']
/** Words that stand for days, by language, first the ones that are wanted most. */
const DAYS: Readonly<Record<UiLanguage, readonly string[]>> = {
  en: ['today', 'yesterday', 'week', 'month', 'year', '7d', '4w', '3m', '1y'],
  nl: ['vandaag', 'gisteren', 'week', 'maand', 'jaar', '7d', '4w', '3m', '1j'],
}
const AMOUNTS = ['<300', '300..600', '>600', '>1000']

/**
 * What fits the piece that the caret stands in or behind: values behind a field's colon; else fields, and things whose
 * name begins so. In an empty place all fields, when that is asked for.
 */
export function completionAt(
  text: string,
  caret: number,
  sources: Sources,
  language: UiLanguage,
  isAsked: boolean,
): Completion {
  const token = scan(text).find(({ start, end }) => start < caret && caret <= end)
  if (token?.kind === 'field' && token.field !== null) {
    const from = text.indexOf(':', token.start) + 1
    if (caret < from) return { start: caret, end: caret, offers: [] }
    const typed = text.slice(from, caret).replace(/^"/, '')
    return {
      start: token.start,
      end: token.end,
      offers: valueOffers(token.field, typed, sources, language, minus(token)),
    }
  }
  if (token === undefined || token.kind !== 'word') {
    const offers = isAsked && token === undefined ? fieldOffers('', language, '') : []
    return { start: caret, end: caret, offers }
  }
  const sign = minus(token)
  const typed = text.slice(token.start + sign.length, caret)
  const offers = [...fieldOffers(typed, language, sign), ...nameOffers(typed, sources, language, sign)]
  return { start: token.start, end: token.end, offers: offers.slice(0, MOST_OFFERED) }
}

function minus({ isNot }: { readonly isNot: boolean }): '' | '-' {
  return isNot ? '-' : ''
}

function fieldOffers(typed: string, language: UiLanguage, sign: string): readonly Offer[] {
  const lower = typed.toLowerCase()
  return FIELD_NAMES.filter((field) => FIELDS[field][language].some((name) => name.startsWith(lower))).map(
    (field) => {
      const [label] = FIELDS[field][language]
      return { insert: `${sign}${label}:`, kind: 'field', field, label }
    },
  )
}

/** From two letters on: one begins too many names. */
function nameOffers(typed: string, sources: Sources, language: UiLanguage, sign: string): readonly Offer[] {
  if (typed.length < 2) return []
  return NAMED.flatMap((field) => namedOffers(field, typed, sources, language, sign).slice(0, 3))
}

function valueOffers(
  field: FieldName,
  typed: string,
  sources: Sources,
  language: UiLanguage,
  sign: string,
): readonly Offer[] {
  if (field === 'category' || field === 'tag' || field === 'author') {
    return namedOffers(field, typed, sources, language, sign).slice(0, MOST_OFFERED)
  }
  const lower = typed.toLowerCase()
  const found = wordsOf(field, sources, language).filter((word) => word.toLowerCase().startsWith(lower))
  // What stands there whole needs no completion.
  if (found.length === 1 && found[0]?.toLowerCase() === lower) return []
  return found.map((label) => ({
    insert: `${sign}${FIELDS[field][language][0]}:${label} `,
    kind: 'value',
    field,
    label,
  }))
}

function wordsOf(field: FieldName, { languages }: Sources, ui: UiLanguage): readonly string[] {
  switch (field) {
    case 'status':
      return Object.values(STATUS_VALUES).map((spellings) => spellings[ui][0])
    case 'has':
    case 'no':
      return Object.values(HAVINGS).map((spellings) => spellings[ui][0])
    case 'language':
      return languages
    case 'before':
    case 'after':
    case 'date':
    case 'changed':
      return DAYS[ui]
    case 'words':
      return AMOUNTS
    default:
      return []
  }
}

/** Those whose name begins so come before those of which another word does. */
function namedOffers(
  field: NamedField,
  typed: string,
  sources: Sources,
  language: UiLanguage,
  sign: string,
): readonly Offer[] {
  const wanted = plainName(typed)
  const all = sources[field].map((one) => ({ ...one, plain: plainName(one.name) }))
  const begins = all.filter(({ plain }) => plain.startsWith(wanted))
  const inside = all.filter(({ plain }) => !plain.startsWith(wanted) && plain.includes(` ${wanted}`))
  return [...begins, ...inside].map(({ name, slug, plain }) => {
    const isOnly = all.filter((other) => other.plain === plain).length === 1
    const value = isOnly && !name.includes('"') ? quoted(name) : slug
    return { insert: `${sign}${FIELDS[field][language][0]}:${value} `, kind: 'value', field, label: name }
  })
}

function quoted(name: string): string {
  return /[\s()]/u.test(name) ? `"${name}"` : name
}

/** The search without one of its pieces. */
export function withoutPart(
  text: string,
  { start, end }: { readonly start: number; readonly end: number },
): string {
  return `${text.slice(0, start).trimEnd()} ${text.slice(end).trimStart()}`.trim()
}

/** The search with another field in the place of one that there is none of. */
export function withField(
  text: string,
  { start, end, word }: { readonly start: number; readonly end: number; readonly word: string },
  field: string,
): string {
  const part = text.slice(start, end).replace(`${word}:`, () => `${field}:`)
  return `${text.slice(0, start)}${part}${text.slice(end)}`
}
