import { z } from 'zod'
import type { MediaRequests } from '../../../core/bridge/media.ts'
import { MOST_IDS, line, mediaPath, nothing } from './parts.ts'
import type { SchemasOf } from './schemas-of.ts'

const LARGEST_PICTURE = 100 * 1024 * 1024

const paths = z.array(mediaPath).max(MOST_IDS).readonly()

export const mediaSchemas: SchemasOf<MediaRequests> = {
  'media.add': z.strictObject({
    name: line,
    bytes: z.instanceof(Uint8Array).refine((bytes) => bytes.byteLength <= LARGEST_PICTURE, 'at most 100 MB'),
  }),
  'media.choose': nothing,
  'media.list': nothing,
  'media.uses': z.strictObject({ path: mediaPath }),
  'media.trash': z.strictObject({ paths }),
  'media.restore': z.strictObject({ paths }),
  'media.delete': z.strictObject({ paths }),
}
