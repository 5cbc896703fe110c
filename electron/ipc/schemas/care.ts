import { z } from 'zod'
import type { CareRequests } from '../../../core/bridge/care.ts'
import { ids, languageTag, line, nothing, path } from './parts.ts'
import type { SchemasOf } from './schemas-of.ts'

export const careSchemas: SchemasOf<CareRequests> = {
  'care.state': nothing,
  'care.examine': nothing,
  'care.turnTo': z.strictObject({ folder: path }),
  'care.backUp': nothing,
  'care.look': z.strictObject({ file: path }),
  'care.takeBack': z.strictObject({ file: path, ids }),
  'care.restore': z.strictObject({ file: path }),
  'care.rescue': nothing,
  'care.startAnew': z.strictObject({ name: line.min(1), language: languageTag }),
  'care.archive': nothing,
  'care.unpack': nothing,
  'care.chooseElsewhere': nothing,
  'care.forgetElsewhere': nothing,
  'care.show': z.strictObject({ path }),
  'care.deleteAside': z.strictObject({ folder: path }),
  'care.cancel': nothing,
}
