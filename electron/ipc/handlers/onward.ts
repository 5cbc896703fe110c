import { resolve } from 'node:path'
import type { Onward } from '../../../core/bridge.ts'
import { joinCommand } from '../../../core/command-line.ts'
import { Failure } from '../../../core/errors.ts'
import { mainWords } from '../../../core/locale/main.ts'
import { runOnward } from '../../publish/onward.ts'
import type { Session } from '../../session/session.ts'
import type { Handlers } from '../bridge.ts'
import { lastExport } from './last-export.ts'
import type { OneAtATime } from './one-at-a-time.ts'

/**
 * What follows an export. It belongs to one library in one place on this computer: a copy of the library, the library
 * in another place, and another library in the same place have none of it. `exporting`: an export waits for it.
 */
export function onwardHandlers(session: Session, exporting: OneAtATime): Partial<Handlers> {
  return {
    'onward.get': () => onwardOf(session),
    'onward.set': async ({ onward }) => {
      const { folder } = session.library
      if (onward !== null && !(await agrees(session, onward))) return onwardOf(session)
      const mark = await session.write(({ kin }) => kin.makeMark())
      session.settings.setOnward(folder, mark, onward)
      return onwardOf(session)
    },
    'onward.start': ({ folder }) =>
      exporting.run(async (signal) => {
        const { library } = session.openInPlace
        const site = lastExport(session)
        if (site === null || site !== resolve(folder)) {
          throw new Failure('request.invalid', { request: 'onward.start', problem: 'not the last export' })
        }
        const onward = onwardOf(session)
        if (onward === null) throw new Failure('onward.refused', { problem: 'none', what: site })
        const day = new Date().toLocaleDateString('sv-SE')
        return runOnward(
          onward,
          { site, library: library.folder, day },
          {
            signal,
            onText: (text) => session.host.emit('onward.output', { text }),
          },
        )
      }),
    'onward.cancel': () => exporting.cancel(),
  }
}

/** What is set up for the open library where it lies. */
function onwardOf(session: Session): Onward | null {
  const { folder, kin } = session.library
  const known = session.settings.get().onward[folder]
  return known !== undefined && known.library === kin.mark() ? known.onward : null
}

/** The window is not trusted with what runs on this computer: the system's own dialog shows it and asks. */
function agrees(session: Session, onward: Onward): Promise<boolean> {
  const words = mainWords(session.language).dialogs
  const line =
    onward.way === 'git' ? words.onwardGit : onward.way === 'shell' ? onward.line : joinCommand(onward.argv)
  const how = onward.way === 'shell' ? words.onwardShell : ''
  return session.host.agree({
    message: words.onwardQuestion,
    detail: [visible(line), how, words.onwardFor(session.library.folder)].filter(Boolean).join('\n\n'),
    button: words.onwardYes,
    cancel: words.cancel,
  })
}

/** What would be hidden in a dialog is shown by its number. */
function visible(line: string): string {
  const isHidden = /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/gu
  return line.replace(isHidden, (sign) => `\\u${(sign.codePointAt(0) ?? 0).toString(16).padStart(4, '0')}`)
}
