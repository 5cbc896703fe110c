import type { StorageTrouble } from '../../bridge/storage.ts'
import { themeProblemNl } from './theme-problems.ts'
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
  /** What keeps the whole library from being saved to, across the window. */
  readonly trouble: Readonly<Record<StorageTrouble['kind'], FailureText>>
  readonly replacedByOther: string
  readonly moved: (folder: string) => FailureText
  readonly deleted: FailureText
  readonly follow: string
  readonly putBack: string
  readonly locate: string
  readonly saveCopy: string
  readonly copiesSaved: (count: number, where: string) => string
  readonly tookOver: (merged: number, moved: number) => string
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
  EDQUOT: 'You have no room left on that disk. Make room, and try again.',
  EIO: 'The disk reports an error. Save a copy elsewhere, and check the disk.',
  EBUSY: 'Another program is using it. Close that program, and try again.',
  ENOTDIR: 'What should be a folder is a file. Choose another folder.',
  ENAMETOOLONG:
    'The name, or the way to it, is longer than that disk takes. Choose a folder nearer to its root.',
}

const FILE_REASONS_NL: Readonly<Record<string, string>> = {
  ENOSPC: 'De schijf is vol. Maak ruimte en probeer het opnieuw.',
  EACCES: 'Je mag daar niet schrijven. Kies een andere map of pas de rechten van deze aan.',
  EPERM: 'Je mag daar niet schrijven. Kies een andere map of pas de rechten van deze aan.',
  EROFS: 'Die schijf kan alleen worden gelezen. Kies een map op een andere schijf.',
  ENOENT: 'Het bestand of de map is er niet meer. Is een schijf losgekoppeld of een map verplaatst?',
  EDQUOT: 'Je hebt op die schijf geen ruimte meer. Maak ruimte en probeer het opnieuw.',
  EIO: 'De schijf meldt een fout. Bewaar een kopie elders en controleer de schijf.',
  EBUSY: 'Een ander programma gebruikt het. Sluit dat en probeer het opnieuw.',
  ENOTDIR: 'Wat een map moet zijn, is een bestand. Kies een andere map.',
  ENAMETOOLONG:
    'De naam, of de weg erheen, is langer dan die schijf aankan. Kies een map dichter bij de wortel.',
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
    'library.gone': ({ folder, movedTo }) => ({
      title: 'The library is no longer in its folder.',
      detail:
        movedTo === null
          ? `${folder} is gone: was it moved or deleted, or its disk unplugged?`
          : `${folder} was moved to ${movedTo}.`,
    }),
    'library.replaced': ({ folder }) => ({
      title: 'Another file was put in the place of the library.',
      detail: `Something other than Longhand did so in ${folder}. It was not written over.`,
    }),
    'library.other': ({ folder }) => ({
      title: 'That is another library.',
      detail: `${folder} holds none of the articles that were open. Nothing was changed; choose another folder.`,
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
        search: 'This search is no longer there.',
        theme: 'This theme is no longer there.',
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
    'onward.refused': ({ problem, what }) => ({
      title: 'The site was not published.',
      detail: {
        none: 'Nothing is set up for this library on this computer. The site itself is in its folder.',
        notFound: `There is no program “${what}”, or it may not be run.`,
        noGit: 'Git was not found. Install it, or choose another way to publish.',
        noRepository: `${what} is in no Git repository. Make one there first: git init, then git remote add.`,
        foreignRepository: `The repository ${what} lies in the library’s folder, so it may have come with the library. Export to a folder elsewhere.`,
        noRemote: `The repository of ${what} has no remote to push to. Add one: git remote add origin …`,
      }[problem],
    }),
    'export.changed': () => ({
      title: 'Something changed since the plan was made.',
      detail: 'Nothing was written. Look at the new plan, then export.',
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
      detail: placeOf(file, line === null ? '' : `, line ${line}`) + problem,
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
    svg: 'This SVG is too large to be made safe. Save it as PNG first.',
    translated:
      'There is a translation in this language already, or the article has translations of its own.',
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
  trouble: {
    gone: {
      title: 'The library is no longer in its folder.',
      detail:
        'What you type stays in this window and is saved as soon as the library is back. Was it moved or deleted, or its disk unplugged?',
    },
    replaced: {
      title: 'Another file was put in the place of the library.',
      detail: 'It is not written over. What you type stays in this window.',
    },
    held: {
      title: 'Another program is writing to the library.',
      detail: 'What you type stays in this window and is saved as soon as that program lets go.',
    },
    readOnly: {
      title: 'Read only:',
      detail:
        'this library lies where nothing can be written, so changes can’t be saved here. You can read, search and export.',
    },
  },
  replacedByOther:
    'It is another library. Put the right one back, or save a copy of what you typed elsewhere.',
  moved: (folder) => ({
    title: 'The library was moved.',
    detail: `It lies in ${folder} now. What you type stays in this window until you go on there, or it is back.`,
  }),
  deleted: {
    title: 'The library was deleted.',
    detail:
      'All its articles are still there as long as this window is open, and what you type too. Put them back where they were.',
  },
  follow: 'Go on there',
  putBack: 'Put it back',
  locate: 'Find it…',
  saveCopy: 'Save a copy elsewhere…',
  copiesSaved: (count, where) => (count === 1 ? `Copy saved: ${where}` : `${count} copies saved in ${where}`),
  tookOver: (merged, moved) =>
    `Another copy of the library was put in its place, and is open now. ${
      merged + moved === 0
        ? 'Everything you wrote is in it.'
        : [
            merged > 0 &&
              `${merged === 1 ? 'One article differed' : `${merged} articles differed`} there: what you wrote is the newest version, the other is in the history.`,
            moved > 0 &&
              `${moved === 1 ? 'One article was' : `${moved} articles were`} missing there and put back.`,
          ]
            .filter(Boolean)
            .join(' ')
    }`,
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
    'library.gone': ({ folder, movedTo }) => ({
      title: 'De bibliotheek staat niet meer in haar map.',
      detail:
        movedTo === null
          ? `${folder} is weg: is de map verplaatst of gewist, of de schijf losgekoppeld?`
          : `${folder} is verplaatst naar ${movedTo}.`,
    }),
    'library.replaced': ({ folder }) => ({
      title: 'Er staat een ander bestand op de plaats van de bibliotheek.',
      detail: `Dat heeft een ander programma gedaan, in ${folder}. Het is niet overschreven.`,
    }),
    'library.other': ({ folder }) => ({
      title: 'Dat is een andere bibliotheek.',
      detail: `In ${folder} staat geen van de artikelen die open waren. Er is niets veranderd; kies een andere map.`,
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
        search: 'Deze zoekopdracht is er niet meer.',
        theme: 'Dit thema is er niet meer.',
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
    'onward.refused': ({ problem, what }) => ({
      title: 'De site is niet gepubliceerd.',
      detail: {
        none: 'Voor deze bibliotheek is op deze computer niets ingesteld. De site zelf staat in haar map.',
        notFound: `Er is geen programma ‘${what}’, of het mag niet worden gestart.`,
        noGit: 'Git is niet gevonden. Installeer het of kies een andere manier van publiceren.',
        noRepository: `${what} staat in geen Git-repository. Maak er eerst een: git init, dan git remote add.`,
        foreignRepository: `De repository ${what} ligt in de map van de bibliotheek en kan dus met de bibliotheek zijn meegekomen. Exporteer naar een map elders.`,
        noRemote: `De repository van ${what} heeft geen remote om naar te pushen. Voeg er een toe: git remote add origin …`,
      }[problem],
    }),
    'export.changed': () => ({
      title: 'Er is iets veranderd sinds het plan werd gemaakt.',
      detail: 'Er is niets geschreven. Bekijk het nieuwe plan en exporteer dan.',
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
      detail: placeOf(file, line === null ? '' : `, regel ${line}`) + themeProblemNl(problem),
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
    svg: 'Deze SVG is te groot om veilig te maken. Bewaar haar eerst als PNG.',
    translated: 'Er is al een vertaling in deze taal, of het artikel heeft zelf al vertalingen.',
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
  trouble: {
    gone: {
      title: 'De bibliotheek staat niet meer in haar map.',
      detail:
        'Wat je typt blijft in dit venster en wordt bewaard zodra ze terug is. Is de map verplaatst of gewist, of de schijf losgekoppeld?',
    },
    replaced: {
      title: 'Er staat een ander bestand op de plaats van de bibliotheek.',
      detail: 'Het wordt niet overschreven. Wat je typt blijft in dit venster.',
    },
    held: {
      title: 'Een ander programma schrijft in de bibliotheek.',
      detail: 'Wat je typt blijft in dit venster en wordt bewaard zodra dat programma klaar is.',
    },
    readOnly: {
      title: 'Alleen lezen:',
      detail:
        'deze bibliotheek staat op een plek waar niets kan worden geschreven. Wijzigingen worden hier niet bewaard; lezen, zoeken en exporteren kan wel.',
    },
  },
  replacedByOther:
    'Het is een andere bibliotheek. Zet de goede terug of bewaar elders een kopie van wat je typte.',
  moved: (folder) => ({
    title: 'De bibliotheek is verplaatst.',
    detail: `Ze staat nu in ${folder}. Wat je typt blijft in dit venster tot je daar verder gaat of ze terug is.`,
  }),
  deleted: {
    title: 'De bibliotheek is gewist.',
    detail:
      'Al haar artikelen zijn er nog zolang dit venster open is, en wat je typt ook. Zet ze terug waar ze stonden.',
  },
  follow: 'Ga daar verder',
  putBack: 'Zet haar terug',
  locate: 'Zoek haar…',
  saveCopy: 'Bewaar een kopie elders…',
  copiesSaved: (count, where) =>
    count === 1 ? `Kopie bewaard: ${where}` : `${count} kopieën bewaard in ${where}`,
  tookOver: (merged, moved) =>
    `Er is een andere kopie op de plaats van de bibliotheek gezet; die is nu open. ${
      merged + moved === 0
        ? 'Alles wat je schreef staat erin.'
        : [
            merged > 0 &&
              `${merged === 1 ? 'Eén artikel was' : `${merged} artikelen waren`} daar anders: wat jij schreef is de nieuwste versie, de andere staat in de geschiedenis.`,
            moved > 0 &&
              `${moved === 1 ? 'Eén artikel ontbrak' : `${moved} artikelen ontbraken`} daar en ${moved === 1 ? 'is' : 'zijn'} teruggezet.`,
          ]
            .filter(Boolean)
            .join(' ')
    }`,
  somethingBroke: 'Dit deel van het venster werkt niet meer.',
  somethingBrokeDetail: 'Wat je typte is bewaard. Laad het venster opnieuw om verder te gaan.',
  reload: 'Laad opnieuw',
}

function placeOf(file: string, line: string): string {
  return file === '' ? '' : `${file}${line}: `
}

function firstLine(text: string): string {
  return text.split('\n', 1)[0] ?? ''
}

export const failureWords = { en, nl }
