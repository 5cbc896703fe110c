/** What the window shows on top of the library, gone when it closes. */
import { createStore, useStore } from './store.ts'

export type OpenDialog =
  | { readonly name: 'palette' | 'shortcuts' | 'settings' | 'siteSettings' | 'export' }
  | { readonly name: 'intake' }
  /** `thenIntake`: the library is made to bring articles into. */
  | { readonly name: 'newLibrary'; readonly thenIntake: boolean }
  | { readonly name: 'deleteCategory' | 'categoryDetails' | 'authorDetails'; readonly id: number }

export interface WindowState {
  readonly dialog: OpenDialog | null
  /** Only title and text. */
  readonly focusMode: boolean
  /** Articles selected in the list, in no order. */
  readonly selected: ReadonlySet<number>
  /** A category whose name is being typed in the sidebar. */
  readonly renaming: number | null
  /** Where there is no room beside the text the inspector lies over it, until it is sent away. */
  readonly inspectorOver: boolean
  /** Panes that the writer asked for although the text has little room. */
  readonly kept: ReadonlySet<'sidebar' | 'list'>
}

const store = createStore<WindowState>({
  dialog: null,
  focusMode: false,
  selected: new Set(),
  renaming: null,
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
