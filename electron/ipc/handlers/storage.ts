import { dirname } from 'node:path'
import type { AppState } from '../../../core/bridge.ts'
import { Failure } from '../../../core/errors.ts'
import { mainWords } from '../../../core/locale/main.ts'
import { offerCopies } from '../../session/health-copies.ts'
import type { Session } from '../../session/session.ts'
import type { Handlers } from '../bridge.ts'

/** What helps when the storage of the open library fails. */
export function storageHandlers(session: Session): Partial<Handlers> {
  return {
    'library.recheck': () => session.recovery.recheck(),
    'library.follow': () => {
      const { trouble } = session.open.health
      if (trouble?.kind !== 'gone' || trouble.movedTo === null) {
        throw new Failure('request.invalid', { request: 'library.follow', problem: 'it was not moved' })
      }
      return session.recovery.goOnAt(trouble.movedTo)
    },
    'library.locate': () => locate(session),
    'library.putBack': () => {
      const { trouble } = session.open.health
      if (trouble?.kind !== 'gone' || !trouble.isDeleted) {
        throw new Failure('request.invalid', { request: 'library.putBack', problem: 'it was not deleted' })
      }
      return session.recovery.putBack()
    },
    'article.saveCopy': ({ articles }) => offerCopies(session, articles),
  }
}

async function locate(session: Session): Promise<AppState | null> {
  const words = mainWords(session.language).dialogs
  const folder = await session.host.chooseFolder({
    title: words.locateLibrary,
    button: words.open,
    from: dirname(session.library.folder),
  })
  return folder === null ? null : session.recovery.goOnAt(folder)
}
