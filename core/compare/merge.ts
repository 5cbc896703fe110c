/** Bringing together two texts that were both made from a third. Pure and deterministic. */
import { editMarks } from './script.ts'

/** Lines `from` up to `to` of the old text gave way to `lines`. */
interface Hunk {
  readonly from: number
  readonly to: number
  readonly lines: readonly string[]
}

/** Signs `from` up to `to` of a text give way to `insert`. */
export interface Replacement {
  readonly from: number
  readonly to: number
  readonly insert: string
}

/**
 * What `mine` and `theirs` both make of `base`, line by line (in Markdown: paragraph by paragraph), as diff3 does.
 * Null when both changed the same lines, or put different lines in the same place: then someone has to choose.
 * Line ends come out as `\n`.
 */
export function mergeTexts(base: string, mine: string, theirs: string): string | null {
  const lines = linesOf(base)
  const hunks = together(hunksBetween(lines, linesOf(mine)), hunksBetween(lines, linesOf(theirs)))
  if (hunks === null) return null
  const merged: string[] = []
  let at = 0
  for (const { from, to, lines: come } of hunks) {
    merged.push(...lines.slice(at, from), ...come)
    at = to
  }
  return [...merged, ...lines.slice(at)].join('\n')
}

/** The stretches of whole lines that differ between two texts with `\n` as line end, in order. */
export function lineReplacements(before: string, after: string): Replacement[] {
  const old = before.split('\n')
  const starts = [0]
  for (const line of old) starts.push((starts.at(-1) ?? 0) + line.length + 1)
  const start = (line: number) => starts[line] as number
  return hunksBetween(old, after.split('\n')).map(({ from, to, lines }) => {
    // Lines at the end have no line end of their own: the one before them goes or comes with them.
    if (to < old.length) {
      return { from: start(from), to: start(to), insert: lines.map((line) => `${line}\n`).join('') }
    }
    const text = lines.join('\n')
    if (from === 0) return { from: 0, to: before.length, insert: text }
    return { from: start(from) - 1, to: before.length, insert: lines.length === 0 ? '' : `\n${text}` }
  })
}

function linesOf(text: string): string[] {
  return text.split(/\r\n?|\n/)
}

function hunksBetween(before: readonly string[], after: readonly string[]): Hunk[] {
  const numbers = new Map<string, number>()
  const number = (line: string) => {
    const known = numbers.get(line) ?? numbers.size
    numbers.set(line, known)
    return known
  }
  const { removed, added } = editMarks(Int32Array.from(before, number), Int32Array.from(after, number))
  const hunks: Hunk[] = []
  let y = 0
  for (let x = 0; x < before.length || y < after.length; x++, y++) {
    const [from, come] = [x, y]
    while (removed[x] === 1) x++
    while (added[y] === 1) y++
    if (x > from || y > come) hunks.push({ from, to: x, lines: after.slice(come, y) })
  }
  return hunks
}

/** Both lists in the order of the text, what is in both once; null when two of them collide. */
function together(mine: readonly Hunk[], theirs: readonly Hunk[]): Hunk[] | null {
  const all: Hunk[] = []
  let [m, t] = [0, 0]
  while (m < mine.length || t < theirs.length) {
    const [a, b] = [mine[m], theirs[t]]
    if (a && b && collide(a, b)) {
      if (!alike(a, b)) return null
      all.push(a)
      m++
      t++
    } else if (!b || (a && comesBefore(a, b))) {
      all.push(a as Hunk)
      m++
    } else {
      all.push(b)
      t++
    }
  }
  return all
}

function collide(a: Hunk, b: Hunk): boolean {
  const bothInsert = a.from === a.to && b.from === b.to
  if (bothInsert) return a.from === b.from
  return Math.max(a.from, b.from) < Math.min(a.to, b.to) || liesInside(a, b) || liesInside(b, a)
}

/** Whether lines are put between two that the other changes. */
function liesInside(insertion: Hunk, other: Hunk): boolean {
  return insertion.from === insertion.to && other.from < insertion.from && insertion.from < other.to
}

/** What is put before a line comes before what becomes of that line. */
function comesBefore(a: Hunk, b: Hunk): boolean {
  return a.from !== b.from ? a.from < b.from : a.to <= b.to
}

function alike(a: Hunk, b: Hunk): boolean {
  // An empty line is something else than no line, though put together they read the same.
  if (a.from !== b.from || a.to !== b.to || a.lines.length !== b.lines.length) return false
  return a.lines.join('\n') === b.lines.join('\n')
}
