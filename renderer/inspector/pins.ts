/** The order of what the writer pinned, as acts on it. All are pure: the old order in, the new one out. */

/** A suggestion as the order of the list knows it. */
export interface Placed {
  readonly id: number
  readonly pinned: boolean
  /** The text links to it, so pinning it would say more than where it stands. */
  readonly inText: boolean
}

/**
 * Puts a suggestion at a place of the list, counted without itself, and pins all down to there: what the writer sees
 * above it is what comes before it. What the text links to is only pinned when it is the one that moves. Null when it
 * stays where it is.
 */
export function pinAt(list: readonly Placed[], id: number, index: number): readonly number[] | null {
  const at = list.findIndex((one) => one.id === id)
  const moved = list[at]
  const rest = list.filter((one) => one.id !== id)
  if (!moved || index === at || index < 0 || index > rest.length) return null
  const order = rest.toSpliced(index, 0, { ...moved, pinned: true })
  // Those that were pinned stay so: they stand above the others already.
  return order.filter((one, place) => one.pinned || (place < index && !one.inText)).map((one) => one.id)
}

/** Puts a suggestion right above or below another; null when it stays where it is. */
export function pinBeside(
  list: readonly Placed[],
  id: number,
  target: number,
  position: 'before' | 'after',
): readonly number[] | null {
  const at = list.filter((one) => one.id !== id).findIndex((one) => one.id === target)
  return at < 0 ? null : pinAt(list, id, position === 'before' ? at : at + 1)
}

/** Moves a suggestion a place up or down; null at the end of the list. */
export function pinMoved(list: readonly Placed[], id: number, step: 1 | -1): readonly number[] | null {
  return pinAt(list, id, list.findIndex((one) => one.id === id) + step)
}

/** Pins what was not, behind those that are, and the other way about. */
export function togglePin(pinned: readonly number[], id: number): readonly number[] {
  return pinned.includes(id) ? pinned.filter((each) => each !== id) : [...pinned, id]
}
