/** Replaces `removed` blocks of a list, from `at` on, by others. Places are those of the list before any change. */
export interface Hunk<T> {
  readonly at: number
  readonly removed: number
  readonly added: readonly T[]
}

/** Beyond this many changed blocks on both sides they are replaced as one run: looking for more costs too much. */
const MOST_COMPARED = 4000

/**
 * The hunks that turn `before` into `after`, in order, never touching a block that both keep in order. Blocks
 * are compared by value (`===`), so equal strings are the same block.
 *
 * What is alike at both ends is set aside first: typing changes one block. Between them a longest increasing
 * run of blocks that occur once on either side is kept (patience diff), and what lies between those is compared
 * end by end again.
 */
export function diffBlocks<T>(before: readonly T[], after: readonly T[]): Hunk<T>[] {
  const hunks: Hunk<T>[] = []
  compare(before, 0, before.length, after, 0, after.length, hunks)
  return hunks
}

function compare<T>(
  before: readonly T[],
  beforeFrom: number,
  beforeTo: number,
  after: readonly T[],
  afterFrom: number,
  afterTo: number,
  hunks: Hunk<T>[],
): void {
  let [b, bEnd, a, aEnd] = [beforeFrom, beforeTo, afterFrom, afterTo]
  while (b < bEnd && a < aEnd && before[b] === after[a]) {
    b++
    a++
  }
  while (b < bEnd && a < aEnd && before[bEnd - 1] === after[aEnd - 1]) {
    bEnd--
    aEnd--
  }
  if (b === bEnd && a === aEnd) return
  const kept = b === bEnd || a === aEnd ? [] : keptBetween(before, b, bEnd, after, a, aEnd)
  if (kept.length === 0) {
    hunks.push({ at: b, removed: bEnd - b, added: after.slice(a, aEnd) })
    return
  }
  for (const [keptBefore, keptAfter] of kept) {
    compare(before, b, keptBefore, after, a, keptAfter, hunks)
    b = keptBefore + 1
    a = keptAfter + 1
  }
  compare(before, b, bEnd, after, a, aEnd, hunks)
}

/** Places of blocks that occur exactly once on both sides and stand in the same order on both. */
function keptBetween<T>(
  before: readonly T[],
  beforeFrom: number,
  beforeTo: number,
  after: readonly T[],
  afterFrom: number,
  afterTo: number,
): (readonly [number, number])[] {
  if (beforeTo - beforeFrom > MOST_COMPARED && afterTo - afterFrom > MOST_COMPARED) return []
  const beforeOnce = onlyOnce(before, beforeFrom, beforeTo)
  const afterOnce = onlyOnce(after, afterFrom, afterTo)
  const pairs: (readonly [number, number])[] = []
  for (const [block, place] of beforeOnce) {
    const other = afterOnce.get(block)
    if (other !== undefined) pairs.push([place, other])
  }
  return longestIncreasing(pairs)
}

function onlyOnce<T>(blocks: readonly T[], from: number, to: number): Map<T, number> {
  const places = new Map<T, number>()
  const repeated = new Set<T>()
  for (let place = from; place < to; place++) {
    const block = blocks[place] as T
    if (places.has(block)) repeated.add(block)
    else places.set(block, place)
  }
  for (const block of repeated) places.delete(block)
  return places
}

/** The longest run of pairs whose second numbers rise; the first ones do already. Patience sorting, O(n log n). */
function longestIncreasing(pairs: readonly (readonly [number, number])[]): (readonly [number, number])[] {
  const piles: number[] = []
  const previous: number[] = []
  pairs.forEach(([, value], index) => {
    let low = 0
    let high = piles.length
    while (low < high) {
      const middle = (low + high) >> 1
      if ((pairs[piles[middle] as number] as readonly [number, number])[1] < value) low = middle + 1
      else high = middle
    }
    previous[index] = low > 0 ? (piles[low - 1] as number) : -1
    piles[low] = index
  })
  const run: (readonly [number, number])[] = []
  for (let index = piles.at(-1) ?? -1; index >= 0; index = previous[index] as number)
    run.push(pairs[index] as readonly [number, number])
  return run.reverse()
}
