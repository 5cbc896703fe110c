import type { FailureCode, FailureDetails, ValueProblem } from '../../errors.ts'

/** A failure in words: what happened, and what is safe and what to do. */
export interface FailureText {
  readonly title: string
  readonly detail: string
}

type FailureTexts = { readonly [C in FailureCode]: (detail: FailureDetails[C]) => FailureText }

export interface FailureWords {
  readonly texts: FailureTexts
  /** Why a value in a field was refused: one short sentence beside the field. */
  readonly value: Readonly<Record<ValueProblem, string>>
  readonly notSaved: (title: string) => string
  readonly notSavedDetail: string
  readonly moreNotSaved: (count: number) => string
  readonly conflict: (title: string) => string
  readonly conflictDetail: string
  readonly keepMine: string
  readonly takeTheirs: string
  readonly copyText: string
  readonly textCopied: string
  readonly somethingBroke: string
  readonly somethingBrokeDetail: string
  readonly reload: string
}

/** The reasons of the file system that a writer can do something about. */
const FILE_REASONS_EN: Readonly<Record<string, string>> = {
  ENOSPC: 'The disk is full. Make room, and try again.',
  EACCES: 'You may not write there. Choose another folder, or change who may use this one.',
  EPERM: 'You may not write there. Choose another folder, or change who may use this one.',
  EROFS: 'That disk can only be read. Choose a folder on another disk.',
  ENOENT: 'The file or folder is no longer there. Was a disk unplugged, or a folder moved?',
  EBUSY: 'Another program is using it. Close that program, and try again.',
}

const FILE_REASONS_NL: Readonly<Record<string, string>> = {
  ENOSPC: 'De schijf is vol. Maak ruimte en probeer het opnieuw.',
  EACCES: 'Je mag daar niet schrijven. Kies een andere map of pas de rechten van deze aan.',
  EPERM: 'Je mag daar niet schrijven. Kies een andere map of pas de rechten van deze aan.',
  EROFS: 'Die schijf kan alleen worden gelezen. Kies een map op een andere schijf.',
  ENOENT: 'Het bestand of de map is er niet meer. Is een schijf losgekoppeld of een map verplaatst?',
  EBUSY: 'Een ander programma gebruikt het. Sluit dat en probeer het opnieuw.',
}

