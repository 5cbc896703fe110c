import type { Hunk } from './block-diff.ts'

/** What the window tells the worker that keeps a copy of the text. Changes are CodeMirror's, as JSON. */
export type ToWorker =
  | { readonly type: 'open'; readonly text: string }
  | { readonly type: 'change'; readonly changes: unknown }
  /** A page begins to show the text: the next patch holds every block. `page` counts pages. */
  | { readonly type: 'show'; readonly page: number }
  /** Nobody looks at the page. */
  | { readonly type: 'hide' }
  /** The page shows the last patch. The next is not sent before. */
  | { readonly type: 'shown' }
  | { readonly type: 'select'; readonly from: number; readonly to: number }

/** What changed in the blocks of the page since the last patch. */
export interface Patch {
  readonly type: 'patch'
  readonly page: number
  readonly hunks: readonly Hunk<string>[]
  /** Lines of the text, from 0, at which each block starts, and the number of lines at the end. */
  readonly anchors: Uint32Array
}

export type FromWorker =
  | Patch
  | { readonly type: 'words'; readonly words: number }
  | { readonly type: 'selected'; readonly words: number }
