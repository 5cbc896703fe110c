import { z } from 'zod'
import type { SharingRequests } from '../../../core/bridge/sharing.ts'
import { id, MOST_IDS, nothing, path } from './parts.ts'
import type { SchemasOf } from './schemas-of.ts'

/** A file in the library's own folder. */
const name = z
  .string()
  .max(255)
  .regex(/^[^/\\]+$/)

export const sharingSchemas: SchemasOf<SharingRequests> = {
  'sharing.state': nothing,
  'sharing.accept': nothing,
  'sharing.placeOf': z.strictObject({ folder: path }),
  'sharing.takePictures': nothing,
  'sharing.compare': z.strictObject({ name }),
  'sharing.bringIn': z.strictObject({
    name,
    articles: z
      .array(z.strictObject({ id, as: z.enum(['article', 'revision']) }))
      .max(MOST_IDS)
      .readonly(),
  }),
}