const en: FailureWords = {
  texts: {
    'request.invalid': ({ problem }) => ({
      title: 'Longhand made a mistake.',
      detail: `Your articles are safe: nothing was changed. If it happens again, please report this: ${problem}`,
    }),
    'request.foreign': () => ({
      title: 'Something else than this window asked for your library.',
      detail: 'It was refused, and nothing was changed.',
    }),
    'library.none': () => ({
      title: 'No library is open.',
      detail: 'Open a library, or make a new one.',
    }),
    'library.missing': ({ folder }) => ({
      title: 'There is no library in that folder.',
      detail: `${folder} holds no library.db. Was the folder moved, or its disk unplugged? Choose another folder.`,
    }),
    'library.notOne': ({ file }) => ({
      title: 'That is not a Longhand library.',
      detail: `${file} is something else. It was left as it is. Choose another folder.`,
    }),
    'library.newer': ({ file, version, known }) => ({
      title: 'This library was made by a newer Longhand.',
      detail: `${file} has version ${version}; this Longhand knows versions up to ${known}. It was left as it is. Update Longhand to open it.`,
    }),
    'library.damaged': ({ file, problem }) => ({
      title: 'This library is damaged.',
      detail: `${file} was left as it is. Look in the folder “backups” beside it for an earlier copy. SQLite says: ${problem}`,
    }),
    'library.occupied': ({ folder }) => ({
      title: 'There is something in that folder already.',
      detail: `${folder} was left as it is. Choose another name or another folder.`,
    }),
    'file.refused': ({ path, reason }) => ({
      title: 'The disk would not take it.',
      detail: `${FILE_REASONS_EN[reason] ?? `The system says: ${reason}.`} (${path})`,
    }),
    notFound: ({ what }) => ({
      title: {
        article: 'This article is no longer there.',
        category: 'This category is no longer there.',
        tag: 'This tag is no longer there.',
        author: 'This author is no longer there.',
        media: 'This picture is no longer there.',
        revision: 'This revision is no longer there.',
        act: 'This change is no longer kept, or is already undone.',
      }[what],
      detail: 'It was deleted elsewhere. Everything else is as it was.',
    }),
    'value.refused': ({ value, problem }) => ({
      title: value === '' ? 'That can’t be used.' : `“${value}” can’t be used.`,
      detail: en.value[problem],
    }),
    'article.conflict': () => ({
      title: 'This article was changed elsewhere too.',
      detail: 'Neither version was overwritten. Choose which to keep.',
    }),
    'intake.unreadable': ({ path, problem }) => ({
      title: 'A file can’t be read.',
      detail: `${path}: ${problem}. Mend the file, or leave it out.`,
    }),
    'export.occupied': ({ folder }) => ({
      title: 'That folder holds files that Longhand did not make.',
      detail: `${folder} was left as it is. Choose an empty folder, or one that Longhand exported to before.`,
    }),
    busy: ({ task }) => ({
      title: {
        export: 'An export is already under way.',
        intake: 'Articles are already being brought in.',
        care: 'Longhand is already at work on the whole library.',
      }[task],
      detail: 'Wait until it is done, or cancel it.',
    }),
    cancelled: ({ task }) => ({
      title: { export: 'Export cancelled.', intake: 'Stopped bringing in articles.', care: 'Stopped.' }[task],
      detail: task === 'export' ? 'The site is as it was before.' : 'The library is as it was before.',
    }),
    'theme.broken': ({ theme, file, line, problem }) => ({
      title: `The theme “${theme}” has a mistake.`,
      detail: `${file}${line === null ? '' : `, line ${line}`}: ${problem}`,
    }),
    unexpected: ({ problem }) => ({
      title: 'Something went wrong.',
      detail: `What is saved is safe. Try again; if it stays, please report this: ${firstLine(problem)}`,
    }),
  },
  value: {
    empty: 'This can’t be empty.',
    taken: 'Another one is called that already.',
    tooLong: 'This is too long.',
    reserved: 'The site needs this name for itself.',
    cycle: 'A category can’t be inside itself.',
    malformed: 'This isn’t in the right form.',
    notPicture: 'This is no picture that Longhand can use.',
    svg: 'An SVG can hold scripts. Save it as PNG first.',
  },
  notSaved: (title) => `“${title}” can’t be saved.`,
  notSavedDetail: 'Your words are safe in this window as long as it is open, and Longhand keeps trying.',
  moreNotSaved: (count) => (count === 1 ? 'One other article too.' : `${count} other articles too.`),
  conflict: (title) => `“${title}” was changed elsewhere too.`,
  conflictDetail: 'Neither version was overwritten. Choose which to keep.',
  keepMine: 'Keep what I typed',
  takeTheirs: 'Take the other version',
  copyText: 'Copy text',
  textCopied: 'Text copied.',
  somethingBroke: 'This pane stopped working.',
  somethingBrokeDetail: 'What you typed is saved. Reload the window to go on.',
  reload: 'Reload',
}

