import { TriangleAlert } from 'lucide-react'
import { articles, useUnsavedArticles } from './article.ts'
import styles from './FailureBanner.module.css'
import { Button } from './ui/Button.tsx'
import { say } from './ui/toasts.tsx'
import { useWords } from './words.tsx'

/** Says, across the window, that words could not be saved: what happened, what is safe, what to do. */
export function FailureBanner() {
  const words = useWords()
  const [first, ...others] = useUnsavedArticles()
  if (first === undefined) return null

  const { failures, common } = words
  const title = first.title === '' ? common.untitled : first.title
  const conflict = first.failure.code === 'article.conflict'
  const text = words.failure(first.failure)
  const copy = async () => {
    const { article } = articles.snapshot(first.id)
    if (article === null) return
    await navigator.clipboard.writeText(`# ${article.title}\n\n${article.summary}\n\n${article.body}`)
    say(failures.textCopied)
  }
  return (
    <div role="alert" className={styles['banner']}>
      <TriangleAlert aria-hidden />
      <p className={styles['text']}>
        <strong>{conflict ? failures.conflict(title) : failures.notSaved(title)}</strong>{' '}
        {conflict ? failures.conflictDetail : `${text.title} ${text.detail} ${failures.notSavedDetail}`}
        {others.length > 0 && ` ${failures.moreNotSaved(others.length)}`}
      </p>
      <div className={styles['actions']}>
        <Button onPress={() => void copy()}>{failures.copyText}</Button>
        {conflict ? (
          <>
            <Button onPress={() => void articles.resolve(first.id, 'theirs')}>{failures.takeTheirs}</Button>
            <Button kind="primary" onPress={() => void articles.resolve(first.id, 'mine')}>
              {failures.keepMine}
            </Button>
          </>
        ) : (
          <Button kind="primary" onPress={() => void articles.retry()}>
            {common.tryAgain}
          </Button>
        )}
      </div>
    </div>
  )
}
