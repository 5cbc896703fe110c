import type { Session } from '../../session/session.ts'
import type { Handlers } from '../bridge.ts'

/** Searches that a writer keeps. */
export function searchHandlers(session: Session): Partial<Handlers> {
  return {
    'search.list': () => session.library.searches.list(),
    'search.create': (input) => session.write(({ searches }) => searches.create(input)),
    'search.update': ({ id, patch }) => session.write(({ searches }) => searches.update(id, patch)),
    'search.move': ({ id, index }) =>
      session.write(({ searches }) => {
        searches.move(id, index)
        return null
      }),
    'search.delete': ({ id }) => session.write(({ searches }) => searches.delete(id)),
  }
}
