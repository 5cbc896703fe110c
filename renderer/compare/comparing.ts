import { focusEditor } from '../actions.ts'
import { windowState, type Comparing } from '../window.ts'

/** What had the focus before a comparison came: it gets it back. */
let opener: Element | null = null

/** Shows a comparison in the place of the editor. */
export function compare(comparing: Comparing): void {
  if (windowState.get().comparing === null) opener = document.activeElement
  windowState.set({ comparing, focusMode: false, inspectorOver: false })
}

/** Shows the text again, with the focus where it was. */
export function closeComparison(): void {
  if (windowState.get().comparing === null) return
  windowState.set({ comparing: null })
  const back = opener
  opener = null
  requestAnimationFrame(() => {
    if (back instanceof HTMLElement && back !== document.body && back.isConnected) back.focus()
    else focusEditor('text')
  })
}
