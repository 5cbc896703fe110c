import type { UiLanguage } from '../../core/bridge.ts'
import { uiLocale } from '../../core/locale/ui/index.ts'
import type { Option } from './Choice.tsx'

/** Languages that a site or article can be in without more ado; pages have their own words in Dutch and English. */
const OFFERED = ['nl-NL', 'nl-BE', 'en-GB', 'en-US', 'de-DE', 'fr-FR']

/** The languages to choose from, with what is in use, by their names in the window's language. */
export function languageOptions(
  ui: UiLanguage,
  inUse: readonly (string | null)[],
): readonly Option<string>[] {
  const tags = new Set([...inUse.filter((tag) => tag !== null && tag !== ''), ...OFFERED])
  return [...tags]
    .filter((tag) => tag !== null)
    .map((tag) => ({ id: tag, label: languageName(ui, tag) }))
    .toSorted((a, b) => a.label.localeCompare(b.label, uiLocale(ui)))
}

/** `Nederlands (België)`; the tag itself when the system knows no name for it. */
export function languageName(ui: UiLanguage, tag: string): string {
  try {
    const name =
      new Intl.DisplayNames(uiLocale(ui), { type: 'language', languageDisplay: 'standard' }).of(tag) ?? tag
    return name.charAt(0).toLocaleUpperCase(uiLocale(ui)) + name.slice(1)
  } catch {
    // Not a well-formed tag: an article that was brought in may hold anything.
    return tag
  }
}