const nl: FailureWords = {
  texts: {
    'request.invalid': ({ problem }) => ({
      title: 'Longhand maakte een fout.',
      detail: `Je artikelen zijn veilig: er is niets veranderd. Meld dit als het vaker gebeurt: ${problem}`,
    }),
    'request.foreign': () => ({
      title: 'Iets anders dan dit venster vroeg om je bibliotheek.',
      detail: 'Dat is geweigerd en er is niets veranderd.',
    }),
    'library.none': () => ({
      title: 'Er is geen bibliotheek open.',
      detail: 'Open een bibliotheek of maak een nieuwe.',
    }),
    'library.missing': ({ folder }) => ({
      title: 'In die map staat geen bibliotheek.',
      detail: `In ${folder} staat geen library.db. Is de map verplaatst of de schijf losgekoppeld? Kies een andere map.`,
    }),
    'library.notOne': ({ file }) => ({
      title: 'Dat is geen bibliotheek van Longhand.',
      detail: `${file} is iets anders. Er is niets aan veranderd. Kies een andere map.`,
    }),
    'library.newer': ({ file, version, known }) => ({
      title: 'Deze bibliotheek is door een nieuwere Longhand gemaakt.',
      detail: `${file} heeft versie ${version}; deze Longhand kent versies tot en met ${known}. Er is niets aan veranderd. Werk Longhand bij om haar te openen.`,
    }),
    'library.damaged': ({ file, problem }) => ({
      title: 'Deze bibliotheek is beschadigd.',
      detail: `Aan ${file} is niets veranderd. Kijk in de map ‘backups’ ernaast of er een eerdere kopie is. SQLite meldt: ${problem}`,
    }),
    'library.occupied': ({ folder }) => ({
      title: 'In die map staat al iets.',
      detail: `Aan ${folder} is niets veranderd. Kies een andere naam of een andere map.`,
    }),
    'file.refused': ({ path, reason }) => ({
      title: 'De schijf weigerde het.',
      detail: `${FILE_REASONS_NL[reason] ?? `Het systeem meldt: ${reason}.`} (${path})`,
    }),
    notFound: ({ what }) => ({
      title: {
        article: 'Dit artikel is er niet meer.',
        category: 'Deze categorie is er niet meer.',
        tag: 'Deze tag is er niet meer.',
        author: 'Deze auteur is er niet meer.',
        media: 'Deze afbeelding is er niet meer.',
        revision: 'Deze revisie is er niet meer.',
        act: 'Deze wijziging wordt niet meer bewaard, of is al ongedaan gemaakt.',
      }[what],
      detail: 'Het is elders verwijderd. Al het andere is zoals het was.',
    }),
    'value.refused': ({ value, problem }) => ({
      title: value === '' ? 'Dat kan niet.' : `‘${value}’ kan niet.`,
      detail: nl.value[problem],
    }),
    'article.conflict': () => ({
      title: 'Dit artikel is ook elders veranderd.',
      detail: 'Geen van beide versies is overschreven. Kies welke je houdt.',
    }),
    'intake.unreadable': ({ path, problem }) => ({
      title: 'Een bestand is niet te lezen.',
      detail: `${path}: ${problem}. Herstel het bestand of laat het weg.`,
    }),
    'export.occupied': ({ folder }) => ({
      title: 'In die map staan bestanden die niet van Longhand zijn.',
      detail: `Aan ${folder} is niets veranderd. Kies een lege map, of een waarin Longhand al eens exporteerde.`,
    }),
    busy: ({ task }) => ({
      title: {
        export: 'Er loopt al een export.',
        intake: 'Er worden al artikelen binnengehaald.',
        care: 'Longhand is al bezig met de hele bibliotheek.',
      }[task],
      detail: 'Wacht tot het klaar is of breek het af.',
    }),
    cancelled: ({ task }) => ({
      title: { export: 'Export afgebroken.', intake: 'Binnenhalen afgebroken.', care: 'Afgebroken.' }[task],
      detail: task === 'export' ? 'De site is zoals die was.' : 'De bibliotheek is zoals die was.',
    }),
    'theme.broken': ({ theme, file, line, problem }) => ({
      title: `In het thema ‘${theme}’ zit een fout.`,
      detail: `${file}${line === null ? '' : `, regel ${line}`}: ${problem}`,
    }),
    unexpected: ({ problem }) => ({
      title: 'Er ging iets mis.',
      detail: `Wat bewaard is, is veilig. Probeer het opnieuw; meld dit als het blijft: ${firstLine(problem)}`,
    }),
  },
  value: {
    empty: 'Dit mag niet leeg zijn.',
    taken: 'Er is al een met deze naam.',
    tooLong: 'Dit is te lang.',
    reserved: 'Deze naam heeft de site zelf nodig.',
    cycle: 'Een categorie kan niet in zichzelf staan.',
    malformed: 'Dit heeft niet de juiste vorm.',
    notPicture: 'Dit is geen afbeelding die Longhand kan gebruiken.',
    svg: 'In een SVG kunnen scripts zitten. Bewaar haar eerst als PNG.',
  },
  notSaved: (title) => `‘${title}’ kan niet worden bewaard.`,
  notSavedDetail: 'Je woorden zijn veilig zolang dit venster open is, en Longhand blijft het proberen.',
  moreNotSaved: (count) => (count === 1 ? 'Nog één artikel ook niet.' : `Nog ${count} artikelen ook niet.`),
  conflict: (title) => `‘${title}’ is ook elders veranderd.`,
  conflictDetail: 'Geen van beide versies is overschreven. Kies welke je houdt.',
  keepMine: 'Houd wat ik typte',
  takeTheirs: 'Neem de andere versie',
  copyText: 'Kopieer tekst',
  textCopied: 'Tekst gekopieerd.',
  somethingBroke: 'Dit deel van het venster werkt niet meer.',
  somethingBrokeDetail: 'Wat je typte is bewaard. Laad het venster opnieuw om verder te gaan.',
  reload: 'Laad opnieuw',
}

function firstLine(text: string): string {
  return text.split('\n', 1)[0] ?? ''
}

export const failureWords = { en, nl }
