import { join } from 'node:path'
import {
  copyTheme,
  listThemes,
  ownFolder,
  putBackTheme,
  removeTheme,
  renameTheme,
  themeBehind,
} from '../../publish/theme-copies.ts'
import type { Session } from '../../session/session.ts'
import type { Handlers } from '../bridge.ts'

/** The themes of the open library. */
export function themeHandlers(session: Session): Partial<Handlers> {
  const show = (name: string): void =>
    session.host.showInFolder(join(ownFolder(session.library.folder, name), 'theme.json'))
  return {
    'theme.list': () => ({
      ...listThemes(session.library.folder),
      failure: session.open.themes.failure,
    }),
    'theme.copy': async ({ theme, title }) => {
      const { folder } = session.openInPlace.library
      const name = copyTheme(folder, theme, title)
      await session.write(({ site }) => site.update({ theme: name }))
      show(name)
      return { name }
    },
    'theme.rename': ({ name, title }) => {
      renameTheme(session.openInPlace.library.folder, name, title)
      return null
    },
    'theme.remove': async ({ name }) => {
      const { folder, site } = session.openInPlace.library
      if (site.get().theme === name) {
        const behind = themeBehind(folder, name)
        await session.write((library) => library.site.update({ theme: behind }))
      }
      removeTheme(folder, name)
      return null
    },
    'theme.putBack': ({ name }) => {
      putBackTheme(session.openInPlace.library.folder, name)
      return null
    },
    'theme.show': ({ name }) => {
      show(name)
      return null
    },
  }
}
