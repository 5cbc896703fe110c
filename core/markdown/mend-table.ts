/** Makes the cells of a table that was written as HTML fill it: each row as wide as the others, no cell in the place of another. */
import { attribute, element, isElement, type Element } from './tree.ts'

/** Columns that one cell may reach, which is what HTML allows. */
const MOST_COLUMNS = 1_000
/** A table with more places than this is left as it is. */
const MOST_PLACES = 2_000_000

/** A cell in its place; `to` is the column after its last. */
interface Placed {
  readonly cell: Element
  readonly from: number
  readonly to: number
  readonly rows: number
}

interface Row {
  readonly row: Element
  readonly cells: readonly Placed[]
  /** Places that no cell fills, as runs of columns up to the last that is filled. */
  readonly gaps: readonly (readonly [from: number, to: number])[]
  readonly width: number
}

/**
 * Gives every cell its place as HTML does (HTML, § 4.9.12, “forming a table”), ends those that would reach into others or out
 * of their row group, forgets columns in which no cell begins, and fills up rows with empty cells.
 */
export function mendTable(table: Element): void {
  const groups = childrenOf(table, /^t(?:head|body|foot)$/).map((group) => childrenOf(group, /^tr$/))
  const cells = groups.flat().reduce((most, row) => Math.max(most, childrenOf(row, CELL).length), 0)
  if ((cells + MOST_COLUMNS) * groups.flat().length > MOST_PLACES) return
  const rows = groups.flatMap(placed)
  const begins = new Set(rows.flatMap((row) => row.cells.map(({ from }) => from)))
  const width = Math.max(0, ...rows.map((row) => row.width))
  /** For each column, how many before it stay. */
  const before = [0]
  for (let at = 0; at < width; at += 1) before.push(before[at]! + (begins.has(at) ? 1 : 0))
  const left = (from: number, to: number): number => before[to]! - before[from]!
  for (const { row, cells: own, gaps, width: end } of rows) {
    for (const { cell, from, to, rows: deep } of own) {
      setSpan(cell, 'colspan', left(from, to))
      setSpan(cell, 'rowspan', deep)
    }
    for (const [from, to] of [...gaps, [end, width] as const]) {
      if (left(from, to) > 0) row.childNodes.push(emptyCell(left(from, to)))
    }
  }
  forgetColumns(table, before.at(-1)!)
}

const CELL = /^t[dh]$/

const childrenOf = (node: Element, name: RegExp): Element[] =>
  node.childNodes.filter((child): child is Element => isElement(child) && name.test(child.tagName))

/** The rows of one group with their cells in place. */
function placed(rows: readonly Element[]): Row[] {
  // For each column, in how many rows from here on a cell that began above fills it.
  const filled: number[] = []
  return rows.map((row, index) => {
    const cells: Placed[] = []
    let from = 0
    for (const cell of childrenOf(row, CELL)) {
      while ((filled[from] ?? 0) > 0) from += 1
      const most = Math.max(from + 1, Math.min(from + spanOf(cell, 'colspan'), MOST_COLUMNS))
      let to = from + 1
      while (to < most && !filled[to]) to += 1
      cells.push({ cell, from, to, rows: Math.min(spanOf(cell, 'rowspan'), rows.length - index) })
      from = to
    }
    for (const { from: first, to, rows: deep } of cells) {
      for (let at = first; at < to; at += 1) filled[at] = deep
    }
    const width = filled.findLastIndex((deep) => deep > 0) + 1
    const gaps: [number, number][] = []
    for (let at = 0; at < width; at += 1) {
      if ((filled[at] ?? 0) > 0) continue
      const last = gaps.at(-1)
      if (last?.[1] === at) last[1] = at + 1
      else gaps.push([at, at + 1])
    }
    for (let at = 0; at < width; at += 1) filled[at] = Math.max(0, (filled[at] ?? 0) - 1)
    return { row, cells, gaps, width }
  })
}

const spanOf = (cell: Element, name: string): number => Math.max(1, Number(attribute(cell, name) ?? 1) || 1)

function setSpan(cell: Element, name: string, count: number): void {
  const attr = cell.attrs.find((one) => one.name === name)
  if (attr && count > 1) attr.value = String(count)
  else cell.attrs = cell.attrs.filter((one) => one !== attr)
}

const emptyCell = (columns: number): Element =>
  element('td', columns > 1 ? [{ name: 'colspan', value: String(columns) }] : [], [])

/** Columns that were named beforehand are as many as there are, or none. */
function forgetColumns(table: Element, width: number): void {
  const groups = childrenOf(table, /^colgroup$/)
  const named = groups.reduce((sum, group) => {
    const columns = childrenOf(group, /^col$/)
    const spans = columns.length > 0 ? columns : [group]
    return sum + spans.reduce((own, column) => own + spanOf(column, 'span'), 0)
  }, 0)
  if (named !== width)
    table.childNodes = table.childNodes.filter((child) => !groups.includes(child as Element))
}
