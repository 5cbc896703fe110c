import type { ExportWarning, PlanKind, PlanReason, TaskProgress } from '../../bridge.ts'
import { plural } from './plural.ts'
import { numberEn, numberNl } from './numbers.ts'

/** Words of the export dialog. */
const en = {
  title: 'Export site',
  intro:
    'Longhand writes the whole site as plain HTML. Put the folder on any web host, or open it from a USB stick.',
  folder: 'Folder',
  noFolder: 'No folder chosen yet',
  choose: 'Choose folder…',
  change: 'Change…',
  start: 'Export',
  again: 'Export again',
  cancel: 'Cancel export',
  cancelling: 'Cancelling…',
  running: 'Exporting…',
  phases: {
    reading: 'Reading articles',
    relating: 'Relating articles',
    rendering: 'Making pages',
    pictures: 'Preparing pictures',
    writing: 'Writing files',
  } satisfies Record<TaskProgress['phase'], string>,
  progress: (done: string, total: string) => `${done} of ${total}`,
  startAndPublish: 'Export and publish',
  onward: {
    title: 'Publish after exporting',
    intro: (folder: string) =>
      `What Longhand runs in the site’s folder when you choose “Export and publish”. It is kept on this computer, for the library in ${folder} alone; a copy, or a library from someone else, never brings it along.`,
    ways: { off: 'Nothing', git: 'Git', command: 'A program', shell: 'The shell' },
    way: 'After exporting',
    git: 'Commits the folder with the date as its message, and pushes. The folder has to be in a Git repository of yours with a remote.',
    off: 'You put the folder where readers get it yourself.',
    command: 'Program and arguments',
    commandHint: 'Quotes keep words together. No shell reads it: $, * and && are signs like any other.',
    shell: 'Line for the shell',
    shellHint:
      'Your system’s shell reads this line and can do all that you can. Where a program will do, choose that.',
    open: 'A quote is not closed.',
    empty: 'Fill in a program.',
    runs: 'Runs',
    where:
      'In the environment are LONGHAND_SITE and LONGHAND_LIBRARY, the paths of the two folders, and nothing of what is in them.',
    save: 'Save',
    setUp: 'Set up publishing…',
    change: 'Publishing…',
    publish: 'Publish',
    publishing: 'Publishing…',
    output: 'What the program printed',
    cancel: 'Stop',
    stopping: 'Stopping…',
    done: (time: string) => `Published in ${time}.`,
    failed: (exit: number) =>
      `Publishing failed: the program ended with code ${exit}. The site is in its folder.`,
    killed: 'Publishing was ended by the system. The site is in its folder.',
    cancelled: 'Publishing was stopped. The site is in its folder.',
  },
  planning: 'Working out what changes…',
  plan: {
    title: 'What this export does',
    nothing: 'Nothing has changed since the last export.',
    write: (files: string, size: string) => `Writes ${files} (${size})`,
    files: (count: number, number: string) => `${number} ${plural(count, 'file', 'files')}`,
    added: 'New',
    changed: 'Changed',
    removed: 'Removed',
    unchanged: (count: number, number: string) =>
      `${number} ${plural(count, 'file stays as it is', 'files stay as they are')}.`,
    more: (number: string) => `and ${number} more`,
    whole: (articles: string, pages: string, size: string) =>
      `The whole site: ${articles}, ${pages}, ${size}.`,
    articles: (count: number, number: string) => `${number} ${plural(count, 'article', 'articles')}`,
    pages: (count: number, number: string) => `${number} ${plural(count, 'page', 'pages')}`,
    kept: (count: number, number: string) =>
      `${number} ${plural(count, 'file in the folder that Longhand did not make stays as it is', 'files in the folder that Longhand did not make stay as they are')}.`,
    foreign: 'Longhand did not make what is in this folder.',
    replaced: (count: number, number: string) =>
      `${number} ${plural(count, 'file that Longhand did not make stands in the place of a page and would be written over', 'files that Longhand did not make stand in the place of pages and would be written over')}:`,
    agree: 'Put the site in this folder',
    agreeReplace: 'Write over these files',
    waiting: (count: number, first: string, last: string) =>
      count === 1
        ? `1 article waits for its date and comes in with the first export after ${first}.`
        : `${numberEn(count)} articles wait for their date: the first comes in after ${first}, the last after ${last}.`,
    kinds: {
      article: 'Articles',
      list: 'Lists',
      search: 'Search',
      feed: 'Feeds',
      picture: 'Pictures',
      theme: 'Theme',
      redirect: 'Redirects',
      other: 'Other files',
    } satisfies Record<PlanKind, string>,
    reasons: {
      text: 'text',
      title: 'title',
      summary: 'summary',
      date: 'date',
      category: 'category',
      tags: 'tags',
      author: 'author',
      cover: 'cover',
      picture: 'pictures',
      related: 'related articles',
      neighbours: 'the articles before and after it',
      articles: 'which articles are on it',
      cards: 'what it shows of articles',
      navigation: 'navigation',
      settings: 'site settings',
      theme: 'theme',
      program: 'a newer Longhand',
      earlier: 'made by an earlier Longhand',
      mended: 'changed or removed in the folder by something else',
      first: 'not there yet',
      redirected: 'its article lies elsewhere now',
      withdrawn: 'not published any more',
      trashed: 'in the trash',
      scheduled: 'waits for its date',
      deleted: 'deleted, or at another address',
      unused: 'nothing leads there any more',
    } satisfies Record<PlanReason, string>,
  },
  done: 'The site is ready',
  openSite: 'Open in browser',
  showFolder: 'Show in folder',
  zip: 'Save as zip…',
  zipped: (file: string, size: string) => `Saved as ${file} (${size}).`,
  pages: 'Pages',
  articles: 'Articles',
  written: 'Written',
  unchanged: 'Unchanged',
  removed: 'Removed',
  pictures: 'Pictures prepared',
  size: 'Size',
  took: (time: string) => `in ${time}`,
  nothingPublished:
    'No article is published yet, so the site has no articles. Set the status of an article to “Published” in the inspector.',
  warnings: (count: number) => `${numberEn(count)} ${plural(count, 'thing', 'things')} to mend`,
  noWarnings: 'Nothing to mend.',
  warningKinds: {
    brokenLink: (count: number) => plural(count, 'Link that leads nowhere', 'Links that lead nowhere'),
    missingImage: (count: number) =>
      plural(count, 'Picture that is not there', 'Pictures that are not there'),
    farImage: (count: number) =>
      plural(
        count,
        'Picture on another site: readers do not see it',
        'Pictures on other sites: readers do not see them',
      ),
    missingCover: (count: number) => plural(count, 'Cover that is not there', 'Covers that are not there'),
    oddPicture: (count: number) =>
      plural(count, 'Picture that cannot be read whole', 'Pictures that cannot be read whole'),
    hugePicture: (count: number) =>
      plural(count, 'Picture too large to make smaller', 'Pictures too large to make smaller'),
    themeOption: (count: number) =>
      plural(
        count,
        'Choice that the theme has something else for',
        'Choices that the theme has something else for',
      ),
    noBaseUrl: () => 'The site’s address is not known',
  } satisfies Record<ExportWarning['kind'], (count: number) => string>,
  noBaseUrlDetail:
    'Without it there is no sitemap, and feeds and shared links are not complete. Fill it in under site settings.',
  line: (line: number) => `line ${line}`,
  goTo: (title: string) => `Open “${title}”`,
  goToLine: (title: string, line: number) => `Open “${title}” at line ${line}`,
  failed: 'The export did not happen.',
  oldSiteSafe: 'The site that was in the folder is still there, whole.',
  shareTitle: 'Share article',
  ways: {
    html: {
      name: 'Save as web page…',
      detail: 'One file with style, fonts and pictures inside: to send, to print, to put anywhere.',
    },
    md: {
      name: 'Save as Markdown…',
      detail: 'A zip of the text and its pictures, for another editor or for safekeeping.',
    },
    rich: {
      name: 'Copy as rich text',
      detail: 'To paste into a mail or a word processor, with headings, links and pictures.',
    },
    mail: {
      name: 'Write a mail…',
      detail:
        'Title and plain text in a new mail. Files cannot be attached from here: save the web page first and attach it yourself.',
    },
  },
  shared: (file: string) => `Saved as ${file}.`,
  sharedWithout: (file: string, count: number) =>
    `Saved as ${file}, without ${numberEn(count)} ${plural(count, 'picture that is', 'pictures that are')} not there.`,
  richCopied: 'Article copied as rich text.',
  mailCut:
    'The text is too long for a mail opened this way, so only its start is in it. Copy it as rich text to paste all of it.',
}

