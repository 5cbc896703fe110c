/** Electron's side of what a session needs of the desktop. */
import { app, dialog, shell } from 'electron'
import type { EventName, Events, UiLanguage } from '../../core/bridge.ts'
import { mainWords } from '../../core/locale/main.ts'
import { EVENT_CHANNEL } from '../ipc/channels.ts'
import type { Host } from '../session/host.ts'
import type { Flushes } from './flushes.ts'
import { startKeeper } from './keeper-process.ts'
import { log } from './log.ts'
import { resourcesFolder } from './paths.ts'
import { allWindows, theWindow } from './window.ts'

/** The desktop as Electron gives it. */
export function electronHost(
  flushes: Flushes,
  told: Pick<Host, 'settingsChanged' | 'nameActs'>,
): Omit<Host, 'newWindow'> {
  return {
    version: app.getVersion(),
    platform: platform(),
    userData: app.getPath('userData'),
    documents: app.getPath('documents'),
    resources: resourcesFolder(),
    systemLanguage,
    chooseFolder: async ({ title, button, from }) => {
      const chosen = await choose({
        title,
        buttonLabel: button,
        defaultPath: from,
        properties: ['openDirectory', 'createDirectory', 'promptToCreate'],
      })
      return chosen[0] ?? null
    },
    chooseFiles: ({ title, button, kinds, many }) =>
      choose({
        title,
        buttonLabel: button,
        filters: kinds.map((kind) => ({ name: kind.name, extensions: [...kind.extensions] })),
        properties: many ? ['openFile', 'multiSelections'] : ['openFile'],
      }),
    chooseTarget: async ({ title, button, from, kinds }) => {
      const options: Electron.SaveDialogOptions = {
        title,
        buttonLabel: button,
        defaultPath: from,
        filters: kinds.map((kind) => ({ name: kind.name, extensions: [...kind.extensions] })),
        properties: ['createDirectory', 'showOverwriteConfirmation'],
      }
      const window = theWindow()
      const answer = window
        ? await dialog.showSaveDialog(window, options)
        : await dialog.showSaveDialog(options)
      return answer.canceled || answer.filePath === '' ? null : answer.filePath
    },
    openLink,
    agree: async ({ message, detail, button, cancel }) => {
      const window = theWindow()
      const question: Electron.MessageBoxOptions = {
        type: 'warning',
        message,
        detail,
        buttons: [button, cancel],
        // What runs a program is not under the Enter key.
        defaultId: 1,
        cancelId: 1,
        noLink: true,
      }
      const answer = window
        ? await dialog.showMessageBox(window, question)
        : await dialog.showMessageBox(question)
      return answer.response === 0
    },
    openFile: async (path) => (await shell.openPath(path)) || null,
    showInFolder: (path) => {
      shell.showItemInFolder(path)
    },
    emit: <E extends EventName>(name: E, event: Events[E]) => {
      // A command is for the window in which it was given; what happens in the library concerns all.
      const told = name === 'app.command' ? allWindows().slice(-1) : allWindows()
      for (const window of told) window.webContents.send(EVENT_CHANNEL, name, event)
    },
    ...told,
    flush: () => flushes.flush(),
    flushed: (token, failure, unsaved) => {
      flushes.answered(token, failure && { failure, articles: unsaved })
    },
    log: (problem) => {
      log.error(problem)
    },
    startKeeper,
  }
}

async function choose(options: Electron.OpenDialogOptions): Promise<string[]> {
  const window = theWindow()
  const answer = window ? await dialog.showOpenDialog(window, options) : await dialog.showOpenDialog(options)
  return answer.canceled ? [] : answer.filePaths
}

async function openLink(url: string, language: UiLanguage): Promise<boolean> {
  const words = mainWords(language).dialogs
  const window = theWindow()
  const question: Electron.MessageBoxOptions = {
    type: 'question',
    message: words.openLink(url.length > LONGEST_SHOWN ? `${url.slice(0, LONGEST_SHOWN)}…` : url),
    buttons: [words.openLinkYes, words.cancel],
    defaultId: 0,
    cancelId: 1,
  }
  const answer = window
    ? await dialog.showMessageBox(window, question)
    : await dialog.showMessageBox(question)
  if (answer.response !== 0) return false
  await shell.openExternal(url)
  return true
}

/** A mail's text is part of its address, and no text to read in a question; in characters. */
const LONGEST_SHOWN = 300

/** The first of the system's languages that the window speaks. */
function systemLanguage(): UiLanguage {
  const forced = process.env['LONGHAND_LANGUAGE']
  const wanted = forced === undefined ? [...app.getPreferredSystemLanguages(), app.getLocale()] : [forced]
  for (const tag of wanted) {
    if (/^nl\b/i.test(tag)) return 'nl'
    if (/^en\b/i.test(tag)) return 'en'
  }
  return 'en'
}

function platform(): Host['platform'] {
  return process.platform === 'darwin' || process.platform === 'win32' ? process.platform : 'linux'
}
