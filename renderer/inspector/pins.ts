/** The order of what the writer pinned, as acts on it. All are pure: the old order in, the new one out. */

/** Puts `id` beside another in the list of suggestions; null when nothing changes. Beside a pinned one it is pinned. */
export function pinBeside(
  pinned: readonly number[],
  id: number,
  target: number,
  position: 'before' | 'after',
): readonly number[] | null {
  const rest = pinned.filter((each) => each !== id)
  const at = rest.indexOf(target)
  // Among those that are not pinned there is no order of the writer's: what is dropped there is no longer pinned,
  // but right under the last pinned one it is the last of them.
  if (at < 0) return position === 'before' && !pinned.includes(id) ? [...rest, id] : changed(pinned, rest)
  const index = position === 'before' ? at : at + 1
  return changed(pinned, [...rest.slice(0, index), id, ...rest.slice(index)])
}

/** Moves a pinned one a place up or down; null at the end of the list, or when it is not pinned. */
export function movePin(pinned: readonly number[], id: number, step: 1 | -1): readonly number[] | null {
  const at = pinned.indexOf(id)
  const to = at + step
  if (at < 0 || to < 0 || to >= pinned.length) return null
  return pinned.with(at, pinned[to] ?? id).with(to, id)
}

/** Pins what was not, and the other way about. */
export function togglePin(pinned: readonly number[], id: number): readonly number[] {
  return pinned.includes(id) ? pinned.filter((each) => each !== id) : [...pinned, id]
}

function changed(before: readonly number[], after: readonly number[]): readonly number[] | null {
  return before.length === after.length && before.every((id, index) => id === after[index]) ? null : after
}
