import type { Session } from '../../session/session.ts'
import type { Handlers } from '../bridge.ts'

/** Articles that are translations of each other. */
export function translationHandlers(session: Session): Partial<Handlers> {
  return {
    'translation.list': ({ articleId }) => session.library.translations.of(articleId),
    'translation.candidates': ({ articleId, words, limit }) =>
      session.read(({ translations }) => translations.candidates(articleId, words, limit)),
    'translation.add': ({ articleId, otherId }) =>
      session.write(({ translations }) => translations.add(articleId, otherId)),
    'translation.remove': ({ articleId }) =>
      session.write(({ translations }) => translations.remove(articleId)),
    'translation.start': ({ articleId, language }) =>
      session.write(({ translations }) => translations.start(articleId, language)),
  }
}
