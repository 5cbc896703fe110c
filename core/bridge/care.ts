/** Care for a whole library: backups, restoring, rescuing, carrying it away. Part of the contract in `core/bridge.ts`. */
import type { BackupKind } from '../backups.ts'
import type { AppState } from './app.ts'

/** What long work on a whole library is at. `total` is 0 while not known. */
export interface CareProgress {
  readonly phase: CarePhase
  readonly done: number
  readonly total: number
}

/** `rows`: what can be read of a damaged file. `writing`: bytes of an archive. */
export type CarePhase = 'copying' | 'checking' | 'pictures' | 'rows' | 'writing'

/** Where a backup lies: in the library's own folder, in the second place that the writer chose, or in both. */
export type BackupPlace = 'library' | 'elsewhere'

/** A backup that can be restored. */
export interface BackupHead {
  readonly file: string
  /** When it was made, in milliseconds. */
  readonly utc: number
  readonly articles: number
  /** Of its database; pictures are kept once for all backups. */
  readonly bytes: number
  readonly kind: BackupKind
  readonly places: readonly BackupPlace[]
}

/** The second place for backups, chosen for this library on this computer. */
export interface Elsewhere {
  /** The folder of this library's backups there. */
  readonly folder: string
  /** False while its disk is not connected, or the folder was moved. */
  readonly isThere: boolean
  /** When the newest backup there was made, as far as is known, in milliseconds. */
  readonly lastUtc: number | null
}

/** A library that a restore, a rescue or a new start moved aside, untouched. */
export interface SetAside {
  readonly folder: string
  readonly utc: number
  /** What deleting it would free; backups that the library shares with it do not count. */
  readonly bytes: number
}

/** All that there is to know of the backups of the open library, or of the refused one. */
export interface CareState {
  readonly folder: string
  /** When its file was written to last, in milliseconds; null when there is none. */
  readonly writtenUtc: number | null
  /** Newest first. */
  readonly backups: readonly BackupHead[]
  /** What the library's own folder of backups takes on disk, pictures included. */
  readonly bytes: number
  readonly aside: readonly SetAside[]
  readonly elsewhere: Elsewhere | null
}

/** An article that is not the same in a backup as in the library now. */
export interface BackupDifference {
  /** In the backup, or in the library when only that has it. */
  readonly id: number
  readonly title: string
  /** When its state in the backup was saved; of `added`, the state in the library. */
  readonly savedAt: string
  /** `changed` since the backup, `added` since, or `lost` since: the backup has it and the library has not. */
  readonly how: 'changed' | 'added' | 'lost'
}

export interface BackupLook {
  readonly changed: number
  readonly added: number
  readonly lost: number
  /** At most the first thousand, those that the backup can give back first. */
  readonly articles: readonly BackupDifference[]
}

/** What came of taking articles back out of a backup. */
export interface TakenBack {
  /** `article`: it is there again, as a draft unless it was published. `revision`: its older state is in its history. */
  readonly articles: readonly {
    readonly id: number
    readonly title: string
    readonly as: 'article' | 'revision'
  }[]
}

/** What came of restoring a backup; the library is open again. */
export interface RestoreReport {
  readonly state: AppState
  /** Where the library from before lies now, untouched; null when there was none. */
  readonly aside: string | null
  readonly articles: number
  /** Media that neither the backup nor the library had. */
  readonly missing: readonly string[]
}

/** What came of rescuing a damaged library; what was rescued is open. */
export interface RescueReport extends RestoreReport {
  /** Articles that are not as they were, and what their text is made of now. */
  readonly mended: readonly {
    readonly id: number
    readonly title: string
    readonly body: 'whole' | 'cut' | 'revision' | 'words' | 'lost'
    /** Its title, dates and place are lost. */
    readonly isNew: boolean
  }[]
  /** Places in which a row stood that could not be made out. */
  readonly lostRows: number
}

export interface ArchiveReport {
  readonly file: string
  readonly bytes: number
  readonly articles: number
  readonly media: number
  /** Media that the library had lost before. */
  readonly missing: readonly string[]
}

/**
 * One long piece of work at a time; it tells of itself by `care.progress`, and `care.cancel` stops it. Whoever asks has
 * saved first.
 */
export interface CareRequests {
  'care.state': { args: Record<never, never>; result: CareState }
  /** Closes the library and looks at it thoroughly; one that is sound is opened again. */
  'care.examine': { args: Record<never, never>; result: AppState }
  /** Closes what is open and turns to the library that was refused last, to see what can be done for it. */
  'care.turnTo': { args: { folder: string }; result: AppState }
  'care.backUp': { args: Record<never, never>; result: CareState & { readonly missing: readonly string[] } }
  /** What a backup has that the open library has not, and the other way round. */
  'care.look': { args: { file: string }; result: BackupLook }
  /** Takes articles of a backup into the open library: a lost one as an article, a changed one as a revision. */
  'care.takeBack': { args: { file: string; ids: readonly number[] }; result: TakenBack }
  /**
   * Puts one of the backups in the library's place, which is moved aside; a sound one is backed up first.
   */
  'care.restore': { args: { file: string }; result: RestoreReport }
  /** Puts what can be read of the refused library in its place; the damaged one is moved aside. */
  'care.rescue': { args: Record<never, never>; result: RescueReport }
  /** Puts an empty library in the place of the refused one, which is moved aside. */
  'care.startAnew': { args: { name: string; language: string }; result: RestoreReport }
  /** Asks where, and writes the whole open library as one file; null when the writer changes their mind. */
  'care.archive': { args: Record<never, never>; result: ArchiveReport | null }
  /** Asks for such a file, and opens what is in it as a new library; null when the writer changes their mind. */
  'care.unpack': { args: Record<never, never>; result: RestoreReport | null }
  /** Asks for a second place for backups, and makes the first one there; null when the writer changes their mind. */
  'care.chooseElsewhere': { args: Record<never, never>; result: CareState | null }
  /** Makes no more backups in the second place; those there stay. */
  'care.forgetElsewhere': { args: Record<never, never>; result: CareState }
  /** `path`: the library, its backups, the second place, one that was set aside, or an archive just made. */
  'care.show': { args: { path: string }; result: null }
  /** Deletes one of `CareState.aside` for good. */
  'care.deleteAside': { args: { folder: string }; result: CareState }
  'care.cancel': { args: Record<never, never>; result: null }
}
