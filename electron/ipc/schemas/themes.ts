import { z } from 'zod'
import type { ThemeRequests } from '../../../core/bridge/themes.ts'
import { nothing } from './parts.ts'
import type { SchemasOf } from './schemas-of.ts'

const name = z
  .string()
  .max(64)
  .regex(/^[a-z0-9][a-z0-9-]*$/, 'a theme’s name')
const title = z.string().max(80)

export const themesSchemas: SchemasOf<ThemeRequests> = {
  'theme.list': nothing,
  'theme.copy': z.strictObject({ theme: name, title }),
  'theme.rename': z.strictObject({ name, title }),
  'theme.remove': z.strictObject({ name }),
  'theme.putBack': z.strictObject({ name }),
  'theme.show': z.strictObject({ name }),
}
