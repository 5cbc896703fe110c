/**
 * One pane that shows the text, seen as blocks one under another. Heights are pixels from the top of what scrolls.
 */
export interface Side {
  /** Height at which a block starts, counted from 0; one past the last block: where the text ends. */
  top(block: number): number
  /** Everything that takes part in scrolling in step: from the title to the end of the text. */
  readonly height: number
  /** What is seen of it at once. */
  readonly viewport: number
}

/**
 * The scroll position of `to` that shows what `from` shows at position `scrolled`.
 *
 * A reading line wanders from the top of the pane (at the start) to its foot (at the end), so that both panes
 * reach start and end together. What stands at that line in the one is brought to it in the other: between two
 * block starts in proportion.
 */
export function follow(from: Side, to: Side, blocks: number, scrolled: number): number {
  const range = from.height - from.viewport
  const targetRange = to.height - to.viewport
  if (targetRange <= 0) return 0
  if (range <= 0) return 0
  const progress = Math.min(1, Math.max(0, scrolled / range))
  const place = translate(from, to, blocks, progress * from.height)
  return Math.min(targetRange, Math.max(0, (place / to.height) * targetRange))
}

/** The height in `to` of what stands at `place` in `from`. */
export function translate(from: Side, to: Side, blocks: number, place: number): number {
  const index = lastAbove(from, blocks, place)
  const start = index < 0 ? 0 : from.top(index)
  const end = index < blocks ? from.top(index + 1) : from.height
  const targetStart = index < 0 ? 0 : to.top(index)
  const targetEnd = index < blocks ? to.top(index + 1) : to.height
  const share = end > start ? Math.min(1, Math.max(0, (place - start) / (end - start))) : 0
  return targetStart + share * (targetEnd - targetStart)
}

/** The last block that starts at or above a height; -1 when even the first lies below it. */
function lastAbove(side: Side, blocks: number, place: number): number {
  let low = 0
  let high = blocks + 1
  while (low < high) {
    const middle = (low + high) >> 1
    if (side.top(middle) <= place) low = middle + 1
    else high = middle
  }
  return low - 1
}
