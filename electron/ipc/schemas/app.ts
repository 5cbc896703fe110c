import { z } from 'zod'
import type { Args } from '../../../core/bridge.ts'
import type { AppRequests } from '../../../core/bridge/app.ts'
import { articleCopies } from './storage.ts'
import { filter, id, line, nothing, sort } from './parts.ts'
import type { SchemasOf } from './schemas-of.ts'

const width = z.number().min(0).max(10_000)
export const placeSchema = z.strictObject({
  view: z.enum(['write', 'split', 'preview']),
  filter,
  sort,
  articleId: id.nullable(),
  sidebarWidth: width,
  listWidth: width,
  inspectorWidth: width,
  sidebarOpen: z.boolean(),
  listOpen: z.boolean(),
  inspectorOpen: z.boolean(),
})
export const settingsSchema = z.strictObject({
  language: z.enum(['nl', 'en', 'system']),
  appearance: z.enum(['light', 'dark', 'system']),
  writingFace: z.enum(['quattro', 'serif']),
  spellCheck: z.boolean(),
})
/** A failure that the window reports back; only ever shown or logged, never acted on. */
const failure = z
  .object({ code: z.string().max(100), detail: z.record(z.string(), z.unknown()) })
  .nullable() as unknown as z.ZodType<Args<'app.flushed'>['failure']>

export const appSchemas: SchemasOf<AppRequests> = {
  'app.state': nothing,
  'app.setSettings': z.strictObject({ settings: settingsSchema.partial() }),
  'app.setPlace': z.strictObject({ place: placeSchema }),
  'app.flushed': z.strictObject({ token: z.int(), failure, unsaved: articleCopies }),
  'app.nameActs': z.strictObject({ undo: line.nullable(), redo: line.nullable() }),
  'app.newWindow': z.strictObject({ articleId: id.optional() }),
  'app.openLink': z.strictObject({ url: z.string().max(4_000) }),
}
