/** What an intake says about a file that it skipped, or of which it could not use everything. */
import type { UiLanguage } from '../bridge.ts'

const en = {
  skipped: {
    notMarkdown: 'is no Markdown file',
    notText: 'holds no text',
    empty: 'is empty',
    tooLarge: (megabytes: number) => `is larger than ${megabytes} MB`,
    outside: 'is a link that leads out of the folder',
    section: 'describes a section of a Hugo site, not an article',
    refused: (reason: string) => `could not be read (${reason})`,
    changedHere: 'was changed in Longhand since it was brought in, and left as it is there',
    inTrash: 'lies in the trash, and was left there',
  },
  valueAsText: (line: number, key: string) =>
    `line ${line}: “${key}” is not valid, so its text was taken as it stands`,
  frontMatterInBody: (line: number, problem: string) =>
    `line ${line}: the front matter could not be read (${problem}) and stands at the top of the text`,
  /** `line` and `first` are of the first of them. */
  templates: (count: number, line: number, first: string) =>
    count === 1
      ? `line ${line}: ${first} is meant for another program and stays in the text as it is`
      : `${count} templates for another program stay in the text as they are, the first on line ${line}: ${first}`,
  encoding: 'is in an old encoding: look at its accented letters',
  date: (text: string) => `the date “${text}” is not clear and was kept with the other fields`,
  language: (text: string) => `the language “${text}” is not known and was kept with the other fields`,
  slugTaken: (wanted: string, given: string) => `the slug “${wanted}” was taken, so it became “${given}”`,
  oneCategory: (chosen: string) =>
    `an article has one category: “${chosen}” was taken, the others were kept with the other fields`,
  /** `named` may be fewer than `count`. */
  picturesMissing: (count: number, named: readonly string[]) =>
    `${count === 1 ? 'a picture was' : `${count} pictures were`} not found: ${listed(count, named)}`,
  /** As above. */
  svg: (count: number, named: readonly string[]) =>
    `${count === 1 ? 'a picture was' : `${count} pictures were`} left out, an SVG too large to be made safe (save as PNG): ${listed(count, named)}`,
  notPicture: (address: string) => `${address} was left out: it is no picture that pages can show`,
  pictureTooLarge: (address: string, megabytes: number) =>
    `${address} was left out: it is larger than ${megabytes} MB`,
  pictureRefused: (address: string, reason: string) => `${address} could not be read (${reason})`,
}

export type IntakeNotes = typeof en

const nl: IntakeNotes = {
  skipped: {
    notMarkdown: 'is geen Markdownbestand',
    notText: 'bevat geen tekst',
    empty: 'is leeg',
    tooLarge: (megabytes) => `is groter dan ${megabytes} MB`,
    outside: 'is een koppeling die buiten de map leidt',
    section: 'beschrijft een onderdeel van een Hugo-site, geen artikel',
    refused: (reason) => `kon niet worden gelezen (${reason})`,
    changedHere: 'is na het binnenhalen in Longhand gewijzigd, en daar gelaten zoals het is',
    inTrash: 'ligt in de prullenbak, en bleef daar',
  },
  valueAsText: (line, key) =>
    `regel ${line}: ‘${key}’ is niet geldig; de tekst is overgenomen zoals die er staat`,
  frontMatterInBody: (line, problem) =>
    `regel ${line}: de front matter kon niet worden gelezen (${problem}) en staat boven aan de tekst`,
  templates: (count, line, first) =>
    count === 1
      ? `regel ${line}: ${first} is voor een ander programma bedoeld en blijft zo in de tekst staan`
      : `${count} sjablonen voor een ander programma blijven zo in de tekst staan, het eerste op regel ${line}: ${first}`,
  encoding: 'heeft een oude tekencodering: kijk de letters met accenten na',
  date: (text) => `de datum ‘${text}’ is niet duidelijk en is bij de overige velden bewaard`,
  language: (text) => `de taal ‘${text}’ is niet bekend en is bij de overige velden bewaard`,
  slugTaken: (wanted, given) => `de slug ‘${wanted}’ was bezet en is ‘${given}’ geworden`,
  oneCategory: (chosen) =>
    `een artikel heeft één categorie: ‘${chosen}’ is gekozen, de andere zijn bij de overige velden bewaard`,
  picturesMissing: (count, named) =>
    `${count === 1 ? 'een afbeelding is' : `${count} afbeeldingen zijn`} niet gevonden: ${listed(count, named)}`,
  svg: (count, named) =>
    `${count === 1 ? 'een afbeelding is' : `${count} afbeeldingen zijn`} weggelaten, een SVG die te groot is om veilig te maken (bewaar als PNG): ${listed(count, named)}`,
  notPicture: (address) => `${address} is weggelaten: het is geen afbeelding die een pagina kan tonen`,
  pictureTooLarge: (address, megabytes) => `${address} is weggelaten: het is groter dan ${megabytes} MB`,
  pictureRefused: (address, reason) => `${address} kon niet worden gelezen (${reason})`,
}

function listed(count: number, named: readonly string[]): string {
  return `${named.join(', ')}${named.length < count ? ', …' : ''}`
}

/** The words of an intake's notes in a language. */
export function intakeNotes(language: UiLanguage): IntakeNotes {
  return language === 'nl' ? nl : en
}
