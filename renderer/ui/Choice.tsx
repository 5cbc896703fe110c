import { Check, ChevronsUpDown } from 'lucide-react'
import {
  Button,
  Label,
  ListBox,
  ListBoxItem,
  Popover,
  Radio,
  RadioGroup,
  Select,
  SelectValue,
} from 'react-aria-components'
import styles from './Choice.module.css'
import field from './Field.module.css'
import menu from './Menu.module.css'
import { classes } from './classes.ts'

export interface Option<T extends string> {
  readonly id: T
  readonly label: string
  readonly depth?: number
}

interface ChoiceProps<T extends string> {
  readonly label: string
  readonly value: T
  readonly options: readonly Option<T>[]
  readonly onChange: (value: T) => void
  /** False: the label is only spoken. */
  readonly showLabel?: boolean
}

/** One of a few, all in sight. */
export function Segmented<T extends string>(props: ChoiceProps<T>) {
  return (
    <RadioGroup
      className={field['field'] ?? ''}
      orientation="horizontal"
      value={props.value}
      onChange={(value) => props.onChange(value as T)}
      {...(props.showLabel === false ? { 'aria-label': props.label } : {})}
    >
      {props.showLabel !== false && <Label className={field['label'] ?? ''}>{props.label}</Label>}
      <div className={styles['segments']}>
        {props.options.map((option) => (
          <Radio key={option.id} value={option.id} className={styles['segment'] ?? ''}>
            {option.label}
          </Radio>
        ))}
      </div>
    </RadioGroup>
  )
}

/** One of many, in a list that opens. */
export function Choice<T extends string>(props: ChoiceProps<T>) {
  return (
    <Select
      className={field['field'] ?? ''}
      value={props.value}
      onChange={(value) => props.onChange(value as T)}
      {...(props.showLabel === false ? { 'aria-label': props.label } : {})}
    >
      {props.showLabel !== false && <Label className={field['label'] ?? ''}>{props.label}</Label>}
      <Button className={styles['button'] ?? ''}>
        <SelectValue className={styles['value'] ?? ''} />
        <ChevronsUpDown aria-hidden />
      </Button>
      <Popover className={classes(menu['popover'], styles['list'])} offset={4}>
        <ListBox className={menu['menu'] ?? ''} items={props.options}>
          {(option) => (
            <ListBoxItem id={option.id} textValue={option.label} className={menu['item'] ?? ''}>
              {({ isSelected }) => (
                <>
                  <span className={menu['mark']} style={{ marginLeft: (option.depth ?? 0) * 14 }}>
                    {isSelected && <Check aria-hidden />}
                  </span>
                  <span className={menu['label']}>{option.label}</span>
                </>
              )}
            </ListBoxItem>
          )}
        </ListBox>
      </Popover>
    </Select>
  )
}
