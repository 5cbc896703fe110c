/** What a search means, taken apart. See `parse.ts` for how it is written. */
import type { FieldName, Having, StatusValue } from './fields.ts'

/** What articles are to be. */
export type Wish =
  | { readonly kind: 'and' | 'or'; readonly wishes: readonly Wish[] }
  | { readonly kind: 'not'; readonly wish: Wish }
  /** Words in that order, of which the last may be unfinished; in one field when `column` is given. */
  | {
      readonly kind: 'text'
      readonly text: string
      readonly isUnfinished: boolean
      readonly column: 'title' | 'summary' | null
    }
  | { readonly kind: 'named'; readonly what: NamedField; readonly name: string }
  | { readonly kind: 'status'; readonly status: StatusValue }
  /** BCP 47 in small letters: `nl` is also `nl-BE`. */
  | { readonly kind: 'language'; readonly language: string }
  /** From a day up to another; null is open. */
  | {
      readonly kind: 'days'
      readonly column: 'published' | 'changed'
      readonly from: string | null
      readonly until: string | null
    }
  | { readonly kind: 'words'; readonly least: number; readonly most: number | null }
  | { readonly kind: 'has'; readonly what: Having }
  | { readonly kind: 'slug'; readonly slug: string }

export type NamedField = 'category' | 'tag' | 'author'

/** What is wrong with a piece of a search. The piece is left out of it, but for `unknownField`. */
export type Problem = {
  readonly start: number
  readonly end: number
} & (
  | { readonly code: 'noValue'; readonly field: FieldName }
  | { readonly code: 'badValue'; readonly field: FieldName; readonly value: string }
  /** It is searched for as a word; `near` is the field that was probably meant, if one looks like it. */
  | { readonly code: 'unknownField'; readonly word: string; readonly near: FieldName | null }
  | { readonly code: 'tooMany' }
)

/** A piece of a search as it was written, from `start` up to `end`. */
export interface Part {
  readonly start: number
  readonly end: number
  /** `group`: several pieces, joined by *or* or in parentheses. */
  readonly kind: 'text' | 'field' | 'group'
  readonly isNot: boolean
  readonly field: FieldName | null
  readonly value: string
}

export interface Query {
  /** Null when nothing is asked for. */
  readonly wish: Wish | null
  /** In the order in which they stand. */
  readonly problems: readonly Problem[]
  /** The outermost pieces, those with a problem left out. */
  readonly parts: readonly Part[]
}
