import { useRef, useState } from 'react'
import { Field } from './Field.tsx'

export interface SavedFieldProps {
  readonly label: string
  readonly saved: string
  readonly error: string | null
  readonly hint?: string
  readonly placeholder?: string
  readonly rows?: number
  readonly onSave: (value: string) => void
}

/** A field whose value is saved when it is left; what was refused stays to be mended. */
export function SavedField({ saved, onSave, ...rest }: SavedFieldProps) {
  const [typed, setTyped] = useState(saved)
  const sent = useRef(saved)
  const commit = () => {
    const value = typed.trim()
    if (value === sent.current && rest.error === null) return
    sent.current = value
    onSave(value)
  }
  return (
    <Field
      {...rest}
      value={typed}
      onChange={setTyped}
      onBlur={commit}
      onKeyDown={(event) => {
        // Escape closes what it stands in, without a word that it was left.
        if (event.key === 'Escape' || (event.key === 'Enter' && rest.rows === undefined)) commit()
      }}
    />
  )
}
