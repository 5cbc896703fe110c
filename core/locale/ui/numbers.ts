import type { UiLanguage } from '../../bridge.ts'

const LOCALES: Record<UiLanguage, string> = { en: 'en-GB', nl: 'nl-NL' }

/** The locale whose habits of number and date go with a language of the window. */
export function uiLocale(language: UiLanguage): string {
  return LOCALES[language]
}

/**
 * Formatters by what they are made of: making one takes a millisecond, which a window that counts words at every
 * key does not have.
 */
const formatters = new Map<string, Intl.NumberFormat>()

/** Writes numbers with at most so many decimals. */
function formatter(language: UiLanguage, decimals: number): Intl.NumberFormat {
  const key = `${language} ${decimals}`
  const known = formatters.get(key)
  if (known !== undefined) return known
  const made = new Intl.NumberFormat(LOCALES[language], { maximumFractionDigits: decimals })
  formatters.set(key, made)
  return made
}

/** `12.345` in Dutch, `12,345` in English. */
export function formatNumber(language: UiLanguage, value: number): string {
  return formatter(language, 3).format(value)
}

/** For words of one language that hold a number. */
export const numberEn = (value: number): string => formatNumber('en', value)
export const numberNl = (value: number): string => formatNumber('nl', value)

/** A file size in kB or MB (decimal, as the file managers of today show it), at most one decimal. */
export function formatBytes(language: UiLanguage, bytes: number): string {
  const [value, unit] = bytes < 1_000_000 ? [bytes / 1000, 'kB'] : [bytes / 1_000_000, 'MB']
  return `${formatter(language, 1).format(value)} ${unit}`
}

/** `0.8 s` or `12 s`: how long a task took, from milliseconds. */
export function formatSeconds(language: UiLanguage, milliseconds: number): string {
  const seconds = milliseconds / 1000
  const digits = seconds < 10 ? 1 : 0
  return `${formatter(language, digits).format(seconds)} s`
}
