import { useRef } from 'react'
import { Popover } from 'react-aria-components'
import { createStore, useStore } from '../store.ts'
import { MenuList, type MenuPart } from './Menu.tsx'
import styles from './Menu.module.css'

interface Opened {
  readonly label: string
  readonly x: number
  readonly y: number
  readonly parts: readonly MenuPart[]
}

const store = createStore<{ readonly opened: Opened | null }>({ opened: null })

/** What a menu needs of the event that opens it. */
export interface MenuEvent {
  readonly clientX: number
  readonly clientY: number
  readonly target: EventTarget
  preventDefault(): void
  stopPropagation(): void
}

/** Opens a menu where a `contextmenu` event happened: by the right button, the menu key or Shift+F10. */
export function openContextMenu(event: MenuEvent, label: string, parts: readonly MenuPart[]): void {
  event.preventDefault()
  event.stopPropagation()
  // By keyboard the event has no place of its own: the middle of what has the focus will do.
  const byKeyboard = event.clientX === 0 && event.clientY === 0
  const box = (event.target as Element).getBoundingClientRect()
  const [x, y] = byKeyboard ? [box.left + 24, box.top + box.height / 2] : [event.clientX, event.clientY]
  store.set({ opened: { label, x, y, parts } })
}

/** Where context menus appear. Once in the window. */
export function ContextMenuHost() {
  const opened = useStore(store, (value) => value.opened)
  const anchor = useRef<HTMLSpanElement>(null)
  return (
    <>
      <span
        ref={anchor}
        aria-hidden
        style={{ position: 'fixed', width: 0, height: 0, left: opened?.x ?? 0, top: opened?.y ?? 0 }}
      />
      {opened !== null && (
        <Popover
          key={`${opened.x},${opened.y}`}
          triggerRef={anchor}
          isOpen
          onOpenChange={(open) => {
            if (!open) store.set({ opened: null })
          }}
          placement="bottom start"
          offset={2}
          className={styles['popover'] ?? ''}
        >
          <MenuList label={opened.label} parts={withClosing(opened.parts)} takesFocus />
        </Popover>
      )}
    </>
  )
}

/** The host is not a menu trigger, so a chosen line closes the menu itself, submenus included. */
function withClosing(parts: readonly MenuPart[]): readonly MenuPart[] {
  return parts.map((part) => ({
    ...part,
    lines: part.lines.map((line) => {
      if (line.inside !== undefined) return { ...line, inside: withClosing(line.inside) }
      return {
        ...line,
        run: () => {
          store.set({ opened: null })
          line.run?.()
        },
      }
    }),
  }))
}
