import { stemmer as stemDanish } from '@orama/stemmers/danish'
import { stemmer as stemDutchWord } from '@orama/stemmers/dutch'
import { stemmer as stemFrench } from '@orama/stemmers/french'
import { stemmer as stemGerman } from '@orama/stemmers/german'
import { stemmer as stemItalian } from '@orama/stemmers/italian'
import { stemmer as stemNorwegian } from '@orama/stemmers/norwegian'
import { stemmer as stemPortuguese } from '@orama/stemmers/portuguese'
import { stemmer as stemSpanish } from '@orama/stemmers/spanish'
import { stemmer as stemSwedish } from '@orama/stemmers/swedish'
import { stopwords as danish } from '@orama/stopwords/danish'
import { stopwords as dutch } from '@orama/stopwords/dutch'
import { stopwords as english } from '@orama/stopwords/english'
import { stopwords as french } from '@orama/stopwords/french'
import { stopwords as german } from '@orama/stopwords/german'
import { stopwords as italian } from '@orama/stopwords/italian'
import { stopwords as norwegian } from '@orama/stopwords/norwegian'
import { stopwords as portuguese } from '@orama/stopwords/portuguese'
import { stopwords as spanish } from '@orama/stopwords/spanish'
import { stopwords as swedish } from '@orama/stopwords/swedish'
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

const inNorwegian = profile(norwegian, stemNorwegian)

const profiles: Readonly<Record<string, LanguageProfile>> = {
  nl: profile([...dutch, ...dutchFillers], stemDutch),
  en: profile([...english, ...englishFillers], stemEnglishWord),
  da: profile(danish, stemDanish),
  de: profile(german, stemGerman),
  es: profile(spanish, stemSpanish),
  fr: profile(french, stemFrench),
  it: profile(italian, stemItalian),
  nb: inNorwegian,
  nn: inNorwegian,
  no: inNorwegian,
  pt: profile(portuguese, stemPortuguese),
  sv: profile(swedish, stemSwedish),
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
