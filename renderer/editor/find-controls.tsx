import type { LucideIcon } from 'lucide-react'
import { useLayoutEffect, useRef } from 'react'
import styles from './find-panel.module.css'

interface FieldProps {
  readonly label: string
  readonly value: string
  /** The field that gets the focus when the panel opens. */
  readonly main?: boolean
  readonly onChange: (value: string) => void
  readonly onEnter: (shift: boolean) => void
}

/** A text field of the find panel. */
export function FindField({ label, value, main, onChange, onEnter }: FieldProps) {
  const field = useRef<HTMLInputElement>(null)
  // CodeMirror answers a little later than a key: a controlled field would lose its caret.
  useLayoutEffect(() => {
    if (field.current !== null && field.current.value !== value) field.current.value = value
  }, [value])
  return (
    <input
      className={styles['field']}
      ref={field}
      defaultValue={value}
      placeholder={label}
      aria-label={label}
      spellCheck={false}
      {...(main ? { 'main-field': 'true' } : {})}
      onChange={(event) => onChange(event.target.value)}
      onKeyDown={(event) => {
        if (event.key !== 'Enter' || event.nativeEvent.isComposing) return
        event.preventDefault()
        onEnter(event.shiftKey)
      }}
    />
  )
}

interface ButtonProps {
  readonly label: string
  /** Without one, the label itself is shown. */
  readonly icon?: LucideIcon
  readonly onPress: () => void
}

/** A button of the find panel. */
export function FindButton({ label, icon: Icon, onPress }: ButtonProps) {
  return (
    <button
      type="button"
      className={Icon ? styles['icon'] : styles['word']}
      aria-label={label}
      title={Icon ? label : undefined}
      onClick={onPress}
    >
      {Icon ? <Icon aria-hidden /> : label}
    </button>
  )
}

interface ToggleProps {
  readonly label: string
  readonly icon: LucideIcon
  readonly on: boolean
  readonly onChange: (on: boolean) => void
}

/** A way of matching that is on or off. */
export function FindToggle({ label, icon: Icon, on, onChange }: ToggleProps) {
  return (
    <button
      type="button"
      className={styles['icon']}
      aria-label={label}
      aria-pressed={on}
      title={label}
      onClick={() => onChange(!on)}
    >
      <Icon aria-hidden />
    </button>
  )
}
