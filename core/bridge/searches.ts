/** Searches that a writer keeps. Part of the contract in `core/bridge.ts`. */
import type { ActRef } from '../acts.ts'
import type { SavedSearch } from '../find/saved.ts'

export type * from '../find/saved.ts'

export interface SearchRequests {
  /** In the writer's order. */
  'search.list': { args: Record<never, never>; result: readonly SavedSearch[] }
  /** It comes last. */
  'search.create': { args: { name: string; query: string }; result: SavedSearch }
  'search.update': { args: { id: number; patch: { name?: string; query?: string } }; result: SavedSearch }
  /** `index` is the place among the others. */
  'search.move': { args: { id: number; index: number }; result: null }
  'search.delete': { args: { id: number }; result: ActRef }
}
