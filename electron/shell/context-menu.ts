/** The right-click menu of text and links. Lists and trees draw their own. */
import {
  clipboard,
  Menu,
  type BrowserWindow,
  type ContextMenuParams,
  type MenuItemConstructorOptions,
} from 'electron'
import type { UiLanguage } from '../../core/bridge.ts'
import { mainWords } from '../../core/locale/main.ts'

/** Shows what can be done with the text or link under the pointer; nothing where there is nothing to do. */
export function showContextMenu(
  window: BrowserWindow,
  params: ContextMenuParams,
  language: UiLanguage,
): void {
  const items = [
    ...spelling(window, params, language),
    ...editing(params, language),
    ...link(params, language),
  ]
  if (items.length > 0) Menu.buildFromTemplate(items).popup({ window })
}

function spelling(
  window: BrowserWindow,
  params: ContextMenuParams,
  language: UiLanguage,
): MenuItemConstructorOptions[] {
  if (!params.misspelledWord) return []
  const words = mainWords(language).menu
  const suggestions = params.dictionarySuggestions.map((suggestion) => ({
    label: suggestion,
    click: () => {
      window.webContents.replaceMisspelling(suggestion)
    },
  }))
  return [
    ...(suggestions.length > 0 ? suggestions : [{ label: words.noSuggestions, enabled: false }]),
    { type: 'separator' },
    {
      label: words.learnSpelling,
      click: () => {
        window.webContents.session.addWordToSpellCheckerDictionary(params.misspelledWord)
      },
    },
    { type: 'separator' },
  ]
}

function editing(params: ContextMenuParams, language: UiLanguage): MenuItemConstructorOptions[] {
  const words = mainWords(language).menu
  const { editFlags, isEditable } = params
  if (!isEditable) {
    return params.selectionText.trim() === '' ? [] : [{ label: words.copy, role: 'copy' }]
  }
  return [
    { label: words.cut, role: 'cut', enabled: editFlags.canCut },
    { label: words.copy, role: 'copy', enabled: editFlags.canCopy },
    { label: words.paste, role: 'paste', enabled: editFlags.canPaste },
    { label: words.pastePlain, role: 'pasteAndMatchStyle', enabled: editFlags.canPaste },
    { type: 'separator' },
    { label: words.selectAll, role: 'selectAll', enabled: editFlags.canSelectAll },
  ]
}

function link(params: ContextMenuParams, language: UiLanguage): MenuItemConstructorOptions[] {
  if (!/^(https?|mailto):/.test(params.linkURL)) return []
  return [
    {
      label: mainWords(language).menu.copyLink,
      click: () => {
        void clipboard.writeText(params.linkURL)
      },
    },
  ]
}
