import { z } from 'zod'
import type { ActRequests } from '../../../core/bridge/acts.ts'
import { id, ids, languageTag, line, status, timestamp } from './parts.ts'
import type { SchemasOf } from './schemas-of.ts'

const names = z.array(line).max(200).readonly()
const change = z.strictObject({
  status: status.optional(),
  categoryId: id.nullable().optional(),
  addTags: names.optional(),
  removeTags: names.optional(),
  authorIds: z.array(id).max(50).readonly().optional(),
  publishedAt: timestamp.nullable().optional(),
  language: languageTag.nullable().optional(),
})

export const actsSchemas: SchemasOf<ActRequests> = {
  'act.list': z.strictObject({ limit: z.int().min(0).max(1_000) }),
  'act.undo': z.strictObject({ id }),
  'act.redo': z.strictObject({ id }),
  'act.cancel': z.strictObject({}),
  'article.change': z.strictObject({ ids, change }),
}
