/** A comparison in passages: what stayed and what changed, each with its place in both texts. */
import type { ComparedParagraph, Comparison, Run } from './index.ts'

/**
 * Paragraphs that belong together: all that stayed between two changes; neighbours that all went, or all came; one
 * paragraph in which something changed. A changed passage can be taken back by itself.
 */
export interface Passage {
  readonly changed: boolean
  readonly paragraphs: readonly ComparedParagraph[]
  /** Its place in the old text, in UTF-16 units; empty (`from === to`) when it came. */
  readonly old: Place
  /** Its place in the new text; empty when it went. */
  readonly new: Place
}

interface Place {
  readonly from: number
  readonly to: number
}

/** The passages of a comparison, in order; together they are both texts, to the letter. */
export function passagesOf({ paragraphs }: Comparison): Passage[] {
  const passages: Passage[] = []
  let [oldAt, newAt, start] = [0, 0, 0]
  while (start < paragraphs.length) {
    const end = endOfPassage(paragraphs, start)
    const part = paragraphs.slice(start, end)
    const before = { from: oldAt, to: oldAt + lengthWithout(part, 'added') }
    const after = { from: newAt, to: newAt + lengthWithout(part, 'removed') }
    passages.push({ changed: part[0]?.kind !== 'same', paragraphs: part, old: before, new: after })
    oldAt = before.to
    newAt = after.to
    start = end
  }
  return passages
}

function endOfPassage(paragraphs: readonly ComparedParagraph[], start: number): number {
  const kind = paragraphs[start]?.kind
  let end = start + 1
  if (kind !== 'changed') while (paragraphs[end]?.kind === kind) end++
  return end
}

function lengthWithout(paragraphs: readonly ComparedParagraph[], kind: Run['kind']): number {
  let length = 0
  for (const { runs } of paragraphs) for (const run of runs) if (run.kind !== kind) length += run.text.length
  return length
}

/** One side of a passage. */
export function sideOf({ paragraphs }: Passage, side: 'old' | 'new'): string {
  const other = side === 'old' ? 'added' : 'removed'
  return paragraphs
    .flatMap(({ runs }) => runs)
    .filter(({ kind }) => kind !== other)
    .map(({ text }) => text)
    .join('')
}

/** A text made of both: of each changed passage, by its number among the changed ones, the side that `choose` says. */
export function mergedText(passages: readonly Passage[], choose: (change: number) => 'old' | 'new'): string {
  let change = -1
  return passages
    .map((passage) => {
      if (passage.changed) change += 1
      return sideOf(passage, passage.changed ? choose(change) : 'new')
    })
    .join('')
}
