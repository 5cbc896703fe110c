/** The words of the system's own furniture around the window: menus, dialogs, context menus. */
import type { UiLanguage } from '../bridge.ts'
import type { FailureData } from '../errors.ts'
import { uiWords } from './ui/index.ts'

/** The first three of a list, and how many more there are: “A”, “B” and 4 more. */
function listed(
  titles: readonly string[],
  quoted: (title: string) => string,
  and: string,
  more: string,
): string {
  const shown = titles.slice(0, 3).map(quoted)
  const rest = titles.length - shown.length
  const last = rest > 0 ? `${rest} ${more}` : shown.length > 1 ? shown.pop() : null
  return last ? `${shown.join(', ')} ${and} ${last}` : shown.join(', ')
}

const en = {
  sampleFolder: 'Sample library',
  /** The name of the revision that keeps what stood in the library's place. */
  beforeTakeover: 'From the copy that was put in the library’s place',
  dialogs: {
    locateLibrary: 'Choose the folder where the library lies now',
    saveCopy: 'Save a copy…',
    saveCopyTitle: 'Save a copy of the article',
    saveCopies: 'Choose the folder for copies of the articles',
    choose: 'Choose',
    open: 'Open',
    chooseParent: 'Choose where the library goes',
    openLibrary: 'Open the folder of a library',
    chooseExport: 'Choose the folder for the site',
    chooseIntake: 'Choose articles to bring in',
    choosePicture: 'Choose a picture',
    chooseElsewhere: 'Choose a second place for backups',
    saveArchive: 'Save the library as one file',
    openArchive: 'Choose the file of a library',
    archives: 'Longhand libraries',
    save: 'Save',
    pictures: 'Pictures',
    markdown: 'Markdown',
    openLink: (url: string) => `Open this address in your browser?\n\n${url}`,
    openLinkYes: 'Open',
    cancel: 'Cancel',
    unsavedTitle: 'Your last words could not be saved.',
    unsavedDetail: (titles: readonly string[], problem: string) =>
      `${problem}\n\n${titles.length === 0 ? 'They are still in the window.' : `They are still in the window, in ${listed(titles, (title) => `“${title || 'Untitled'}”`, 'and', 'more')}.`} Save a copy elsewhere, or keep the window open: Longhand goes on trying.`,
    tryAgain: 'Try again',
    keepOpen: 'Keep open',
    closeAnyway: 'Close and lose them',
    copyFailed: 'The copy could not be saved either.',
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
    unpackLibrary: 'Open library from a file…',
    backups: 'Backups…',
    archive: 'Save library as one file…',
    bringIn: 'Bring in articles…',
    exportSite: 'Export site…',
    siteSettings: 'Site settings…',
    closeWindow: 'Close window',
    edit: 'Edit',
    undo: 'Undo',
    redo: 'Redo',
    undoAct: (what: string | null) => (what === null ? 'Undo big change' : `Undo: ${what}`),
    redoAct: (what: string | null) => (what === null ? 'Redo big change' : `Redo: ${what}`),
    recentActs: 'Recent changes…',
    cut: 'Cut',
    copy: 'Copy',
    paste: 'Paste',
    pastePlain: 'Paste as plain text',
    selectAll: 'Select all',
    find: 'Find in article',
    searchLibrary: 'Search the library',
    article: 'Article',
    duplicate: 'Duplicate',
    saveCopy: 'Save a copy as a file…',
    keep: 'Keep this version…',
    history: 'History',
    compare: 'Compare to the last revision',
    trash: 'Move to trash',
    view: 'View',
    write: 'Write',
    split: 'Split',
    preview: 'Preview',
    focus: 'Focus',
    sidebar: 'Sidebar',
    list: 'Articles',
    inspector: 'Inspector',
    pictures: 'Pictures',
    overview: 'Overview of the library',
    showTrash: 'Trash',
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
  beforeTakeover: 'Uit de kopie die op de plaats van de bibliotheek kwam',
  dialogs: {
    locateLibrary: 'Kies de map waarin de bibliotheek nu staat',
    saveCopy: 'Bewaar een kopie…',
    saveCopyTitle: 'Bewaar een kopie van het artikel',
    saveCopies: 'Kies de map voor kopieën van de artikelen',
    choose: 'Kies',
    open: 'Open',
    chooseParent: 'Kies waar de bibliotheek komt',
    openLibrary: 'Open de map van een bibliotheek',
    chooseExport: 'Kies de map voor de site',
    chooseIntake: 'Kies artikelen om binnen te halen',
    choosePicture: 'Kies een afbeelding',
    chooseElsewhere: 'Kies een tweede plek voor back-ups',
    saveArchive: 'Bewaar de bibliotheek als één bestand',
    openArchive: 'Kies het bestand van een bibliotheek',
    archives: 'Longhand-bibliotheken',
    save: 'Bewaar',
    pictures: 'Afbeeldingen',
    markdown: 'Markdown',
    openLink: (url: string) => `Dit adres openen in je browser?\n\n${url}`,
    openLinkYes: 'Open',
    cancel: 'Annuleer',
    unsavedTitle: 'Je laatste woorden konden niet worden bewaard.',
    unsavedDetail: (titles: readonly string[], problem: string) =>
      `${problem}\n\n${titles.length === 0 ? 'Ze staan nog in het venster.' : `Ze staan nog in het venster, in ${listed(titles, (title) => `‘${title || 'Zonder titel'}’`, 'en', 'andere')}.`} Bewaar elders een kopie, of laat het venster open: Longhand blijft het proberen.`,
    tryAgain: 'Probeer opnieuw',
    keepOpen: 'Laat open',
    closeAnyway: 'Sluit en verlies ze',
    copyFailed: 'Ook de kopie kon niet worden bewaard.',
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
    unpackLibrary: 'Open bibliotheek uit een bestand…',
    backups: 'Back-ups…',
    archive: 'Bewaar bibliotheek als één bestand…',
    bringIn: 'Haal artikelen binnen…',
    exportSite: 'Exporteer site…',
    siteSettings: 'Instellingen van de site…',
    closeWindow: 'Sluit venster',
    edit: 'Bewerk',
    undo: 'Herstel',
    redo: 'Opnieuw',
    undoAct: (what) => (what === null ? 'Maak grote wijziging ongedaan' : `Maak ongedaan: ${what}`),
    redoAct: (what) => (what === null ? 'Doe grote wijziging opnieuw' : `Doe opnieuw: ${what}`),
    recentActs: 'Recente wijzigingen…',
    cut: 'Knip',
    copy: 'Kopieer',
    paste: 'Plak',
    pastePlain: 'Plak als platte tekst',
    selectAll: 'Selecteer alles',
    find: 'Zoek in artikel',
    searchLibrary: 'Doorzoek de bibliotheek',
    article: 'Artikel',
    duplicate: 'Dupliceer',
    saveCopy: 'Bewaar een kopie als bestand…',
    keep: 'Bewaar deze versie…',
    history: 'Geschiedenis',
    compare: 'Vergelijk met de laatste revisie',
    trash: 'Zet in prullenmand',
    view: 'Weergave',
    write: 'Schrijf',
    split: 'Gesplitst',
    preview: 'Voorbeeld',
    focus: 'Focus',
    sidebar: 'Zijbalk',
    list: 'Artikelen',
    inspector: 'Infopaneel',
    pictures: 'Afbeeldingen',
    overview: 'Overzicht van de bibliotheek',
    showTrash: 'Prullenbak',
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
