import { useEffect, type ReactNode, type RefObject } from 'react'
import { ListLayout, Virtualizer } from 'react-aria-components'

/** More rows than these have a field to filter them. */
export const FILTERED = 30
/** More rows than these are drawn only while they are in sight. */
export const DRAWN = 60

/** Height of a row in pixels; the style sheet has the same. */
const ROW = 28

export interface LongTreeProps {
  readonly isLong: boolean
  /** Holds the tree or list. */
  readonly wrapper: RefObject<HTMLElement | null>
  /** The rows that are not folded away, by id, in their order. */
  readonly rows: readonly number[]
  /** A row that must be in sight; null for none. */
  readonly shown: number | null
  readonly children: ReactNode
}

/** A tree or list of which, when it is long, only the rows in sight are drawn; it scrolls by itself then. */
export function LongTree({ isLong, wrapper, rows, shown, children }: LongTreeProps) {
  const index = shown === null ? -1 : rows.indexOf(shown)
  useEffect(() => {
    const tree = wrapper.current?.querySelector('[role="treegrid"], [role="listbox"]')
    if (!isLong || index < 0 || !tree) return
    const [top, height] = [index * ROW, tree.clientHeight]
    if (top < tree.scrollTop || top + ROW > tree.scrollTop + height) tree.scrollTop = top - height / 2
  }, [isLong, index, wrapper])
  if (!isLong) return children
  return (
    <Virtualizer layout={ListLayout} layoutOptions={{ rowSize: ROW }}>
      {children}
    </Virtualizer>
  )
}
