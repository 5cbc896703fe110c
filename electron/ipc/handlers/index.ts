import type { Session } from '../../session/session.ts'
import type { SiteInWindow } from '../../session/site-in-window.ts'
import { joinHandlers, type Handlers } from '../bridge.ts'
import { appHandlers } from './app.ts'
import { articleHandlers, orderHandlers, relatedHandlers, revisionHandlers } from './articles.ts'
import { libraryHandlers } from './library.ts'
import { mediaHandlers } from './media.ts'
import { previewHandlers } from './preview.ts'
import { taskHandlers } from './tasks.ts'

/** Every handler of the contract, over one session. */
export function allHandlers(session: Session, site: SiteInWindow): Handlers {
  return joinHandlers(
    appHandlers(session),
    libraryHandlers(session),
    articleHandlers(session),
    revisionHandlers(session),
    orderHandlers(session),
    relatedHandlers(session),
    mediaHandlers(session),
    previewHandlers(site),
    taskHandlers(session),
  )
}
