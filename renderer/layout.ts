/** Which panes stand beside the text: what the writer wants, as far as it leaves the text room to be read. */
import { useSyncExternalStore } from 'react'
import type { Place, View } from '../core/bridge.ts'
import { place } from './place.ts'
import { windowState, type WindowState } from './window.ts'

/** Narrowest that the text may become for the sake of panes, in pixels: beside its page it shares the room. */
const LEAST: Readonly<Record<View, number>> = { write: 380, preview: 380, split: 700 }

/** Narrowest that a comparison may become for the sake of the inspector. */
const LEAST_COMPARED = 560

export interface Layout {
  readonly sidebar: boolean
  readonly list: boolean
  readonly inspector: 'beside' | 'over' | 'hidden'
  /** Whether the inspector has room beside the text; else it lies over it when it is asked for. */
  readonly roomForInspector: boolean
}

/** A pane that makes way for the text, and comes back by itself or when it is asked for. */
export type GivingPane = 'sidebar' | 'list'

type Wanted = Omit<Place, 'filter' | 'sort' | 'articleId'>
type Asked = Pick<WindowState, 'focusMode' | 'kept' | 'inspectorOver' | 'comparing'>

/**
 * The panes of a window `width` pixels wide. In a view that has too little room for them the inspector makes way
 * first, then the sidebar, then the list; one that the writer asks for all the same is kept.
 */
export function layoutOf(wanted: Wanted, asked: Asked, width: number): Layout {
  const least = LEAST[wanted.view]
  const { kept, focusMode, inspectorOver } = asked
  if (focusMode) return { sidebar: false, list: false, inspector: 'hidden', roomForInspector: false }

  if (asked.comparing !== null) return layoutBesideComparison(wanted, asked, width)

  const sidebarWidth = wanted.sidebarOpen ? wanted.sidebarWidth : 0
  const listWidth = wanted.listOpen ? wanted.listWidth : 0
  const room = width - sidebarWidth - listWidth
  const roomForInspector = room - wanted.inspectorWidth >= least
  const sidebar = wanted.sidebarOpen && (room >= least || kept.has('sidebar'))
  const rest = sidebar ? room : room + sidebarWidth
  const list = wanted.listOpen && (rest >= least || sidebar || kept.has('list'))
  const beside = roomForInspector && wanted.inspectorOpen
  const over = !roomForInspector && inspectorOver
  return { sidebar, list, inspector: beside ? 'beside' : over ? 'over' : 'hidden', roomForInspector }
}

/** A comparison is left by way of the history, so the inspector stays, and the sidebar and the list make way. */
function layoutBesideComparison(wanted: Wanted, { inspectorOver }: Asked, width: number): Layout {
  const roomForInspector = width - wanted.inspectorWidth >= LEAST_COMPARED
  const beside = roomForInspector && wanted.inspectorOpen
  const room = width - (beside ? wanted.inspectorWidth : 0) - LEAST.split
  const list = wanted.listOpen && room >= wanted.listWidth
  const sidebar = wanted.sidebarOpen && room - (list ? wanted.listWidth : 0) >= wanted.sidebarWidth
  const over = !roomForInspector && inspectorOver
  return { sidebar, list, inspector: beside ? 'beside' : over ? 'over' : 'hidden', roomForInspector }
}

/** The layout of the window as it is now. */
export function currentLayout(): Layout {
  return layoutOf(place.get(), windowState.get(), window.innerWidth)
}

/** A part of the layout; renders again only when it changes. */
export function useLayout<P extends string | boolean>(select: (layout: Layout) => P): P {
  return useSyncExternalStore(subscribe, () => select(currentLayout()))
}

function subscribe(listener: () => void): () => void {
  const stops = [place.subscribe(listener), windowState.subscribe(listener)]
  window.addEventListener('resize', listener)
  return () => {
    for (const stop of stops) stop()
    window.removeEventListener('resize', listener)
  }
}

/** Shows a pane whatever room there is, and leaves focus mode for it. */
export function showPane(pane: GivingPane): void {
  windowState.set({ focusMode: false })
  place.set({ [`${pane}Open`]: true })
  if (!currentLayout()[pane]) windowState.set(({ kept }) => ({ kept: new Set([...kept, pane]) }))
}

/** Shows a pane, or sends it away: for good, or, when it was only kept, until there is room again. */
export function togglePane(pane: GivingPane): void {
  if (!currentLayout()[pane]) return showPane(pane)
  const { kept } = windowState.get()
  windowState.set({ kept: new Set([...kept].filter((each) => each !== pane)) })
  if (currentLayout()[pane]) place.set({ [`${pane}Open`]: false })
}

/** Shows the inspector or sends it away: beside the text where there is room, else over it. */
export function toggleInspector(): void {
  if (windowState.get().focusMode) {
    windowState.set({ focusMode: false })
    if (currentLayout().inspector !== 'hidden') return
  }
  if (currentLayout().roomForInspector) place.set({ inspectorOpen: !place.get().inspectorOpen })
  else windowState.set(({ inspectorOver }) => ({ inspectorOver: !inspectorOver }))
}
