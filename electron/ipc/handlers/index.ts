import type { Session } from '../../session/session.ts'
import { joinHandlers, type Handlers } from '../bridge.ts'
import { actHandlers } from './acts.ts'
import { appHandlers } from './app.ts'
import { articleHandlers, orderHandlers, relatedHandlers, revisionHandlers } from './articles.ts'
import { careHandlers } from './care.ts'
import { libraryHandlers } from './library.ts'
import { mediaHandlers } from './media.ts'
import { searchHandlers } from './searches.ts'
import { sharingHandlers } from './sharing.ts'
import { storageHandlers } from './storage.ts'
import { taskHandlers } from './tasks.ts'
import { themeHandlers } from './themes.ts'
import { translationHandlers } from './translations.ts'
import { trashHandlers } from './trash.ts'

/** Every handler of the contract, over one session. */
export function allHandlers(session: Session): Handlers {
  return joinHandlers(
    appHandlers(session),
    libraryHandlers(session),
    careHandlers(session),
    articleHandlers(session),
    revisionHandlers(session),
    orderHandlers(session),
    relatedHandlers(session),
    searchHandlers(session),
    mediaHandlers(session),
    sharingHandlers(session),
    storageHandlers(session),
    taskHandlers(session),
    actHandlers(session),
    themeHandlers(session),
    translationHandlers(session),
    trashHandlers(session),
  )
}
