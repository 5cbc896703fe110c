import type { LucideIcon } from 'lucide-react'
import { Button as AriaButton } from 'react-aria-components'
import styles from './Start.module.css'

interface WayProps {
  readonly icon: LucideIcon
  readonly title: string
  readonly detail: string
  /** Present: it opens something below it. */
  readonly isOpen?: boolean
  readonly onPress: () => void
}

/** One of the ways to go on, in a list. */
export function Way({ icon: Icon, title, detail, isOpen, onPress }: WayProps) {
  return (
    <li>
      <AriaButton
        className={styles['way'] ?? ''}
        onPress={onPress}
        {...(isOpen === undefined ? {} : { 'aria-expanded': isOpen })}
      >
        <Icon aria-hidden />
        <span className={styles['wayText']}>
          <span className={styles['wayTitle']}>{title}</span>
          <span className={styles['wayDetail']}>{detail}</span>
        </span>
      </AriaButton>
    </li>
  )
}
