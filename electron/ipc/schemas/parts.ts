/** What schemas of several areas are made of. */
import { z } from 'zod'
import { FOOTER_PLACES } from '../../../core/article.ts'

export const LONGEST_FIELD = 20_000
export const MOST_IDS = 100_000
export const nothing = z.strictObject({})
export const id = z.int().positive()
export const ids = z.array(id).max(MOST_IDS).readonly()
export const text = z.string().max(LONGEST_FIELD)
export const line = z.string().max(1_000)
export const timestamp = z.iso.datetime({ offset: true })
export const path = z.string().min(1).max(4_096)
export const status = z.enum(['draft', 'ready', 'published'])
export const languageTag = z
  .string()
  .max(35)
  .regex(/^[A-Za-z]{2,8}(-[A-Za-z0-9]{1,8})*$/, 'a BCP 47 language tag')
export const footerPlace = z.int().min(1).max(FOOTER_PLACES)
export const mediaPath = z
  .string()
  .max(500)
  .regex(/^media\/[^/\\]+$/, 'an address in media/')
export const filter = z.strictObject({
  status: z.enum(['draft', 'ready', 'published', 'scheduled', 'trash']).optional(),
  categoryId: id.nullable().optional(),
  tagId: id.optional(),
  authorId: id.optional(),
  query: line.optional(),
})
export const sort = z.strictObject({
  by: z.enum(['updated', 'published', 'title', 'words']),
  direction: z.enum(['ascending', 'descending']),
})
