/**
 * What a writer typed into the search field as an FTS5 query: every word must be there, words in double quotes
 * in that order, and the last word may still be unfinished. Nothing that is typed is an operator, so nothing
 * can be wrong. Null when there is no word in it.
 */
export function searchQuery(typed: string): string | null {
  const pieces = typed
    .replace(/[\u0000-\u001f]/g, ' ')
    .split('"')
    // Every second piece stood between quotes; an opened quote that was never closed ends with the text.
    .flatMap((piece, at) => (at % 2 === 1 ? [piece] : piece.split(/\s+/)))
    .filter((piece) => /[\p{L}\p{N}\p{Co}]/u.test(piece))
  if (pieces.length === 0) return null
  // One letter begins too many words to rank them while someone types; a sign of another script says more.
  const unfinished = /(?:[\p{L}\p{N}][\p{L}\p{N}\p{M}]|[^\p{sc=Latin}\p{N}\P{L}])$/u.test(typed)
  return pieces.map((piece) => `"${piece}"`).join(' ') + (unfinished ? '*' : '')
}
