import type { Article, Status } from '../../core/article.ts'
import { parseObject } from './json.ts'

/** The columns of `article` that make what is short of an article. */
export const HEAD_COLUMNS = `
  a.id, a.title, a.slug, a.slug_from, a.summary, a.status, a.category_id, a.cover, a.cover_alt, a.language,
  a.published_at, a.created_at, a.updated_at, a.trashed_at, a.meta_title, a.meta_description,
  a.footer_place, a.translation_key, a.words,
  a.version`

/** The columns of `article` and `article_body` that make an article. */
export const ARTICLE_COLUMNS = `${HEAD_COLUMNS}, b.body, b.extra`

/** Where the slug comes from: it follows the title until the writer sets it or the article is published. */
export type SlugFrom = 'title' | 'hand' | 'published'

export interface FullRow {
  id: number
  title: string
  slug: string
  slug_from: SlugFrom
  summary: string
  status: Status
  category_id: number | null
  cover: string | null
  cover_alt: string
  language: string | null
  published_at: string | null
  created_at: string
  updated_at: string
  trashed_at: string | null
  meta_title: string
  meta_description: string
  footer_place: number | null
  translation_key: string | null
  words: number
  version: number
  body: string
  extra: string
}

export function articleFromRow(row: FullRow, tags: readonly string[], authorIds: readonly number[]): Article {
  return {
    id: row.id,
    title: row.title,
    slug: row.slug,
    summary: row.summary,
    body: row.body,
    status: row.status,
    categoryId: row.category_id,
    tags,
    authorIds,
    cover: row.cover,
    coverAlt: row.cover_alt,
    language: row.language,
    publishedAt: row.published_at,
    createdAt: row.created_at,
    updatedAt: row.updated_at,
    trashedAt: row.trashed_at,
    metaTitle: row.meta_title,
    metaDescription: row.meta_description,
    footerPlace: row.footer_place,
    translationKey: row.translation_key,
    words: row.words,
    version: row.version,
    extra: parseObject(row.extra),
  }
}
