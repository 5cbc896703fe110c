import { useEffect, type RefObject } from 'react'
import type { Category } from '../../core/article.ts'
import { useWindow, windowState } from '../window.ts'

/** How many frames a row is waited for: a long tree scrolls to where it is first. */
const MOST_FRAMES = 60

/** After a move the row is another element: once the tree has it in its new place, the focus goes along. */
export function useFocusOnMoved(
  wrapper: RefObject<HTMLElement | null>,
  categories: readonly Category[],
): void {
  const moved = useWindow((value) => value.moved)
  const isThere = categories.some(({ id, parentId }) => id === moved?.id && parentId === moved.parentId)
  useEffect(() => {
    if (moved === null || !isThere) return
    let frame = 0
    const focus = (tries: number) => {
      const row = wrapper.current?.querySelector<HTMLElement>(`[data-key="${moved.id}"]`)
      row?.focus()
      if (row || tries === 0) windowState.set({ moved: null })
      else frame = requestAnimationFrame(() => focus(tries - 1))
    }
    // Not before the next frame: what is drawn now may be about to go, and a dialog gives back the focus first.
    frame = requestAnimationFrame(() => focus(MOST_FRAMES))
    return () => cancelAnimationFrame(frame)
  }, [moved, isThere, wrapper])
}
