import type { FailureData } from '../../core/errors.ts'
import { useWords } from '../words.tsx'
import styles from './Report.module.css'

/** A failure in the middle of a dialog: what happened, what is safe, what to do. */
export function FailureNote({ failure, safe }: { readonly failure: FailureData; readonly safe?: string }) {
  const text = useWords().failure(failure)
  return (
    <div role="alert" className={styles['failure']}>
      <strong>{text.title}</strong>
      {text.detail} {safe}
    </div>
  )
}
