import type { ActRef } from '../../core/acts.ts'
import type { Article } from '../../core/article.ts'
import type { Translation, TranslationCandidate } from '../../core/bridge.ts'
import { Failure } from '../../core/errors.ts'
import { LONGEST_KEY, languageIdentity } from '../../core/translations.ts'
import { titleOf } from './acts-change.ts'
import { asAct } from './acts-do.ts'
import { changesBetween, readFields, writeFields } from './acts-fields.ts'
import { readArticle } from './article-read.ts'
import { checkPatch } from './article-patch.ts'
import { insertArticle } from './article-write.ts'
import type { Connection } from './connection.ts'
import { sortKey } from './fold.ts'

export interface TranslationStore {
  /** The other articles of its group outside the trash, in order of their languages. */
  of(articleId: number): readonly Translation[]
  /** The addresses of the translations of every article that has any, by their languages; the trash is left out. */
  slugs(): ReadonlyMap<number, Readonly<Record<string, string>>>
  /**
   * Articles that could join it, whose title has these words, newest saved first: of a language that its group has
   * not, and in no group with others.
   */
  candidates(articleId: number, words: string, limit: number): readonly TranslationCandidate[]
  /**
   * Makes another article a translation of one, as one act.
   * @throws Failure `notFound`; `value.refused` when its language is there already, or it is in a group with others
   */
  add(articleId: number, otherId: number): ActRef
  /** Takes an article out of its group, as one act. @throws Failure `notFound` */
  remove(articleId: number): ActRef
  /**
   * Makes a draft in another language, in the group of an article and with what is likely the same there; its
   * joining is an act. @throws Failure `notFound`, `value.refused` as {@link add}
   */
  start(articleId: number, language: string): ActRef & { readonly article: Article }
  /**
   * Notes what an article that comes in from elsewhere shares with its translations. False, and nothing, where
   * another one outside the trash has its language there already, or the key can be none.
   */
  mark(articleId: number, key: string): boolean
}

interface Row {
  readonly id: number
  readonly title: string
  readonly status: Translation['status']
  readonly publishedAt: string | null
  /** Its own, or the site's. */
  readonly language: string
  readonly key: string | null
}

const ROW = `
  SELECT id, title, status, published_at AS publishedAt, translation_key AS key,
    coalesce(language, (SELECT language FROM site)) AS language
  FROM article`

export function translationStore(connection: Connection): TranslationStore {
  return {
    of: (articleId) => othersOf(connection, rowOf(connection, articleId)).map(told),
    slugs: () => slugs(connection),
    candidates: (articleId, words, limit) => candidates(connection, articleId, words, limit),
    add: (articleId, otherId) =>
      asAct(connection, () => {
        const [article, other] = [rowOf(connection, articleId), rowOf(connection, otherId)]
        check(connection, article, other)
        const key = article.key ?? other.key ?? freeKey(connection, articleId)
        return { ...give(connection, [articleId, otherId], key), told: toldOf(connection, 'add', otherId) }
      }),
    remove: (articleId) =>
      asAct(connection, () => {
        rowOf(connection, articleId)
        return { ...give(connection, [articleId], null), told: toldOf(connection, 'remove', articleId) }
      }),
    start: (articleId, language) => connection.transaction(() => start(connection, articleId, language)),
    mark: (articleId, key) => connection.transaction(() => mark(connection, articleId, key)),
  }
}

function rowOf(connection: Connection, id: number): Row {
  const row = connection.get<Row>(`${ROW} WHERE id = ?`, id)
  if (!row) throw new Failure('notFound', { what: 'article', which: String(id) })
  return row
}

function othersOf(connection: Connection, { id, key }: Row): readonly Row[] {
  if (key === null) return []
  const rows = connection.all<Row>(
    `${ROW} WHERE translation_key = ? AND id <> ? AND trashed_at IS NULL ORDER BY id`,
    key,
    id,
  )
  return rows.sort((a, b) => (a.language < b.language ? -1 : a.language > b.language ? 1 : a.id - b.id))
}

function slugs(connection: Connection): ReadonlyMap<number, Readonly<Record<string, string>>> {
  const rows = connection.all<Pick<Row, 'id' | 'language'> & { readonly slug: string; readonly key: string }>(
    `SELECT id, slug, translation_key AS key,
      coalesce(language, (SELECT language FROM site)) AS language
    FROM article WHERE translation_key IS NOT NULL AND trashed_at IS NULL ORDER BY language, id`,
  )
  const groups = Map.groupBy(rows, ({ key }) => key)
  return new Map(
    rows.flatMap(({ id, key }) => {
      const others = (groups.get(key) ?? []).filter((row) => row.id !== id)
      if (others.length === 0) return []
      return [[id, Object.fromEntries(others.map(({ language, slug }) => [language, slug]))] as const]
    }),
  )
}

