import { join } from 'node:path'
import { mainWords } from '../../../core/locale/main.ts'
import type { Follower } from '../../library/keeper.ts'
import { LibraryCare } from '../../session/library-care.ts'
import type { Session } from '../../session/session.ts'
import type { Handlers } from '../bridge.ts'
import { oneAtATime } from './one-at-a-time.ts'

/** Backups, restoring, rescuing, archives: long work, one piece at a time, that can be stopped. */
export function careHandlers(session: Session): Partial<Handlers> {
  const care = new LibraryCare(session)
  const caring = oneAtATime('care')
  const run = <T>(work: (follower: Follower) => Promise<T>): Promise<T> =>
    caring.run((signal) =>
      work({ signal, onProgress: (progress) => session.host.emit('care.progress', progress) }),
    )
  const words = () => mainWords(session.language).dialogs
  return {
    'care.state': () => care.state(),
    'care.examine': () => run((follower) => session.examine(follower)),
    'care.turnTo': async ({ folder }) => {
      await session.saveEverywhere()
      return session.turnTo(folder)
    },
    'care.backUp': () => run((follower) => care.backUp(follower)),
    'care.look': ({ file }) => run((follower) => care.look(file, follower)),
    'care.takeBack': ({ file, ids }) => run((follower) => care.takeBack(file, ids, follower)),
    'care.restore': ({ file }) => run((follower) => care.restore(file, follower)),
    'care.rescue': () => run((follower) => care.rescue(follower)),
    'care.startAnew': ({ name, language }) => run((follower) => care.startAnew(name, language, follower)),
    'care.archive': async () => {
      const { saveArchive, save, archives } = words()
      const file = await session.host.chooseTarget({
        title: saveArchive,
        button: save,
        from: join(session.host.documents, care.archiveName),
        kinds: [{ name: archives, extensions: ['longhand'] }],
      })
      return file === null ? null : run((follower) => care.archive(file, follower))
    },
    'care.unpack': async () => {
      const { openArchive, open, archives } = words()
      const [file] = await session.host.chooseFiles({
        title: openArchive,
        button: open,
        kinds: [{ name: archives, extensions: ['longhand', 'zip'] }],
        many: false,
      })
      return file === undefined ? null : run((follower) => care.unpack(file, follower))
    },
    'care.chooseElsewhere': async () => {
      const { chooseElsewhere, choose } = words()
      const folder = await session.host.chooseFolder({
        title: chooseElsewhere,
        button: choose,
        from: session.host.documents,
      })
      return folder === null ? null : run(() => care.chooseElsewhere(folder))
    },
    'care.forgetElsewhere': () => care.forgetElsewhere(),
    'care.show': async ({ path }) => {
      await care.show(path)
      return null
    },
    'care.deleteAside': ({ folder }) => run(() => care.deleteAside(folder)),
    'care.cancel': () => caring.cancel(),
  }
}
