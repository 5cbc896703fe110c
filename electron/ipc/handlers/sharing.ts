import { homedir } from 'node:os'
import { join, resolve } from 'node:path'
import { uiWords } from '../../../core/locale/ui/index.ts'
import { fromOf } from '../../library/sync-copies.ts'
import { takePicture } from '../../library/sync-pictures.ts'
import { placeOf } from '../../library/sync-facts.ts'
import { withKeeper } from '../../session/care.ts'
import type { Session } from '../../session/session.ts'
import type { Handlers } from '../bridge.ts'

/** A library that others reach too: its place, and copies of it. */
export function sharingHandlers(session: Session): Partial<Handlers> {
  return {
    'sharing.state': () => session.open.others.sharing,
    'sharing.accept': () => {
      const { others, library } = session.open
      const { place } = others.sharing
      if (place) session.settings.noteShared(library.folder, place.service)
      others.look()
      return others.sharing
    },
    'sharing.placeOf': ({ folder }) => {
      const isDefault = resolve(folder) === resolve(session.defaultParent)
      const place = placeOf(isDefault ? folder : session.requireGranted('sharing.placeOf', folder))
      const instead = join(homedir(), 'Longhand')
      const isBetter = place !== null && placeOf(instead) === null
      return { place, instead: isBetter ? session.grant(instead) : '' }
    },
    'sharing.takePictures': async () => {
      const { library, others } = session.open
      const taken = { added: 0, same: 0, refused: 0 }
      for (const name of others.sharing.pictures) {
        taken[await session.write(() => takePicture(library, name))] += 1
      }
      others.look()
      return taken
    },
    'sharing.compare': ({ name }) => {
      const { folder } = session.library
      return withKeeper(session.host.startKeeper, (keeper) => keeper.run('compareCopy', folder, name))
    },
    'sharing.bringIn': async ({ name, articles }) => {
      const { library, writes, watch, others } = session.open
      const revision = uiWords[session.language].sharing.revision(fromOf(name))
      const report = await writes.during(() =>
        withKeeper(session.host.startKeeper, (keeper) =>
          keeper.run('bringInCopy', library.folder, name, articles, revision),
        ),
      )
      watch.look()
      others.look()
      return report
    },
  }
}
