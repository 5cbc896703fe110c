import { useEffect, type RefObject } from 'react'

/**
 * Makes the editor's toolbar one stop for Tab, with arrows between its buttons and Escape back to the text, as
 * the ARIA practices have it. The editor draws its toolbar as a bare list.
 */
export function useToolbarKeys(
  root: RefObject<HTMLElement | null>,
  label: string,
  onLeave: () => void,
): void {
  useEffect(() => {
    const bar = toolbarIn(root.current)
    if (bar === null) return
    bar.setAttribute('role', 'toolbar')
    bar.setAttribute('aria-label', label)
    for (const list of bar.querySelectorAll('ul')) list.setAttribute('role', 'none')
    const buttons = buttonsOf(bar)
    const current = buttons.find((button) => button.tabIndex === 0) ?? buttons[0]
    for (const button of buttons) button.tabIndex = button === current ? 0 : -1
  })

  useEffect(() => {
    const element = root.current
    if (element === null) return
    const onKey = (event: KeyboardEvent): void => {
      const bar = toolbarIn(element)
      const button = event.target instanceof Element ? event.target.closest('button') : null
      if (bar === null || button === null || !bar.contains(button)) return
      if (event.key === 'Escape') return onLeave()
      const next = neighbour(buttonsOf(bar), button, event.key)
      if (next === undefined) return
      event.preventDefault()
      next.focus()
    }
    const onFocus = (event: FocusEvent): void => {
      const bar = toolbarIn(element)
      if (bar === null || !bar.contains(event.target as Node)) return
      for (const button of buttonsOf(bar)) button.tabIndex = button === event.target ? 0 : -1
    }
    // Before a tooltip, which would keep Escape to itself.
    window.addEventListener('keydown', onKey, { capture: true })
    element.addEventListener('focusin', onFocus)
    return () => {
      window.removeEventListener('keydown', onKey, { capture: true })
      element.removeEventListener('focusin', onFocus)
    }
  })
}

/** Moves the focus to the toolbar's button that had it last. False when there is no toolbar. */
export function focusToolbar(inside: Element): boolean {
  const bar = toolbarIn(inside.closest('.w-md-editor')?.parentElement ?? null)
  const button = bar && buttonsOf(bar).find((candidate) => candidate.tabIndex === 0)
  button?.focus()
  return Boolean(button)
}

function toolbarIn(root: Element | null): HTMLElement | null {
  return root?.querySelector<HTMLElement>('.w-md-editor-toolbar') ?? null
}

function buttonsOf(bar: Element): HTMLButtonElement[] {
  return [...bar.querySelectorAll<HTMLButtonElement>('button:not(:disabled)')]
}

function neighbour(
  buttons: HTMLButtonElement[],
  current: Element,
  key: string,
): HTMLButtonElement | undefined {
  const at = buttons.indexOf(current as HTMLButtonElement)
  if (key === 'ArrowRight') return buttons[(at + 1) % buttons.length]
  if (key === 'ArrowLeft') return buttons.at(at - 1)
  if (key === 'Home') return buttons[0]
  return key === 'End' ? buttons.at(-1) : undefined
}
