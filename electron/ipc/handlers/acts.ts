import type { Session } from '../../session/session.ts'
import type { Handlers } from '../bridge.ts'

/** Acts that touch much at once, and undoing them. */
export function actHandlers(session: Session): Partial<Handlers> {
  return {
    'act.list': ({ limit }) => session.library.acts.list(limit),
    'act.undo': ({ id }) => session.write(({ acts }) => acts.undo(id)),
    'act.redo': ({ id }) => session.write(({ acts }) => acts.redo(id)),
    'article.change': ({ ids, change }) => session.write(({ articles }) => articles.change(ids, change)),
  }
}
