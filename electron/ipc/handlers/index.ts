import type { Session } from '../../session/session.ts'
import { joinHandlers, type Handlers } from '../bridge.ts'
import { appHandlers } from './app.ts'
import { articleHandlers, orderHandlers, relatedHandlers, revisionHandlers } from './articles.ts'
import { libraryHandlers } from './library.ts'
import { mediaHandlers } from './media.ts'
import { taskHandlers } from './tasks.ts'

/** Every handler of the contract, over one session. */
export function allHandlers(session: Session): Handlers {
  return joinHandlers(
    appHandlers(session),
    libraryHandlers(session),
    articleHandlers(session),
    revisionHandlers(session),
    orderHandlers(session),
    relatedHandlers(session),
    mediaHandlers(session),
    taskHandlers(session),
  )
}
