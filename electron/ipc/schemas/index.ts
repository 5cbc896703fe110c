/** What main accepts from the window, checked at the border: the window is not trusted. */
import type { Requests } from '../../../core/bridge.ts'
import { actsSchemas } from './acts.ts'
import { appSchemas } from './app.ts'
import { articlesSchemas } from './articles.ts'
import { careSchemas } from './care.ts'
import { librarySchemas } from './library.ts'
import { mediaSchemas } from './media.ts'
import { onwardSchemas } from './onward.ts'
import { orderSchemas } from './order.ts'
import { relatedSchemas } from './related.ts'
import { searchesSchemas } from './searches.ts'
import { sharingSchemas } from './sharing.ts'
import { storageSchemas } from './storage.ts'
import { tasksSchemas } from './tasks.ts'
import { themesSchemas } from './themes.ts'
import { translationSchemas } from './translations.ts'
import { trashSchemas } from './trash.ts'
import type { SchemasOf } from './schemas-of.ts'

/** One schema a request. */
export const schemas: SchemasOf<Requests> = {
  ...appSchemas,
  ...librarySchemas,
  ...careSchemas,
  ...articlesSchemas,
  ...orderSchemas,
  ...relatedSchemas,
  ...searchesSchemas,
  ...mediaSchemas,
  ...sharingSchemas,
  ...storageSchemas,
  ...tasksSchemas,
  ...onwardSchemas,
  ...actsSchemas,
  ...themesSchemas,
  ...translationSchemas,
  ...trashSchemas,
}
