import type { Handlers } from '../bridge.ts'
import { requireOpenableLink } from '../links.ts'
import type { Session } from '../../session/session.ts'

/** The application's own state and settings. */
export function appHandlers(session: Session): Partial<Handlers> {
  return {
    'app.state': () => session.state(),
    'app.setSettings': ({ settings }) => session.changeSettings(settings),
    'app.setPlace': ({ place }) => {
      const { places } = session.settings.get()
      session.settings.update({ places: { ...places, [session.library.folder]: place } })
      return null
    },
    'app.flushed': ({ token, failure, unsaved }) => {
      session.host.flushed(token, failure, unsaved)
      return null
    },
    'app.nameActs': (names) => {
      session.host.nameActs(names)
      return null
    },
    'app.newWindow': ({ articleId }) => {
      session.host.newWindow(articleId ?? null)
      return null
    },
    'app.openLink': async ({ url }) => {
      await session.host.openLink(requireOpenableLink(url), session.language)
      return null
    },
  }
}
