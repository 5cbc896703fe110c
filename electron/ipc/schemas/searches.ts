import { z } from 'zod'
import type { SearchRequests } from '../../../core/bridge/searches.ts'
import { id, line, nothing } from './parts.ts'
import type { SchemasOf } from './schemas-of.ts'

export const searchesSchemas: SchemasOf<SearchRequests> = {
  'search.list': nothing,
  'search.create': z.strictObject({ name: line, query: line }),
  'search.update': z.strictObject({
    id,
    patch: z.strictObject({ name: line.optional(), query: line.optional() }),
  }),
  'search.move': z.strictObject({ id, index: z.int().min(0) }),
  'search.delete': z.strictObject({ id }),
}
