import { z } from 'zod'
import type { MediaRequests } from '../../../core/bridge/media.ts'
import { line, nothing } from './parts.ts'
import type { SchemasOf } from './schemas-of.ts'

const LARGEST_PICTURE = 100 * 1024 * 1024

export const mediaSchemas: SchemasOf<MediaRequests> = {
  'media.add': z.strictObject({
    name: line,
    bytes: z.instanceof(Uint8Array).refine((bytes) => bytes.byteLength <= LARGEST_PICTURE, 'at most 100 MB'),
  }),
  'media.choose': nothing,
  'media.list': nothing,
}
