import { z } from 'zod'
import type { LibraryRequests } from '../../../core/bridge/library.ts'
import { languageTag, line, nothing, path, text } from './parts.ts'
import type { SchemasOf } from './schemas-of.ts'

const uiLanguage = z.enum(['nl', 'en'])
const baseUrl = z
  .url({ protocol: /^https?$/ })
  .max(2_000)
  .or(z.literal(''))
const sitePatch = z
  .strictObject({
    name: line.min(1),
    description: text,
    baseUrl,
    language: languageTag,
    readingSpeed: z.int().min(50).max(1_000),
    theme: z
      .string()
      .max(100)
      .regex(/^[a-z0-9-]+$/),
    themeOptions: z.record(z.string().max(100), z.string().max(2_000)).readonly(),
    frontTitle: line,
    relatedCount: z.int().min(0).max(12),
    trashDays: z.int().min(1).max(3_650).nullable(),
  })
  .partial()

export const librarySchemas: SchemasOf<LibraryRequests> = {
  'library.chooseParent': nothing,
  'library.create': z.strictObject({ name: line.min(1), language: languageTag, parent: path }),
  'library.openSample': z.strictObject({ language: uiLanguage }),
  'library.chooseAndOpen': nothing,
  'library.openRecent': z.strictObject({ folder: path }),
  'library.forgetRecent': z.strictObject({ folder: path }),
  'library.close': nothing,
  'site.update': z.strictObject({ patch: sitePatch }),
}
