import { z } from 'zod'
import type { StorageRequests } from '../../../core/bridge/storage.ts'
import { footerPlace, id, nothing, status, text } from './parts.ts'
import type { SchemasOf } from './schemas-of.ts'

const LONGEST_BODY = 20_000_000
const MOST_COPIES = 1_000
const MOST_NAMES = 10_000

/** Looser than what the library takes: a value that it refused must not keep words from being saved elsewhere. */
const copy = z.strictObject({
  title: text,
  slug: text,
  summary: text,
  body: z.string().max(LONGEST_BODY),
  status,
  categoryId: id.nullable(),
  tags: z.array(text).max(MOST_NAMES).readonly(),
  authorIds: z.array(id).max(MOST_NAMES).readonly(),
  cover: text.nullable(),
  coverAlt: text,
  language: text.nullable(),
  publishedAt: text.nullable(),
  metaTitle: text,
  metaDescription: text,
  footerPlace: footerPlace.nullable(),
  extra: z.record(z.string(), z.unknown()).readonly(),
})
export const articleCopies = z.array(copy).max(MOST_COPIES).readonly()

export const storageSchemas: SchemasOf<StorageRequests> = {
  'library.recheck': nothing,
  'library.follow': nothing,
  'library.locate': nothing,
  'library.putBack': nothing,
  'article.saveCopy': z.strictObject({ articles: articleCopies }),
}
