import { snippetParts } from './snippet-parts.ts'

/** Where a query was found, the hits marked. */
export function Snippet({ text }: { readonly text: string }) {
  return snippetParts(text).map((part, index) =>
    // The parts have no identity of their own, and never move.
    // oxlint-disable-next-line react/no-array-index-key
    part.hit ? <mark key={index}>{part.text}</mark> : <span key={index}>{part.text}</span>,
  )
}
