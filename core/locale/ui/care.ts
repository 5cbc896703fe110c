import type { BackupKind } from '../../backups.ts'
import type { CarePhase, RescueReport } from '../../bridge.ts'
import type { FindingCode, LibraryState } from '../../diagnosis.ts'
import { plural } from './plural.ts'

type Body = RescueReport['mended'][number]['body']

/** Words of backups, of damaged libraries, and of carrying a library away. */
const en = {
  /** What a library is that could not be opened, as a heading. */
  states: {
    sound: 'This library could not be opened.',
    damaged: 'This library is damaged.',
    missing: 'This library is not where it was.',
    notOne: 'This is not a Longhand library.',
    newer: 'This library was made by a newer Longhand.',
    refused: 'The disk would not let this library be read.',
  } satisfies Record<LibraryState, string>,
  /** What that means, and what is safe. */
  meaning: {
    sound: 'Nothing was changed. Try again; if it stays like this, restore a backup.',
    damaged:
      'Part of its file can no longer be read. Nothing was changed: the file stays as it is, and whatever you choose here sets it aside untouched.',
    missing:
      'There is no library in this folder now. Was the folder moved, or its disk unplugged? Connect the disk and try again, or open the folder where it is now.',
    notOne:
      'The file in this folder does not begin as a library does: it is something else, or its first part is lost. It was left as it is.',
    newer: 'It was left as it is. Update Longhand to open it.',
    refused:
      'It was left as it is. See that the disk is connected and that you may read the folder; then try again.',
  } satisfies Record<LibraryState, string>,
  found: 'What was found',
  unopened: 'The file can’t be opened any more.',
  findings: {
    structure: (count: string, one: boolean) =>
      one ? 'One place in the file can’t be read.' : `${count} places in the file can’t be read.`,
    references: (count: string, one: boolean) =>
      one
        ? 'One entry refers to something that is gone.'
        : `${count} entries refer to something that is gone.`,
    log: () => 'The last saves before the computer stopped can’t be read as they should.',
    index: () => 'The search index is wrong. It is made anew by itself.',
    media: (count: string, one: boolean) =>
      one ? 'One picture is not there, or not whole.' : `${count} pictures are not there, or not whole.`,
    text: (count: string, one: boolean) =>
      one
        ? 'The text of one article is not what was saved.'
        : `The texts of ${count} articles are not what was saved.`,
    schema: () => 'It is of an older kind. It is brought up to date when it opens.',
    translations: (count: string, one: boolean) =>
      one
        ? 'One article is in the same language as another translation of the same. Change its language, or take it from the group.'
        : `${count} articles are in the same language as another translation of the same. Change their language, or take them from the group.`,
    unfinished: () => 'The look at it did not come to its end.',
  } satisfies Record<FindingCode, (count: string, one: boolean) => string>,
  details: 'In SQLite’s words',
  counted: (count: string) => `${count} articles can still be counted.`,
  waysOn: 'What you can do',
  restoreNewest: (when: string) => `Restore the backup of ${when}`,
  restoreDetail: (articles: string, count: number) => `${articles} ${plural(count, 'article', 'articles')}.`,
  nothingSince: 'Nothing was written after it.',
  lostSince: (span: string) => `What you wrote in the ${span} after it would be missing.`,
  span: (minutes: number) =>
    minutes < 90
      ? `${Math.max(1, minutes)} ${plural(Math.max(1, minutes), 'minute', 'minutes')}`
      : minutes < 36 * 60
        ? `${Math.round(minutes / 60)} hours`
        : `${Math.round(minutes / 1440)} days`,
  badBackup: 'This backup is damaged too. Choose another.',
  noBackups: 'There is no backup of this library.',
  older: 'Choose another backup',
  olderDetail: (count: number) => `There ${plural(count, 'is one', `are ${count}`)} in all.`,
  rescue: 'Rescue what can be read',
  rescueDetail: 'Longhand reads the damaged file piece by piece and makes a new library of what it finds.',
  startAnew: 'Start anew',
  startAnewDetail: 'An empty library in the same place. The damaged one is moved aside and kept.',
  tryAgain: 'Try again',
  tryAgainDetail: 'If you have connected a disk, or mended something.',
  showFolder: 'Show the folder',
  unpack: 'Open a library from a file…',
  keptWords: (count: number) =>
    count === 1
      ? 'The text of one article is still in this window. It is put back on top of what you restore.'
      : `The texts of ${count} articles are still in this window. They are put back on top of what you restore.`,
  putBackName: 'Before the words of the window were put back',
  working: {
    examine: 'Looking at the library…',
    restore: 'Restoring…',
    rescue: 'Rescuing…',
    anew: 'Starting anew…',
    backUp: 'Backing up…',
    look: 'Comparing with the library…',
    takeBack: 'Taking back…',
    archive: 'Saving the library as one file…',
    unpack: 'Opening the library…',
    elsewhere: 'Making the first backup there…',
  },
  phases: {
    copying: 'Copying',
    checking: 'Checking that all is well',
    pictures: 'Pictures',
    rows: 'Reading what is left',
    writing: 'Writing',
  } satisfies Record<CarePhase, string>,
  progress: (done: string, total: string) => `${done} of ${total}`,
  stop: 'Stop',
  stopping: 'Stopping…',
  report: {
    restored: 'The library is restored',
    rescued: 'This could be rescued',
    startedAnew: 'You have an empty library',
    unpacked: 'The library is open',
    articles: 'Articles',
    mended: 'Mended',
    lostRows: 'Lost entries',
    missing: 'Missing pictures',
    putBack: 'Put back from this window',
    allWell: 'Nothing is missing.',
    asRead:
      'This is what could be read. What left no trace in the file can’t be listed: look whether you miss anything.',
    nothingRead: 'No article could be found in the file. It is kept; a backup may still bring them back.',
    toLookAt: 'Look at these',
    toLookAtDetail: 'They are not quite as they were. Choose one to open it.',
    bodies: {
      whole: 'The text is whole.',
      cut: 'The end of the text is lost.',
      revision: 'The text is that of its last revision.',
      words: 'The text was put together from the search index: its layout is lost.',
      lost: 'The text is lost.',
    } satisfies Record<Body, string>,
    isNew: 'Its dates and category are lost; it is a draft now.',
    missingPictures: 'These pictures are nowhere to be found',
    lostRowsDetail:
      'Entries of the file that could not be made out. They may have been revisions, tags or articles.',
    aside: 'The library from before lies here, untouched',
    asideDetail: 'You can delete it later, under Backups.',
    place: 'It lies here',
    more: (count: string) => `and ${count} more`,
    start: 'Go on writing',
  },
  backups: 'Backups',
  rule: 'Longhand makes a backup every hour in which you write. It keeps one an hour for a day, one a day for a week, and one a week for half a year. Those you ask for stay half a year.',
  onDisk: (size: string) => `${size} on disk`,
  backUpNow: 'Back up now',
  backedUp: 'Backed up.',
  backedUpMissing: (count: number) =>
    count === 1
      ? 'Backed up. One picture is missing in the library, and so in the backup.'
      : `Backed up. ${count} pictures are missing in the library, and so in the backup.`,
  archive: 'Save as one file…',
  size: 'Size',
  none: 'No backup yet',
  noneDetail: 'The first is made about a minute after you have begun to write.',
  kinds: { rolling: 'by itself', hand: 'by you', before: 'before a restore' } satisfies Record<
    BackupKind,
    string
  >,
  articles: (count: number, number: string) => `${number} ${plural(count, 'article', 'articles')}`,
  today: 'Today',
  yesterday: 'Yesterday',
  backupOf: (when: string) => `Backup of ${when}`,
  back: 'Back',
  same: 'Every article is as it was in this backup.',
  differs: (changed: number, added: number, lost: number) =>
    [
      changed > 0 ? `${changed} ${plural(changed, 'article has', 'articles have')} changed since` : '',
      added > 0 ? `${added} ${plural(added, 'is', 'are')} new since` : '',
      lost > 0 ? `${lost} ${plural(lost, 'is', 'are')} no longer in the library` : '',
    ]
      .filter((part) => part !== '')
      .join(', ') + '.',
  how: { changed: 'changed since', added: 'new since', lost: 'only in the backup' },
  takeBack: (count: number) => (count === 0 ? 'Take back' : `Take back ${count}`),
  takeBackDetail:
    'Choose articles to take back. One that is gone comes back; one that changed gets its older text as a revision in its history.',
  takenBack: (articles: number, revisions: number) =>
    [
      articles > 0 ? `${articles} ${plural(articles, 'article is', 'articles are')} back.` : '',
      revisions > 0
        ? `The older text of ${revisions} ${plural(revisions, 'article', 'articles')} is in the history.`
        : '',
    ]
      .filter((part) => part !== '')
      .join(' '),
  revisionName: (when: string) => `From the backup of ${when}`,
  restore: 'Restore this backup',
  restoreExplained:
    'Restoring puts this backup in the place of the library. The library of now is backed up first and moved aside, so that you can go back.',
  inBoth: 'also in the second place',
  elsewhereOnly: 'in the second place',
  elsewhere: 'Second place',
  elsewhereDetail: 'Another disk, or a folder that is synchronised: each backup is copied there too.',
  chooseElsewhere: 'Choose a second place…',
  changeElsewhere: 'Choose another…',
  forgetElsewhere: 'Stop',
  elsewhereLast: (when: string) => `The newest there is of ${when}.`,
  elsewhereNone: 'Nothing is there yet.',
  elsewhereAway: 'It is not connected now. As soon as it is back, the newest backup is copied there.',
  aside: 'Set aside',
  asideDetail: 'Libraries that were replaced. They stay until you delete them.',
  asideOf: (when: string) => `Replaced on ${when}`,
  show: 'Show in folder',
  deleteAside: 'Delete…',
  deleteAsideTitle: (when: string) => `Delete the library that was replaced on ${when}?`,
  deleteAsideDetail: (size: string) =>
    `It takes ${size}. Its articles and pictures are gone then, unless they are in a backup. This can’t be undone.`,
  deleteAsideAction: 'Delete for good',
  archived: 'The library is in this file',
  archivedDetail:
    'With all its articles, revisions and pictures. Carry it away, or open it in Longhand elsewhere.',
  damageTitle: 'Longhand found damage in this library.',
  damageDetail:
    'Your words stay in this window. See what can be done before you write on: what you type now may not be kept.',
  damageAction: 'See what can be done',
  turnTo: (name: string) => `Leave ${name} and see what can be done?`,
  turnToDetail: 'The library that you wanted to open is damaged. What is open now is saved and closed first.',
  turnToAction: 'See what can be done',
}

