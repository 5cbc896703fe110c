/** What a writer gives to several articles at once, while they fill it in. */
import type { Status } from '../../core/article.ts'
import type { BulkChange } from '../../core/bridge.ts'

/** What a field is until the writer gives it something: nothing of it is changed. */
export const LEAVE = 'leave'
/** The field is emptied. */
export const NONE = 'none'
/** The field gets the value that is filled in. */
export const THIS = 'this'

/** What is filled in so far, field by field. */
export interface Draft {
  readonly status: Status | typeof LEAVE
  readonly category: string
  readonly addTags: readonly string[]
  readonly removeTags: readonly string[]
  readonly authors: readonly { readonly id: string; readonly name: string }[]
  readonly date: typeof LEAVE | typeof NONE | typeof THIS
  readonly publishedAt: string | null
  readonly language: string
}

/** Nothing is filled in: nothing changes. */
export const UNTOUCHED: Draft = {
  status: LEAVE,
  category: LEAVE,
  addTags: [],
  removeTags: [],
  authors: [],
  date: LEAVE,
  publishedAt: null,
  language: LEAVE,
}

/** What is to be changed: only fields that the writer gave something. */
export function changeOf(draft: Draft): BulkChange {
  const { status, category, addTags, removeTags, authors, date, publishedAt, language } = draft
  return {
    ...(status === LEAVE ? {} : { status }),
    ...(category === LEAVE ? {} : { categoryId: category === NONE ? null : Number(category) }),
    ...(addTags.length === 0 ? {} : { addTags }),
    ...(removeTags.length === 0 ? {} : { removeTags }),
    ...(authors.length === 0 ? {} : { authorIds: authors.map(({ id }) => Number(id)) }),
    ...(date === LEAVE || (date === THIS && publishedAt === null)
      ? {}
      : { publishedAt: date === NONE ? null : publishedAt }),
    ...(language === LEAVE ? {} : { language: language === NONE ? null : language }),
  }
}
