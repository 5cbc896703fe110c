/** Where the writer is on the site as the window shows it, and where they have been. */
import { createStore } from '../store.ts'

export type Width = 'phone' | 'tablet' | 'desktop' | 'full'
export type Look = 'light' | 'dark' | 'print'

/** A page that was visited. */
export interface Stop {
  /** Below the site's root: `index.html`, `tag/bread.html`, `trail.html#water`. */
  readonly address: string
}

/** How far each was scrolled, in pixels. Nothing that is shown hangs on it. */
const scrolls = new WeakMap<Stop, number>()

export interface Tour {
  /** Of the library that is open: another opening begins anew. */
  readonly opening: number
  readonly stops: readonly Stop[]
  readonly at: number
  readonly drafts: boolean
  readonly width: Width
  readonly look: Look
}

/** Widths in CSS pixels: common phones and tablets upright, a small screen of a desk. */
export const WIDTHS: Readonly<Record<Exclude<Width, 'full'>, number>> = {
  phone: 390,
  tablet: 820,
  desktop: 1280,
}

/** More than a writer goes back. */
const MOST_STOPS = 200

const FRONT = 'index.html'

const BEGIN: Tour = {
  opening: -1,
  stops: [{ address: FRONT }],
  at: 0,
  drafts: false,
  width: 'full',
  look: 'light',
}

/** It outlives the view: who comes back finds the page they left. */
export const tour = createStore<Tour>(BEGIN)

/** The page that is shown. */
export function stopOf({ stops, at }: Tour): Stop {
  return stops[at] ?? { address: FRONT }
}

/** Begins anew in another library, with `look` as the window has it. */
export function enter(opening: number, look: Look): void {
  if (tour.get().opening !== opening) tour.set({ ...BEGIN, opening, look })
}

/** Goes to an address; what lay ahead is forgotten. The one that is shown already is no further stop. */
export function visit(address: string): void {
  tour.set(({ stops, at }) => {
    if (stops[at]?.address === address) return {}
    const next = [...stops.slice(0, at + 1), { address }].slice(-MOST_STOPS)
    return { stops: next, at: next.length - 1 }
  })
}

/** The page that is shown lies at another address. */
export function moved(address: string): void {
  tour.set(({ stops, at }) => ({ stops: stops.with(at, { address }) }))
}

/** Goes to where the writer was before (-1) or went to from here (1). */
export function go(by: 1 | -1): void {
  tour.set(({ stops, at }) => ({ at: Math.max(0, Math.min(stops.length - 1, at + by)) }))
}

export const scrollOf = (stop: Stop): number => scrolls.get(stop) ?? 0

/** Keeps how far a page is scrolled, for who comes back to it. */
export function keepScroll(stop: Stop, top: number): void {
  scrolls.set(stop, top)
}
