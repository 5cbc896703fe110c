import { CircleAlert } from 'lucide-react'
import { useSyncExternalStore } from 'react'
import { formatNumber } from '../../core/locale/ui/index.ts'
import { readingMinutes } from '../../core/markdown/reading.ts'
import { articles, useArticle } from '../article.ts'
import { useAppState } from '../bridge.ts'
import { Button } from '../ui/Button.tsx'
import { useLanguage, useWords } from '../words.tsx'
import styles from './editor.module.css'
import { usePane } from './pane.tsx'

/** Words, reading time, and whether what was typed is in the library: quiet, until saving fails. */
export function StatusLine() {
  const { desk, site, article } = usePane()
  const snapshot = useArticle(article.id)
  const language = useLanguage()
  const all = useWords()
  const words = all.editor
  const { words: count, selected } = useSyncExternalStore(desk.live.subscribe, desk.live.counts)
  const number = (value: number): string => formatNumber(language, value)
  const text = words.words(number(count), count === 1)
  const failed = snapshot.saveState === 'failed'
  // Words that are not saved are spoken of by the banner across the window.
  const unsaved = useSyncExternalStore(articles.subscribeFailures, articles.failures)
  const isSpoken = failed && !unsaved.some(({ id }) => id === article.id)
  const isHeld = useAppState().data?.trouble?.kind === 'held'
  const saving = isHeld ? words.saveWaits : words.saving
  return (
    <footer className={styles['status']}>
      <span>{selected > 0 ? words.wordsSelected(number(selected), number(count)) : text}</span>
      {count > 0 && <span>{words.readingTime(readingMinutes(count, site.readingSpeed))}</span>}
      <span className={styles['saved']} data-state={snapshot.saveState} role={isSpoken ? 'alert' : undefined}>
        {failed && <CircleAlert aria-hidden />}
        {failed ? words.saveFailed : snapshot.saveState === 'saved' ? words.saved : saving}
        {snapshot.failure !== null && failed && (
          <>
            <span className={styles['reason']}>{all.failure(snapshot.failure).title}</span>
            {/* Two versions are chosen between, in the banner above: trying again would change nothing. */}
            {snapshot.conflict === null && (
              <Button kind="quiet" onPress={() => void articles.retry()}>
                {words.retry}
              </Button>
            )}
          </>
        )}
      </span>
    </footer>
  )
}
