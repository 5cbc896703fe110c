import { X } from 'lucide-react'
import { useRef, useState, type KeyboardEvent } from 'react'
import {
  Button,
  ComboBox,
  Input,
  Label,
  ListBox,
  ListBoxItem,
  Popover,
  useFilter,
  type Key,
} from 'react-aria-components'
import { CloseAfter } from '../ui/CloseAfter.tsx'
import field from '../ui/Field.module.css'
import menu from '../ui/Menu.module.css'
import { openContextMenu } from '../ui/ContextMenu.tsx'
import type { MenuPart } from '../ui/Menu.tsx'
import { classes } from '../ui/classes.ts'
import styles from './TokenField.module.css'

export interface Token {
  readonly id: string
  readonly name: string
}

export interface TokenFieldProps {
  readonly label: string
  readonly placeholder: string
  readonly tokens: readonly Token[]
  /** What completion offers. */
  readonly offered: readonly Token[]
  readonly makeLabel?: (name: string) => string
  readonly removeLabel: (name: string) => string
  readonly onAdd: (token: Token) => void
  /** A name that is not among the offered; without it there is nothing to choose but what is offered. */
  readonly onMake?: (name: string) => void
  readonly onRemove: (id: string) => void
  /** What the menu of a name offers, by the right button or the menu key. */
  readonly menu?: (token: Token) => readonly MenuPart[]
  /** It has the focus from the beginning. */
  readonly takesFocus?: boolean
}

const MAKE = '\u0000make'
const MOST_OFFERED = 50

/** Names in a field, with completion and room for a new one; Backspace in the empty field takes the last away. */
export function TokenField(props: TokenFieldProps) {
  const { tokens, offered } = props
  const [typed, setTyped] = useState('')
  const [choices, setChoices] = useState(0)
  const { startsWith, contains, equals } = { ...useFilter({ sensitivity: 'base' }), equals: sameName }
  const input = useRef<HTMLInputElement>(null)
  const name = typed.trim()
  const chosen = new Set(tokens.map(({ id }) => id))
  const fits = offered
    .filter((token) => !chosen.has(token.id) && contains(token.name, name))
    .toSorted((a, b) => Number(startsWith(b.name, name)) - Number(startsWith(a.name, name)))
    .slice(0, MOST_OFFERED)
  const known = [...offered, ...tokens].some((token) => equals(token.name, name))
  const made = name === '' || known || props.onMake === undefined ? null : props.makeLabel?.(name)
  const items = [...fits, ...(made ? [{ id: MAKE, name: made }] : [])]

  const choose = (key: Key | null) => {
    if (key === null) return
    setChoices(choices + 1)
    if (key === MAKE) props.onMake?.(name)
    else {
      const token = offered.find(({ id }) => id === key)
      if (token !== undefined) props.onAdd(token)
    }
    setTyped('')
  }
  const takeTyped = () => {
    if (name === '') return
    const exact = fits.find((token) => equals(token.name, name))
    if (exact !== undefined) props.onAdd(exact)
    else if (!known) props.onMake?.(name)
    setChoices(choices + 1)
    setTyped('')
  }
  const onKeyDown = (event: KeyboardEvent) => {
    const last = tokens.at(-1)
    if (event.key === 'Backspace' && typed === '' && last !== undefined) props.onRemove(last.id)
    else if (event.key === ',' || event.key === ';') {
      event.preventDefault()
      takeTyped()
    }
  }
  const onEnter = (event: KeyboardEvent) => {
    const isOffered = input.current?.getAttribute('aria-activedescendant') !== null
    if (event.key !== 'Enter' || event.target !== input.current || isOffered) return
    // React Aria would take it too, close its list, and open it again for what the field holds then: nothing.
    event.preventDefault()
    event.stopPropagation()
    takeTyped()
  }
  return (
    <ComboBox
      className={field['field'] ?? ''}
      aria-label={props.label}
      allowsCustomValue
      menuTrigger="input"
      inputValue={typed}
      onInputChange={setTyped}
      value={null}
      onChange={choose}
      items={items}
      onBlur={takeTyped}
    >
      <CloseAfter choices={choices} />
      <Label className={field['label'] ?? ''}>{props.label}</Label>
      {/* A click between the names goes to the field, as it does in a text. */}
      {/* oxlint-disable-next-line jsx-a11y/no-static-element-interactions, jsx-a11y/click-events-have-key-events */}
      <div
        className={classes(field['box'], styles['box'])}
        onClick={() => input.current?.focus()}
        onKeyDownCapture={onEnter}
      >
        {tokens.map((token) => (
          // The button in it has the focus that the menu key goes by.
          // oxlint-disable-next-line jsx-a11y/no-static-element-interactions
          <span
            key={token.id}
            className={styles['token']}
            onContextMenu={(event) => {
              if (props.menu !== undefined) openContextMenu(event, token.name, props.menu(token))
            }}
          >
            <span className={styles['name']}>{token.name}</span>
            <Button
              slot={null}
              className={styles['remove'] ?? ''}
              aria-label={props.removeLabel(token.name)}
              onPress={() => props.onRemove(token.id)}
            >
              <X aria-hidden />
            </Button>
          </span>
        ))}
        <Input
          ref={input}
          // A dialog that is about these names begins with them.
          // oxlint-disable-next-line jsx-a11y/no-autofocus
          autoFocus={props.takesFocus ?? false}
          className={styles['input'] ?? ''}
          placeholder={tokens.length === 0 ? props.placeholder : ''}
          onKeyDown={onKeyDown}
        />
      </div>
      <Popover className={classes(menu['popover'], styles['list'])} offset={4}>
        <ListBox className={menu['menu'] ?? ''}>
          {(token: Token) => (
            <ListBoxItem id={token.id} textValue={token.name} className={menu['item'] ?? ''}>
              <span className={menu['label']}>{token.name}</span>
            </ListBoxItem>
          )}
        </ListBox>
      </Popover>
    </ComboBox>
  )
}

function sameName(a: string, b: string): boolean {
  return a.localeCompare(b, undefined, { sensitivity: 'accent' }) === 0
}
