import { resolve } from 'node:path'
import { Failure } from '../../../core/errors.ts'
import { mainWords } from '../../../core/locale/main.ts'
import { createSample } from '../../intake/sample.ts'
import { newFolder } from '../../session/open-library.ts'
import type { Session } from '../../session/session.ts'
import type { Handlers } from '../bridge.ts'

/** Making, opening and leaving libraries. */
export function libraryHandlers(session: Session): Partial<Handlers> {
  return {
    'library.chooseParent': async () => {
      const words = mainWords(session.language).dialogs
      const folder = await session.host.chooseFolder({
        title: words.chooseParent,
        button: words.choose,
        from: session.defaultParent,
      })
      return folder === null ? null : session.grant(folder)
    },
    'library.create': async ({ name, language, parent }) => {
      const isDefault = resolve(parent) === resolve(session.defaultParent)
      const folder = isDefault ? session.defaultParent : session.requireGranted('library.create', parent)
      await session.saveEverywhere()
      return session.create(name, language, folder)
    },
    'library.openSample': async ({ language }) => {
      const words = mainWords(session.language)
      const folder = newFolder(session.defaultParent, words.sampleFolder)
      await session.saveEverywhere()
      await createSample(session.host.resources, language, folder)
      return session.openFolder(folder)
    },
    'library.chooseAndOpen': async () => {
      const words = mainWords(session.language).dialogs
      const folder = await session.host.chooseFolder({
        title: words.openLibrary,
        button: words.open,
        from: session.defaultParent,
      })
      if (folder === null) return null
      await session.saveEverywhere()
      return session.openFolder(folder)
    },
    'library.openRecent': async ({ folder }) => {
      const known = session.settings.get().recent.some((library) => library.folder === folder)
      if (!known) {
        throw new Failure('request.invalid', {
          request: 'library.openRecent',
          problem: 'not among the recent ones',
        })
      }
      await session.saveEverywhere()
      return session.openFolder(folder)
    },
    'library.forgetRecent': ({ folder }) => {
      session.settings.forget(folder)
      return session.state()
    },
    'library.close': async () => {
      await session.saveEverywhere()
      return session.close()
    },
    'site.update': ({ patch }) => session.write(({ site }) => site.update(patch)),
  }
}
