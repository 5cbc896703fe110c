import { numberEn, numberNl } from './numbers.ts'

/** Words that recur all over the window. */
const en = {
  longhand: 'Longhand',
  cancel: 'Cancel',
  close: 'Close',
  done: 'Done',
  save: 'Save',
  create: 'Create',
  rename: 'Rename',
  delete: 'Delete',
  undo: 'Undo',
  tryAgain: 'Try again',
  choose: 'Choose…',
  remove: 'Remove',
  more: 'More',
  showAll: (count: number) => `Show all ${numberEn(count)}`,
  showFewer: 'Show fewer',
  loading: 'Loading…',
  untitled: 'Untitled',
  notifications: 'Messages',
  optional: 'optional',
  status: {
    draft: 'Draft',
    ready: 'Ready',
    published: 'Published',
    scheduled: 'Scheduled',
    trash: 'In the trash',
  },
  language: { nl: 'Dutch', en: 'English' },
  and: 'and',
  resize: {
    sidebar: 'Width of the sidebar',
    list: 'Width of the article list',
    inspector: 'Width of the inspector',
  },
}

export type CommonWords = typeof en

const nl: CommonWords = {
  longhand: 'Longhand',
  cancel: 'Annuleer',
  close: 'Sluit',
  done: 'Klaar',
  save: 'Bewaar',
  create: 'Maak',
  rename: 'Hernoem',
  delete: 'Verwijder',
  undo: 'Maak ongedaan',
  tryAgain: 'Probeer opnieuw',
  choose: 'Kies…',
  remove: 'Haal weg',
  more: 'Meer',
  showAll: (count) => `Toon alle ${numberNl(count)}`,
  showFewer: 'Toon minder',
  loading: 'Laden…',
  untitled: 'Zonder titel',
  notifications: 'Meldingen',
  optional: 'mag leeg blijven',
  status: {
    draft: 'Concept',
    ready: 'Klaar',
    published: 'Gepubliceerd',
    scheduled: 'Ingepland',
    trash: 'In de prullenbak',
  },
  language: { nl: 'Nederlands', en: 'Engels' },
  and: 'en',
  resize: {
    sidebar: 'Breedte van de zijbalk',
    list: 'Breedte van de artikellijst',
    inspector: 'Breedte van de kenmerken',
  },
}

export const commonWords = { en, nl }
