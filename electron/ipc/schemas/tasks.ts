import { z } from 'zod'
import type { TaskRequests } from '../../../core/bridge/tasks.ts'
import { id, nothing, path } from './parts.ts'
import type { SchemasOf } from './schemas-of.ts'

export const tasksSchemas: SchemasOf<TaskRequests> = {
  'export.choose': nothing,
  'export.last': nothing,
  'export.plan': z.strictObject({ folder: path }),
  'export.start': z.strictObject({
    folder: path,
    plan: z.string().max(200).optional(),
    overwrite: z.boolean().optional(),
  }),
  'export.cancel': nothing,
  'export.zip': z.strictObject({ folder: path }),
  'export.show': z.strictObject({ folder: path, how: z.enum(['browser', 'folder']) }),
  'article.share': z.strictObject({ id, format: z.enum(['html', 'md']) }),
  'article.richText': z.strictObject({ id }),
  'intake.choose': z.strictObject({ what: z.enum(['files', 'folder']) }),
  'intake.start': z.strictObject({ paths: z.array(path).min(1).max(10_000).readonly() }),
  'intake.cancel': nothing,
}
