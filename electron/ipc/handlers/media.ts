import { readFile } from 'node:fs/promises'
import { basename } from 'node:path'
import { Failure } from '../../../core/errors.ts'
import { mainWords } from '../../../core/locale/main.ts'
import type { Session } from '../../session/session.ts'
import type { Handlers } from '../bridge.ts'

/** Pictures of the library. */
export function mediaHandlers(session: Session): Partial<Handlers> {
  return {
    'media.add': ({ name, bytes }) => session.write(({ media }) => media.add(basename(name), bytes)),
    'media.choose': async () => {
      const words = mainWords(session.language).dialogs
      const [file] = await session.host.chooseFiles({
        title: words.choosePicture,
        button: words.choose,
        kinds: [{ name: words.pictures, extensions: ['jpg', 'jpeg', 'png', 'webp', 'avif', 'gif', 'svg'] }],
        many: false,
      })
      if (file === undefined) return null
      const bytes = await readChosen(file)
      return session.write(({ media }) => media.add(basename(file), bytes))
    },
    'media.list': () => session.library.media.list(),
    'media.uses': ({ path }) => session.library.media.uses(path),
    'media.trash': ({ paths }) => session.write(({ media }) => media.trash(paths)),
    'media.restore': ({ paths }) => session.write(({ media }) => media.restore(paths)),
    'media.delete': ({ paths }) =>
      session.write(({ media }) => {
        media.delete(paths)
        return null
      }),
  }
}

async function readChosen(file: string): Promise<Uint8Array> {
  try {
    return await readFile(file)
  } catch (error) {
    const reason = (error as NodeJS.ErrnoException).code ?? String(error)
    throw new Failure('file.refused', { path: file, reason }, { cause: error })
  }
}
