/** The application's life: one instance, one session, one window, and an orderly end. */
import { app, dialog, ipcMain, nativeTheme, powerMonitor } from 'electron'
import { join } from 'node:path'
import { mainWords } from '../../core/locale/main.ts'
import { serveBridge } from '../ipc/bridge.ts'
import { allHandlers } from '../ipc/handlers/index.ts'
import { Session } from '../session/session.ts'
import { SiteInWindow } from '../session/site-in-window.ts'
import { Flushes } from './flushes.ts'
import { electronHost } from './host.ts'
import { log, logToFile } from './log.ts'
import { buildMenu } from './menu.ts'
import { lockDown } from './permissions.ts'
import { endForSure, followQuitting } from './quitting.ts'
import { registerScheme, serveProtocol, WINDOW_URL } from './protocol.ts'
import { placeDictionaries, setSpelling } from './spelling.ts'
import { allWindows, openWindow, theWindow } from './window.ts'

/** Starts the application, or hands over to the one that is running already on the same user data. */
export function startApplication(): void {
  useOwnUserData()
  if (!app.requestSingleInstanceLock()) {
    app.quit()
    return
  }
  logToFile(join(app.getPath('userData'), 'logs'))
  registerScheme()
  placeDictionaries()
  process.on('uncaughtException', reportFault)
  process.on('unhandledRejection', reportFault)
  // As root on Linux Chromium runs only without its sandbox, and says so by this switch of the one who starts it.
  if (!app.commandLine.hasSwitch('no-sandbox')) app.enableSandbox()
  app.on('second-instance', () => {
    theWindow()?.show()
    theWindow()?.focus()
  })
  void app.whenReady().then(run, reportFatal)
}

async function run(): Promise<void> {
  const flushes = new Flushes(allWindows)
  const host = electronHost(flushes, {
    settingsChanged: (settings) => {
      nativeTheme.themeSource = settings.appearance
      setSpelling(settings.spellCheck)
      buildMenu(session)
    },
    nameActs: (names) => buildMenu(session, names),
  })
  const session: Session = new Session({
    ...host,
    newWindow: (articleId) => void openWindow(session, flushes, articleId),
  })
  const site = new SiteInWindow(session)
  const { appearance, spellCheck } = session.settings.get().settings
  nativeTheme.themeSource = appearance
  setSpelling(spellCheck)
  serveProtocol(site)
  lockDown()
  serveBridge(ipcMain, allHandlers(session), {
    windowUrl: WINDOW_URL,
    onUnexpected: (request, thrown) => log.error(`The request ${request} failed:`, thrown),
    onFailure: (failure) => session.noticeFailure(failure),
  })
  await session.reopenLast()
  buildMenu(session)
  await openWindow(session, flushes)
  powerMonitor.on('suspend', () => void flushes.flush())
  app.on('activate', () => {
    if (!theWindow()) void openWindow(session, flushes)
  })
  followQuitting()
  endForSure(() => session.quit())
}

/** Tests and a second profile can keep their settings apart. */
function useOwnUserData(): void {
  const folder = process.env['LONGHAND_USER_DATA']
  if (folder) app.setPath('userData', folder)
}

function reportFault(thrown: unknown): void {
  log.error('Not foreseen:', thrown)
}

function reportFatal(thrown: unknown): void {
  log.error('The start failed:', thrown)
  const words = mainWords(app.getLocale().startsWith('nl') ? 'nl' : 'en').dialogs
  dialog.showErrorBox(words.startFailed, thrown instanceof Error ? thrown.message : String(thrown))
  app.exit(1)
}
