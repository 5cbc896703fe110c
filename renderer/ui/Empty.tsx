import type { LucideIcon } from 'lucide-react'
import type { ReactNode } from 'react'
import styles from './Empty.module.css'

/** What an empty pane says: what it is for, and the one next step. */
export function Empty(props: {
  readonly title: string
  readonly detail: string
  readonly icon?: LucideIcon
  readonly children?: ReactNode
}) {
  return (
    <div className={styles['empty']}>
      {props.icon && <props.icon aria-hidden className={styles['icon']} />}
      <p className={styles['title']}>{props.title}</p>
      <p className={styles['detail']}>{props.detail}</p>
      {props.children !== undefined && <div className={styles['step']}>{props.children}</div>}
    </div>
  )
}
