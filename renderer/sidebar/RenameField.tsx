import { useLayoutEffect, useRef, useState, type RefObject } from 'react'
import styles from './RenameField.module.css'

export interface RenameFieldProps {
  /** The scrolling pane that the rows are in. */
  readonly pane: RefObject<HTMLElement | null>
  /** `data-key` of the row. */
  readonly row: string
  readonly label: string
  readonly name: string
  /** The new name, or null when the writer changed their mind. */
  readonly onDone: (name: string | null) => void
}

/** How many frames a row is waited for. */
const MOST_FRAMES = 20

interface Box {
  readonly top: number
  readonly left: number
  readonly width: number
}

/**
 * A field over the name in a row. It stands beside the list, not in it, so that the list's own keys (type-ahead,
 * arrows, space) stay out of the typing.
 */
export function RenameField({ pane, row, label, name, onDone }: RenameFieldProps) {
  const input = useRef<HTMLInputElement>(null)
  const [box, setBox] = useState<Box | null>(null)
  const done = useRef(false)
  const entered = useRef(false)

  useLayoutEffect(() => {
    let frame = 0
    // A row that was just made is drawn some frames after its category is known.
    const measure = (tries: number) => {
      const place = rowPlace(pane.current, row)
      if (place !== null) setBox(place)
      else if (tries > 0) frame = requestAnimationFrame(() => measure(tries - 1))
    }
    measure(MOST_FRAMES)
    return () => cancelAnimationFrame(frame)
  }, [pane, row])

  useLayoutEffect(() => {
    if (box !== null) input.current?.select()
  }, [box])

  const finish = (value: string | null) => {
    if (done.current) return
    done.current = true
    const trimmed = value?.trim() ?? ''
    onDone(trimmed === '' || trimmed === name ? null : trimmed)
    pane.current?.querySelector<HTMLElement>(`[data-key="${row}"]`)?.focus()
  }

  if (box === null) return null
  return (
    <input
      ref={input}
      aria-label={label}
      defaultValue={name}
      className={styles['field']}
      style={box}
      onBlur={(event) => finish(event.currentTarget.value)}
      onKeyDown={(event) => {
        event.stopPropagation()
        if (event.nativeEvent.isComposing) return
        if (event.key === 'Enter') entered.current = true
        else if (event.key === 'Escape') finish(null)
      }}
      onKeyUp={(event) => {
        event.stopPropagation()
        // Not before it is let go: the row that gets the focus would take that for its own, and be dragged.
        if (event.key === 'Enter' && entered.current) finish(event.currentTarget.value)
      }}
    />
  )
}

/** Where the name in a row stands in the scrolling pane; null while there is no such row. */
function rowPlace(pane: HTMLElement | null, row: string): Box | null {
  const element = pane?.querySelector<HTMLElement>(`[data-key="${row}"]`)
  if (!pane || !element) return null
  element.scrollIntoView({ block: 'nearest' })
  const outer = pane.getBoundingClientRect()
  const whole = element.getBoundingClientRect()
  const name = (element.querySelector('[data-name]') ?? element).getBoundingClientRect()
  const left = name.left - outer.left - 5
  return { top: whole.top - outer.top + pane.scrollTop + 1, left, width: whole.right - outer.left - left - 2 }
}
