/** Which tokens of two lists stay: those at the places where neither mark is set, pairwise and in order. */
export interface EditMarks {
  /** 1 for each token of the old list that is gone. */
  readonly removed: Uint8Array
  /** 1 for each token of the new list that was not there. */
  readonly added: Uint8Array
}

/**
 * Beyond so many steps from both ends, the shortest script is no longer looked for: the search is cut where it
 * came furthest. It bounds the time to `length × LIMIT` for texts that have nothing in common.
 */
const LIMIT = 256

/** Two lists of numbers: equal numbers stand for equal tokens. */
interface Lists {
  readonly a: Int32Array
  readonly b: Int32Array
}

interface Split {
  readonly x: number
  readonly y: number
}

/**
 * A short edit script from `a` to `b`: E. W. Myers, "An O(ND) Difference Algorithm and Its Variations" (1986),
 * in its form with linear space, cut off at {@link LIMIT} as xdiff does. The same input gives the same script.
 */
export function editMarks(a: Int32Array, b: Int32Array): EditMarks {
  const marks = { removed: new Uint8Array(a.length), added: new Uint8Array(b.length) }
  const size = Math.min(2 * LIMIT + 3, a.length + b.length + 3)
  const forward = new Int32Array(2 * size + 1)
  const backward = new Int32Array(2 * size + 1)
  // A stack instead of recursion: a long text with many changes would be too deep.
  const open: [number, number, number, number][] = [[0, a.length, 0, b.length]]
  for (let next = open.pop(); next; next = open.pop()) {
    let [fromA, toA, fromB, toB] = next
    while (fromA < toA && fromB < toB && a[fromA] === b[fromB]) {
      fromA++
      fromB++
    }
    while (fromA < toA && fromB < toB && a[toA - 1] === b[toB - 1]) {
      toA--
      toB--
    }
    if (fromA === toA) marks.added.fill(1, fromB, toB)
    else if (fromB === toB) marks.removed.fill(1, fromA, toA)
    else {
      const { x, y } = middle({ a, b }, [fromA, toA, fromB, toB], forward, backward)
      if ((x === fromA && y === fromB) || (x === toA && y === toB)) {
        marks.removed.fill(1, fromA, toA)
        marks.added.fill(1, fromB, toB)
      } else {
        open.push([x, toA, y, toB], [fromA, x, fromB, y])
      }
    }
  }
  return marks
}

/** A point on a shortest path between the corners of a box, or on a good one when that lies too far. */
function middle(
  { a, b }: Lists,
  [fromA, toA, fromB, toB]: readonly [number, number, number, number],
  forward: Int32Array,
  backward: Int32Array,
): Split {
  const lengthA = toA - fromA
  const lengthB = toB - fromB
  const delta = lengthA - lengthB
  const odd = (delta & 1) !== 0
  const zero = forward.length >> 1
  const limit = Math.min(LIMIT, (lengthA + lengthB + 1) >> 1)
  const at = (list: Int32Array, place: number) => list[place] as number
  forward[zero + 1] = 0
  backward[zero + 1] = 0
  for (let d = 0; d <= limit; d++) {
    for (let k = -d; k <= d; k += 2) {
      const down = k === -d || (k !== d && at(forward, zero + k - 1) < at(forward, zero + k + 1))
      let x = down ? at(forward, zero + k + 1) : at(forward, zero + k - 1) + 1
      while (x < lengthA && x - k < lengthB && x - k >= 0 && a[fromA + x] === b[fromB + x - k]) x++
      forward[zero + k] = x
      const back = delta - k
      const meets = odd && back >= -(d - 1) && back <= d - 1
      if (meets && inside(x, x - k, lengthA, lengthB) && x + at(backward, zero + back) >= lengthA) {
        return { x: fromA + x, y: fromB + x - k }
      }
    }
    for (let k = -d; k <= d; k += 2) {
      const down = k === -d || (k !== d && at(backward, zero + k - 1) < at(backward, zero + k + 1))
      let x = down ? at(backward, zero + k + 1) : at(backward, zero + k - 1) + 1
      while (x < lengthA && x - k < lengthB && x - k >= 0 && a[toA - 1 - x] === b[toB - 1 - x + k]) x++
      backward[zero + k] = x
      const ahead = delta - k
      const meets = !odd && ahead >= -d && ahead <= d
      if (meets && inside(x, x - k, lengthA, lengthB) && x + at(forward, zero + ahead) >= lengthA) {
        return { x: toA - x, y: toB - x + k }
      }
    }
  }
  return furthest([fromA, toA, fromB, toB], forward, backward, limit)
}

function inside(x: number, y: number, lengthA: number, lengthB: number): boolean {
  return x >= 0 && y >= 0 && x <= lengthA && y <= lengthB
}

/** The end of the path that came furthest, from either corner. */
function furthest(
  [fromA, toA, fromB, toB]: readonly [number, number, number, number],
  forward: Int32Array,
  backward: Int32Array,
  limit: number,
): Split {
  const zero = forward.length >> 1
  let best: Split = { x: fromA, y: fromB }
  let reach = -1
  for (let k = -limit; k <= limit; k += 2) {
    const x = forward[zero + k] as number
    if (inside(x, x - k, toA - fromA, toB - fromB) && 2 * x - k > reach) {
      reach = 2 * x - k
      best = { x: fromA + x, y: fromB + x - k }
    }
    const back = backward[zero + k] as number
    if (inside(back, back - k, toA - fromA, toB - fromB) && 2 * back - k > reach) {
      reach = 2 * back - k
      best = { x: toA - back, y: toB - back + k }
    }
  }
  return best
}
