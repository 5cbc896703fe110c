import type { Extension } from '@codemirror/state'
import { EditorView } from '@codemirror/view'

/** What takes pictures into the library; `at` is where in the text they go. */
export type TakePictures = (files: readonly File[], at: number) => void

/** Pictures that are dropped on the text or pasted into it go to the library, not into the text as data. */
export function pictureDrops(take: TakePictures): Extension {
  return EditorView.domEventHandlers({
    paste(event, view) {
      if (view.state.readOnly) return false
      // A word processor puts a picture of its text beside the text: the text is what was copied.
      if (event.clipboardData?.types.includes('text/plain')) return false
      return taken(event, event.clipboardData, view.state.selection.main.to)
    },
    drop(event, view) {
      if (view.state.readOnly) return false
      const at = view.posAtCoords({ x: event.clientX, y: event.clientY }, false)
      return taken(event, event.dataTransfer, at)
    },
  })

  function taken(event: Event, data: DataTransfer | null, at: number): boolean {
    const files = [...(data?.files ?? [])].filter((file) => file.type.startsWith('image/'))
    if (files.length === 0) return false
    event.preventDefault()
    take(files, at)
    return true
  }
}

/** What a picture may be called in its alternative text, from a file's name: nothing when that says nothing. */
export function wordsOfName(name: string): string {
  const words = name
    .replace(/\.[^.]*$/, '')
    .replace(/[-_]+/g, ' ')
    .trim()
  const isMadeUp = /^(img|dsc|dscn|image|screenshot|schermafbeelding|foto|photo|pxl|clip)?[\s\d.:()at]*$/i
  return isMadeUp.test(words) ? '' : words
}
