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

/**
 * A field over the name in a row. It stands beside the list, not in it, so that the list's own keys (type-ahead,
 * arrows, space) stay out of the typing.
 */
export function RenameField({ pane, row, label, name, onDone }: RenameFieldProps) {
  const input = useRef<HTMLInputElement>(null)
  const [box, setBox] = useState<{ top: number; left: number; width: number } | null>(null)
  const done = useRef(false)

  useLayoutEffect(() => {
    const holder = pane.current
    const element = holder?.querySelector<HTMLElement>(`[data-key="${row}"]`)
    const text = element?.querySelector('[data-name]') ?? element
    if (!holder || !element || !text) return
    element.scrollIntoView({ block: 'nearest' })
    const outer = holder.getBoundingClientRect()
    const rowBox = element.getBoundingClientRect()
    const left = text.getBoundingClientRect().left - outer.left - 5
    // Where the row stands is known only once it is drawn.
    // oxlint-disable-next-line react/set-state-in-effect
    setBox({
      top: rowBox.top - outer.top + holder.scrollTop + 1,
      left,
      width: rowBox.right - outer.left - left - 2,
    })
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
        if (event.key === 'Enter') finish(event.currentTarget.value)
        else if (event.key === 'Escape') finish(null)
      }}
    />
  )
}
