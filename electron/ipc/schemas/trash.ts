import type { TrashRequests } from '../../../core/bridge/trash.ts'
import { nothing } from './parts.ts'
import type { SchemasOf } from './schemas-of.ts'

export const trashSchemas: SchemasOf<TrashRequests> = {
  'trash.list': nothing,
  'trash.empty': nothing,
}
