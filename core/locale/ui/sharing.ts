/** Words about a library that others reach too: a synchronised folder, a network disk, copies that came of it. */
import type { CopiedStanding, SharedPlace } from '../../bridge/sharing.ts'
import { plural } from './plural.ts'

/** What is to be said of a place, and of a folder before a library is made in it. */
interface PlaceWords {
  readonly title: (service: string) => string
  readonly why: (service: string) => string
}

const en = {
  notices: 'About this library',
  place: {
    synced: {
      title: (service: string) => `This library is in a folder that ${service} synchronises.`,
      why: (service: string) =>
        `Longhand writes several files that belong together. ${service} copies them one by one, also half-way through a save, and makes a second version when two computers write at once. Your words are safe on this computer, and Longhand notices such versions; but a library is better off in a folder of this computer alone.`,
    },
    network: {
      title: (service: string) => `This library is on another computer’s disk (${service}).`,
      why: (_service: string) =>
        'Saving takes longer there, and two computers can’t rely on each other’s locks. Longhand writes more carefully on such a disk; but a library is better off on this computer.',
    },
  } satisfies Record<SharedPlace['kind'], PlaceWords>,
  advice:
    'Keep the library on this computer, and put backups in the shared folder: a backup is one finished file. Close the library, move its folder, and open it there.',
  why: 'Why?',
  less: 'Less',
  understood: 'Don’t say this again',
  showFolder: 'Show backups…',
  parent: {
    synced: (service: string) => `${service} synchronises this folder.`,
    network: (service: string) => `This folder is on another computer’s disk (${service}).`,
    detail: 'A library is better off on this computer alone; put backups there instead.',
    instead: (folder: string) => `Use ${folder}`,
  },
  copies: (count: number) =>
    plural(
      count,
      'Another version of this library lies beside it.',
      `${count} other versions of this library lie beside it.`,
    ),
  copyFrom: (from: string) => `Another version of this library lies beside it, from ${from}.`,
  copiesDetail: 'Two computers wrote at once, and the folder’s synchroniser kept both. Nothing is lost.',
  pictures: (count: number) =>
    plural(
      count,
      'Another version of a picture lies beside it.',
      `Other versions of ${count} pictures lie beside them.`,
    ),
  picturesDetail: 'Two computers used one name, and the folder’s synchroniser kept both.',
  takePictures: 'Keep both',
  tookPictures: (added: number) =>
    added === 0
      ? 'They were the same. The doubles lie in “set-aside”.'
      : `${plural(added, 'One picture', `${added} pictures`)} added. The files lie in “set-aside”.`,
  compare: 'Compare…',
  title: (from: string) => (from === '' ? 'Another version of this library' : `Version from ${from}`),
  saved: (when: string) => `Written last on ${when}`,
  comparing: 'Comparing both versions…',
  summary: (articles: number, known: number) =>
    known === articles
      ? `${plural(articles, 'Its one article is', `All ${articles} articles in it are`)} here already. Set it aside: there is nothing to bring in.`
      : `${plural(articles, 'It has one article', `It has ${articles} articles`)}; ${known === 0 ? 'none of them is' : plural(known, 'one is', `${known} are`)} here already. Say what becomes of the others. Nothing that is here changes.`,
  unreadable: 'This version can’t be read. It can be set aside; nothing here changes.',
  what: (title: string) => `What becomes of “${title}”`,
  standing: {
    missing: 'not here',
    newer: 'newer there',
    older: 'older there, and different',
  } satisfies Record<CopiedStanding, string>,
  as: { article: 'Add as an article', revision: 'Keep in its history', leave: 'Leave out' },
  bringIn: (count: number) =>
    count === 0 ? 'Set aside' : plural(count, 'Bring in one article', `Bring in ${count} articles`),
  bringingIn: 'Bringing in…',
  aside: 'Afterwards this version moves to the folder “set-aside” in the library. It is not deleted.',
  done: (articles: number, revisions: number) =>
    [
      articles > 0 && plural(articles, 'Added one article', `Added ${articles} articles`),
      revisions > 0 && plural(revisions, 'kept one in its history', `kept ${revisions} in their history`),
    ]
      .filter((part) => part !== false)
      .join(', ') || 'Set aside',
  missingMedia: (count: number) =>
    plural(
      count,
      'One picture of it is nowhere to be found.',
      `${count} pictures of it are nowhere to be found.`,
    ),
  revision: (from: string) => (from === '' ? 'Another version of the library' : `Version from ${from}`),
}

export type SharingWords = typeof en

