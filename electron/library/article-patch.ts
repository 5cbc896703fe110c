import { type ArticlePatch, FOOTER_PLACES, STATUSES } from '../../core/article.ts'
import { Failure } from '../../core/errors.ts'
import type { Connection } from './connection.ts'
import { foldName, tidyName } from './fold.ts'
import { inWords } from './json.ts'
import { canonicalLanguage } from './site.ts'
import { instant } from './time.ts'

/** Covers lie in the library: an address elsewhere would make a page reach the network. */
const COVER = /^media\/[^/\\]+$/

/**
 * What a writer asks for, made regular: names tidied, doubles left out, languages in their usual letters.
 * Fields that are undefined are left out.
 * @throws Failure `value.refused` or `notFound` for the first field that can't be
 */
export function checkPatch(connection: Connection, patch: ArticlePatch): ArticlePatch {
  const checked = Object.fromEntries(Object.entries(patch).filter(([, value]) => value !== undefined)) as {
    -readonly [K in keyof ArticlePatch]: ArticlePatch[K]
  }
  const refuse = (field: keyof ArticlePatch) => {
    throw new Failure('value.refused', { field, value: inWords(patch[field]), problem: 'malformed' })
  }
  if (checked.status && !STATUSES.includes(checked.status)) refuse('status')
  if (checked.cover != null && !COVER.test(checked.cover)) refuse('cover')
  if (checked.publishedAt != null && instant(checked.publishedAt) === null) refuse('publishedAt')
  if (checked.language != null) {
    checked.language = canonicalLanguage(checked.language) ?? refuse('language')
  }
  if (checked.footerPlace != null && !isPlace(checked.footerPlace)) refuse('footerPlace')
  if (checked.tags) checked.tags = distinctNames(checked.tags)
  if (checked.categoryId != null) mustExist(connection, 'category', checked.categoryId)
  if (checked.authorIds) {
    checked.authorIds = [...new Set(checked.authorIds)]
    for (const id of checked.authorIds) mustExist(connection, 'author', id)
  }
  return checked
}

function isPlace(place: number): boolean {
  return Number.isInteger(place) && place >= 1 && place <= FOOTER_PLACES
}

/** A category in the trash is none. @throws Failure `notFound` */
export function mustExist(
  connection: Connection,
  what: 'article' | 'category' | 'author' | 'tag',
  id: number,
): void {
  const live = what === 'category' ? ' AND trashed_at IS NULL' : ''
  if (connection.get(`SELECT 1 FROM ${what} WHERE id = ?${live}`, id)) return
  throw new Failure('notFound', { what, which: String(id) })
}

function distinctNames(names: readonly string[]): string[] {
  const byFold = new Map<string, string>()
  for (const name of names) {
    const tidy = tidyName(name)
    if (tidy !== '' && !byFold.has(foldName(tidy))) byFold.set(foldName(tidy), tidy)
  }
  return [...byFold.values()]
}
