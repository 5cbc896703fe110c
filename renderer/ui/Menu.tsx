import { ChevronRight, Check, type LucideIcon } from 'lucide-react'
import type { ReactNode } from 'react'
import {
  Header,
  Keyboard,
  Menu as AriaMenu,
  MenuItem,
  MenuSection,
  MenuTrigger,
  Popover,
  Separator,
  SubmenuTrigger,
  Text,
} from 'react-aria-components'
import { keyText } from '../keys.ts'
import styles from './Menu.module.css'
import { classes } from './classes.ts'

/** One line of a menu. */
export interface MenuLine {
  readonly id: string
  readonly label: string
  readonly detail?: string
  readonly icon?: LucideIcon
  readonly keys?: string | undefined
  /** Present: this line is one of a choice, chosen or not. */
  readonly checked?: boolean
  readonly danger?: boolean
  readonly disabled?: boolean
  /** How deep in a tree, for lists of categories. */
  readonly depth?: number
  readonly inside?: readonly MenuPart[]
  readonly run?: () => void
}

/** A group of lines; groups stand apart by a hairline. */
export interface MenuPart {
  readonly id: string
  readonly heading?: string
  readonly lines: readonly MenuLine[]
}

interface MenuListProps {
  readonly label: string
  readonly parts: readonly MenuPart[]
  /** Where no menu trigger sees to it: it takes the focus when it appears. */
  readonly takesFocus?: boolean
}

/** The list itself, for whatever opens it. */
export function MenuList({ label, parts, takesFocus = false }: MenuListProps) {
  const shown = parts.filter((part) => part.lines.length > 0)
  return (
    <AriaMenu
      aria-label={label}
      className={styles['menu'] ?? ''}
      shouldFocusWrap
      // Said only here: false would take away what a menu trigger asks for.
      // oxlint-disable-next-line jsx-a11y/no-autofocus
      {...(takesFocus ? { autoFocus: true } : {})}
    >
      {shown.flatMap((part, index) => [
        ...(index === 0 ? [] : [<Separator key={`${part.id}-line`} className={styles['separator'] ?? ''} />]),
        <MenuSection key={part.id} aria-label={part.heading ?? label}>
          {part.heading !== undefined && <Header className={styles['heading'] ?? ''}>{part.heading}</Header>}
          {part.lines.map((line) => (
            <Line key={line.id} line={line} />
          ))}
        </MenuSection>,
      ])}
    </AriaMenu>
  )
}

function Line({ line }: { readonly line: MenuLine }) {
  const item = (
    <MenuItem
      id={line.id}
      textValue={line.label}
      isDisabled={line.disabled ?? false}
      className={classes(styles['item'], line.danger && styles['danger'])}
      aria-label={line.label}
      {...(line.run === undefined ? {} : { onAction: line.run })}
    >
      <span className={styles['mark']} style={{ marginLeft: (line.depth ?? 0) * 14 }}>
        {line.checked === true ? <Check aria-hidden /> : line.icon && <line.icon aria-hidden />}
      </span>
      <Text slot="label" className={styles['label'] ?? ''}>
        {line.label}
        {line.detail !== undefined && <span className={styles['detail']}>{line.detail}</span>}
      </Text>
      {line.keys !== undefined && <Keyboard className={styles['keys'] ?? ''}>{keyText(line.keys)}</Keyboard>}
      {line.inside !== undefined && <ChevronRight aria-hidden className={styles['more'] ?? ''} />}
    </MenuItem>
  )
  if (line.inside === undefined) return item
  return (
    <SubmenuTrigger>
      {item}
      <Popover className={styles['popover'] ?? ''} offset={-2} crossOffset={-4}>
        <MenuList label={line.label} parts={line.inside} />
      </Popover>
    </SubmenuTrigger>
  )
}

export interface MenuButtonProps {
  readonly label: string
  readonly parts: readonly MenuPart[]
  /** The button. */
  readonly children: ReactNode
  readonly placement?: 'bottom start' | 'bottom end'
}

/** A button that opens a menu. */
export function MenuButton({ label, parts, children, placement = 'bottom start' }: MenuButtonProps) {
  return (
    <MenuTrigger>
      {children}
      <Popover className={styles['popover'] ?? ''} placement={placement} offset={4}>
        <MenuList label={label} parts={parts} />
      </Popover>
    </MenuTrigger>
  )
}
