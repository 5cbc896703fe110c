import type { ReactNode, Ref } from 'react'
import {
  FieldError,
  Input,
  Label,
  Text,
  TextArea,
  TextField,
  type TextFieldProps,
} from 'react-aria-components'
import styles from './Field.module.css'
import { classes } from './classes.ts'

export interface FieldProps extends Omit<TextFieldProps, 'children'> {
  readonly label: string
  /** Said after the label and not seen: where a heading above it tells what it is about. */
  readonly labelSpoken?: string
  readonly hint?: ReactNode
  readonly error?: string | null
  readonly placeholder?: string
  /** Lines to begin with; a text of several lines then. */
  readonly rows?: number
  readonly prefix?: string
  readonly inputRef?: Ref<HTMLInputElement>
}

/** A field for words, with its label, a hint and what is wrong with it. */
export function Field(props: FieldProps) {
  const {
    label,
    labelSpoken,
    hint,
    error,
    placeholder,
    rows,
    prefix,
    inputRef,
    className,
    onKeyDown,
    ...rest
  } = props
  const wrong = error !== undefined && error !== null
  return (
    <TextField
      {...rest}
      isInvalid={wrong}
      className={classes(styles['field'], className as string | undefined)}
      onKeyDown={(event) => {
        onKeyDown?.(event)
        // A field with an ear of its own must not keep Escape from the dialog around it, nor a shortcut from the window.
        if (!event.isDefaultPrevented()) event.continuePropagation()
      }}
    >
      <Label className={styles['label'] ?? ''}>
        {label}
        {labelSpoken !== undefined && <span className="spoken"> {labelSpoken}</span>}
      </Label>
      {rows === undefined ? (
        <div className={styles['box']}>
          {prefix !== undefined && <span className={styles['prefix']}>{prefix}</span>}
          <Input ref={inputRef ?? null} className={styles['input'] ?? ''} placeholder={placeholder ?? ''} />
        </div>
      ) : (
        <TextArea className={styles['area'] ?? ''} rows={rows} placeholder={placeholder ?? ''} />
      )}
      {wrong ? (
        <FieldError className={styles['error'] ?? ''}>{error}</FieldError>
      ) : (
        hint !== undefined && (
          <Text slot="description" className={styles['hint'] ?? ''}>
            {hint}
          </Text>
        )
      )}
    </TextField>
  )
}

/** A label over something that is not a text field. */
export function Labelled(props: {
  readonly label: string
  readonly id?: string
  readonly children: ReactNode
}) {
  return (
    <div className={styles['field']}>
      <span className={styles['label']} {...(props.id === undefined ? {} : { id: props.id })}>
        {props.label}
      </span>
      {props.children}
    </div>
  )
}
