import { RangeSetBuilder } from '@codemirror/state'
import type { Extension } from '@codemirror/state'
import { Decoration, ViewPlugin } from '@codemirror/view'
import type { DecorationSet, EditorView, ViewUpdate } from '@codemirror/view'
import { lineParts } from './commands/segments.ts'

/** Deeper than this, lines are not moved further: the words need room too. */
const MOST = 24

/** Wrapped lines of a list item or quote begin under its words, not under its mark. */
export const hangingLines: Extension = ViewPlugin.fromClass(
  class {
    decorations: DecorationSet

    constructor(view: EditorView) {
      this.decorations = hangingIn(view)
    }

    update(update: ViewUpdate): void {
      if (update.docChanged || update.viewportChanged) this.decorations = hangingIn(update.view)
    }
  },
  { decorations: (plugin) => plugin.decorations },
)

function hangingIn(view: EditorView): DecorationSet {
  const builder = new RangeSetBuilder<Decoration>()
  for (const { from, to } of view.visibleRanges) {
    for (let at = from; at <= to;) {
      const line = view.state.doc.lineAt(at)
      const width = hangOf(line.text)
      if (width > 0) builder.add(line.from, line.from, lineOf(width))
      at = line.to + 1
    }
  }
  return builder.finish()
}

/** Characters that the wrapped lines of a line stand in. */
function hangOf(text: string): number {
  const { marker, task, lead, content } = lineParts(text)
  if (marker === '' && !lead.includes('>')) return 0
  return Math.min(MOST, task === '' ? content : content - task.length - 1)
}

const lines = new Map<number, Decoration>()

function lineOf(width: number): Decoration {
  const known = lines.get(width)
  if (known !== undefined) return known
  const style = `padding-inline-start: ${width}ch; text-indent: -${width}ch`
  const made = Decoration.line({ attributes: { style } })
  lines.set(width, made)
  return made
}
