import { Label, ProgressBar } from 'react-aria-components'
import type { TaskProgress } from '../../core/bridge.ts'
import { formatNumber } from '../../core/locale/ui/index.ts'
import { useLanguage, useWords } from '../words.tsx'
import styles from './Progress.module.css'

/** How far a task is, in words and as a line. */
export function Progress({
  label,
  progress,
}: {
  readonly label: string
  readonly progress: Pick<TaskProgress, 'done' | 'total'> | null
}) {
  const words = useWords().export
  const language = useLanguage()
  const { done = 0, total = 0 } = progress ?? {}
  const number = (value: number) => formatNumber(language, value)
  return (
    <ProgressBar
      className={styles['progress'] ?? ''}
      minValue={0}
      maxValue={Math.max(total, 1)}
      value={done}
      isIndeterminate={total === 0}
      valueLabel={total === 0 ? '' : words.progress(number(done), number(total))}
    >
      {({ percentage, valueText }) => (
        <>
          <div className={styles['words']}>
            <Label>{label}</Label>
            <span className={styles['count']}>{valueText}</span>
          </div>
          <div className={styles['track']}>
            <div
              className={styles['fill']}
              style={{ width: `${percentage ?? 0}%` }}
              data-unknown={total === 0 || undefined}
            />
          </div>
        </>
      )}
    </ProgressBar>
  )
}
