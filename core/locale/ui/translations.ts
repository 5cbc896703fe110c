/** Words of the inspector's section of translations. */
const en = {
  title: 'Translations',
  none: 'This article is in no other language yet.',
  list: 'This article in other languages',
  open: (title: string, language: string) => `Open “${title}”, ${language}`,
  start: 'Start a translation',
  add: 'Add an article in another language',
  addPlaceholder: 'Type a title',
  remove: 'Take out of this group',
  removeDetail: 'This article then stands by itself; the others stay together.',
  saidAdd: (title: string) => `“${title}” is a translation of this article now.`,
  saidRemove: (title: string) => `“${title}” stands by itself now.`,
  saidStart: (language: string) => `A draft for the translation: ${language}.`,
}

export type TranslationWords = typeof en

const nl: TranslationWords = {
  title: 'Vertalingen',
  none: 'Dit artikel is er nog niet in een andere taal.',
  list: 'Dit artikel in andere talen',
  open: (title, language) => `‘${title}’ openen, ${language}`,
  start: 'Vertaling beginnen',
  add: 'Artikel in een andere taal toevoegen',
  addPlaceholder: 'Typ een titel',
  remove: 'Losmaken van deze groep',
  removeDetail: 'Dit artikel staat dan op zichzelf; de andere blijven bij elkaar.',
  saidAdd: (title) => `‘${title}’ is nu een vertaling van dit artikel.`,
  saidRemove: (title) => `‘${title}’ staat nu op zichzelf.`,
  saidStart: (language) => `Concept voor de vertaling: ${language}.`,
}

export const translationWords = { en, nl }
