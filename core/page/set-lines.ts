/** Setting text in lines where there is no browser to do it. */
import type { Colour } from './colour.ts'

/** Sets text in one face. One em is 1: a width times a size in pixels is in pixels. */
export interface Setter {
  /** Whether the face has every sign of it. */
  covers(text: string): boolean
  width(text: string): number
  /** The text's outline from its baseline's start: path data with y downwards, one em being 1,000 units. */
  outline(text: string): string
}

/** Lines of a text. */
export interface Lines {
  readonly lines: readonly string[]
  /** Whether all of the text is in them, no word divided. */
  readonly isWhole: boolean
}

/** Longer than this no text is looked at: a line holds some sixty signs. */
const LONGEST = 400
const MORE = '…'

/**
 * A text in at most so many lines of a width (in ems), all about as long as each other; what is too much is cut off with
 * an ellipsis, and a word too long for a line is divided.
 */
export function fitted(text: string, setter: Setter, width: number, most: number): Lines {
  const whole = text.slice(0, LONGEST)
  if (whole === '' || most < 1) return { lines: [], isWhole: whole === '' }
  const all = broken(whole, setter, width)
  if (all.lines.length > most) {
    const kept = all.lines.slice(0, most)
    const last = shortened(`${kept.pop() ?? ''}${MORE}`, setter, width)
    return { lines: [...kept, last], isWhole: false }
  }
  if (all.lines.length === 1 || !all.isWhole) return { ...all, isWhole: all.isWhole && whole === text }
  return { lines: evenly(whole, all.lines, setter, width), isWhole: whole === text }
}

/** A text cut off, with an ellipsis, where it would be wider than `width` ems. */
export function shortened(text: string, setter: Setter, width: number): string {
  if (setter.width(text) <= width) return text
  const signs = [...text.slice(0, LONGEST).replace(/\s*…$/, '')]
  while (signs.length > 0 && setter.width(`${signs.join('').trimEnd()}${MORE}`) > width) signs.pop()
  return `${signs.join('').trimEnd()}${MORE}`
}

/** A text as a shape; `at`: the start of its baseline. */
export function outlined(
  setter: Setter,
  text: string,
  colour: Colour,
  size: number,
  [x, y]: readonly [x: number, y: number],
): string {
  return `<path fill="${colour}" transform="translate(${x} ${y.toFixed(1)}) scale(${size / 1000})" d="${setter.outline(text)}"/>`
}

function broken(text: string, setter: Setter, width: number): Lines {
  const lines: string[] = []
  let isWhole = true
  let current = ''
  for (const word of text.split(' ')) {
    const longer = current === '' ? word : `${current} ${word}`
    if (setter.width(longer) <= width) {
      current = longer
      continue
    }
    if (current !== '') lines.push(current)
    current = ''
    for (const sign of word) {
      if (setter.width(current + sign) > width && current !== '') {
        lines.push(current)
        current = ''
        isWhole = false
      }
      current += sign
    }
  }
  return { lines: current === '' ? lines : [...lines, current], isWhole }
}

/** The narrowest lines that are no more of them. */
function evenly(text: string, lines: readonly string[], setter: Setter, width: number): readonly string[] {
  let best = lines
  for (let share = 0.96; share > 0.4; share -= 0.04) {
    const tried = broken(text, setter, width * share)
    if (!tried.isWhole || tried.lines.length > lines.length) return best
    best = tried.lines
  }
  return best
}
