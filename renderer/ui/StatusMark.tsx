import { Clock, Trash2 } from 'lucide-react'
import type { Status } from '../../core/article.ts'
import { useWords } from '../words.tsx'
import styles from './StatusMark.module.css'
import { classes } from './classes.ts'

/** The mark of how an article stands: ○ draft, ◐ ready, ● published, a clock while scheduled; each with a name. */
export function StatusMark({ standing }: { readonly standing: Status | 'scheduled' | 'trash' }) {
  const name = useWords().common.status[standing]
  return (
    <span title={name} className={styles['mark']}>
      <span className="spoken">{name}</span>
      {standing === 'scheduled' ? (
        <Clock aria-hidden />
      ) : standing === 'trash' ? (
        <Trash2 aria-hidden />
      ) : (
        <svg viewBox="0 0 12 12" aria-hidden className={classes(styles['circle'], styles[standing])}>
          <circle cx="6" cy="6" r="4.25" />
          {standing === 'ready' && <path d="M6 1.75 a4.25 4.25 0 0 1 0 8.5 z" />}
        </svg>
      )}
    </span>
  )
}