export type CareWords = typeof en

const nl: CareWords = {
  states: {
    sound: 'Deze bibliotheek kon niet worden geopend.',
    damaged: 'Deze bibliotheek is beschadigd.',
    missing: 'Deze bibliotheek staat niet meer waar ze stond.',
    notOne: 'Dit is geen bibliotheek van Longhand.',
    newer: 'Deze bibliotheek is door een nieuwere Longhand gemaakt.',
    refused: 'De schijf liet deze bibliotheek niet lezen.',
  },
  meaning: {
    sound: 'Er is niets veranderd. Probeer het opnieuw; blijft het zo, zet dan een back-up terug.',
    damaged:
      'Een deel van het bestand is niet meer te lezen. Er is niets veranderd: het bestand blijft zoals het is, en wat je hier ook kiest, het wordt ongemoeid apart gezet.',
    missing:
      'In deze map staat nu geen bibliotheek. Is de map verplaatst of de schijf losgekoppeld? Sluit de schijf aan en probeer het opnieuw, of open de map waar die nu staat.',
    notOne:
      'Het bestand in deze map begint niet zoals een bibliotheek: het is iets anders, of het begin is verloren. Er is niets aan veranderd.',
    newer: 'Er is niets aan veranderd. Werk Longhand bij om haar te openen.',
    refused:
      'Er is niets aan veranderd. Kijk of de schijf is aangesloten en of je de map mag lezen; probeer het dan opnieuw.',
  },
  found: 'Wat er is gevonden',
  unopened: 'Het bestand is niet meer te openen.',
  findings: {
    structure: (count, one) =>
      one
        ? 'Eén plek in het bestand is niet te lezen.'
        : `${count} plekken in het bestand zijn niet te lezen.`,
    references: (count, one) =>
      one
        ? 'Eén gegeven verwijst naar iets dat weg is.'
        : `${count} gegevens verwijzen naar iets dat weg is.`,
    log: () => 'Wat het laatst werd bewaard voordat de computer stopte, is niet goed te lezen.',
    index: () => 'De zoekindex klopt niet. Die wordt vanzelf opnieuw gemaakt.',
    media: (count, one) =>
      one ? 'Eén afbeelding is er niet, of niet heel.' : `${count} afbeeldingen zijn er niet, of niet heel.`,
    text: (count, one) =>
      one
        ? 'De tekst van één artikel is niet wat er werd bewaard.'
        : `De teksten van ${count} artikelen zijn niet wat er werd bewaard.`,
    schema: () => 'Ze is van een ouder soort. Bij het openen wordt ze bijgewerkt.',
    translations: (count, one) =>
      one
        ? 'Eén artikel is in dezelfde taal als een andere vertaling ervan. Wijzig de taal of maak het los.'
        : `${count} artikelen zijn in dezelfde taal als een andere vertaling ervan. Wijzig de taal of maak ze los.`,
    unfinished: () => 'Het onderzoek kwam niet tot een eind.',
  },
  details: 'In de woorden van SQLite',
  counted: (count) => `${count} artikelen zijn nog te tellen.`,
  waysOn: 'Wat je kunt doen',
  restoreNewest: (when) => `Zet de back-up van ${when} terug`,
  restoreDetail: (articles, count) => `${articles} ${plural(count, 'artikel', 'artikelen')}.`,
  nothingSince: 'Daarna is er niets geschreven.',
  lostSince: (span) => `Wat je in de ${span} daarna schreef, zou ontbreken.`,
  span: (minutes) =>
    minutes < 90
      ? `${Math.max(1, minutes)} ${plural(Math.max(1, minutes), 'minuut', 'minuten')}`
      : minutes < 36 * 60
        ? `${Math.round(minutes / 60)} uur`
        : `${Math.round(minutes / 1440)} dagen`,
  badBackup: 'Deze back-up is ook beschadigd. Kies een andere.',
  noBackups: 'Er is geen back-up van deze bibliotheek.',
  older: 'Kies een andere back-up',
  olderDetail: (count) => `Er ${plural(count, 'is er één', `zijn er ${count}`)} in totaal.`,
  rescue: 'Red wat te lezen is',
  rescueDetail:
    'Longhand leest het beschadigde bestand stukje voor stukje en maakt een nieuwe bibliotheek van wat het vindt.',
  startAnew: 'Begin opnieuw',
  startAnewDetail:
    'Een lege bibliotheek op dezelfde plek. De beschadigde wordt apart gezet en blijft bewaard.',
  tryAgain: 'Probeer opnieuw',
  tryAgainDetail: 'Als je een schijf hebt aangesloten of iets hebt hersteld.',
  showFolder: 'Toon de map',
  unpack: 'Open een bibliotheek uit een bestand…',
  keptWords: (count) =>
    count === 1
      ? 'De tekst van één artikel staat nog in dit venster. Die komt boven op wat je terugzet.'
      : `De teksten van ${count} artikelen staan nog in dit venster. Die komen boven op wat je terugzet.`,
  putBackName: 'Voordat de woorden uit het venster terugkwamen',
  working: {
    examine: 'Bezig de bibliotheek te bekijken…',
    restore: 'Bezig met terugzetten…',
    rescue: 'Bezig met redden…',
    anew: 'Bezig opnieuw te beginnen…',
    backUp: 'Bezig met de back-up…',
    look: 'Bezig te vergelijken met de bibliotheek…',
    takeBack: 'Bezig met terughalen…',
    archive: 'Bezig de bibliotheek als één bestand te bewaren…',
    unpack: 'Bezig de bibliotheek te openen…',
    elsewhere: 'Bezig met de eerste back-up daar…',
  },
  phases: {
    copying: 'Kopiëren',
    checking: 'Nagaan of alles klopt',
    pictures: 'Afbeeldingen',
    rows: 'Lezen wat er nog is',
    writing: 'Schrijven',
  },
  progress: (done, total) => `${done} van ${total}`,
  stop: 'Stop',
  stopping: 'Bezig te stoppen…',
  report: {
    restored: 'De bibliotheek is teruggezet',
    rescued: 'Dit kon worden gered',
    startedAnew: 'Je hebt een lege bibliotheek',
    unpacked: 'De bibliotheek is open',
    articles: 'Artikelen',
    mended: 'Hersteld',
    lostRows: 'Verloren gegevens',
    missing: 'Ontbrekende afbeeldingen',
    putBack: 'Teruggezet uit dit venster',
    allWell: 'Er ontbreekt niets.',
    asRead:
      'Dit was te lezen. Wat geen spoor in het bestand naliet, kan niet worden genoemd: kijk of je iets mist.',
    nothingRead:
      'Er was geen artikel in het bestand te vinden. Het blijft bewaard; een back-up kan ze misschien nog terugbrengen.',
    toLookAt: 'Bekijk deze',
    toLookAtDetail: 'Ze zijn niet helemaal zoals ze waren. Kies er een om die te openen.',
    bodies: {
      whole: 'De tekst is heel.',
      cut: 'Het einde van de tekst is verloren.',
      revision: 'De tekst is die van de laatste revisie.',
      words: 'De tekst is samengesteld uit de zoekindex: de opmaak is verloren.',
      lost: 'De tekst is verloren.',
    },
    isNew: 'Data en categorie zijn verloren; het is nu een concept.',
    missingPictures: 'Deze afbeeldingen zijn nergens te vinden',
    lostRowsDetail:
      'Gegevens in het bestand die niet te ontcijferen waren. Het kunnen revisies, tags of artikelen zijn geweest.',
    aside: 'De bibliotheek van daarvoor staat hier, ongemoeid',
    asideDetail: 'Je kunt haar later verwijderen, bij Back-ups.',
    place: 'Ze staat hier',
    more: (count) => `en nog ${count}`,
    start: 'Schrijf verder',
  },
  backups: 'Back-ups',
  rule: 'Longhand maakt een back-up in elk uur waarin je schrijft. Er blijft een dag lang één per uur, een week lang één per dag en een half jaar lang één per week. Waar je zelf om vroeg, blijft een half jaar.',
  onDisk: (size) => `${size} op schijf`,
  backUpNow: 'Maak nu een back-up',
  backedUp: 'De back-up is gemaakt.',
  backedUpMissing: (count) =>
    count === 1
      ? 'De back-up is gemaakt. Eén afbeelding ontbreekt in de bibliotheek, en dus in de back-up.'
      : `De back-up is gemaakt. ${count} afbeeldingen ontbreken in de bibliotheek, en dus in de back-up.`,
  archive: 'Bewaar als één bestand…',
  size: 'Grootte',
  none: 'Nog geen back-up',
  noneDetail: 'De eerste komt ongeveer een minuut nadat je bent gaan schrijven.',
  kinds: { rolling: 'vanzelf', hand: 'door jou', before: 'vóór het terugzetten' },
  articles: (count, number) => `${number} ${plural(count, 'artikel', 'artikelen')}`,
  today: 'Vandaag',
  yesterday: 'Gisteren',
  backupOf: (when) => `Back-up van ${when}`,
  back: 'Terug',
  same: 'Elk artikel is zoals in deze back-up.',
  differs: (changed, added, lost) =>
    [
      changed > 0 ? `${changed} ${plural(changed, 'artikel is', 'artikelen zijn')} sindsdien veranderd` : '',
      added > 0 ? `${added} ${plural(added, 'is', 'zijn')} er bij gekomen` : '',
      lost > 0 ? `${lost} ${plural(lost, 'staat', 'staan')} niet meer in de bibliotheek` : '',
    ]
      .filter((part) => part !== '')
      .join(', ') + '.',
  how: { changed: 'sindsdien veranderd', added: 'sindsdien nieuw', lost: 'alleen in de back-up' },
  takeBack: (count) => (count === 0 ? 'Haal terug' : `Haal ${count} terug`),
  takeBackDetail:
    'Kies artikelen om terug te halen. Wat weg is, komt terug; wat veranderd is, krijgt zijn oudere tekst als revisie in de geschiedenis.',
  takenBack: (articles, revisions) =>
    [
      articles > 0 ? `${articles} ${plural(articles, 'artikel is', 'artikelen zijn')} terug.` : '',
      revisions > 0
        ? `De oudere tekst van ${revisions} ${plural(revisions, 'artikel', 'artikelen')} staat in de geschiedenis.`
        : '',
    ]
      .filter((part) => part !== '')
      .join(' '),
  revisionName: (when) => `Uit de back-up van ${when}`,
  restore: 'Zet deze back-up terug',
  restoreExplained:
    'Zet je deze back-up terug, dan komt hij op de plek van de bibliotheek. Van de bibliotheek van nu wordt eerst een back-up gemaakt, en ze wordt apart gezet; je kunt dus terug.',
  inBoth: 'ook op de tweede plek',
  elsewhereOnly: 'op de tweede plek',
  elsewhere: 'Tweede plek',
  elsewhereDetail: 'Een andere schijf, of een map die wordt gesynchroniseerd: elke back-up komt ook daar.',
  chooseElsewhere: 'Kies een tweede plek…',
  changeElsewhere: 'Kies een andere…',
  forgetElsewhere: 'Stop hiermee',
  elsewhereLast: (when) => `De nieuwste daar is van ${when}.`,
  elsewhereNone: 'Daar staat nog niets.',
  elsewhereAway: 'Die is nu niet aangesloten. Zodra dat weer zo is, komt de nieuwste back-up daar.',
  aside: 'Apart gezet',
  asideDetail: 'Bibliotheken die vervangen zijn. Ze blijven tot je ze verwijdert.',
  asideOf: (when) => `Vervangen op ${when}`,
  show: 'Toon in map',
  deleteAside: 'Verwijder…',
  deleteAsideTitle: (when) => `De bibliotheek verwijderen die op ${when} werd vervangen?`,
  deleteAsideDetail: (size) =>
    `Ze neemt ${size} in. Haar artikelen en afbeeldingen zijn dan weg, tenzij ze in een back-up zitten. Dit kan niet ongedaan worden gemaakt.`,
  deleteAsideAction: 'Verwijder voorgoed',
  archived: 'De bibliotheek zit in dit bestand',
  archivedDetail:
    'Met al haar artikelen, revisies en afbeeldingen. Neem het mee, of open het elders in Longhand.',
  damageTitle: 'Longhand vond schade in deze bibliotheek.',
  damageDetail:
    'Je woorden blijven in dit venster staan. Kijk wat er kan voordat je verder schrijft: wat je nu typt, blijft misschien niet bewaard.',
  damageAction: 'Bekijk wat er kan',
  turnTo: (name) => `${name} verlaten en kijken wat er kan?`,
  turnToDetail:
    'De bibliotheek die je wilde openen is beschadigd. Wat nu open is, wordt eerst bewaard en gesloten.',
  turnToAction: 'Bekijk wat er kan',
}

export const careWords = { en, nl }
