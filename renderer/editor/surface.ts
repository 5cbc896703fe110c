import { history, historyKeymap, defaultKeymap } from '@codemirror/commands'
import { markdown, markdownLanguage } from '@codemirror/lang-markdown'
import { openSearchPanel, search, searchKeymap } from '@codemirror/search'
import { Compartment, EditorState, Prec } from '@codemirror/state'
import type { Extension, StateEffect } from '@codemirror/state'
import { EditorView, drawSelection, dropCursor, keymap, placeholder } from '@codemirror/view'
import type { Command, KeyBinding } from '@codemirror/view'
import type { EditorWords } from '../../core/locale/ui/editor.ts'
import { findPanel } from './find-panel.tsx'
import { hangingLines } from './hanging.ts'
import { quietMarkdown } from './highlight.ts'
import { shiftItems } from './lists.ts'
import { pendingPlaces } from './pending.ts'
import { searchPhrases } from './phrases.ts'
import { surfaceTheme } from './surface-theme.ts'
import { surfaceWords } from './words-facet.ts'

/** What may change while a text is open. */
export interface SurfaceSettings {
  readonly words: EditorWords
  /** BCP 47: which dictionary checks the text, how a screen reader speaks it. */
  readonly language: string
  readonly spellCheck: boolean
  readonly readOnly: boolean
}

const settings = new Compartment()

/** What a writing surface is made of. `extra` comes first: its keys and handlers win. */
export function surface(initial: SurfaceSettings, extra: Extension): Extension {
  return [
    Prec.high(extra),
    history({ newGroupDelay: 800 }),
    drawSelection(),
    dropCursor(),
    EditorState.allowMultipleSelections.of(true),
    EditorView.clickAddsSelectionRange.of((event) => event.altKey),
    EditorView.lineWrapping,
    markdown({ base: markdownLanguage, completeHTMLTags: false }),
    quietMarkdown,
    hangingLines,
    surfaceTheme,
    pendingPlaces,
    search({ top: true, createPanel: findPanel }),
    keymap.of([...listKeys, ...searchKeymap, ...historyKeymap, ...withoutTab(defaultKeymap)]),
    settings.of(settingsOf(initial)),
  ]
}

/** The effect that gives an open text other settings. */
export function reconfigured(next: SurfaceSettings): StateEffect<unknown> {
  return settings.reconfigure(settingsOf(next))
}

/** Opens the find panel with what is selected. */
export const openFind: Command = openSearchPanel

function settingsOf({ words, language, spellCheck, readOnly }: SurfaceSettings): Extension {
  return [
    surfaceWords.of(words),
    placeholder(words.bodyPlaceholder),
    EditorState.phrases.of(searchPhrases(words)),
    EditorState.readOnly.of(readOnly),
    EditorView.contentAttributes.of({
      'aria-label': words.body,
      spellcheck: String(spellCheck),
      autocorrect: 'on',
      autocapitalize: 'sentences',
      lang: language,
    }),
  ]
}

/**
 * Tab moves list items and nothing else, so that it leads out of the text anywhere but in a list; there Escape
 * does, which goes to the toolbar.
 */
const listKeys: readonly KeyBinding[] = [
  { key: 'Tab', run: shift('deeper'), shift: shift('back') },
  { key: 'Mod-]', run: shift('deeper') },
  { key: 'Mod-[', run: shift('back') },
]

function shift(direction: 'deeper' | 'back'): Command {
  return (view) => {
    const change = shiftItems(view.state, direction)
    if (change === null) return false
    view.dispatch(change)
    return true
  }
}

/** Keys of CodeMirror's that mean something else here, or nothing to a writer. */
function withoutTab(bindings: readonly KeyBinding[]): KeyBinding[] {
  const taken = ['Mod-i', 'Mod-[', 'Mod-]', 'Mod-/', 'Alt-A', 'Shift-Alt-a', 'Mod-Enter', 'Mod-Alt-\\']
  return bindings.filter((binding) => !taken.includes(binding.key ?? ''))
}
