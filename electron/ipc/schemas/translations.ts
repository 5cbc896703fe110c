import { z } from 'zod'
import type { TranslationRequests } from '../../../core/bridge/translations.ts'
import { id, languageTag, line } from './parts.ts'
import type { SchemasOf } from './schemas-of.ts'

export const translationSchemas: SchemasOf<TranslationRequests> = {
  'translation.list': z.strictObject({ articleId: id }),
  'translation.candidates': z.strictObject({ articleId: id, words: line, limit: z.int().min(0).max(100) }),
  'translation.add': z.strictObject({ articleId: id, otherId: id }),
  'translation.remove': z.strictObject({ articleId: id }),
  'translation.start': z.strictObject({ articleId: id, language: languageTag }),
}
