import type { Session } from '../../session/session.ts'
import type { Handlers } from '../bridge.ts'

/** What lies in the trash beside articles, and emptying it. */
export function trashHandlers(session: Session): Partial<Handlers> {
  return {
    'trash.list': () => session.library.trash.list(),
    'trash.empty': () => session.write(({ trash }) => trash.empty()),
  }
}
