/** Where the writer is in the library: kept by main, so that the next start is where this one ended. */
import type { Place } from '../core/bridge.ts'
import { call } from './bridge.ts'
import { createStore, useStore } from './store.ts'

export const FIRST_PLACE: Place = {
  view: 'write',
  filter: {},
  sort: { by: 'updated', direction: 'descending' },
  articleId: null,
  sidebarWidth: 240,
  listWidth: 320,
  inspectorWidth: 300,
  sidebarOpen: true,
  listOpen: true,
  inspectorOpen: true,
}

/** Narrowest and widest of a pane, in pixels. */
export const PANE_LIMITS = {
  sidebarWidth: [180, 360],
  listWidth: [240, 520],
  inspectorWidth: [260, 420],
} as const satisfies Partial<Record<keyof Place, readonly [number, number]>>

/** Time after the last change until main is told, in milliseconds. */
const TELL_AFTER = 400

const store = createStore<Place>(FIRST_PLACE)
let timer: ReturnType<typeof setTimeout> | undefined

export const place = {
  get: store.get,
  subscribe: store.subscribe,

  /** Starts where the writer was in this library, or at the beginning; on `articleId` when it is given. */
  start(from: Place | null, articleId: number | null = null): void {
    clearTimeout(timer)
    timer = undefined
    // A search is over when the library is opened again.
    const { query: _query, ...filter } = from?.filter ?? {}
    store.set({ ...FIRST_PLACE, ...from, filter, ...(articleId === null ? {} : { articleId }) })
  },

  /** Goes somewhere else; main is told soon. */
  set(change: Partial<Place>): void {
    store.set(change)
    clearTimeout(timer)
    timer = setTimeout(place.tell, TELL_AFTER)
  },

  /** Tells main now what it was not told yet: the window is about to close. */
  tell(): void {
    if (timer === undefined) return
    clearTimeout(timer)
    timer = undefined
    // A place that could not be kept costs the writer nothing but a scroll at the next start.
    call('app.setPlace', { place: store.get() }).catch(() => {})
  },
}

/** A part of the place; renders again only when it changes. */
export function usePlace<P>(select: (value: Place) => P): P {
  return useStore(store, select)
}
