import { useEffect, useState } from 'react'
import { call, listen } from '../bridge.ts'
import { Button } from '../ui/Button.tsx'
import { Progress } from '../ui/Progress.tsx'
import { attempt } from '../ui/toasts.tsx'
import { useWords } from '../words.tsx'
import styles from './ActProgress.module.css'
import { useActing } from './acts.ts'

/** How far an act on very many articles is, and the way to stop it; whoever writes goes on meanwhile. */
export function ActProgress() {
  const words = useWords()
  const isActing = useActing()
  const [progress, setProgress] = useState<{ readonly done: number; readonly total: number } | null>(null)
  const [isStopping, setStopping] = useState(false)
  useEffect(() => listen('act.progress', setProgress), [])
  if (!isActing && (progress !== null || isStopping)) {
    setProgress(null)
    setStopping(false)
  }
  if (!isActing || progress === null) return null
  const stop = () => {
    setStopping(true)
    void attempt(call('act.cancel', {}))
  }
  return (
    <section className={styles['act']} aria-label={words.acts.working} data-react-aria-top-layer="true">
      <div className={styles['progress']}>
        <Progress label={words.acts.working} progress={progress} />
      </div>
      <Button isDisabled={isStopping} onPress={stop}>
        {words.common.cancel}
      </Button>
    </section>
  )
}
