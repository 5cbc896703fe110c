import type { LucideIcon } from 'lucide-react'
import {
  Button as AriaButton,
  type ButtonProps as AriaButtonProps,
  Tooltip,
  TooltipTrigger,
} from 'react-aria-components'
import type { ReactNode } from 'react'
import { keyText } from '../keys.ts'
import styles from './Button.module.css'
import { classes } from './classes.ts'

export interface ButtonProps extends AriaButtonProps {
  /** `primary`: the one thing to do here. `plain`: beside it. `quiet`: text only. `danger`: loses something. */
  readonly kind?: 'primary' | 'plain' | 'quiet' | 'danger'
  readonly icon?: LucideIcon
  readonly children: ReactNode
}

/** A button with words. */
export function Button({ kind = 'plain', icon: Icon, children, className, ...rest }: ButtonProps) {
  return (
    <AriaButton
      {...rest}
      className={classes(styles['button'], styles[kind], className as string | undefined)}
    >
      {Icon && <Icon aria-hidden />}
      {children}
    </AriaButton>
  )
}

export interface IconButtonProps extends AriaButtonProps {
  readonly icon: LucideIcon
  /** What it does: spoken, and in the tooltip. */
  readonly label: string
  /** `Mod+N`: in the tooltip. */
  readonly keys?: string | undefined
  readonly pressed?: boolean
}

/** A button that is an icon, with a name for speech and a tooltip that tells its keys. */
export function IconButton({ icon: Icon, label, keys, pressed, className, ...rest }: IconButtonProps) {
  return (
    <TooltipTrigger delay={600} closeDelay={80}>
      <AriaButton
        {...rest}
        aria-label={label}
        {...(pressed === undefined ? {} : { 'aria-pressed': pressed })}
        className={classes(styles['icon'], pressed && styles['pressed'], className as string | undefined)}
      >
        <Icon aria-hidden />
      </AriaButton>
      <Tip label={label} keys={keys} />
    </TooltipTrigger>
  )
}

/** What a tooltip says, with keys when there are any. */
export function Tip({ label, keys }: { readonly label: string; readonly keys?: string | undefined }) {
  return (
    <Tooltip className={styles['tip'] ?? ''} offset={6}>
      {label}
      {keys !== undefined && <kbd className={styles['tipKeys']}>{keyText(keys)}</kbd>}
    </Tooltip>
  )
}
