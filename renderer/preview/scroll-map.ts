/**
 * One pane that shows the text: heights are pixels from the top of what scrolls. `top` may be asked for any
 * line of the text and for one line past its end.
 */
export interface Side {
  /** Height at which a line of the text starts, counted from 0. */
  top(line: number): number
  /** Everything that takes part in scrolling in step: from the title to the end of the text. */
  readonly height: number
  /** What is seen of it at once. */
  readonly viewport: number
}

/** Where blocks of the text start, in lines from 0, rising; the last entry is the number of lines. */
export type Anchors = ArrayLike<number>

/**
 * The scroll position of `to` that shows what `from` shows at position `scrolled`.
 *
 * A reading line wanders from the top of the pane (at the start) to its foot (at the end), so that both panes
 * reach start and end together. What stands at that line in the one is brought to it in the other: between two
 * anchors in proportion.
 */
export function follow(from: Side, to: Side, anchors: Anchors, scrolled: number): number {
  const range = from.height - from.viewport
  const targetRange = to.height - to.viewport
  if (targetRange <= 0) return 0
  if (range <= 0) return 0
  const progress = Math.min(1, Math.max(0, scrolled / range))
  const place = translate(from, to, anchors, progress * from.height)
  return Math.min(targetRange, Math.max(0, (place / to.height) * targetRange))
}

/** The height in `to` of what stands at `place` in `from`. */
export function translate(from: Side, to: Side, anchors: Anchors, place: number): number {
  const count = anchors.length
  const index = lastAbove(from, anchors, place)
  const start = index < 0 ? 0 : from.top(anchors[index] as number)
  const end = index + 1 < count ? from.top(anchors[index + 1] as number) : from.height
  const targetStart = index < 0 ? 0 : to.top(anchors[index] as number)
  const targetEnd = index + 1 < count ? to.top(anchors[index + 1] as number) : to.height
  const share = end > start ? Math.min(1, Math.max(0, (place - start) / (end - start))) : 0
  return targetStart + share * (targetEnd - targetStart)
}

/** The last anchor that starts at or above a height; -1 when even the first lies below it. */
function lastAbove(side: Side, anchors: Anchors, place: number): number {
  let low = 0
  let high = anchors.length
  while (low < high) {
    const middle = (low + high) >> 1
    if (side.top(anchors[middle] as number) <= place) low = middle + 1
    else high = middle
  }
  return low - 1
}
