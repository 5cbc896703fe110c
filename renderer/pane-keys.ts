import { useEffect } from 'react'
import { hasMod } from './keys.ts'
import { windowState } from './window.ts'

/** What lies over the panes: React Aria's menus, lists and calendars, and dialogs. */
const FLOATING = '[data-trigger], [role="dialog"], [role="alertdialog"]'

/** Keys that no menu has: between panes, and out of what lies over the text. */
export function usePaneKeys(): void {
  useEffect(() => {
    let covered = false
    // Before anyone answers the key: what it closes is gone afterwards.
    const onEveryKey = () => {
      covered = document.querySelector(FLOATING) !== null
    }
    const onKeyDown = (event: KeyboardEvent) => {
      if (event.key === 'F6') {
        event.preventDefault()
        focusNextPane(event.shiftKey || hasMod(event) ? -1 : 1)
      }
      if (event.key !== 'Escape' || event.defaultPrevented || covered) return
      if (windowState.get().focusMode) windowState.set({ focusMode: false })
      else if (windowState.get().inspectorOver) windowState.set({ inspectorOver: false })
    }
    document.addEventListener('keydown', onEveryKey, { capture: true })
    document.addEventListener('keydown', onKeyDown)
    return () => {
      document.removeEventListener('keydown', onEveryKey, { capture: true })
      document.removeEventListener('keydown', onKeyDown)
    }
  }, [])
}

const FOCUSABLE =
  '[aria-selected="true"], .cm-content, [role="listbox"], [role="treegrid"], textarea, input, button:not([disabled])'

function focusNextPane(step: 1 | -1): void {
  const panes = [...document.querySelectorAll<HTMLElement>('[data-pane]')]
  const at = panes.findIndex((pane) => pane.contains(document.activeElement))
  const next = panes.at((Math.max(at, 0) + step) % panes.length)
  const targets = [...(next?.querySelectorAll<HTMLElement>(FOCUSABLE) ?? [])]
  const inOrder = targets.toSorted((a, b) => wanted(a) - wanted(b))
  const reachable = (target: HTMLElement) => target.tabIndex >= 0 || target.isContentEditable
  inOrder.find((target) => reachable(target) && target.offsetParent !== null)?.focus()
}

/** What a pane is entered by: its text or list before its buttons. */
function wanted(element: HTMLElement): number {
  return ['.cm-content', '[role="listbox"]', '[aria-selected="true"]'].findIndex((each) =>
    element.matches(each),
  ) >= 0
    ? 0
    : 1
}
