import { toolGroups } from './tools.ts'

/** Widths in pixels, as `editor.module.css` has them. */
const BUTTON = 28
const DIVIDER = 13
const EDGES = 24
const VIEWS = 3 * BUTTON + DIVIDER

/**
 * How many groups of tools a toolbar of this width holds. The headings' menu always stands; what does not fit goes
 * into a menu of its own.
 */
export function toolsThatFit(width: number): number {
  const room = width - EDGES - VIEWS - BUTTON
  const everything = toolGroups.reduce((sum, group) => sum + group.length * BUTTON + DIVIDER, 0)
  if (everything <= room) return toolGroups.length
  let left = room - BUTTON
  let fit = 0
  for (const group of toolGroups) {
    left -= group.length * BUTTON + DIVIDER
    if (left < 0) return fit
    fit++
  }
  return fit
}
