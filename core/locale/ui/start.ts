/** Words of the first start and of making a library. */
const en = {
  welcome: 'Write. See the page. It’s yours.',
  promise:
    'Longhand keeps your articles in a library on this computer, shows each as the page that readers get, and turns them into a site of plain HTML.',
  sample: 'Open the sample library',
  sampleDetail: 'A small magazine to look around in and to try things on.',
  empty: 'Start an empty library',
  emptyDetail: 'For a new site.',
  bringIn: 'Bring in existing articles',
  bringInDetail: 'Markdown files and folders, also from Jekyll, Hugo and Obsidian.',
  open: 'Open a library…',
  recent: 'Recent libraries',
  forget: (name: string) => `Remove ${name} from this list`,
  forgetDetail: 'Only from this list: the library stays where it is.',
  newLibrary: 'New library',
  newForIntake: 'First a library to bring them into',
  name: 'Name of the site',
  namePlaceholder: 'Long way round',
  nameHint: 'Also the name of the folder. You can change what readers see later.',
  language: 'Language of the site',
  folder: 'Folder',
  chooseFolder: 'Choose…',
  create: 'Make library',
  createAndBringIn: 'Make library and go on',
  back: 'Back',
}

export type StartWords = typeof en

const nl: StartWords = {
  welcome: 'Schrijf. Zie de pagina. Hij is van jou.',
  promise:
    'Longhand bewaart je artikelen in een bibliotheek op deze computer, toont elk als de pagina die lezers krijgen, en maakt er een site in gewone HTML van.',
  sample: 'Open de voorbeeldbibliotheek',
  sampleDetail: 'Een klein tijdschrift om in rond te kijken en dingen op te proberen.',
  empty: 'Begin een lege bibliotheek',
  emptyDetail: 'Voor een nieuwe site.',
  bringIn: 'Haal bestaande artikelen binnen',
  bringInDetail: 'Markdownbestanden en -mappen, ook uit Jekyll, Hugo en Obsidian.',
  open: 'Open een bibliotheek…',
  recent: 'Onlangs geopend',
  forget: (name) => `Haal ${name} uit deze lijst`,
  forgetDetail: 'Alleen uit deze lijst: de bibliotheek blijft staan waar ze staat.',
  newLibrary: 'Nieuwe bibliotheek',
  newForIntake: 'Eerst een bibliotheek om ze in te zetten',
  name: 'Naam van de site',
  namePlaceholder: 'De lange weg',
  nameHint: 'Ook de naam van de map. Wat lezers zien, kun je later veranderen.',
  language: 'Taal van de site',
  folder: 'Map',
  chooseFolder: 'Kies…',
  create: 'Maak bibliotheek',
  createAndBringIn: 'Maak bibliotheek en ga door',
  back: 'Terug',
}

export const startWords = { en, nl }
