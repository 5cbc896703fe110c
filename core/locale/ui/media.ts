import { plural } from './plural.ts'
import { numberEn, numberNl } from './numbers.ts'

/** Words of the pictures of a library. */
const en = {
  pictures: 'Pictures',
  count: (count: string, one: boolean) => `${count} ${one ? 'picture' : 'pictures'}`,
  found: (count: string) => `${count} found`,
  back: 'Back to the articles',
  add: 'Add pictures',
  adding: 'Adding pictures…',
  added: (count: number) => `${numberEn(count)} ${plural(count, 'picture', 'pictures')} added.`,
  dropHere: 'Drop pictures to add them',
  search: 'Search by name',
  clearSearch: 'Clear search',
  sort: 'Order',
  sortBy: {
    added: 'Newest first',
    name: 'Name',
    bytes: 'Largest file first',
    size: 'Most pixels first',
    uses: 'Least used first',
  },
  unused: 'Unused only',
  pixels: (width: number, height: number) => `${width} × ${height} pixels`,
  uses: (count: number) =>
    count === 0 ? 'unused' : `used in ${numberEn(count)} ${plural(count, 'place', 'places')}`,
  size: 'Size',
  file: 'File',
  addedOn: 'Added',
  address: 'Address',
  usedIn: 'Used in',
  usedNowhere: 'No article, cover, category or author shows it.',
  usedElsewhere: (count: number) =>
    `And ${numberEn(count)} ${plural(count, 'place', 'places')} besides articles: a category’s cover or an author’s picture.`,
  selected: (count: number) => `${numberEn(count)} ${plural(count, 'picture', 'pictures')} selected`,
  together: (size: string) => `${size} together`,
  details: 'About the picture',
  insert: 'Insert into the text',
  insertInto: (title: string) => `Insert into “${title}”`,
  setCover: 'Set as cover',
  coverOf: (title: string) => `Cover of “${title}” set.`,
  copyAddress: 'Copy address',
  copied: 'Address copied.',
  show: 'Show it large',
  trash: 'Move to trash',
  trashed: (count: number) =>
    `${numberEn(count)} ${plural(count, 'picture', 'pictures')} moved to the trash.`,
  trashUsed: (count: number, name: string) =>
    count === 1 ? `Move “${name}” to the trash?` : `Move ${numberEn(count)} pictures to the trash?`,
  trashUsedDetail: (uses: number) =>
    `${numberEn(uses)} ${plural(uses, 'place still shows', 'places still show')} what you are about to delete. The site is exported without it until you put it back.`,
  choose: 'Choose a picture',
  use: 'Use this picture',
  fromFile: 'From file…',
  none: { title: 'No pictures yet', detail: 'Drop pictures here, paste them, or add them from a folder.' },
  notFound: { title: 'Nothing found', detail: 'Try another part of the name.' },
  allUsed: { title: 'Every picture is used', detail: 'Pictures that nothing shows would come here.' },
}

export type MediaWords = typeof en

const nl: MediaWords = {
  pictures: 'Afbeeldingen',
  count: (count, one) => `${count} ${one ? 'afbeelding' : 'afbeeldingen'}`,
  found: (count) => `${count} gevonden`,
  back: 'Terug naar de artikelen',
  add: 'Voeg afbeeldingen toe',
  adding: 'Afbeeldingen toevoegen…',
  added: (count) => `${numberNl(count)} ${plural(count, 'afbeelding', 'afbeeldingen')} toegevoegd.`,
  dropHere: 'Laat los om de afbeeldingen toe te voegen',
  search: 'Zoek op naam',
  clearSearch: 'Wis zoekopdracht',
  sort: 'Volgorde',
  sortBy: {
    added: 'Nieuwste eerst',
    name: 'Naam',
    bytes: 'Grootste bestand eerst',
    size: 'Meeste pixels eerst',
    uses: 'Minst gebruikt eerst',
  },
  unused: 'Alleen ongebruikte',
  pixels: (width, height) => `${width} × ${height} pixels`,
  uses: (count) =>
    count === 0 ? 'ongebruikt' : `op ${numberNl(count)} ${plural(count, 'plek', 'plekken')} gebruikt`,
  size: 'Formaat',
  file: 'Bestand',
  addedOn: 'Toegevoegd',
  address: 'Adres',
  usedIn: 'Gebruikt in',
  usedNowhere: 'Geen artikel, omslag, categorie of auteur toont haar.',
  usedElsewhere: (count) =>
    `En op ${numberNl(count)} ${plural(count, 'plek', 'plekken')} buiten artikelen: de omslag van een categorie of de foto van een auteur.`,
  selected: (count) => `${numberNl(count)} ${plural(count, 'afbeelding', 'afbeeldingen')} geselecteerd`,
  together: (size) => `Samen ${size}`,
  details: 'Over de afbeelding',
  insert: 'Zet in de tekst',
  insertInto: (title) => `Zet in ‘${title}’`,
  setCover: 'Maak omslag',
  coverOf: (title) => `Omslag van ‘${title}’ gezet.`,
  copyAddress: 'Kopieer adres',
  copied: 'Adres gekopieerd.',
  show: 'Toon groot',
  trash: 'Naar de prullenbak',
  trashed: (count) =>
    `${numberNl(count)} ${plural(count, 'afbeelding', 'afbeeldingen')} in de prullenbak gelegd.`,
  trashUsed: (count, name) =>
    count === 1
      ? `‘${name}’ in de prullenbak leggen?`
      : `${numberNl(count)} afbeeldingen in de prullenbak leggen?`,
  trashUsedDetail: (uses) =>
    `${numberNl(uses)} ${plural(uses, 'plek toont', 'plekken tonen')} wat je gaat weggooien. De site wordt zonder geëxporteerd, tot je het terugzet.`,
  choose: 'Kies een afbeelding',
  use: 'Gebruik deze afbeelding',
  fromFile: 'Uit bestand…',
  none: {
    title: 'Nog geen afbeeldingen',
    detail: 'Sleep ze hierheen, plak ze, of voeg ze toe uit een map.',
  },
  notFound: { title: 'Niets gevonden', detail: 'Probeer een ander deel van de naam.' },
  allUsed: { title: 'Elke afbeelding wordt gebruikt', detail: 'Wat nergens te zien is, zou hier staan.' },
}

export const mediaWords = { en, nl }
