import { useEffect, useEffectEvent, useRef, type RefObject } from 'react'
import { flushSync } from 'react-dom'
import { patchArticle } from '../article.ts'
import { hasMod } from '../keys.ts'
import { FieldHistories } from './field-history.ts'

type Field = 'title' | 'summary'

/** Outlives the sheet, as the undo of the text does. */
const histories = new FieldHistories()

/** Forgets what can be undone in fields: another library is open, whose articles have the same numbers. */
export function forgetFields(): void {
  histories.clear()
}

/**
 * Undo of a field of an article, in place of the browser's own, which knows neither articles nor what `change` makes
 * of what is typed. Gives what to call when the field changed.
 */
export function useFieldUndo(
  element: RefObject<HTMLTextAreaElement | null>,
  articleId: number,
  field: Field,
  value: string,
): (after: string) => void {
  const name = `${articleId} ${field}`
  /** Where the caret was before the field changed. */
  const caret = useRef(0)

  const step = useEffectEvent((event: Event, direction: 'undo' | 'redo') => {
    event.preventDefault()
    const state = histories[direction](name, value)
    if (state === null) return
    // Drawn at once: a letter that is typed before the caret is in its place would go elsewhere.
    flushSync(() => patchArticle(articleId, { [field]: state.value }))
    element.current?.setSelectionRange(state.caret, state.caret)
  })
  useEffect(() => {
    const target = element.current
    if (target === null) return
    const onKeyDown = (event: KeyboardEvent) => {
      const key = event.key.toLowerCase()
      if (!hasMod(event) || event.altKey) return
      if (key === 'z') step(event, event.shiftKey ? 'redo' : 'undo')
      else if (key === 'y' && !event.shiftKey) step(event, 'redo')
    }
    const onBeforeInput = (event: InputEvent) => {
      caret.current = target.selectionStart
      // The menu asks this way.
      if (event.inputType === 'historyUndo') step(event, 'undo')
      else if (event.inputType === 'historyRedo') step(event, 'redo')
    }
    target.addEventListener('keydown', onKeyDown)
    target.addEventListener('beforeinput', onBeforeInput)
    return () => {
      target.removeEventListener('keydown', onKeyDown)
      target.removeEventListener('beforeinput', onBeforeInput)
    }
  }, [element])

  return (after) => {
    if (after === value) return
    const state = { value: after, caret: element.current?.selectionStart ?? after.length }
    histories.changed(name, { value, caret: caret.current }, state, Date.now())
  }
}
