/** The fields that a search can name, and the words for them. Both languages are understood whatever the window speaks. */
import type { UiLanguage } from '../bridge.ts'

export type FieldName =
  | 'category'
  | 'tag'
  | 'author'
  | 'status'
  | 'language'
  | 'before'
  | 'after'
  | 'date'
  | 'changed'
  | 'words'
  | 'has'
  | 'no'
  | 'title'
  | 'summary'
  | 'slug'

export type StatusValue = 'draft' | 'ready' | 'published' | 'scheduled' | 'trash'

/** What an article can have or lack. */
export type Having =
  | 'cover'
  | 'summary'
  | 'text'
  | 'tags'
  | 'category'
  | 'author'
  | 'date'
  | 'language'
  | 'description'
  | 'pictures'
  | 'footer'

/** What a thing is called in a search: first as it is offered, then what else is understood. */
type Spellings = Readonly<Record<UiLanguage, readonly [string, ...string[]]>>

/** In the order in which they are offered. */
export const FIELDS: Readonly<Record<FieldName, Spellings>> = {
  category: { en: ['category'], nl: ['categorie'] },
  tag: { en: ['tag', 'tags'], nl: ['tag', 'tags'] },
  author: { en: ['author'], nl: ['auteur'] },
  status: { en: ['status'], nl: ['status'] },
  after: { en: ['after'], nl: ['na'] },
  before: { en: ['before'], nl: ['voor'] },
  date: { en: ['date'], nl: ['datum'] },
  changed: { en: ['changed'], nl: ['gewijzigd'] },
  has: { en: ['has'], nl: ['heeft'] },
  no: { en: ['no'], nl: ['zonder', 'geen'] },
  words: { en: ['words'], nl: ['woorden'] },
  language: { en: ['language'], nl: ['taal'] },
  title: { en: ['title'], nl: ['titel'] },
  summary: { en: ['summary'], nl: ['samenvatting'] },
  slug: { en: ['slug', 'address'], nl: ['adres'] },
}

export const FIELD_NAMES = Object.keys(FIELDS) as readonly FieldName[]

export const STATUS_VALUES: Readonly<Record<StatusValue, Spellings>> = {
  draft: { en: ['draft', 'drafts'], nl: ['concept', 'concepten'] },
  ready: { en: ['ready'], nl: ['klaar'] },
  published: { en: ['published'], nl: ['gepubliceerd'] },
  scheduled: { en: ['scheduled'], nl: ['ingepland'] },
  trash: { en: ['trash'], nl: ['prullenbak'] },
}

export const HAVINGS: Readonly<Record<Having, Spellings>> = {
  cover: { en: ['cover'], nl: ['omslag'] },
  summary: { en: ['summary'], nl: ['samenvatting'] },
  text: { en: ['text'], nl: ['tekst'] },
  tags: { en: ['tags', 'tag'], nl: ['tags', 'tag'] },
  category: { en: ['category'], nl: ['categorie'] },
  author: { en: ['author', 'authors'], nl: ['auteur', 'auteurs'] },
  date: { en: ['date'], nl: ['datum'] },
  language: { en: ['language'], nl: ['taal'] },
  description: { en: ['description'], nl: ['beschrijving'] },
  pictures: { en: ['pictures', 'picture'], nl: ['afbeeldingen', 'afbeelding'] },
  footer: { en: ['footer', 'page'], nl: ['voet', 'pagina'] },
}

/** What a word stands for, in either language; undefined when it is none of these. */
function finder<T extends string>(values: Readonly<Record<T, Spellings>>): (word: string) => T | undefined {
  const found = new Map<string, T>()
  for (const [value, { en, nl }] of Object.entries<Spellings>(values)) {
    for (const word of [...en, ...nl]) found.set(word, value as T)
  }
  return (word) => found.get(word.toLowerCase())
}

export const fieldOf = finder(FIELDS)
export const statusOf = finder(STATUS_VALUES)
export const havingOf = finder(HAVINGS)

/** The field that a word was probably meant to be: one letter is other, missing, too much or swapped. */
export function fieldNear(word: string): FieldName | undefined {
  const lower = word.toLowerCase()
  if (lower.length < 3) return undefined
  return FIELD_NAMES.find((field) =>
    [...FIELDS[field].en, ...FIELDS[field].nl].some((known) => isNear(lower, known)),
  )
}

function isNear(a: string, b: string): boolean {
  if (Math.abs(a.length - b.length) > 1) return false
  let start = 0
  while (start < a.length && a[start] === b[start]) start++
  let end = 0
  while (end < Math.min(a.length, b.length) - start && a.at(-1 - end) === b.at(-1 - end)) end++
  const [left, right] = [a.slice(start, a.length - end), b.slice(start, b.length - end)]
  return Math.max(left.length, right.length) < 2 || (left.length === 2 && left === `${right[1]}${right[0]}`)
}
