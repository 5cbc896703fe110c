import { TriangleAlert } from 'lucide-react'
import { useEffect, useState } from 'react'
import type { FailureData } from '../../core/errors.ts'
import { call, listen } from '../bridge.ts'
import { Button } from '../ui/Button.tsx'
import { attempt } from '../ui/toasts.tsx'
import { windowState } from '../window.ts'
import { useWords } from '../words.tsx'
import { followSheets } from './sheets.ts'
import styles from './themes.module.css'

/** Says, across the window, what is wrong with the theme that is being edited, until it is mended. */
export function ThemeFault({ opening }: { readonly opening: number }) {
  const words = useWords()
  const [failure, setFailure] = useState<FailureData | null>(null)
  useEffect(followSheets, [])
  useEffect(() => {
    let isOver = false
    const ask = async () => {
      const themes = await attempt(call('theme.list', {}))
      if (!isOver) setFailure(themes?.failure ?? null)
    }
    void ask()
    const stop = listen('theme.changed', (event) => setFailure(event.failure))
    return () => {
      isOver = true
      stop()
    }
  }, [opening])
  if (failure?.code !== 'theme.broken') return null
  return (
    <div className={styles['banner']}>
      <TriangleAlert aria-hidden />
      <p role="alert" className="selectable">
        <strong>{words.themes.broken(failure.detail.theme)}</strong> {words.failure(failure).detail}
      </p>
      <Button onPress={() => windowState.open({ name: 'theme' })}>{words.themes.showTheme}</Button>
    </div>
  )
}
