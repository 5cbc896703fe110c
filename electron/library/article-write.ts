import { type Article, type ArticlePatch, BLANK_ARTICLE, type Timestamp } from '../../core/article.ts'
import type { Changed, SaveResult } from '../../core/bridge.ts'
import { Failure } from '../../core/errors.ts'
import type { SlugFrom } from './article-rows.ts'
import { readBody, readWords } from './body-text.ts'
import type { Connection } from './connection.ts'
import { sortKey } from './fold.ts'
import { indexArticle, indexLater, tagNames } from './search-index.ts'
import { checkSlug, claimSlug, retireSlug, slugFor } from './slugs.ts'
import { dropUnusedTags, tagIdFor, tagIdsOf } from './tag-rows.ts'
import { noteMediaUses } from './media-uses.ts'
import { instant, timestamp } from './time.ts'

type Content = Required<ArticlePatch>

/**
 * Writes a new article and gives its id; `patch` has gone through `checkPatch`. `updatedAt` is when its text became
 * what it is, where that was before now.
 */
export function insertArticle(connection: Connection, patch: ArticlePatch, updatedAt?: Timestamp): number {
  const content = { ...BLANK_ARTICLE, ...patch }
  const byHand = content.slug !== ''
  if (byHand) checkSlug(connection, 'article', content.slug, null)
  const slug = byHand ? content.slug : slugFor(connection, 'article', content.title)
  const slugFrom: SlugFrom = content.status === 'published' ? 'published' : byHand ? 'hand' : 'title'
  const moment = connection.now()
  const now = timestamp(moment)
  const updated = updatedAt ?? now
  const updatedUtc = instant(updated) ?? moment.getTime()
  const body = readBody(content.body)
  const row = {
    ...columnsOf({ ...content, slug }, slugFrom, body.words),
    version: 1,
    // It was there at the latest when its text became what it is.
    created_at: updatedUtc < moment.getTime() ? updated : now,
    updated_at: updated,
    updated_utc: updatedUtc,
  }
  const { id } = connection.run(
    `INSERT INTO article (${Object.keys(row).join(', ')}) VALUES (${Object.keys(row).fill('?').join(', ')})`,
    ...Object.values(row),
  )
  connection.run('INSERT INTO article_body VALUES (?, ?, ?)', id, content.body, JSON.stringify(content.extra))
  noteMediaUses(connection, id, content.body)
  claimSlug(connection, 'article', slug)
  writeTags(connection, id, content.tags)
  writeAuthors(connection, id, content.authorIds)
  indexArticle(connection, id, { ...content, text: body.text, tags: tagNames(connection, id) })
  connection.changed(['articles', 'categories', 'tags', 'authors', 'related'], id)
  return id
}

/**
 * Writes what differs from `before`, as one more version; nothing when nothing does. `patch` is checked.
 * `updatedAt` is when the text became what it is, where that was before now.
 */
export function updateArticle(
  connection: Connection,
  before: Article,
  patch: ArticlePatch,
  updatedAt?: Timestamp,
): SaveResult {
  const { id } = before
  const moment = connection.now()
  const from = slugSource(connection, id)
  const content: Content = { ...before, ...patch }
  if (content.status === 'published' && before.status !== 'published' && patch.publishedAt === undefined) {
    // What goes out without a date goes out today.
    Object.assign(content, { publishedAt: before.publishedAt ?? timestamp(moment) })
  }
  const slug = nextSlug(connection, before, patch, from)
  const after: Article = { ...before, ...content, slug: slug.slug }
  const differs = (field: keyof Article) => !same(before[field], after[field])
  const isRedated = updatedAt !== undefined && updatedAt !== before.updatedAt
  if (!FIELDS.some(differs) && slug.from === from && !isRedated) return resultOf(before)

  const result: SaveResult = {
    version: before.version + 1,
    updatedAt: updatedAt ?? timestamp(moment),
    slug: after.slug,
    words: differs('body') ? readWords(after.body) : before.words,
  }
  const was = columnsOf(before, from, before.words)
  // A column that is set is taken out of each index that it is in and put back, also when it stays what it was.
  const row: Columns = {
    ...onlyChanged(columnsOf(after, slug.from, result.words), was),
    version: result.version,
    updated_at: result.updatedAt,
    updated_utc: instant(result.updatedAt) ?? moment.getTime(),
  }
  const set = Object.keys(row).map((column) => `${column} = ?`)
  connection.run(`UPDATE article SET ${set.join(', ')} WHERE id = ?`, ...Object.values(row), id)
  if (differs('body') || differs('extra')) {
    connection.run(
      'UPDATE article_body SET body = ?, extra = ? WHERE article_id = ?',
      after.body,
      JSON.stringify(after.extra),
      id,
    )
  }
  if (differs('body')) noteMediaUses(connection, id, after.body, before.body)
  if (differs('slug')) moveSlug(connection, before, after.slug, from)
  if (differs('tags')) writeTags(connection, id, after.tags)
  if (differs('authorIds')) writeAuthors(connection, id, after.authorIds)
  if (SEARCHED.some(differs)) indexLater(connection, id)
  connection.changed(touched(differs), id)
  return result
}

