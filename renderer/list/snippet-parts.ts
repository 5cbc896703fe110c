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
