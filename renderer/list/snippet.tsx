/** A piece of a snippet; `hit` is what was searched for. */
export interface SnippetPart {
  readonly text: string
  readonly hit: boolean
}

/** Takes apart what the library found: `\u0002` stands before and `\u0003` after each hit. */
export function snippetParts(snippet: string): readonly SnippetPart[] {
  return snippet
    .split(/\u0002([^\u0003]*)\u0003?/u)
    .map((text, index) => ({ text, hit: index % 2 === 1 }))
    .filter(({ text }) => text !== '')
}

/** Where a query was found, the hits marked. */
export function Snippet({ text }: { readonly text: string }) {
  return snippetParts(text).map((part, index) =>
    // The parts have no identity of their own, and never move.
    // oxlint-disable-next-line react/no-array-index-key
    part.hit ? <mark key={index}>{part.text}</mark> : <span key={index}>{part.text}</span>,
  )
}
