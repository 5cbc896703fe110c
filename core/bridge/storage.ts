/** The disk under the open library: what keeps it from being written to, and what helps. Part of the contract in `core/bridge.ts`. */
import type { Article } from '../article.ts'
import type { FailureData } from '../errors.ts'
import type { AppState } from './app.ts'

/**
 * Why nothing can be saved in the open library. `gone`: its file is not in its place any more; `movedTo` is where its
 * folder lies now, when that could be found out, and `isDeleted` says that it lies nowhere any more. `replaced`: another
 * file lies in its place, and `why` is what keeps that from being opened, null when it is another library altogether.
 * `held`: another program has been writing to it for seconds. `readOnly`: it was opened from where nothing can be
 * written.
 */
export type StorageTrouble =
  | {
      readonly kind: 'gone'
      readonly folder: string
      readonly movedTo: string | null
      readonly isDeleted: boolean
    }
  | { readonly kind: 'replaced'; readonly folder: string; readonly why: FailureData | null }
  | { readonly kind: 'held'; readonly folder: string }
  | { readonly kind: 'readOnly'; readonly folder: string }

/** An article as it stands in the window, to be written to a file of its own. */
export type ArticleCopy = Pick<
  Article,
  | 'title'
  | 'slug'
  | 'summary'
  | 'body'
  | 'status'
  | 'categoryId'
  | 'tags'
  | 'authorIds'
  | 'cover'
  | 'coverAlt'
  | 'language'
  | 'publishedAt'
  | 'metaTitle'
  | 'metaDescription'
  | 'footerPlace'
  | 'extra'
> &
  /** A window's own copy says nothing of it. */
  Partial<Pick<Article, 'translationKey'>>

/** The open library is read from another file now. */
export interface Reopened {
  /** Another copy of the library was put in its place; otherwise it is the same file, opened anew or elsewhere. */
  readonly isCopy: boolean
  /** Articles that differed in that copy: what was written here is their newest version, the other is kept as a revision. */
  readonly merged: readonly { readonly id: number; readonly title: string }[]
  /** Articles that it did not have: they are there again, under another number. */
  readonly moved: readonly { readonly from: number; readonly to: number; readonly title: string }[]
}

export interface StorageRequests {
  /** Looks at once whether the library can be written to again. */
  'library.recheck': { args: Record<never, never>; result: AppState }
  /** Goes on with the library where its folder was moved to: `movedTo` of the trouble `gone`. */
  'library.follow': { args: Record<never, never>; result: AppState }
  /** Asks the writer where the library that is gone lies now, and goes on with it; null when they change their mind. */
  'library.locate': { args: Record<never, never>; result: AppState | null }
  /** Writes the library that was deleted back to its place, and goes on with that. */
  'library.putBack': { args: Record<never, never>; result: AppState }
  /**
   * Asks for a file (one article) or a folder (more), and writes each article there as Markdown with front matter;
   * needs no library. Gives what was written, or null when the writer changes their mind.
   */
  'article.saveCopy': { args: { articles: readonly ArticleCopy[] }; result: readonly string[] | null }
}
