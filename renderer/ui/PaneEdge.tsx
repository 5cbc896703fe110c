import { useRef, type KeyboardEvent, type PointerEvent } from 'react'
import styles from './PaneEdge.module.css'
import { classes } from './classes.ts'

/** One press of an arrow key, in pixels; with Shift it is four times as much. */
const STEP = 8

export interface PaneEdgeProps {
  readonly label: string
  /** The side of the pane that the edge is on. */
  readonly side: 'left' | 'right'
  readonly width: number
  readonly limits: readonly [number, number]
  readonly onResize: (width: number) => void
  /** Double click or Enter. */
  readonly onReset: () => void
}

/** The edge of a pane, to make it wider or narrower by mouse or arrows. */
export function PaneEdge({ label, side, width, limits, onResize, onReset }: PaneEdgeProps) {
  const drag = useRef<{ readonly x: number; readonly width: number } | null>(null)
  const outward = side === 'right' ? 1 : -1
  const resize = (to: number) => onResize(Math.round(Math.min(limits[1], Math.max(limits[0], to))))

  const onPointerDown = (event: PointerEvent<HTMLDivElement>) => {
    event.currentTarget.setPointerCapture(event.pointerId)
    drag.current = { x: event.clientX, width }
  }
  const onPointerMove = (event: PointerEvent) => {
    if (drag.current !== null) resize(drag.current.width + (event.clientX - drag.current.x) * outward)
  }
  const onPointerUp = () => {
    drag.current = null
  }
  const onKeyDown = (event: KeyboardEvent) => {
    const step = event.shiftKey ? STEP * 4 : STEP
    if (event.key === 'ArrowRight') resize(width + step * outward)
    else if (event.key === 'ArrowLeft') resize(width - step * outward)
    else if (event.key === 'Home') resize(limits[0])
    else if (event.key === 'End') resize(limits[1])
    else if (event.key === 'Enter') onReset()
    else return
    event.preventDefault()
  }
  return (
    // A separator with a value is a control in ARIA: it takes focus and keys.
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions
    <div
      // A native hr takes no focus and has no value.
      // oxlint-disable-next-line jsx-a11y/prefer-tag-over-role
      role="separator"
      aria-orientation="vertical"
      aria-label={label}
      aria-valuenow={width}
      aria-valuemin={limits[0]}
      aria-valuemax={limits[1]}
      // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex
      tabIndex={0}
      className={classes(styles['edge'], styles[side])}
      onPointerDown={onPointerDown}
      onPointerMove={onPointerMove}
      onPointerUp={onPointerUp}
      onDoubleClick={onReset}
      onKeyDown={onKeyDown}
    />
  )
}
