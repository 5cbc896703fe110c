import { useVirtualizer } from '@tanstack/react-virtual'
import { useEffect, useId, useRef, type KeyboardEvent, type MouseEvent, type ReactNode } from 'react'
import { useWidth } from '../editor/use-width.ts'
import { hasMod } from '../keys.ts'
import { openContextMenu } from '../ui/ContextMenu.tsx'
import { classes } from '../ui/classes.ts'
import type { MenuPart } from '../ui/Menu.tsx'
import styles from './Options.module.css'
import { useSelection } from './use-selection.ts'

export interface OptionsProps<T, K> {
  readonly items: readonly T[]
  /** The same array as long as `items` is. */
  readonly ids: readonly K[]
  readonly label: string
  /** What typing jumps to. What is drawn is what is spoken. */
  readonly nameOf: (item: T) => string
  readonly draw: (item: T) => ReactNode
  /** Height of an item in pixels, gap included. */
  readonly height: number
  /** Least width of an item in pixels; null: one stands under another. */
  readonly least: number | null
  readonly single?: boolean
  readonly className?: string | undefined
  /** It takes the focus when it appears. */
  readonly takesFocus?: boolean
  readonly onSelect: (ids: ReadonlySet<K>) => void
  /** Enter or a double click on one. */
  readonly onEnter: (item: T) => void
  readonly onDelete?: (ids: readonly K[]) => void
  readonly menu?: (ids: readonly K[]) => readonly MenuPart[]
}

/** Room at the edges of the list and between items, in pixels. */
const EDGE = 12

/**
 * A list or grid of any length to select in: only what is in sight is drawn. The list has the focus; the current item
 * is its active descendant.
 */
export function Options<T, K extends string | number>(props: OptionsProps<T, K>) {
  const { items, ids, label, nameOf, height, least, onSelect, onEnter, onDelete, menu } = props
  const { takesFocus = false } = props
  const id = useId()
  const list = useRef<HTMLDivElement>(null)
  useEffect(() => {
    if (takesFocus) list.current?.focus()
  }, [takesFocus])
  const room = Math.max(0, useWidth(list) - 2 * EDGE)
  const columns = least === null ? 1 : Math.max(1, Math.floor(room / least))
  // Its functions change with every scroll; nothing here is memoised on them.
  // oxlint-disable-next-line react/incompatible-library
  const virtual = useVirtualizer({
    count: Math.ceil(items.length / columns),
    getScrollElement: () => list.current,
    estimateSize: () => height,
    overscan: 3,
    paddingStart: 4,
    paddingEnd: EDGE,
  })
  const rowsInSight = () => Math.max(1, Math.floor((list.current?.clientHeight ?? 0) / height) - 1)
  const selection = useSelection({
    ids,
    nameOf: (index) => (items[index] === undefined ? '' : nameOf(items[index])),
    columns,
    page: () => rowsInSight() * columns,
    scrollTo: (index) => virtual.scrollToIndex(Math.floor(index / columns)),
    single: props.single ?? false,
    onChange: onSelect,
  })
  const { current, selected } = selection
  const optionId = (index: number) => `${id}-${String(ids[index])}`

  const openMenu = (event: Pick<MouseEvent, 'clientX' | 'clientY' | 'target'>, index: number) => {
    const parts = menu?.(selection.onMenu(index)) ?? []
    if (parts.length === 0) return
    openContextMenu({ ...at(event), preventDefault() {}, stopPropagation() {} }, label, parts)
  }
  const onKeyDown = (event: KeyboardEvent<HTMLDivElement>) => {
    if (selection.onKeyDown(event) || current === null) return
    const item = items[current]
    const isMenu = event.key === 'ContextMenu' || (event.key === 'F10' && event.shiftKey)
    const isDelete = event.key === 'Delete' || (event.key === 'Backspace' && hasMod(event))
    if (event.key === 'Enter' && item !== undefined) onEnter(item)
    else if (isDelete && onDelete !== undefined && selected.size > 0) onDelete([...selected])
    else if (isMenu) {
      const box = document.getElementById(optionId(current))?.getBoundingClientRect()
      if (box) openMenu({ clientX: box.left + 30, clientY: box.top + 28, target: event.target }, current)
    } else return
    event.preventDefault()
    event.stopPropagation()
  }
  return (
    <div
      ref={list}
      // A native select cannot be virtual.
      // oxlint-disable-next-line jsx-a11y/prefer-tag-over-role
      role="listbox"
      tabIndex={0}
      aria-label={label}
      aria-multiselectable={props.single !== true}
      {...(current === null ? {} : { 'aria-activedescendant': optionId(current) })}
      className={classes(styles['scroll'], props.className)}
      onKeyDown={onKeyDown}
    >
      <div className={styles['sheet']} style={{ height: virtual.getTotalSize() }}>
        {virtual.getVirtualItems().flatMap(({ index: row, start }) =>
          items.slice(row * columns, (row + 1) * columns).map((item, column) => {
            const index = row * columns + column
            const width = room / columns
            const key = ids[index] as K
            return (
              // The list has the focus and the keys; an item only hears the mouse.
              // oxlint-disable-next-line jsx-a11y/click-events-have-key-events, jsx-a11y/interactive-supports-focus
              <div
                key={key}
                id={optionId(index)}
                // A native option cannot hold what this holds, nor be drawn only while in sight.
                // oxlint-disable-next-line jsx-a11y/prefer-tag-over-role
                role="option"
                aria-selected={selected.has(key)}
                aria-posinset={index + 1}
                aria-setsize={items.length}
                data-current={index === current || undefined}
                className={styles['option']}
                style={{ transform: `translate(${EDGE + column * width}px, ${start}px)`, width, height }}
                onClick={(event) => selection.onPress(event, index)}
                onDoubleClick={() => onEnter(item)}
                onContextMenu={(event) => {
                  event.preventDefault()
                  event.stopPropagation()
                  openMenu(event, index)
                }}
              >
                {props.draw(item)}
              </div>
            )
          }),
        )}
      </div>
    </div>
  )
}

function at({ clientX, clientY, target }: Pick<MouseEvent, 'clientX' | 'clientY' | 'target'>) {
  return { clientX, clientY, target }
}
