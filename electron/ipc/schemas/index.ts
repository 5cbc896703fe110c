/** What main accepts from the window, checked at the border: the window is not trusted. */
import type { Requests } from '../../../core/bridge.ts'
import { appSchemas } from './app.ts'
import { articlesSchemas } from './articles.ts'
import { librarySchemas } from './library.ts'
import { mediaSchemas } from './media.ts'
import { orderSchemas } from './order.ts'
import { relatedSchemas } from './related.ts'
import { tasksSchemas } from './tasks.ts'
import type { SchemasOf } from './schemas-of.ts'

/** One schema a request. */
export const schemas: SchemasOf<Requests> = {
  ...appSchemas,
  ...librarySchemas,
  ...articlesSchemas,
  ...orderSchemas,
  ...relatedSchemas,
  ...mediaSchemas,
  ...tasksSchemas,
}
