import { useEffect, useRef, type FocusEvent, type RefObject } from 'react'

const GROUPS = '[data-group]'

/**
 * What was just dealt with goes, and the button that had the focus with it: the first button of the group that takes
 * its place gets it then. `count`: how many groups there are. Gives what listens to the focus inside `part`.
 */
export function useFocusOnNext(
  part: RefObject<HTMLElement | null>,
  count: number,
): (event: FocusEvent) => void {
  const at = useRef<number | null>(null)
  const before = useRef(count)
  useEffect(() => {
    const isFewer = count < before.current
    before.current = count
    if (!isFewer || at.current === null || document.activeElement !== document.body) return
    const groups = part.current?.querySelectorAll(GROUPS) ?? []
    const next = groups[Math.min(at.current, groups.length - 1)]?.querySelector('button')
    ;(next ?? part.current?.closest<HTMLElement>('[data-overview]'))?.focus()
  }, [count, part])
  return ({ target }) => {
    const groups = [...(part.current?.querySelectorAll(GROUPS) ?? [])]
    const index = groups.findIndex((group) => group.contains(target))
    at.current = index < 0 ? null : index
  }
}
