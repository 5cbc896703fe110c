/** What is copied out of a comparison: words as they stood in one of both texts, without signs. */
import type { Run } from '../../core/compare/index.ts'
import type { Row } from './rows.ts'

type Kind = Run['kind']
interface Part {
  readonly kind: Kind
  readonly text: string
}

/**
 * The selected words of one side: the column that is selected in; in one text, the older words, unless only newer
 * ones are selected. Null when nothing of a comparison is selected.
 */
export function selectedText(selection: Selection | null, rows: readonly Row[]): string | null {
  if (selection === null || selection.rangeCount === 0 || selection.isCollapsed) return null
  const range = selection.getRangeAt(0)
  const fields = elementAt(range.commonAncestorContainer)?.closest<HTMLElement>('[data-fields]')
  if (fields) {
    const parts = partsIn(fields, range, undefined)
    return parts.length === 0 ? null : wordsOf(parts, sideOf(parts))
  }
  const [first, last] = [rowAt(range.startContainer), rowAt(range.endContainer)]
  const column = elementAt(range.startContainer)?.closest<HTMLElement>('[data-column]')?.dataset['column']
  const from = first === null ? 0 : Number(first.dataset['row'])
  const to = last === null ? rows.length - 1 : Number(last.dataset['row'])
  const parts: Part[] = []
  for (let index = from; index <= to; index += 1) {
    const edge = index === from ? first : index === to ? last : null
    // Rows between both ends may not be drawn at all.
    parts.push(...(edge === null ? partsOf(rows[index]) : partsIn(edge, range, column)))
  }
  if (parts.length === 0) return null
  return wordsOf(parts, column === undefined ? sideOf(parts) : column === 'new' ? 'new' : 'old')
}

/** The words of one side among those that were found. */
export function wordsOf(parts: readonly Part[], side: 'old' | 'new'): string {
  const other: Kind = side === 'old' ? 'added' : 'removed'
  return parts
    .filter(({ kind }) => kind !== other)
    .map(({ text }) => text)
    .join('')
}

/** Whose words a selection in one text is after: the older ones, unless only newer ones are in it. */
export function sideOf(parts: readonly Part[]): 'old' | 'new' {
  const onlyNew = parts.some(({ kind }) => kind === 'added') && !parts.some(({ kind }) => kind === 'removed')
  return onlyNew && !parts.some(({ kind, text }) => kind === 'same' && text.trim() !== '') ? 'new' : 'old'
}

function partsOf(row: Row | undefined): readonly Part[] {
  return row?.kind === 'text' ? row.paragraphs.flatMap(({ runs }) => runs) : []
}

function partsIn(row: HTMLElement, range: Range, column: string | undefined): Part[] {
  const within = column === undefined ? row : row.querySelector(`[data-column='${column}']`)
  const parts: Part[] = []
  for (const element of within?.querySelectorAll<HTMLElement>('[data-run]') ?? []) {
    if (!range.intersectsNode(element)) continue
    const part = document.createRange()
    part.selectNodeContents(element)
    if (element.contains(range.startContainer)) part.setStart(range.startContainer, range.startOffset)
    if (element.contains(range.endContainer)) part.setEnd(range.endContainer, range.endOffset)
    parts.push({ kind: element.dataset['run'] as Kind, text: part.toString() })
  }
  return parts
}

function rowAt(node: Node): HTMLElement | null {
  return elementAt(node)?.closest<HTMLElement>('[data-row]') ?? null
}

function elementAt(node: Node): Element | null {
  return node instanceof Element ? node : node.parentElement
}
