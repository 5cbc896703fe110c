import type Token from 'markdown-it/lib/token.mjs'
import type { FootnoteRef } from './footnote.ts'

/** A footnote that the text refers to. */
export interface Note {
  readonly number: number
  /** The label of its definition, or its text when it was written on the spot. */
  readonly source: string | readonly Token[]
  /** The source line of the first reference to it. */
  readonly line: number
  /** The ids of the references to it. */
  readonly anchors: string[]
}

/** The footnotes of one body, numbered as the text first refers to them. */
export interface Notes {
  readonly list: readonly Note[]
  /** Counts a reference that stands on this source line. */
  refer(ref: FootnoteRef, line: number): { readonly number: number; readonly anchor: string }
  /** How many references were counted. */
  references(): number
}

export function createNotes(): Notes {
  let references = 0
  const list: Note[] = []
  const bySource = new Map<Note['source'], Note>()
  return {
    list,
    refer(ref, line) {
      references++
      const source = 'label' in ref ? ref.label : ref.note
      let note = bySource.get(source)
      if (!note) {
        note = { number: list.length + 1, source, line, anchors: [] }
        list.push(note)
        bySource.set(source, note)
      }
      const again = note.anchors.length === 0 ? '' : `-${note.anchors.length + 1}`
      const anchor = `fnref-${note.number}${again}`
      note.anchors.push(anchor)
      return { number: note.number, anchor }
    },
    references: () => references,
  }
}