function told({ key: _key, ...row }: Row): Translation {
  return row
}

function check(connection: Connection, article: Row, other: Row): void {
  const refuse = (field: string, value: string) => {
    throw new Failure('value.refused', { field, value, problem: 'translated' })
  }
  const languages = [article, ...othersOf(connection, article).filter(({ id }) => id !== other.id)]
  if (isAmong(languages, other.language)) refuse('language', other.language)
  const isElsewhere =
    other.key !== null && other.key !== article.key && othersOf(connection, other).length > 0
  if (isElsewhere) refuse('translation', other.title)
}

function isAmong(rows: readonly Row[], language: string): boolean {
  const wanted = languageIdentity(language)
  return rows.some((row) => languageIdentity(row.language) === wanted)
}

function give(connection: Connection, ids: readonly number[], translation: string | null) {
  const before = readFields(connection, ids)
  const after = new Map(ids.map((id) => [id, { translation }]))
  const step = writeFields(connection, changesBetween(before, after))
  return { steps: step ? [step] : [] }
}

function toldOf(connection: Connection, what: 'add' | 'remove', id: number) {
  return { kind: `translation.${what}` as const, count: 1, name: titleOf(connection, id) }
}

/** Its slug, which says to whoever reads a file what belongs together, with a number where another group has that. */
function freeKey(connection: Connection, articleId: number): string {
  const row = connection.get<{ slug: string }>('SELECT slug FROM article WHERE id = ?', articleId)
  const slug = (row?.slug ?? String(articleId)).slice(0, LONGEST_KEY - 10)
  for (let number = 1; ; number++) {
    const key = number === 1 ? slug : `${slug}-${number}`
    if (!connection.get('SELECT 1 FROM article WHERE translation_key = ?', key)) return key
  }
}

function start(connection: Connection, articleId: number, language: string) {
  const article = readArticle(connection, articleId)
  const { title, categoryId, tags, authorIds, cover, coverAlt } = article
  const wanted = { title, categoryId, tags, authorIds, cover, coverAlt, language }
  const patch = checkPatch(connection, wanted)
  const group = [rowOf(connection, articleId), ...othersOf(connection, rowOf(connection, articleId))]
  if (isAmong(group, patch.language ?? language)) {
    throw new Failure('value.refused', { field: 'language', value: language, problem: 'translated' })
  }
  const id = insertArticle(connection, patch)
  const { actId } = asAct(connection, () => {
    const key = article.translationKey ?? freeKey(connection, articleId)
    return { ...give(connection, [articleId, id], key), told: toldOf(connection, 'add', id) }
  })
  return { actId, article: readArticle(connection, id) }
}

function mark(connection: Connection, articleId: number, key: string): boolean {
  const tidy = key.trim()
  if (tidy === '' || tidy.length > LONGEST_KEY) return false
  const article = { ...rowOf(connection, articleId), key: tidy }
  if (isAmong(othersOf(connection, article), article.language)) return false
  give(connection, [articleId], tidy)
  return true
}

/** Of how many articles, newest saved first, titles are looked through. */
const LOOKED_AT = 10_000

function candidates(
  connection: Connection,
  articleId: number,
  words: string,
  limit: number,
): readonly TranslationCandidate[] {
  const article = rowOf(connection, articleId)
  const group = [article, ...othersOf(connection, article)]
  const taken = connection.all<{ language: string }>(
    'SELECT DISTINCT coalesce(language, (SELECT language FROM site)) AS language FROM article',
  )
  const free = taken.map(({ language }) => language).filter((language) => !isAmong(group, language))
  const rows = connection.all<Row>(
    `${ROW} WHERE trashed_at IS NULL AND id <> ?
       AND coalesce(language, (SELECT language FROM site)) IN (SELECT value FROM json_each(?))
       AND (translation_key IS NULL OR NOT EXISTS (
         SELECT 1 FROM article other WHERE other.translation_key = article.translation_key
           AND other.id <> article.id AND other.trashed_at IS NULL))
     ORDER BY updated_utc DESC, id LIMIT ?`,
    articleId,
    JSON.stringify(free),
    words.trim() === '' ? limit : LOOKED_AT,
  )
  const wanted = sortKey(words).split(/\s+/).filter(Boolean)
  return rows
    .filter(({ title }) => wanted.every((word) => sortKey(title).includes(word)))
    .slice(0, limit)
    .map(told)
}
