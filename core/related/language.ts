import { stemmer as stemDutchWord } from '@orama/stemmers/dutch'
import { stopwords as dutch } from '@orama/stopwords/dutch'
import { stopwords as english } from '@orama/stopwords/english'
import { stem as stemEnglishWord } from 'porter2'
import { dutchFillers, englishFillers } from './fillers.ts'
import type { Token } from './tokens.ts'

/** How the words of one language are told apart and brought to one form. */
export interface LanguageProfile {
  readonly isFiller: (word: string) => boolean
  readonly stem: (word: string) => string
  /** What words as written have been found to count for. */
  readonly tokens: Map<string, readonly Token[]>
}

/**
 * Snowball's Dutch stemmer leaves *huiz* beside *huis* and *briev* beside *brief*: Dutch writes the final
 * sound of a stem without a vowel after it as s and f.
 */
function stemDutch(word: string): string {
  return stemDutchWord(word).replace(/z$/, 's').replace(/v$/, 'f')
}

function profile(fillers: readonly string[], stem: (word: string) => string): LanguageProfile {
  const set = new Set(fillers)
  return { isFiller: (word) => set.has(word), stem, tokens: new Map() }
}

const profiles: Readonly<Record<string, LanguageProfile>> = {
  nl: profile([...dutch, ...dutchFillers], stemDutch),
  en: profile([...english, ...englishFillers], stemEnglishWord),
}

const anyLanguage = profile([], (word) => word)

/** The primary subtag of a BCP 47 tag in lower case: what keeps languages apart. */
export function primaryLanguage(tag: string): string {
  return tag.toLowerCase().split(/[-_]/, 1)[0] ?? ''
}

/** The profile of a primary subtag; a language without one gets its words as they are. */
export function profileOf(language: string): LanguageProfile {
  return profiles[language] ?? anyLanguage
}
