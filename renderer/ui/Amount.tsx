import { Minus, Plus } from 'lucide-react'
import { Button as AriaButton, Group, Input, Label, NumberField } from 'react-aria-components'
import styles from './Amount.module.css'
import field from './Field.module.css'

export interface AmountProps {
  readonly label: string
  readonly value: number
  readonly range: readonly [number, number]
  readonly step?: number
  readonly hint?: string
  readonly onChange: (value: number) => void
}

/** A whole number between two others. */
export function Amount({ label, value, range, step = 1, hint, onChange }: AmountProps) {
  return (
    <NumberField
      className={field['field'] ?? ''}
      value={value}
      minValue={range[0]}
      maxValue={range[1]}
      step={step}
      onChange={(next) => {
        if (!Number.isNaN(next)) onChange(next)
      }}
    >
      <Label className={field['label'] ?? ''}>{label}</Label>
      <Group className={field['box'] ?? ''}>
        <Input className={field['input'] ?? ''} />
        <AriaButton slot="decrement" className={styles['step'] ?? ''}>
          <Minus aria-hidden />
        </AriaButton>
        <AriaButton slot="increment" className={styles['step'] ?? ''}>
          <Plus aria-hidden />
        </AriaButton>
      </Group>
      {hint !== undefined && <span className={field['hint']}>{hint}</span>}
    </NumberField>
  )
}
