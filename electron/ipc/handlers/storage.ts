import { dirname, join } from 'node:path'
import type { AppState, ArticleCopy } from '../../../core/bridge.ts'
import { Failure } from '../../../core/errors.ts'
import { mainWords } from '../../../core/locale/main.ts'
import { copyName, type Names, writeCopies, writeCopy } from '../../session/health-copies.ts'
import type { Session } from '../../session/session.ts'
import type { Handlers } from '../bridge.ts'

/** What helps when the storage of the open library fails. */
export function storageHandlers(session: Session): Partial<Handlers> {
  return {
    'library.recheck': () => session.recheck(),
    'library.follow': () => {
      const { trouble } = session.open.health
      if (trouble?.kind !== 'gone' || trouble.movedTo === null) {
        throw new Failure('request.invalid', { request: 'library.follow', problem: 'it was not moved' })
      }
      return session.goOnAt(trouble.movedTo)
    },
    'library.locate': () => locate(session),
    'article.saveCopy': ({ articles }) => saveCopies(session, articles),
  }
}

async function locate(session: Session): Promise<AppState | null> {
  const words = mainWords(session.language).dialogs
  const folder = await session.host.chooseFolder({
    title: words.locateLibrary,
    button: words.open,
    from: dirname(session.library.folder),
  })
  return folder === null ? null : session.goOnAt(folder)
}

async function saveCopies(
  session: Session,
  copies: readonly ArticleCopy[],
): Promise<readonly string[] | null> {
  const words = mainWords(session.language).dialogs
  const names = namesOf(session)
  const [only, ...others] = copies
  const from = session.host.documents
  if (only !== undefined && others.length === 0) {
    const file = await session.host.chooseTarget({
      title: words.saveCopy,
      button: words.save,
      from: join(from, copyName(only)),
      kinds: [{ name: words.markdown, extensions: ['md'] }],
    })
    if (file === null) return null
    writeCopy(file, only, names)
    return [file]
  }
  const folder = await session.host.chooseFolder({ title: words.saveCopies, button: words.save, from })
  return folder === null ? null : writeCopies(folder, copies, names)
}

/** Names where the library can still be read, and none where it cannot: the words must be saved all the same. */
function namesOf(session: Session): Names {
  const of = (list: () => readonly { readonly id: number; readonly name: string }[]) => {
    try {
      return new Map(list().map(({ id, name }) => [id, name]))
    } catch (error) {
      session.host.log(`A copy is saved without names: ${String(error)}`)
      return new Map<number, string>()
    }
  }
  const categories = of(() => session.library.categories.list())
  const authors = of(() => session.library.authors.list())
  return { category: (id) => categories.get(id) ?? null, author: (id) => authors.get(id) ?? null }
}
