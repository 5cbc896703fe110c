import { plural } from './plural.ts'
import { numberEn, numberNl } from './numbers.ts'

/** Words of the dialog that brings in articles. */
const en = {
  title: 'Bring in articles',
  intro:
    'Longhand copies Markdown files into your library, with their titles, dates, tags, authors and pictures. The files themselves stay as they are.',
  formats: 'It understands the front matter of Jekyll, Hugo, Obsidian and plain Markdown.',
  chooseFiles: 'Choose files…',
  chooseFolder: 'Choose a folder…',
  running: 'Bringing in articles…',
  progress: (done: string, total: string) => `${done} of ${total}`,
  cancel: 'Cancel',
  cancelling: 'Cancelling…',
  done: (count: number) =>
    count === 0 ? 'Nothing new' : `${numberEn(count)} ${plural(count, 'article', 'articles')} brought in`,
  created: 'New',
  updated: 'Brought up to date',
  unchanged: 'Unchanged',
  skipped: 'Skipped',
  media: 'Pictures',
  took: (time: string) => `in ${time}`,
  notes: 'Worth knowing',
  allWell: 'Everything could be used.',
  more: (count: string) => `and ${count} more`,
  show: 'Show articles',
  again: 'Bring in more',
  failed: 'Nothing was brought in.',
}

export type IntakeWords = typeof en

const nl: IntakeWords = {
  title: 'Haal artikelen binnen',
  intro:
    'Longhand neemt Markdownbestanden over in je bibliotheek, met titels, datums, tags, auteurs en afbeeldingen. De bestanden zelf blijven zoals ze zijn.',
  formats: 'De front matter van Jekyll, Hugo, Obsidian en gewone Markdown wordt begrepen.',
  chooseFiles: 'Kies bestanden…',
  chooseFolder: 'Kies een map…',
  running: 'Artikelen binnenhalen…',
  progress: (done, total) => `${done} van ${total}`,
  cancel: 'Breek af',
  cancelling: 'Afbreken…',
  done: (count) =>
    count === 0
      ? 'Niets nieuws'
      : `${numberNl(count)} ${plural(count, 'artikel', 'artikelen')} binnengehaald`,
  created: 'Nieuw',
  updated: 'Bijgewerkt',
  unchanged: 'Ongewijzigd',
  skipped: 'Overgeslagen',
  media: 'Afbeeldingen',
  took: (time) => `in ${time}`,
  notes: 'Goed om te weten',
  allWell: 'Alles kon worden gebruikt.',
  more: (count) => `en nog ${count}`,
  show: 'Toon artikelen',
  again: 'Haal meer binnen',
  failed: 'Er is niets binnengehaald.',
}

export const intakeWords = { en, nl }
