import { z } from 'zod'
import type { OnwardRequests } from '../../../core/bridge/onward.ts'
import { nothing, path } from './parts.ts'
import type { SchemasOf } from './schemas-of.ts'

/** No system takes a NUL in an argument. */
const word = z
  .string()
  .max(8_000)
  .regex(/^[^\0]*$/)

export const onwardSchema = z.discriminatedUnion('way', [
  z.strictObject({
    way: z.literal('command'),
    argv: z
      .tuple([word.min(1)], word)
      .check(z.maxLength(200))
      .readonly(),
  }),
  z.strictObject({ way: z.literal('shell'), line: word.min(1) }),
  z.strictObject({ way: z.literal('git') }),
])

export const onwardSchemas: SchemasOf<OnwardRequests> = {
  'onward.get': nothing,
  'onward.set': z.strictObject({ onward: onwardSchema.nullable() }),
  'onward.start': z.strictObject({ folder: path }),
  'onward.cancel': nothing,
}
