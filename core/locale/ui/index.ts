/** The window's words, whole, in each language. One file an area; a word that is missing is a type error. */
import type { UiLanguage } from '../../bridge.ts'
import type { FailureCode, FailureData, FailureDetails } from '../../errors.ts'
import { actWords, type ActWords } from './acts.ts'
import { careWords, type CareWords } from './care.ts'
import { commandWords, type CommandWords } from './commands.ts'
import { commonWords, type CommonWords } from './common.ts'
import { editorWords, type EditorWords } from './editor.ts'
import { exportWords, type ExportWords } from './export.ts'
import { failureWords, type FailureText, type FailureWords } from './failures.ts'
import { findWords, type FindWords } from './find.ts'
import { historyWords, type HistoryWords } from './history.ts'
import { inspectorWords, type InspectorWords } from './inspector.ts'
import { intakeWords, type IntakeWords } from './intake.ts'
import { listWords, type ListWords } from './list.ts'
import { mediaWords, type MediaWords } from './media.ts'
import { overviewWords, type OverviewWords } from './overview.ts'
import { relatedWords, type RelatedWords } from './related.ts'
import { settingsWords, type SettingsWords } from './settings.ts'
import { sharingWords, type SharingWords } from './sharing.ts'
import { sidebarWords, type SidebarWords } from './sidebar.ts'
import { siteWords, type SiteWords } from './site.ts'
import { startWords, type StartWords } from './start.ts'
import { tagWords, type TagWords } from './tags.ts'
import { themeWords, type ThemeWords } from './themes.ts'
import { translationWords, type TranslationWords } from './translations.ts'
import { trashWords, type TrashWords } from './trash.ts'

export { formatBytes, formatNumber, formatSeconds, uiLocale } from './numbers.ts'
export { longDate, longDateTime, shortDate, timestampFrom, timestampOf } from './dates.ts'
export { describeReasons } from './reasons.ts'
export type { FailureText } from './failures.ts'

export interface UiWords {
  readonly care: CareWords
  readonly acts: ActWords
  readonly common: CommonWords
  readonly commands: CommandWords
  readonly editor: EditorWords
  readonly export: ExportWords
  readonly failures: FailureWords
  readonly find: FindWords
  readonly history: HistoryWords
  readonly inspector: InspectorWords
  readonly intake: IntakeWords
  readonly list: ListWords
  readonly media: MediaWords
  readonly overview: OverviewWords
  readonly related: RelatedWords
  readonly translations: TranslationWords
  readonly settings: SettingsWords
  readonly sharing: SharingWords
  readonly sidebar: SidebarWords
  readonly site: SiteWords
  readonly start: StartWords
  readonly tags: TagWords
  readonly themes: ThemeWords
  readonly trash: TrashWords
  /** A failure in words, for whoever shows it. */
  readonly failure: (data: FailureData) => FailureText
}

function wordsOf(language: UiLanguage): UiWords {
  return {
    care: careWords[language],
    acts: actWords[language],
    common: commonWords[language],
    commands: commandWords[language],
    editor: editorWords[language],
    export: exportWords[language],
    failures: failureWords[language],
    find: findWords[language],
    history: historyWords[language],
    inspector: inspectorWords[language],
    intake: intakeWords[language],
    list: listWords[language],
    media: mediaWords[language],
    overview: overviewWords[language],
    related: relatedWords[language],
    translations: translationWords[language],
    settings: settingsWords[language],
    sharing: sharingWords[language],
    sidebar: sidebarWords[language],
    site: siteWords[language],
    start: startWords[language],
    tags: tagWords[language],
    themes: themeWords[language],
    trash: trashWords[language],
    failure: (data) => failureText(language, data),
  }
}

function failureText<C extends FailureCode>(
  language: UiLanguage,
  data: { readonly code: C; readonly detail: FailureDetails[C] },
): FailureText {
  const describe: (detail: FailureDetails[C]) => FailureText = failureWords[language].texts[data.code]
  return describe(data.detail)
}

/** Every word of the window, by language. */
export const uiWords: Readonly<Record<UiLanguage, UiWords>> = { en: wordsOf('en'), nl: wordsOf('nl') }