export type ExportWords = typeof en

const nl: ExportWords = {
  title: 'Exporteer site',
  intro:
    'Longhand schrijft de hele site als gewone HTML. Zet de map op een webhost naar keuze of open haar vanaf een USB-stick.',
  folder: 'Map',
  noFolder: 'Nog geen map gekozen',
  choose: 'Kies map…',
  change: 'Wijzig…',
  start: 'Exporteer',
  again: 'Exporteer opnieuw',
  cancel: 'Breek export af',
  cancelling: 'Afbreken…',
  running: 'Exporteren…',
  phases: {
    reading: 'Artikelen lezen',
    relating: 'Artikelen vergelijken',
    rendering: 'Pagina’s maken',
    pictures: 'Afbeeldingen voorbereiden',
    writing: 'Bestanden schrijven',
  },
  progress: (done, total) => `${done} van ${total}`,
  startAndPublish: 'Exporteer en publiceer',
  onward: {
    title: 'Publiceer na het exporteren',
    intro: (folder) =>
      `Wat Longhand in de map van de site uitvoert als je ‘Exporteer en publiceer’ kiest. Het wordt op deze computer bewaard, alleen voor de bibliotheek in ${folder}; een kopie, of een bibliotheek van een ander, brengt het nooit mee.`,
    ways: { off: 'Niets', git: 'Git', command: 'Een programma', shell: 'De shell' },
    way: 'Na het exporteren',
    git: 'Legt de map vast met de datum als bericht en pusht. De map moet in een Git-repository van jou staan die een remote heeft.',
    off: 'Je zet de map zelf waar lezers haar vinden.',
    command: 'Programma en argumenten',
    commandHint:
      'Aanhalingstekens houden woorden bijeen. Er leest geen shell mee: $, * en && zijn gewone tekens.',
    shell: 'Regel voor de shell',
    shellHint:
      'De shell van je systeem leest deze regel en kan alles wat jij kunt. Kies een programma waar dat volstaat.',
    open: 'Een aanhalingsteken is niet gesloten.',
    empty: 'Vul een programma in.',
    runs: 'Voert uit',
    where:
      'In de omgeving staan LONGHAND_SITE en LONGHAND_LIBRARY, de paden van de twee mappen, en niets van wat daarin staat.',
    save: 'Bewaar',
    setUp: 'Stel publiceren in…',
    change: 'Publiceren…',
    publish: 'Publiceer',
    publishing: 'Publiceren…',
    output: 'Wat het programma afdrukte',
    cancel: 'Stop',
    stopping: 'Stoppen…',
    done: (time) => `Gepubliceerd in ${time}.`,
    failed: (exit) =>
      `Publiceren is mislukt: het programma eindigde met code ${exit}. De site staat in haar map.`,
    killed: 'Publiceren is door het systeem beëindigd. De site staat in haar map.',
    cancelled: 'Publiceren is gestopt. De site staat in haar map.',
  },
  planning: 'Uitzoeken wat er verandert…',
  plan: {
    title: 'Wat deze export doet',
    nothing: 'Sinds de vorige export is er niets veranderd.',
    write: (files, size) => `Schrijft ${files} (${size})`,
    files: (count, number) => `${number} ${plural(count, 'bestand', 'bestanden')}`,
    added: 'Nieuw',
    changed: 'Gewijzigd',
    removed: 'Verwijderd',
    unchanged: (count, number) =>
      `${number} ${plural(count, 'bestand blijft zoals het is', 'bestanden blijven zoals ze zijn')}.`,
    more: (number) => `en nog ${number}`,
    whole: (articles, pages, size) => `De hele site: ${articles}, ${pages}, ${size}.`,
    articles: (count, number) => `${number} ${plural(count, 'artikel', 'artikelen')}`,
    pages: (count, number) => `${number} ${plural(count, 'pagina', 'pagina’s')}`,
    kept: (count, number) =>
      `${number} ${plural(count, 'bestand in de map dat niet van Longhand is, blijft zoals het is', 'bestanden in de map die niet van Longhand zijn, blijven zoals ze zijn')}.`,
    foreign: 'Wat in deze map staat, is niet door Longhand gemaakt.',
    replaced: (count, number) =>
      `${number} ${plural(count, 'bestand dat niet van Longhand is, staat op de plaats van een pagina en zou worden overschreven', 'bestanden die niet van Longhand zijn, staan op de plaats van pagina’s en zouden worden overschreven')}:`,
    agree: 'Zet de site in deze map',
    agreeReplace: 'Overschrijf deze bestanden',
    waiting: (count, first, last) =>
      count === 1
        ? `1 artikel wacht op zijn datum en komt mee met de eerste export na ${first}.`
        : `${numberNl(count)} artikelen wachten op hun datum: het eerste komt mee na ${first}, het laatste na ${last}.`,
    kinds: {
      article: 'Artikelen',
      list: 'Lijsten',
      search: 'Zoeken',
      feed: 'Feeds',
      picture: 'Afbeeldingen',
      theme: 'Thema',
      redirect: 'Doorverwijzingen',
      other: 'Andere bestanden',
    },
    reasons: {
      text: 'tekst',
      title: 'titel',
      summary: 'samenvatting',
      date: 'datum',
      category: 'categorie',
      tags: 'tags',
      author: 'auteur',
      cover: 'omslag',
      picture: 'afbeeldingen',
      related: 'verwante artikelen',
      neighbours: 'de artikelen ervoor en erna',
      articles: 'welke artikelen erop staan',
      cards: 'wat er van artikelen op staat',
      navigation: 'navigatie',
      settings: 'instellingen van de site',
      theme: 'thema',
      program: 'een nieuwere Longhand',
      earlier: 'gemaakt door een eerdere Longhand',
      mended: 'door iets anders gewijzigd of verwijderd in de map',
      first: 'staat er nog niet',
      redirected: 'het artikel staat nu elders',
      withdrawn: 'niet meer gepubliceerd',
      trashed: 'ligt in de prullenbak',
      scheduled: 'wacht op zijn datum',
      deleted: 'gewist, of op een ander adres',
      unused: 'er gaat niets meer heen',
    },
  },
  done: 'De site is klaar',
  openSite: 'Open in browser',
  showFolder: 'Toon in map',
  zip: 'Bewaar als zip…',
  zipped: (file, size) => `Bewaard als ${file} (${size}).`,
  pages: 'Pagina’s',
  articles: 'Artikelen',
  written: 'Geschreven',
  unchanged: 'Ongewijzigd',
  removed: 'Verwijderd',
  pictures: 'Afbeeldingen voorbereid',
  size: 'Grootte',
  took: (time) => `in ${time}`,
  nothingPublished:
    'Er is nog geen artikel gepubliceerd, dus de site heeft geen artikelen. Zet de status van een artikel bij de kenmerken op ‘Gepubliceerd’.',
  warnings: (count) => `${numberNl(count)} ${plural(count, 'ding', 'dingen')} om te herstellen`,
  noWarnings: 'Niets te herstellen.',
  warningKinds: {
    brokenLink: (count) => plural(count, 'Link die nergens heen gaat', 'Links die nergens heen gaan'),
    missingImage: (count) => plural(count, 'Afbeelding die er niet is', 'Afbeeldingen die er niet zijn'),
    farImage: (count) =>
      plural(
        count,
        'Afbeelding op een andere site: lezers zien die niet',
        'Afbeeldingen op andere sites: lezers zien die niet',
      ),
    missingCover: (count) => plural(count, 'Omslag die er niet is', 'Omslagen die er niet zijn'),
    oddPicture: (count) =>
      plural(count, 'Afbeelding die niet heel te lezen is', 'Afbeeldingen die niet heel te lezen zijn'),
    hugePicture: (count) =>
      plural(
        count,
        'Afbeelding die te groot is om te verkleinen',
        'Afbeeldingen die te groot zijn om te verkleinen',
      ),
    themeOption: (count) =>
      plural(
        count,
        'Keuze waarvoor het thema iets anders heeft',
        'Keuzes waarvoor het thema iets anders heeft',
      ),
    noBaseUrl: () => 'Het adres van de site is niet bekend',
  },
  noBaseUrlDetail:
    'Zonder adres is er geen sitemap en zijn feeds en gedeelde links niet volledig. Vul het in bij de instellingen van de site.',
  line: (line) => `regel ${line}`,
  goTo: (title) => `Open ‘${title}’`,
  goToLine: (title, line) => `Open ‘${title}’ op regel ${line}`,
  failed: 'De export is niet gelukt.',
  oldSiteSafe: 'De site die in de map stond, staat er nog, heel en al.',
  shareTitle: 'Deel artikel',
  ways: {
    html: {
      name: 'Bewaar als webpagina…',
      detail:
        'Eén bestand met opmaak, lettertypen en afbeeldingen erin: om te sturen, af te drukken of ergens neer te zetten.',
    },
    md: {
      name: 'Bewaar als Markdown…',
      detail: 'Een zip met de tekst en haar afbeeldingen, voor een andere editor of om te bewaren.',
    },
    rich: {
      name: 'Kopieer als opgemaakte tekst',
      detail: 'Om te plakken in een mail of tekstverwerker, met koppen, links en afbeeldingen.',
    },
    mail: {
      name: 'Schrijf een mail…',
      detail:
        'Titel en platte tekst in een nieuwe mail. Bestanden meesturen kan van hieruit niet: bewaar eerst de webpagina en voeg die zelf toe.',
    },
  },
  shared: (file) => `Bewaard als ${file}.`,
  sharedWithout: (file, count) =>
    `Bewaard als ${file}, zonder ${numberNl(count)} ${plural(count, 'afbeelding die er niet is', 'afbeeldingen die er niet zijn')}.`,
  richCopied: 'Artikel gekopieerd als opgemaakte tekst.',
  mailCut:
    'De tekst is te lang voor een mail die zo wordt geopend, dus alleen het begin staat erin. Kopieer als opgemaakte tekst om alles te plakken.',
}

export const exportWords = { en, nl }
