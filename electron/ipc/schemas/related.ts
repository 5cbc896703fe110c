import { z } from 'zod'
import type { RelatedRequests } from '../../../core/bridge/related.ts'
import { id, ids } from './parts.ts'
import type { SchemasOf } from './schemas-of.ts'

export const relatedSchemas: SchemasOf<RelatedRequests> = {
  'related.list': z.strictObject({ articleId: id, limit: z.int().min(0).max(200) }),
  'related.pin': z.strictObject({ articleId: id, pinned: ids }),
  'related.hide': z.strictObject({ articleId: id, hidden: ids }),
}
