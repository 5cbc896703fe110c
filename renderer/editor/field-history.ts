/** Undo for the short fields above the text, one history a field of an article, whatever is opened in between. */

/** What stood in a field, with the caret after it. */
export interface FieldState {
  readonly value: string
  readonly caret: number
}

interface History {
  now: FieldState
  readonly undone: FieldState[]
  readonly done: FieldState[]
  /** When the last change came, in milliseconds, and whether it made the value longer: what changes are one step. */
  last: { readonly at: number; readonly grew: boolean } | null
}

/** Changes closer together than this are one step, in milliseconds: as in the text. */
const ONE_STEP = 800

const MOST_STEPS = 200

/** How many fields keep their history, those changed longest ago given up first. */
const MOST_FIELDS = 2000

export class FieldHistories {
  readonly #fields = new Map<string, History>()

  /** The writer changed a field from `before` to `after` at `at`, in milliseconds. */
  changed(field: string, before: FieldState, after: FieldState, at: number): void {
    const history = this.#of(field, before)
    const grew = after.value.length > before.value.length
    const { last } = history
    const continues = last !== null && at - last.at < ONE_STEP && last.grew === grew
    if (!continues) history.done.push(before)
    if (history.done.length > MOST_STEPS) history.done.shift()
    history.undone.length = 0
    history.now = after
    history.last = { at, grew }
  }

  /** What the field was before the last step; null when there is none, or when `value` came from elsewhere since. */
  undo(field: string, value: string): FieldState | null {
    return this.#step(field, value, 'done', 'undone')
  }

  /** What was undone last; null when there is nothing, or when `value` came from elsewhere since. */
  redo(field: string, value: string): FieldState | null {
    return this.#step(field, value, 'undone', 'done')
  }

  /** Forgets every field: another library is open. */
  clear(): void {
    this.#fields.clear()
  }

  #step(field: string, value: string, from: 'done' | 'undone', to: 'done' | 'undone'): FieldState | null {
    const history = this.#fields.get(field)
    if (history === undefined || history.now.value !== value) return null
    const state = history[from].pop()
    if (state === undefined) return null
    history[to].push(history.now)
    history.now = state
    history.last = null
    return state
  }

  /** The history of a field that has `now` in it; a new one when that came from elsewhere. */
  #of(field: string, now: FieldState): History {
    const known = this.#fields.get(field)
    const history: History =
      known?.now.value === now.value ? known : { now, done: [], undone: [], last: null }
    this.#fields.delete(field)
    this.#fields.set(field, history)
    for (const oldest of this.#fields.keys()) {
      if (this.#fields.size <= MOST_FIELDS) break
      this.#fields.delete(oldest)
    }
    return history
  }
}
