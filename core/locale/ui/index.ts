/** The window's words, whole, in each language. One file an area; a word that is missing is a type error. */
import type { UiLanguage } from '../../bridge.ts'
import { commonWords, type CommonWords } from './common.ts'
import { editorWords, type EditorWords } from './editor.ts'

export { formatBytes, formatNumber, formatSeconds, uiLocale } from './numbers.ts'
export { longDate, longDateTime, shortDate, timestampFrom, timestampOf } from './dates.ts'

export interface UiWords {
  readonly common: CommonWords
  readonly editor: EditorWords
}

function wordsOf(language: UiLanguage): UiWords {
  return { common: commonWords[language], editor: editorWords[language] }
}

/** Every word of the window, by language. */
export const uiWords: Readonly<Record<UiLanguage, UiWords>> = { en: wordsOf('en'), nl: wordsOf('nl') }
