/** Which rows of the list are selected, by keyboard and mouse, as every list of the system has it. */

/** The row that keys act on, and the row from which Shift selects; places in the list, from 0. */
export interface Cursor {
  readonly at: number
  readonly anchor: number
}

/** What a key or click does to the selection: nothing, one row, one row more or less, or a range. */
export type Selecting = 'none' | 'one' | 'toggle' | 'range'

export interface Step {
  readonly cursor: Cursor
  readonly selecting: Selecting
}

interface Keys {
  readonly key: string
  readonly shiftKey: boolean
  /** Ctrl, or Cmd on macOS. */
  readonly mod: boolean
}

/**
 * Where a key takes the cursor in a list of `total` rows, `page` of them in sight; null when it is none of ours. In a
 * grid `columns` stand side by side, and `page` counts what is in all of them.
 */
export function keyStep(
  keys: Keys,
  { at, anchor }: Cursor,
  total: number,
  page: number,
  columns = 1,
): Step | null {
  if (total === 0) return null
  if (keys.key === ' ') return { cursor: { at, anchor: at }, selecting: keys.mod ? 'toggle' : 'one' }
  const to = columns > 1 ? gridTarget(keys.key, at, total, page, columns) : target(keys.key, at, total, page)
  if (to === null) return null
  if (keys.shiftKey) return { cursor: { at: to, anchor }, selecting: 'range' }
  return { cursor: { at: to, anchor: to }, selecting: keys.mod ? 'none' : 'one' }
}

/** What a click on row `to` does. */
export function clickStep(keys: Omit<Keys, 'key'>, { anchor }: Cursor, to: number): Step {
  if (keys.shiftKey) return { cursor: { at: to, anchor }, selecting: 'range' }
  return { cursor: { at: to, anchor: to }, selecting: keys.mod ? 'toggle' : 'one' }
}

function target(key: string, at: number, total: number, page: number): number | null {
  const last = total - 1
  switch (key) {
    case 'ArrowDown':
      return Math.min(at + 1, last)
    case 'ArrowUp':
      return Math.max(at - 1, 0)
    case 'PageDown':
      return Math.min(at + page, last)
    case 'PageUp':
      return Math.max(at - page, 0)
    case 'Home':
      return 0
    case 'End':
      return last
    default:
      return null
  }
}

function gridTarget(key: string, at: number, total: number, page: number, columns: number): number | null {
  const last = total - 1
  switch (key) {
    case 'ArrowRight':
      return Math.min(at + 1, last)
    case 'ArrowLeft':
      return Math.max(at - 1, 0)
    case 'ArrowDown':
      // From a row above the last, shorter one there is always a way down.
      return Math.floor(at / columns) < Math.floor(last / columns) ? Math.min(at + columns, last) : at
    case 'ArrowUp':
      return at < columns ? at : at - columns
    default:
      return target(key, at, total, page)
  }
}

/** How long a pause ends what is being typed to find a title, in milliseconds. */
const TYPE_AHEAD_PAUSE = 800

/** Collects the letters that a writer types in a list. */
export class TypeAhead {
  #typed = ''
  #last = 0

  /** What is typed so far, with `letter`, at `now` in milliseconds; the same letter again and again stays one. */
  add(letter: string, now: number): string {
    const lower = letter.toLocaleLowerCase()
    const going = now - this.#last < TYPE_AHEAD_PAUSE
    this.#last = now
    this.#typed = going && this.#typed !== lower ? this.#typed + lower : lower
    return this.#typed
  }
}

/** The next row after `at` (or at it, when more than one letter is typed) whose title starts with `typed`. */
export function findTitle(titles: readonly (string | undefined)[], at: number, typed: string): number | null {
  const start = typed.length > 1 ? at : at + 1
  for (let step = 0; step < titles.length; step += 1) {
    const index = (start + step) % titles.length
    if (titles[index]?.toLocaleLowerCase().startsWith(typed) === true) return index
  }
  return null
}
