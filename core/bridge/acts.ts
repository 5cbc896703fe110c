/** Acts that touch much at once, and undoing them. Part of the contract in `core/bridge.ts`. */
import type { Act, ActOutcome, ActRef, BulkChange } from '../acts.ts'

export type * from '../acts.ts'

export interface ActRequests {
  /** Newest first. */
  'act.list': { args: { limit: number }; result: readonly Act[] }
  /** Takes back what an act changed, as far as it still is as the act left it. */
  'act.undo': { args: { id: number }; result: ActOutcome }
  'act.redo': { args: { id: number }; result: ActOutcome }
  /** Stops the act on very many articles that is under way: it ends in `cancelled` and leaves everything as it was. */
  'act.cancel': { args: Record<never, never>; result: null }
  /** All of them or none. */
  'article.change': {
    args: { ids: readonly number[]; change: BulkChange }
    result: ActRef & { readonly changed: number }
  }
}
