/** The menu bar, in the window's language, as each system wants it. */
import { app, Menu, type MenuItemConstructorOptions } from 'electron'
import type { Command } from '../../core/bridge.ts'
import { mainWords, type MainWords } from '../../core/locale/main.ts'
import type { NamedActs } from '../session/host.ts'
import type { Session } from '../session/session.ts'

type Words = MainWords['menu']
const SEPARATOR: MenuItemConstructorOptions = { type: 'separator' }

/** What undo and redo of an act are about; the window tells. */
let acts: NamedActs = { undo: null, redo: null }

/** Builds the menu bar anew: at the start, when the language changes, and when there is something else to undo. */
export function buildMenu(session: Session, named: NamedActs = acts): void {
  acts = named
  const words = mainWords(session.language).menu
  const item = commandItems(session)
  const isMac = process.platform === 'darwin'
  Menu.setApplicationMenu(
    Menu.buildFromTemplate([
      ...(isMac ? [applicationMenu(words, item)] : []),
      fileMenu(session, words, item, isMac),
      editMenu(words, item),
      articleMenu(words, item),
      viewMenu(words, item),
      ...(isMac ? [windowMenu(words)] : []),
      { label: words.help, role: 'help', submenu: [item(words.shortcuts, 'app.shortcuts', 'CmdOrCtrl+/')] },
    ]),
  )
}

type CommandItem = (label: string, command: Command, accelerator?: string) => MenuItemConstructorOptions

function commandItems(session: Session): CommandItem {
  return (label, command, accelerator) => ({
    id: command,
    label,
    ...(accelerator === undefined ? {} : { accelerator }),
    click: () => {
      session.host.emit('app.command', { command })
    },
  })
}

function applicationMenu(words: Words, item: CommandItem): MenuItemConstructorOptions {
  return {
    label: app.name,
    submenu: [
      { label: words.about, role: 'about' },
      SEPARATOR,
      item(words.settings, 'app.settings', 'Cmd+,'),
      SEPARATOR,
      { label: words.services, role: 'services' },
      SEPARATOR,
      { label: words.hide, role: 'hide' },
      { label: words.hideOthers, role: 'hideOthers' },
      { label: words.showAll, role: 'unhide' },
      SEPARATOR,
      { label: words.quit, role: 'quit' },
    ],
  }
}

function fileMenu(
  session: Session,
  words: Words,
  item: CommandItem,
  isMac: boolean,
): MenuItemConstructorOptions {
  return {
    label: words.file,
    submenu: [
      item(words.newArticle, 'article.new', 'CmdOrCtrl+N'),
      item(words.newCategory, 'category.new', 'CmdOrCtrl+Shift+N'),
      // Also while no window is open, as macOS has it.
      {
        ...item(words.newWindow, 'window.new', 'CmdOrCtrl+Alt+N'),
        click: () => session.host.newWindow(null),
      },
      SEPARATOR,
      item(words.newLibrary, 'library.new'),
      item(words.openLibrary, 'library.choose', 'CmdOrCtrl+O'),
      item(words.unpackLibrary, 'library.unpack'),
      SEPARATOR,
      item(words.backups, 'library.backups'),
      item(words.archive, 'library.archive'),
      SEPARATOR,
      item(words.bringIn, 'intake.open', 'CmdOrCtrl+Shift+I'),
      item(words.exportSite, 'site.export', 'CmdOrCtrl+Shift+E'),
      item(words.onward, 'site.onward'),
      SEPARATOR,
      item(words.siteSettings, 'site.settings'),
      item(words.siteTheme, 'site.theme'),
      ...(isMac ? [] : [item(words.settings, 'app.settings', 'Ctrl+,')]),
      SEPARATOR,
      isMac ? { label: words.closeWindow, role: 'close' } : { label: words.quit, role: 'quit' },
    ],
  }
}

function editMenu(words: Words, item: CommandItem): MenuItemConstructorOptions {
  return {
    label: words.edit,
    submenu: [
      // Not the system's own: that knows nothing of a text's or a title's own history. The window has their keys.
      { ...item(words.undo, 'edit.undo', 'CmdOrCtrl+Z'), registerAccelerator: false },
      { ...item(words.redo, 'edit.redo', 'Shift+CmdOrCtrl+Z'), registerAccelerator: false },
      SEPARATOR,
      // No shortcuts: in a text the usual ones are the text's own. The window hears them outside of it.
      { ...item(words.undoAct(acts.undo), 'act.undo'), enabled: acts.undo !== null },
      { ...item(words.redoAct(acts.redo), 'act.redo'), enabled: acts.redo !== null },
      item(words.recentActs, 'act.list'),
      SEPARATOR,
      { label: words.cut, role: 'cut' },
      { label: words.copy, role: 'copy' },
      { label: words.paste, role: 'paste' },
      { label: words.pastePlain, role: 'pasteAndMatchStyle' },
      { label: words.selectAll, role: 'selectAll' },
      SEPARATOR,
      item(words.find, 'edit.find', 'CmdOrCtrl+F'),
      item(words.searchLibrary, 'search.focus', 'CmdOrCtrl+Shift+F'),
    ],
  }
}

function articleMenu(words: Words, item: CommandItem): MenuItemConstructorOptions {
  return {
    label: words.article,
    submenu: [
      item(words.duplicate, 'article.duplicate', 'CmdOrCtrl+Shift+D'),
      item(words.saveCopy, 'article.saveCopy'),
      SEPARATOR,
      item(words.share, 'article.share'),
      item(words.copyRich, 'article.copyRich'),
      SEPARATOR,
      item(words.keep, 'article.keep', 'CmdOrCtrl+Shift+S'),
      item(words.history, 'article.history', 'CmdOrCtrl+Shift+H'),
      item(words.compare, 'article.compare'),
      SEPARATOR,
      // No shortcut: in a text the usual one deletes a word. The list of articles has Delete.
      item(words.trash, 'article.trash'),
    ],
  }
}

function viewMenu(words: Words, item: CommandItem): MenuItemConstructorOptions {
  return {
    label: words.view,
    submenu: [
      item(words.write, 'view.write', 'CmdOrCtrl+1'),
      item(words.split, 'view.split', 'CmdOrCtrl+2'),
      item(words.preview, 'view.preview', 'CmdOrCtrl+3'),
      item(words.showSite, 'site.show', 'CmdOrCtrl+4'),
      item(words.focus, 'view.focus', 'CmdOrCtrl+Shift+Enter'),
      SEPARATOR,
      item(words.sidebar, 'pane.sidebar', 'CmdOrCtrl+Alt+S'),
      item(words.list, 'pane.list', 'CmdOrCtrl+Alt+L'),
      item(words.inspector, 'pane.inspector', 'CmdOrCtrl+Alt+I'),
      SEPARATOR,
      item(words.pictures, 'media.show', 'CmdOrCtrl+Alt+P'),
      item(words.overview, 'overview.show'),
      item(words.alikeTags, 'tag.alike'),
      item(words.mergeTags, 'tag.merge'),
      item(words.showTrash, 'trash.show'),
      SEPARATOR,
      { label: words.zoomIn, role: 'zoomIn' },
      { label: words.zoomOut, role: 'zoomOut' },
      { label: words.zoomReset, role: 'resetZoom' },
      SEPARATOR,
      { label: words.fullScreen, role: 'togglefullscreen' },
    ],
  }
}

function windowMenu(words: Words): MenuItemConstructorOptions {
  return {
    label: words.window,
    submenu: [
      { label: words.minimize, role: 'minimize' },
      { label: words.zoom, role: 'zoom' },
    ],
  }
}