const FIELDS = Object.keys(BLANK_ARTICLE) as readonly (keyof Content)[]

/** What an article is found by. */
const SEARCHED: readonly (keyof Content)[] = ['title', 'summary', 'body', 'tags']

function same(a: unknown, b: unknown): boolean {
  return a === b || (typeof a === 'object' && JSON.stringify(a) === JSON.stringify(b))
}

function touched(differs: (field: keyof Article) => boolean): Changed[] {
  const parts: Changed[] = ['articles', 'related']
  if (differs('categoryId')) parts.push('categories')
  if (differs('tags')) parts.push('tags')
  if (differs('authorIds')) parts.push('authors')
  return parts
}

function nextSlug(
  connection: Connection,
  before: Article,
  patch: ArticlePatch,
  from: SlugFrom,
): { slug: string; from: SlugFrom } {
  const published = from === 'published' || (patch.status ?? before.status) === 'published'
  const kept = (other: SlugFrom): SlugFrom => (published ? 'published' : other)
  if (patch.slug !== undefined && patch.slug !== '' && patch.slug !== before.slug) {
    checkSlug(connection, 'article', patch.slug, before.id)
    return { slug: patch.slug, from: kept('hand') }
  }
  if (patch.slug === '' && from === 'published') {
    throw new Failure('value.refused', { field: 'slug', value: '', problem: 'empty' })
  }
  const follows = from === 'title' || patch.slug === ''
  const title = patch.title ?? before.title
  if (!follows || (title === before.title && patch.slug === undefined)) {
    return { slug: before.slug, from: kept(from) }
  }
  return { slug: slugFor(connection, 'article', title, before.id), from: kept('title') }
}

function slugSource(connection: Connection, id: number): SlugFrom {
  const row = connection.get<{ slug_from: SlugFrom }>('SELECT slug_from FROM article WHERE id = ?', id)
  return row?.slug_from ?? 'title'
}

/** Only an address that readers may have met is worth keeping. */
function moveSlug(connection: Connection, before: Article, slug: string, from: SlugFrom): void {
  if (from === 'published') retireSlug(connection, 'article', before.id, before.slug, slug)
  else claimSlug(connection, 'article', slug)
}

function writeTags(connection: Connection, articleId: number, names: readonly string[]): void {
  const before = tagIdsOf(connection, articleId)
  connection.run('DELETE FROM article_tag WHERE article_id = ?', articleId)
  names.forEach((name, position) => {
    connection.run(
      'INSERT INTO article_tag VALUES (?, ?, ?)',
      articleId,
      position,
      tagIdFor(connection, name),
    )
  })
  dropUnusedTags(connection, before)
}

function writeAuthors(connection: Connection, articleId: number, ids: readonly number[]): void {
  connection.run('DELETE FROM article_author WHERE article_id = ?', articleId)
  ids.forEach((id, position) => {
    connection.run('INSERT INTO article_author VALUES (?, ?, ?)', articleId, position, id)
  })
}

type Columns = Readonly<Record<string, string | number | null>>

function columnsOf(content: Content, slugFrom: SlugFrom, words: number): Columns {
  return {
    title: content.title,
    title_key: sortKey(content.title),
    slug: content.slug,
    slug_from: slugFrom,
    summary: content.summary,
    status: content.status,
    category_id: content.categoryId,
    cover: content.cover,
    cover_alt: content.coverAlt,
    language: content.language,
    published_at: content.publishedAt,
    published_utc: content.publishedAt === null ? null : instant(content.publishedAt),
    meta_title: content.metaTitle,
    meta_description: content.metaDescription,
    footer_place: content.footerPlace,
    words,
  }
}

function onlyChanged(columns: Columns, before: Columns): Columns {
  return Object.fromEntries(Object.entries(columns).filter(([name, value]) => value !== before[name]))
}

function resultOf({ version, updatedAt, slug, words }: Article): SaveResult {
  return { version, updatedAt, slug, words }
}
