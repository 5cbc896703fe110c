import type { Article, ArticlePatch } from '../core/article.ts'
import type { ArticleCopy } from '../core/bridge.ts'

export type Field = keyof ArticlePatch

/** These are never set aside as a refused value: a writer's words stay in the article, unsaved if need be. */
export const WORDS: readonly string[] = ['title', 'summary', 'body']

/** Every field that a writer can change. */
export const FIELDS: readonly Field[] = [
  'title',
  'slug',
  'summary',
  'body',
  'status',
  'categoryId',
  'tags',
  'authorIds',
  'cover',
  'coverAlt',
  'language',
  'publishedAt',
  'metaTitle',
  'metaDescription',
  'footerPlace',
  'extra',
]

/** The field that refers to a thing; when that is gone, the article keeps what it had, and the rest is saved. */
export const REFERS: Readonly<Record<string, Field | undefined>> = {
  category: 'categoryId',
  author: 'authorIds',
  media: 'cover',
}

/** Whether two values of a field are alike; they are plain data. */
export function same(a: unknown, b: unknown): boolean {
  if (a === b) return true
  if (typeof a !== 'object' || typeof b !== 'object') return false
  return JSON.stringify(a) === JSON.stringify(b)
}

/** A copy of `values` that lacks `names`. */
export function without<T extends object>(values: T, names: readonly (keyof T)[]): T {
  const rest = { ...values }
  for (const name of names) delete rest[name]
  return rest
}

/** An article as it is now, for a file of its own. */
export function copyOf(article: Article): ArticleCopy {
  return Object.fromEntries(FIELDS.map((field) => [field, article[field]])) as unknown as ArticleCopy
}