const nl: SharingWords = {
  notices: 'Over deze bibliotheek',
  place: {
    synced: {
      title: (service) => `Deze bibliotheek staat in een map die ${service} synchroniseert.`,
      why: (service) =>
        `Longhand schrijft meerdere bestanden die bij elkaar horen. ${service} kopieert ze één voor één, ook halverwege het bewaren, en maakt een tweede versie als twee computers tegelijk schrijven. Je woorden zijn veilig op deze computer en Longhand merkt zulke versies op; maar een bibliotheek staat beter in een map van deze computer alleen.`,
    },
    network: {
      title: (service) => `Deze bibliotheek staat op de schijf van een andere computer (${service}).`,
      why: () =>
        'Bewaren duurt daar langer, en twee computers kunnen niet op elkaars vergrendeling bouwen. Longhand schrijft op zo’n schijf voorzichtiger; maar een bibliotheek staat beter op deze computer.',
    },
  },
  advice:
    'Houd de bibliotheek op deze computer en zet back-ups in de gedeelde map: een back-up is één bestand dat af is. Sluit de bibliotheek, verplaats haar map en open haar daar.',
  why: 'Waarom?',
  less: 'Minder',
  understood: 'Zeg dit niet meer',
  showFolder: 'Toon back-ups…',
  parent: {
    synced: (service) => `${service} synchroniseert deze map.`,
    network: (service) => `Deze map staat op de schijf van een andere computer (${service}).`,
    detail: 'Een bibliotheek staat beter op deze computer alleen; zet daar liever back-ups.',
    instead: (folder) => `Gebruik ${folder}`,
  },
  copies: (count) =>
    plural(
      count,
      'Naast deze bibliotheek staat een andere versie ervan.',
      `Naast deze bibliotheek staan ${count} andere versies ervan.`,
    ),
  copyFrom: (from) => `Naast deze bibliotheek staat een andere versie ervan, van ${from}.`,
  copiesDetail:
    'Twee computers schreven tegelijk, en wat de map synchroniseert bewaarde beide. Er is niets verloren.',
  pictures: (count) =>
    plural(
      count,
      'Naast een afbeelding staat een andere versie ervan.',
      `Naast ${count} afbeeldingen staan andere versies ervan.`,
    ),
  picturesDetail: 'Twee computers gebruikten één naam, en wat de map synchroniseert bewaarde beide.',
  takePictures: 'Houd beide',
  tookPictures: (added) =>
    added === 0
      ? 'Ze waren gelijk. De dubbele liggen in ‘set-aside’.'
      : `${plural(added, 'Eén afbeelding', `${added} afbeeldingen`)} toegevoegd. De bestanden liggen in ‘set-aside’.`,
  compare: 'Vergelijk…',
  title: (from) => (from === '' ? 'Een andere versie van deze bibliotheek' : `Versie van ${from}`),
  saved: (when) => `Het laatst geschreven op ${when}`,
  comparing: 'Beide versies vergelijken…',
  summary: (articles, known) =>
    known === articles
      ? `${plural(articles, 'Het ene artikel erin is', `Alle ${articles} artikelen erin zijn`)} hier al. Leg haar opzij: er valt niets binnen te halen.`
      : `${plural(articles, 'Er staat één artikel in', `Er staan ${articles} artikelen in`)}; ${known === 0 ? 'geen ervan is' : plural(known, 'één is', `${known} zijn`)} hier al. Zeg wat er met de andere gebeurt. Aan wat hier staat verandert niets.`,
  unreadable: 'Deze versie is niet te lezen. Je kunt haar opzij leggen; hier verandert niets.',
  what: (title) => `Wat er met ‘${title}’ gebeurt`,
  standing: { missing: 'niet hier', newer: 'daar nieuwer', older: 'daar ouder, en anders' },
  as: { article: 'Voeg toe als artikel', revision: 'Bewaar in de geschiedenis', leave: 'Laat weg' },
  bringIn: (count) =>
    count === 0 ? 'Leg opzij' : plural(count, 'Haal één artikel binnen', `Haal ${count} artikelen binnen`),
  bringingIn: 'Binnenhalen…',
  aside: 'Daarna gaat deze versie naar de map ‘set-aside’ in de bibliotheek. Ze wordt niet verwijderd.',
  done: (articles, revisions) =>
    [
      articles > 0 && plural(articles, 'Eén artikel toegevoegd', `${articles} artikelen toegevoegd`),
      revisions > 0 &&
        plural(revisions, 'één in de geschiedenis bewaard', `${revisions} in hun geschiedenis bewaard`),
    ]
      .filter((part) => part !== false)
      .join(', ') || 'Opzij gelegd',
  missingMedia: (count) =>
    plural(
      count,
      'Eén afbeelding ervan is nergens te vinden.',
      `${count} afbeeldingen ervan zijn nergens te vinden.`,
    ),
  revision: (from) => (from === '' ? 'Andere versie van de bibliotheek' : `Versie van ${from}`),
}

export const sharingWords = { en, nl }
