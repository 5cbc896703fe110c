/** The words of the system's own furniture around the window: menus, dialogs, context menus. */
import type { UiLanguage } from '../bridge.ts'
import type { FailureData } from '../errors.ts'
import { uiWords } from './ui/index.ts'

const en = {
  sampleFolder: 'Sample library',
  dialogs: {
    choose: 'Choose',
    open: 'Open',
    chooseParent: 'Choose where the library goes',
    openLibrary: 'Open the folder of a library',
    chooseExport: 'Choose the folder for the site',
    chooseIntake: 'Choose articles to bring in',
    choosePicture: 'Choose a picture',
    pictures: 'Pictures',
    markdown: 'Markdown',
    openLink: (url: string) => `Open this address in your browser?\n\n${url}`,
    openLinkYes: 'Open',
    cancel: 'Cancel',
    unsavedTitle: 'Your last words could not be saved.',
    unsavedDetail: (problem: string) =>
      `${problem}\n\nThey are still in the window. Keep it open, make room or mend the folder, and Longhand tries again; or copy the text elsewhere first.`,
    keepOpen: 'Keep open',
    closeAnyway: 'Close and lose them',
    windowGone: 'The window stopped working and was opened again.',
    windowGoneDetail: 'Everything saved is safe; at most the last half second of typing may be missing.',
    startFailed: 'Longhand could not start.',
  },
  menu: {
    about: 'About Longhand',
    settings: 'Settings…',
    services: 'Services',
    hide: 'Hide Longhand',
    hideOthers: 'Hide others',
    showAll: 'Show all',
    quit: 'Quit Longhand',
    file: 'File',
    newArticle: 'New article',
    newCategory: 'New category',
    newWindow: 'New window',
    newLibrary: 'New library…',
    openLibrary: 'Open library…',
    bringIn: 'Bring in articles…',
    exportSite: 'Export site…',
    siteSettings: 'Site settings…',
    closeWindow: 'Close window',
    edit: 'Edit',
    undo: 'Undo',
    redo: 'Redo',
    cut: 'Cut',
    copy: 'Copy',
    paste: 'Paste',
    pastePlain: 'Paste as plain text',
    selectAll: 'Select all',
    find: 'Find in article',
    searchLibrary: 'Search the library',
    article: 'Article',
    duplicate: 'Duplicate',
    trash: 'Move to trash',
    view: 'View',
    write: 'Write',
    split: 'Split',
    preview: 'Preview',
    focus: 'Focus',
    sidebar: 'Sidebar',
    list: 'Articles',
    inspector: 'Inspector',
    zoomIn: 'Larger',
    zoomOut: 'Smaller',
    zoomReset: 'Normal size',
    fullScreen: 'Full screen',
    window: 'Window',
    minimize: 'Minimise',
    zoom: 'Zoom',
    help: 'Help',
    shortcuts: 'Keyboard shortcuts',
    learnSpelling: 'Add to dictionary',
    noSuggestions: 'No suggestions',
    copyLink: 'Copy address',
  },
}

export type MainWords = typeof en

const nl: MainWords = {
  sampleFolder: 'Voorbeeldbibliotheek',
  dialogs: {
    choose: 'Kies',
    open: 'Open',
    chooseParent: 'Kies waar de bibliotheek komt',
    openLibrary: 'Open de map van een bibliotheek',
    chooseExport: 'Kies de map voor de site',
    chooseIntake: 'Kies artikelen om binnen te halen',
    choosePicture: 'Kies een afbeelding',
    pictures: 'Afbeeldingen',
    markdown: 'Markdown',
    openLink: (url: string) => `Dit adres openen in je browser?\n\n${url}`,
    openLinkYes: 'Open',
    cancel: 'Annuleer',
    unsavedTitle: 'Je laatste woorden konden niet worden bewaard.',
    unsavedDetail: (problem: string) =>
      `${problem}\n\nZe staan nog in het venster. Laat het open, maak ruimte of herstel de map, dan probeert Longhand het opnieuw; of kopieer de tekst eerst naar elders.`,
    keepOpen: 'Laat open',
    closeAnyway: 'Sluit en verlies ze',
    windowGone: 'Het venster werkte niet meer en is opnieuw geopend.',
    windowGoneDetail:
      'Alles wat bewaard was is veilig; hooguit de laatste halve seconde typen kan ontbreken.',
    startFailed: 'Longhand kon niet starten.',
  },
  menu: {
    about: 'Over Longhand',
    settings: 'Instellingen…',
    services: 'Voorzieningen',
    hide: 'Verberg Longhand',
    hideOthers: 'Verberg andere',
    showAll: 'Toon alles',
    quit: 'Stop Longhand',
    file: 'Bestand',
    newArticle: 'Nieuw artikel',
    newCategory: 'Nieuwe categorie',
    newWindow: 'Nieuw venster',
    newLibrary: 'Nieuwe bibliotheek…',
    openLibrary: 'Open bibliotheek…',
    bringIn: 'Haal artikelen binnen…',
    exportSite: 'Exporteer site…',
    siteSettings: 'Instellingen van de site…',
    closeWindow: 'Sluit venster',
    edit: 'Bewerk',
    undo: 'Herstel',
    redo: 'Opnieuw',
    cut: 'Knip',
    copy: 'Kopieer',
    paste: 'Plak',
    pastePlain: 'Plak als platte tekst',
    selectAll: 'Selecteer alles',
    find: 'Zoek in artikel',
    searchLibrary: 'Doorzoek de bibliotheek',
    article: 'Artikel',
    duplicate: 'Dupliceer',
    trash: 'Zet in prullenmand',
    view: 'Weergave',
    write: 'Schrijf',
    split: 'Gesplitst',
    preview: 'Voorbeeld',
    focus: 'Focus',
    sidebar: 'Zijbalk',
    list: 'Artikelen',
    inspector: 'Infopaneel',
    zoomIn: 'Groter',
    zoomOut: 'Kleiner',
    zoomReset: 'Normale grootte',
    fullScreen: 'Volledig scherm',
    window: 'Venster',
    minimize: 'Minimaliseer',
    zoom: 'Zoom',
    help: 'Help',
    shortcuts: 'Sneltoetsen',
    learnSpelling: 'Zet in woordenboek',
    noSuggestions: 'Geen suggesties',
    copyLink: 'Kopieer adres',
  },
}

/** The words of menus and dialogs in the window's language. */
export function mainWords(language: UiLanguage): MainWords {
  return language === 'nl' ? nl : en
}

/**
 * What happened and what to do, in sentences for a dialog. One that came from the window is not trusted: whatever is
 * wrong with it, there are words.
 */
export function failureSentences(language: UiLanguage, failure: FailureData): string {
  const { failure: wordsOf, failures } = uiWords[language]
  const isKnown = Object.hasOwn(failures.texts, failure.code)
  const given: unknown = 'problem' in failure.detail ? failure.detail.problem : null
  const problem = typeof given === 'string' ? given : failure.code
  const detail = { ...failure.detail, problem }
  const { title, detail: more } = wordsOf(
    (isKnown ? { ...failure, detail } : { code: 'unexpected', detail }) as FailureData,
  )
  return `${title} ${more}`
}
