import { Facet } from '@codemirror/state'
import { editorWords } from '../../core/locale/ui/editor.ts'
import type { EditorWords } from '../../core/locale/ui/editor.ts'

/** The words in which the writing surface speaks. */
export const surfaceWords = Facet.define<EditorWords, EditorWords>({
  combine: (values) => values[0] ?? editorWords.en,
})
