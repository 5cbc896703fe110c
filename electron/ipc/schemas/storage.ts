import { z } from 'zod'
import type { StorageRequests } from '../../../core/bridge/storage.ts'
import { id, languageTag, line, nothing, status, text } from './parts.ts'
import type { SchemasOf } from './schemas-of.ts'

/** As much as an article may hold; what the library refused elsewhere must still be saved here. */
const LONGEST_BODY = 20_000_000
const MOST_COPIES = 1_000

const copy = z.strictObject({
  title: text,
  slug: line,
  summary: text,
  body: z.string().max(LONGEST_BODY),
  status,
  categoryId: id.nullable(),
  tags: z.array(line).max(200).readonly(),
  authorIds: z.array(id).max(50).readonly(),
  cover: line.nullable(),
  coverAlt: line,
  language: languageTag.nullable(),
  publishedAt: z.iso.datetime({ offset: true }).nullable(),
  metaTitle: line,
  metaDescription: text,
  extra: z.record(z.string(), z.unknown()).readonly(),
})

export const storageSchemas: SchemasOf<StorageRequests> = {
  'library.recheck': nothing,
  'library.follow': nothing,
  'library.locate': nothing,
  'article.saveCopy': z.strictObject({ articles: z.array(copy).min(1).max(MOST_COPIES).readonly() }),
}
