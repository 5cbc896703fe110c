/** A library that others reach too: where it lies, and copies of it that a synchroniser made. Part of the contract in `core/bridge.ts`. */
import type { FailureData } from '../errors.ts'

/** A place that is not this computer's alone. */
export interface SharedPlace {
  /** `synced`: a program copies the folder elsewhere and back. `network`: the disk is another computer's. */
  readonly kind: 'synced' | 'network'
  /** Who does it, as its makers write it: `OneDrive`, `SMB`. */
  readonly service: string
}

/** Another version of the library, which a synchroniser put beside it when two computers had written at once. */
export interface LibraryCopy {
  /** Its file in the library's folder. */
  readonly name: string
  /** Whose version it is, as far as its name tells: a computer or a person; may be empty. */
  readonly from: string
  /** When it was written last, in milliseconds. */
  readonly utc: number
  readonly bytes: number
}

/** What a writer should know of an open library that others reach too. */
export interface Sharing {
  /** Null when it lies on this computer alone, or the writer has read about it. */
  readonly place: SharedPlace | null
  readonly copies: readonly LibraryCopy[]
  /** Second versions of pictures, by their names in `media/`. */
  readonly pictures: readonly string[]
}

/**
 * How an article of a copy stands to this library. `missing`: it is not here. `newer` and `older`: it is, with another
 * text or other fields, saved after or before ours; that state is in none of its revisions here.
 */
export type CopiedStanding = 'missing' | 'newer' | 'older'

export interface CopiedArticle {
  /** Its number in the copy. */
  readonly id: number
  readonly title: string
  readonly updatedAt: string
  readonly words: number
  readonly standing: CopiedStanding
  /** The title that it has here; empty when it is missing. */
  readonly titleHere: string
}

export interface CopyComparison {
  readonly name: string
  /** Why it can't be read; null when it can. Nothing of it is brought in then. */
  readonly failure: FailureData | null
  /** Articles in it. */
  readonly articles: number
  /** Of these, those whose text and fields are here already, in the article or in a revision of it. */
  readonly known: number
  /** The others, newest first. */
  readonly different: readonly CopiedArticle[]
}

/** `article`: as an article of its own. `revision`: kept in the history of the one that is here. */
export type BroughtAs = 'article' | 'revision'

export interface CopyReport {
  readonly articles: number
  readonly revisions: number
  /** Pictures that came with them. */
  readonly media: number
  /** Pictures that are nowhere to be found. */
  readonly missing: readonly string[]
  /** Where the copy lies now, below the library's folder. */
  readonly aside: string
}

export interface SharingRequests {
  'sharing.state': { args: Record<never, never>; result: Sharing }
  /** The writer has read what is to be said of the library's place: it is not said again. */
  'sharing.accept': { args: Record<never, never>; result: Sharing }
  /** What is to be said of a folder before a library is made in it, and a folder on this computer alone. */
  'sharing.placeOf': { args: { folder: string }; result: { place: SharedPlace | null; instead: string } }
  /**
   * Takes second versions of pictures in as pictures of their own, unless they are the same, and moves their files
   * aside.
   */
  'sharing.takePictures': {
    args: Record<never, never>
    result: { added: number; same: number; refused: number }
  }
  /** Examines a copy and compares it with the open library; neither is written to. */
  'sharing.compare': { args: { name: string }; result: CopyComparison }
  /** Brings articles of a copy in, all or none; nothing that is here changes. The copy is then moved aside, whole. */
  'sharing.bringIn': {
    args: { name: string; articles: readonly { readonly id: number; readonly as: BroughtAs }[] }
    result: CopyReport
  }
}
