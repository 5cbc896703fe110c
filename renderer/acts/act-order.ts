import type { Act } from '../../core/bridge.ts'

/** An act that was undone here, and the newest act there was then: another one since ends what can be redone by key. */
export interface Undone {
  readonly id: number
  readonly newest: number
}

/** What “undo” takes back: the newest act that was not. `acts` are newest first. */
export function nextUndo(acts: readonly Act[]): Act | null {
  return acts.find(({ undone }) => !undone) ?? null
}

/** What “redo” does again: the act that was undone last, as long as nothing new was done. */
export function nextRedo(acts: readonly Act[], undone: readonly Undone[]): Act | null {
  const newest = acts[0]?.id
  const last = undone.findLast(({ id }) => acts.some((act) => act.id === id && act.undone))
  if (last === undefined || last.newest !== newest) return null
  return acts.find(({ id }) => id === last.id) ?? null
}
