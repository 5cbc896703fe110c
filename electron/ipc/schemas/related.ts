import { z } from 'zod'
import type { RelatedRequests } from '../../../core/bridge/related.ts'
import { FRESHNESS, MOST_RELATED } from '../../../core/related/index.ts'
import { id, ids, nothing, status } from './parts.ts'
import type { SchemasOf } from './schemas-of.ts'

export const relatedSchemas: SchemasOf<RelatedRequests> = {
  'overview.start': nothing,
  'overview.cancel': nothing,
  'overview.leave': z.strictObject({
    articleId: id,
    list: z.enum(['unreached', 'deadEnds']),
    isLeft: z.boolean(),
  }),
  'related.list': z.strictObject({ articleId: id, limit: z.int().min(0).max(200) }),
  'related.pin': z.strictObject({ articleId: id, pinned: ids }),
  'related.hide': z.strictObject({ articleId: id, hidden: ids }),
  'related.never': z.strictObject({ articleId: id, never: ids }),
  'related.count': z.strictObject({ articleId: id, count: z.int().min(0).max(MOST_RELATED).nullable() }),
  'related.rules': z.strictObject({
    rules: z.strictObject({
      sameLanguage: z.boolean(),
      statuses: z.array(status).min(1).max(3).readonly(),
      freshness: z.enum(FRESHNESS),
    }),
  }),
}
