/** The windows: where they were, how they close, what they may never do. */
import { app, BrowserWindow, dialog, nativeTheme, screen } from 'electron'
import { join } from 'node:path'
import type { ArticleCopy } from '../../core/bridge.ts'
import { failureData } from '../../core/errors.ts'
import { failureSentences, mainWords } from '../../core/locale/main.ts'
import { offerCopies } from '../session/health-copies.ts'
import type { Session } from '../session/session.ts'
import type { WindowBounds } from '../session/settings.ts'
import { showContextMenu } from './context-menu.ts'
import type { Flushes, Unsaved } from './flushes.ts'
import { log } from './log.ts'
import { WINDOW_URL } from './protocol.ts'
import { callOffQuitting } from './quitting.ts'

const DEFAULT_BOUNDS: WindowBounds = { width: 1440, height: 900, maximized: false }
const PAPER = { light: '#fbfaf7', dark: '#17181a' }

/** How far a further window stands from the one before it, in pixels. */
const STEP = 28

/** The one in which the writer was last comes last. */
const windows: BrowserWindow[] = []

/** The window in which the writer is or was last, while there is one. */
export function theWindow(): BrowserWindow | null {
  return windows.at(-1) ?? null
}

/** Every window, in the order in which the writer was in them. All show the same library. */
export function allWindows(): readonly BrowserWindow[] {
  return windows
}

/**
 * Opens a window and resolves when its page is there: the first where it was last time, a further one beside the
 * one before it. With `articleId` it shows that article.
 */
export async function openWindow(
  session: Session,
  flushes: Flushes,
  articleId: number | null = null,
): Promise<void> {
  const bounds = visibleBounds(nextBounds(session))
  const window = new BrowserWindow({
    ...position(bounds),
    width: bounds.width,
    height: bounds.height,
    minWidth: 800,
    minHeight: 560,
    show: false,
    title: 'Longhand',
    backgroundColor: nativeTheme.shouldUseDarkColors ? PAPER.dark : PAPER.light,
    icon: join(app.getAppPath(), 'resources', 'icons', 'icon.png'),
    webPreferences: {
      preload: join(app.getAppPath(), 'out', 'preload', 'preload.cjs'),
      sandbox: true,
      contextIsolation: true,
      nodeIntegration: false,
      webviewTag: false,
      spellcheck: true,
    },
  })
  windows.push(window)
  window.on('focus', () => {
    windows.push(...windows.splice(windows.indexOf(window), 1))
  })
  if (bounds.maximized) window.maximize()
  window.once('ready-to-show', () => {
    window.show()
  })
  window.webContents.on('context-menu', (_event, params) => {
    showContextMenu(window, params, session.language)
  })
  window.webContents.on('render-process-gone', (_event, details) => {
    if (details.reason !== 'clean-exit') revive(window, session, details.reason)
  })
  closeInOrder(window, session, flushes)
  await window.loadURL(articleId === null ? WINDOW_URL : `${WINDOW_URL}#article=${articleId}`)
}

function nextBounds(session: Session): WindowBounds {
  const before = theWindow()
  if (before === null) return session.settings.get().window ?? DEFAULT_BOUNDS
  const { x, y, width, height } = before.getNormalBounds()
  return { x: x + STEP, y: y + STEP, width, height, maximized: false }
}

/** Before it closes the window saves what was typed; when that fails the writer decides. */
function closeInOrder(window: BrowserWindow, session: Session, flushes: Flushes): void {
  let mayClose = false
  let closing = false
  window.on('close', (event) => {
    session.settings.update({ window: boundsOf(window) })
    if (mayClose || window.webContents.isCrashed()) return
    event.preventDefault()
    if (closing) return
    closing = true
    void leave(window, session, flushes).then((may) => {
      closing = false
      mayClose = may
      if (may) window.close()
      else callOffQuitting()
    })
  })
  window.on('closed', () => {
    windows.splice(windows.indexOf(window), 1)
  })
}

/** Whether the window may close: all is saved, or the writer has seen to the rest or gives it up. */
async function leave(window: BrowserWindow, session: Session, flushes: Flushes): Promise<boolean> {
  for (;;) {
    const unsaved = await flushes.ask(window)
    if (unsaved === null) return true
    log.error('The window could not save before closing:', unsaved.failure)
    const answer = await askAboutWords(window, session, unsaved)
    if (answer === 'keepOpen') return false
    if (answer === 'closeAnyway') return true
    if (answer === 'saveCopy' && (await savedCopies(session, unsaved.articles))) return true
  }
}

/** False when the writer changed their mind, or the copies could not be written either. */
async function savedCopies(session: Session, articles: readonly ArticleCopy[]): Promise<boolean> {
  try {
    return (await offerCopies(session, articles)) !== null
  } catch (thrown) {
    const words = mainWords(session.language).dialogs
    dialog.showErrorBox(words.copyFailed, failureSentences(session.language, failureData(thrown)))
    return false
  }
}

/** What a writer may do with words that cannot be saved; the first is what Enter does. */
const ANSWERS = ['tryAgain', 'saveCopy', 'keepOpen', 'closeAnyway'] as const

async function askAboutWords(
  window: BrowserWindow,
  session: Session,
  { failure, articles }: Unsaved,
): Promise<(typeof ANSWERS)[number]> {
  const words = mainWords(session.language).dialogs
  const answers = articles.length > 0 ? ANSWERS : ANSWERS.filter((answer) => answer !== 'saveCopy')
  const titles = articles.map(({ title }) => title)
  const { response } = await dialog.showMessageBox(window, {
    type: 'warning',
    message: words.unsavedTitle,
    detail: words.unsavedDetail(titles, failureSentences(session.language, failure)),
    buttons: answers.map((answer) => words[answer]),
    defaultId: 0,
    cancelId: answers.indexOf('keepOpen'),
    noLink: true,
  })
  return answers[response] ?? 'keepOpen'
}

function revive(window: BrowserWindow, session: Session, reason: string): void {
  log.error(`The window's process ended: ${reason}`)
  const words = mainWords(session.language).dialogs
  void window.loadURL(WINDOW_URL)
  void dialog.showMessageBox(window, {
    type: 'warning',
    message: words.windowGone,
    detail: words.windowGoneDetail,
  })
}

function boundsOf(window: BrowserWindow): WindowBounds {
  return { ...window.getNormalBounds(), maximized: window.isMaximized() }
}

/** The bounds, without their place when no screen shows it any more. */
function visibleBounds(bounds: WindowBounds): WindowBounds {
  const { x, y, width, height, maximized } = bounds
  if (x === undefined || y === undefined) return { width, height, maximized }
  const visible = screen.getAllDisplays().some(({ workArea }) => {
    const overlapX = Math.min(x + width, workArea.x + workArea.width) - Math.max(x, workArea.x)
    const overlapY = Math.min(y + height, workArea.y + workArea.height) - Math.max(y, workArea.y)
    return overlapX > 100 && overlapY > 100
  })
  return visible ? bounds : { width, height, maximized }
}

function position(bounds: WindowBounds): { x: number; y: number } | Record<never, never> {
  return bounds.x === undefined || bounds.y === undefined ? {} : { x: bounds.x, y: bounds.y }
}
