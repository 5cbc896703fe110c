import { z } from 'zod'
import type { ArticleRequests } from '../../../core/bridge/articles.ts'
import {
  filter,
  footerPlace,
  id,
  ids,
  languageTag,
  line,
  mediaPath,
  nothing,
  sort,
  status,
  text,
  timestamp,
} from './parts.ts'
import type { SchemasOf } from './schemas-of.ts'

/** Longest text of one field; a body of three million words is still below it. */
const LONGEST_BODY = 20_000_000
const articlePatch = z.strictObject({
  title: line.optional(),
  slug: line.optional(),
  summary: text.optional(),
  body: z.string().max(LONGEST_BODY).optional(),
  status: status.optional(),
  categoryId: id.nullable().optional(),
  tags: z.array(line).max(200).readonly().optional(),
  authorIds: z.array(id).max(50).readonly().optional(),
  cover: mediaPath.nullable().optional(),
  coverAlt: line.optional(),
  language: languageTag.nullable().optional(),
  publishedAt: timestamp.nullable().optional(),
  metaTitle: line.optional(),
  metaDescription: text.optional(),
  footerPlace: footerPlace.nullable().optional(),
  extra: z.record(z.string(), z.unknown()).readonly().optional(),
})

export const articlesSchemas: SchemasOf<ArticleRequests> = {
  'article.list': z.strictObject({
    filter,
    sort: sort.nullable(),
    offset: z.int().min(0),
    limit: z.int().min(0).max(1_000),
  }),
  'article.counts': nothing,
  'article.get': z.strictObject({ id }),
  'article.find': z.strictObject({ slug: line }),
  'article.create': z.strictObject({
    title: line.optional(),
    categoryId: id.nullable().optional(),
    language: languageTag.optional(),
  }),
  'article.save': z.strictObject({ id, baseVersion: z.int().min(0), patch: articlePatch }),
  'article.duplicate': z.strictObject({ id }),
  'article.trash': z.strictObject({ ids }),
  'article.restore': z.strictObject({ ids }),
  'article.delete': z.strictObject({ ids }),
  'revision.list': z.strictObject({ articleId: id }),
  'revision.get': z.strictObject({ id }),
  'revision.record': z.strictObject({ articleId: id, name: line }),
  'revision.keep': z.strictObject({ articleId: id, state: articlePatch.required(), name: line }),
  'revision.rename': z.strictObject({ id, name: line }),
  'revision.size': nothing,
  'revision.restore': z.strictObject({ id }),
}
