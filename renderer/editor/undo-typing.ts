/**
 * Undo and redo where the caret is, as the menu asks for it. The text and the fields above it have a history of their
 * own, and hear of it as of anything that is about to be typed; any other field has the browser's.
 */
export function undoTyping(inputType: 'historyUndo' | 'historyRedo'): void {
  const target = document.activeElement
  if (target === null) return
  const event = new InputEvent('beforeinput', { inputType, bubbles: true, cancelable: true })
  if (!target.dispatchEvent(event)) return
  // Deprecated without another way to ask for the browser's own undo.
  document.execCommand(inputType === 'historyUndo' ? 'undo' : 'redo')
}
