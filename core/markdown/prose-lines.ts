const FENCE = /^ {0,3}(`{3,}|~{3,})/

/** The lines of a Markdown text that are no code, without the code spans in them; `line` counts from 1. */
export function* proseLines(
  markdown: string,
): IterableIterator<{ readonly line: number; readonly text: string }> {
  let fence: string | null = null
  for (const [index, text] of markdown.split('\n').entries()) {
    const mark = FENCE.exec(text)?.[1]
    if (mark !== undefined && (fence === null || mark.startsWith(fence))) fence = fence === null ? mark : null
    else if (fence === null) yield { line: index + 1, text: text.replace(/`[^`]*`/g, '') }
  }
}
