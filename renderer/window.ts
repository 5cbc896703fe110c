/** What the window shows on top of the library, gone when it closes. */
import type { RescueReport, RestoreReport } from '../core/bridge.ts'
import type { RevisionHead } from '../core/revisions.ts'
import { createStore, useStore } from './store.ts'
import type { TrashShows } from './trash/trash.ts'

/** What put the library that is open now in its place, and what came of it. */
export interface CareReport {
  readonly name: 'careReport'
  readonly how: 'restored' | 'rescued' | 'startedAnew' | 'unpacked'
  readonly report: RestoreReport | RescueReport
}

export type OpenDialog =
  | CareReport
  | { readonly name: 'backups' | 'archive' | 'unpack' }
  /** A damaged library was to be opened: its folder. */
  | { readonly name: 'turnTo'; readonly folder: string }
  | { readonly name: 'share'; readonly articleId: number }
  | { readonly name: 'palette' | 'shortcuts' | 'settings' | 'siteSettings' }
  /** `folder`: where to, when the writer has chosen that already; null: where it went before. */
  | { readonly name: 'export'; readonly folder: string | null }
  | { readonly name: 'intake' | 'theme' }
  /** Names a copy of a theme, or a copy anew. */
  | { readonly name: 'copyTheme' | 'renameTheme'; readonly theme: string; readonly title: string }
  /** What follows an export, and the dialog to go back to. */
  | { readonly name: 'onward'; readonly back: OpenDialog | null }
  /** The site, at a page of it; null: where the writer was last. */
  | { readonly name: 'site'; readonly path: string | null }
  /** `changeArticles`: those that are selected. */
  | { readonly name: 'recentChanges' | 'changeArticles' | 'alikeTags' }
  /** For these articles. */
  | { readonly name: 'chooseCategory' | 'splitOff'; readonly ids: readonly number[] }
  /** `id`: the first of them; null: none is chosen yet. */
  | { readonly name: 'mergeTags'; readonly id: number | null }
  /** Keeps a search (id null), or changes one that is kept. */
  | { readonly name: 'search'; readonly id: number | null; readonly query: string }
  /** A picture, large. */
  | { readonly name: 'picture'; readonly path: string }
  /** Names a revision; null: keeps the article as it is now under a name. */
  | { readonly name: 'nameRevision'; readonly articleId: number; readonly revision: RevisionHead | null }
  /** `thenIntake`: the library is made to bring articles into. */
  | { readonly name: 'newLibrary'; readonly thenIntake: boolean }
  | {
      readonly name:
        | 'deleteCategory'
        | 'mergeCategory'
        | 'moveCategory'
        | 'categoryDetails'
        | 'authorDetails'
        | 'tagDetails'
      readonly id: number
    }

/** What is compared in the place of the editor: two states of an article, or the two sides of a conflict. */
export type Comparing =
  | {
      readonly kind: 'revisions'
      readonly articleId: number
      /** A revision. */
      readonly from: number
      /** A later revision, or the article as it is. */
      readonly to: number | 'now'
    }
  | { readonly kind: 'conflict'; readonly articleId: number }

export type InspectorTab = 'article' | 'related' | 'history'

export interface WindowState {
  readonly comparing: Comparing | null
  readonly inspectorTab: InspectorTab
  /** What stands beside the sidebar. */
  readonly shows: 'articles' | 'pictures' | 'overview'
  /** What of the trash is listed. */
  readonly trashShows: TrashShows
  readonly dialog: OpenDialog | null
  /** Only title and text. */
  readonly focusMode: boolean
  /** Articles selected in the list, in no order. */
  readonly selected: ReadonlySet<number>
  /** A category whose name is being typed in the sidebar. */
  readonly renaming: number | null
  /** A category that was moved, and its parent now: it is brought in sight, with the focus. */
  readonly moved: { readonly id: number; readonly parentId: number | null } | null
  /** Where there is no room beside the text the inspector lies over it, until it is sent away. */
  readonly inspectorOver: boolean
  /** Panes that the writer asked for although the text has little room. */
  readonly kept: ReadonlySet<'sidebar' | 'list'>
}

const store = createStore<WindowState>({
  comparing: null,
  inspectorTab: 'article',
  shows: 'articles',
  trashShows: 'articles',
  dialog: null,
  focusMode: false,
  selected: new Set(),
  renaming: null,
  moved: null,
  inspectorOver: false,
  kept: new Set(),
})

export const windowState = {
  get: store.get,
  set: store.set,
  subscribe: store.subscribe,
  open: (dialog: OpenDialog): void => store.set({ dialog }),
  closeDialog: (): void => store.set({ dialog: null }),
}

/** A part of what the window shows. */
export function useWindow<P>(select: (value: WindowState) => P): P {
  return useStore(store, select)
}
