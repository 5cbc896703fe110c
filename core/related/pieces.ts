import { LONGEST_WORD } from './tokens.ts'
import { hashText } from './vector.ts'

/** A part of a compound has so many letters at least, and leaves as many of it: less is an ending. */
export const SHORTEST_PART = 5

/**
 * Calls `visit` with the hash of everything that a stem begins or ends with and that may be a word of itself, and where
 * that stands in the stem.
 */
export function eachPart(stem: string, visit: (hash: number, start: number, end: number) => void): void {
  // A library from a stranger may name more.
  if (stem.length > LONGEST_WORD) return
  for (let length = SHORTEST_PART; length <= stem.length - SHORTEST_PART; length++) {
    visit(hashText(stem, 0, length), 0, length)
    visit(hashText(stem, stem.length - length), stem.length - length, stem.length)
  }
}

/** By their hashes the parts of words as those are written: what ends a stem has the ending of the word. */
export function piecesOf(
  forms: readonly string[],
  stem: (word: string) => string,
): ReadonlyMap<number, string> {
  const pieces = new Map<number, string>()
  for (const form of forms) {
    const lower = form.toLowerCase()
    const stemmed = stem(lower)
    eachPart(stemmed, (hash, start, end) => {
      if (!pieces.has(hash)) pieces.set(hash, lower.slice(start, end === stemmed.length ? lower.length : end))
    })
  }
  return pieces
}
