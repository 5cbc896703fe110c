import type { THEMES } from '../../article.ts'

/** Words of the settings: the application's and the site's. */
const en = {
  settings: 'Settings',
  siteSettings: 'Site settings',
  application: 'Longhand',
  site: 'Site',
  language: 'Language of Longhand',
  asSystem: (now: string) => `As the system: ${now}`,
  appearance: 'Appearance',
  appearances: { system: 'As the system', light: 'Light', dark: 'Dark' },
  writingFace: 'Writing face',
  faces: { quattro: 'iA Writer Quattro', serif: 'Literata (serif)' },
  faceSample: 'The quick brown fox thinks it over, and writes it down.',
  spellCheck: 'Check spelling while typing',
  siteName: 'Name',
  description: 'Description',
  descriptionHint: 'One sentence, for search engines and feeds.',
  baseUrl: 'Address',
  baseUrlHint: 'Where the site will live, such as https://example.org/. May stay empty.',
  siteLanguage: 'Language of the site',
  otherLanguage: 'Other…',
  theme: 'Theme',
  themes: {
    magazine: 'Magazine: strong titles, cards with pictures',
    essay: 'Essay: one column, like a page of a book',
    documentation: 'Documentation: a tree of pages beside the text',
  } satisfies Record<(typeof THEMES)[number], string>,
  readingSpeed: 'Reading speed',
  readingSpeedHint: 'Words a minute, for the reading time.',
  frontTitle: 'Title of the front page',
  frontTitleHint: 'Empty: the name of the site.',
  relatedCount: 'Related articles on a page',
  version: (version: string) => `Longhand ${version}`,
}

export type SettingsWords = typeof en

const nl: SettingsWords = {
  settings: 'Instellingen',
  siteSettings: 'Instellingen van de site',
  application: 'Longhand',
  site: 'Site',
  language: 'Taal van Longhand',
  asSystem: (now) => `Als het systeem: ${now}`,
  appearance: 'Weergave',
  appearances: { system: 'Als het systeem', light: 'Licht', dark: 'Donker' },
  writingFace: 'Schrijfletter',
  faces: { quattro: 'iA Writer Quattro', serif: 'Literata (schreef)' },
  faceSample: 'De snelle bruine vos denkt na, en schrijft het op.',
  spellCheck: 'Controleer spelling tijdens het typen',
  siteName: 'Naam',
  description: 'Beschrijving',
  descriptionHint: 'Eén zin, voor zoekmachines en feeds.',
  baseUrl: 'Adres',
  baseUrlHint: 'Waar de site komt te staan, zoals https://example.org/. Mag leeg blijven.',
  siteLanguage: 'Taal van de site',
  otherLanguage: 'Andere…',
  theme: 'Thema',
  themes: {
    magazine: 'Magazine: sterke titels, kaarten met beeld',
    essay: 'Essay: één kolom, als een bladzijde van een boek',
    documentation: 'Documentatie: een boom van pagina’s naast de tekst',
  },
  readingSpeed: 'Leessnelheid',
  readingSpeedHint: 'Woorden per minuut, voor de leestijd.',
  frontTitle: 'Titel van de voorpagina',
  frontTitleHint: 'Leeg: de naam van de site.',
  relatedCount: 'Gerelateerde artikelen op een pagina',
  version: (version) => `Longhand ${version}`,
}

export const settingsWords = { en, nl }
